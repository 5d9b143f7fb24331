/**
 * Records the figures that pages show before anything runs, with the commands that reproduce them:
 * node scripts/run.mjs scripts/record.ts [NAME…]   (default: all)
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { commands } from './atlas.ts';
import { run as gradients } from './commands/gradients.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'src/lib/state/recordings');

/** Recordings that are the answer of one command: by name of the file, the command. */
const runs: Readonly<Record<string, readonly [keyof typeof commands, ...string[]]>> = {
  'paths-red-panda': ['paths', 'static/samples/red-panda.jpg', '--samples', '32'],
};

const others: Readonly<Record<string, () => Promise<void>>> = {
  'gradients-kitten': () => recordGradients('kitten'),
};

async function recordRun(name: string): Promise<void> {
  const [command, ...args] = runs[name];
  const { run } = await commands[command]();
  const { result } = await run(args);
  await save(name, {
    command: `npm run -s atlas -- ${runs[name].join(' ')} --json`,
    recorded: new Date().toISOString(),
    ...(result as object),
  });
}

async function recordGradients(picture: string): Promise<void> {
  const path = `static/samples/${picture}.jpg`;
  const measure = async (...options: string[]) => {
    const { result } = await gradients([join(root, path), ...options]);
    const { index: target, label } = result.target;
    return {
      target,
      label,
      loss: result.loss,
      input: result.input,
      blocks: result.blocks,
      weights: result.weights,
      backend: result.backend,
    };
  };
  const { weights, backend, ...skips } = await measure();
  const { weights: _weights, backend: _backend, ...cut } = await measure('--cut', 'all');
  const recording = {
    commands: ['', ' --cut all'].map((options) => `npm run -s atlas -- gradients ${path}${options} --json`),
    recorded: new Date().toISOString(),
    backend,
    weights,
    picture,
    runs: { skips, cut },
  };
  await save(`gradients-${picture}`, recording);
}

async function save(name: string, recording: object): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const style = { ...(await resolveConfig(file)), parser: 'json' };
  await writeFile(file, await format(JSON.stringify(recording), style));
  process.stderr.write(`Recorded ${name}.\n`);
}

export async function main(names: string[]): Promise<void> {
  process.env.INIT_CWD = root;
  const known = [...Object.keys(others), ...Object.keys(runs)];
  for (const name of names.length > 0 ? names : known) {
    if (!known.includes(name))
      throw new Error(`There is no recording '${name}'. There are: ${known.join(', ')}.`);
    await (Object.hasOwn(runs, name) ? recordRun(name) : others[name]());
  }
}
