/** `npm run -s atlas -- <command> …`: the same core as in the page, without a browser. */
import { errorSentence } from '../src/lib/i18n/errorSentence.ts';
import { AtlasError } from '../src/lib/model/errors.ts';
import { print } from './commands/print.ts';

interface Command {
  readonly usage: string;
  run(args: string[]): Promise<{ readonly result: unknown; readonly text: () => string }>;
}

export const commands = {
  facts: () => import('./commands/facts.ts'),
  predict: () => import('./commands/predict.ts'),
  gradients: () => import('./commands/gradients.ts'),
  feed: () => import('./commands/feed.ts'),
  features: () => import('./commands/features.ts'),
  lesion: () => import('./commands/lesion.ts'),
  'small-lesions': () => import('./commands/small-lesions.ts'),
  paths: () => import('./commands/paths.ts'),
  refine: () => import('./commands/refine.ts'),
  export: () => import('./commands/export.ts'),
  'export-training': () => import('./commands/export-training.ts'),
  init: () => import('./commands/init.ts'),
  'first-steps': () => import('./commands/first-steps.ts'),
  train: () => import('./commands/train.ts'),
  inside: () => import('./commands/inside.ts'),
  landscape: () => import('./commands/landscape.ts'),
  shatter: () => import('./commands/shatter.ts'),
} satisfies Record<string, () => Promise<Command>>;

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return ['Usage: npm run -s atlas -- <command>', '', ...all.map(({ usage }) => `  ${usage}`)].join('\n');
}

/** @returns the exit code: 0, or 2 after one sentence on standard error. */
export async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    await print(await help());
    return 0;
  }
  try {
    const isKnown = (word: string): word is keyof typeof commands => Object.hasOwn(commands, word);
    if (!isKnown(name))
      throw new AtlasError('unknownCommand', { command: name, known: Object.keys(commands).join(', ') });
    const command: Command = await commands[name]();
    if (args.includes('--help') || args.includes('-h')) {
      await print(`Usage: npm run -s atlas -- ${command.usage}`);
      return 0;
    }
    const { result, text } = await command.run(args);
    await print(args.includes('--json') ? JSON.stringify(result) : text());
    return 0;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    process.stderr.write(`${errorSentence('en', error)}\n`);
    return 2;
  }
}
