/** The texts of the programs, and what they printed when they were run (outputs.json: scripts/recordPrograms.ts). */
import outputs from './outputs.json' with { type: 'json' };

const files = import.meta.glob<string>('./programs/*.py', { eager: true, query: '?raw', import: 'default' });

export interface Run {
  readonly status: number;
  readonly output: string;
}

export interface Program {
  readonly file: string;
  readonly text: string;
  readonly run: Run;
}

const runs: Readonly<Record<string, Run>> = outputs.runs;

function program(name: string): Program {
  const file = `${name}.py`;
  return { file, text: files[`./programs/${file}`].trimEnd(), run: runs[name] };
}

export const programs = (id: string) => ({ wrong: program(`wrong_${id}`), mended: program(`mended_${id}`) });

export const { recorded, versions } = outputs;
