/** An experiment, networks trained beside each other, as a program for PyTorch. */
import type { TrainingExport } from './options.ts';
import { commandLine, startFile, steps } from './main.ts';
import { initialise, lanes, network } from './network.ts';
import { recipe, settings } from './recipe.ts';
import { taskInPython, taskName } from './tasks.ts';

export type { ExportedLane, ExportedTask, TrainingExport, TrainingWords } from './options.ts';

/**
 * A program that trains the networks as this site does: the same task, recipe and initial distribution, the same
 * batches and matching initial weights for all; it prints a line of JSON for each step and network. Its random numbers
 * are PyTorch's, unless it is given a file of initial weights and batches (`training/start.ts`): then its losses are
 * this site's to the rounding of single precision.
 */
export function exportTraining(program: TrainingExport): string {
  const { words, distributed = false, file = 'race.py' } = program;
  const task = taskInPython(program);
  const names = program.lanes.map(({ name }) => name);
  const packages = ['torch', 'numpy', ...(task.pillow === null ? [] : ['pillow'])];
  const imports = [
    ...['argparse', 'json', 'math', 'zlib', ...(distributed ? ['os'] : [])].map((name) => `import ${name}`),
    ...task.imports,
  ].sort((a, b) => Number(a.startsWith('from')) - Number(b.startsWith('from')) || (a < b ? -1 : 1));
  const fromPackages = [
    'import numpy as np',
    'import torch',
    ...(distributed ? ['import torch.distributed as dist'] : []),
    'import torch.nn.functional as F',
    ...(task.pillow === null ? [] : [`from PIL import ${task.pillow}`]),
    'from torch import nn',
    ...(distributed ? ['from torch.nn.parallel import DistributedDataParallel'] : []),
  ];
  const run = distributed ? `torchrun --nproc_per_node 2 ${file}` : `python3 ${file}`;
  const head = [
    `# ${words.title(names, taskName(program.task))}`,
    `# ${words.install} pip install ${packages.join(' ')}`,
    `# ${words.run} ${run}`,
    `# ${words.output}`,
    ...imports,
    '',
    ...fromPackages,
    '',
  ].join('\n');
  const opening = [head, lanes(program) + settings(program), commandLine(program, task)].join('\n');
  const parts = [task.source, network(program), initialise(program), recipe(program), startFile(program)];
  return [opening, ...parts, steps(program, task)].join('\n\n');
}
