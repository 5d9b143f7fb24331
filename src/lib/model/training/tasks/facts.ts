import type { TaskFacts } from '../../protocol/training.ts';
import type { Batch } from '../batch.ts';
import { RandomStream } from '../random.ts';
import type { Task } from './task.ts';

/** Pictures of each class that are shown. */
const examplesEach = 3;

/** A class that is not among so many pictures for each example has fewer examples. */
const patience = 20;

/** What the reader is told of a task. */
export function taskFacts(task: Task): TaskFacts {
  const { name, shape, classNames, colours, pictures, heldOut } = task;
  return {
    name,
    shape,
    classNames,
    colours,
    pictures,
    hasHeldOut: heldOut !== null,
    examples: examplesOf(task),
  };
}

function examplesOf(task: Task): Batch {
  const random = new RandomStream(0, task.name);
  const wanted = examplesEach * task.classes;
  const counts = new Array<number>(task.classes).fill(0);
  const chosen: Batch[] = [];
  for (let tried = 0; chosen.length < wanted && tried < patience * wanted; tried++) {
    const one = task.training(random, 1);
    if (counts[one.labels[0]]++ < examplesEach) chosen.push(one);
  }
  const length = task.shape.reduce((product, side) => product * side, 1);
  const inputs = new Float32Array(chosen.length * length);
  chosen.forEach((one, i) => inputs.set(one.inputs, i * length));
  return { inputs, labels: Int32Array.from(chosen, ({ labels }) => labels[0]) };
}
