import type { TaskChoice } from './protocol/training.ts';

const fileKey = ({ name, size, lastModified }: File) => [name, size, lastModified];

function keyOf(task: TaskChoice): readonly unknown[] {
  switch (task.name) {
    case 'gratings':
    case 'emoji':
      return [task.name];
    case 'shapes':
      return [task.name, task.difficulty];
    case 'cifar10':
      return [task.name, task.files.map(fileKey)];
    case 'folders':
      return [task.name, task.pictures.map(({ folder, file }) => [folder, ...fileKey(file)])];
  }
}

/** Whether two choices give the same pictures. A file that crossed to the worker is another object with the same name. */
export const sameTask = (one: TaskChoice, other: TaskChoice): boolean =>
  one === other || JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));
