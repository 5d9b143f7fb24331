import type { TaskChoice } from '../../model/protocol/training.ts';

type TaskName = TaskChoice['name'];

const classNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shapes: { bowTie: 'bow tie' },
  emoji: { otherAnimal: 'other animal' },
};

/** What small networks are trained on. */
export const task = {
  title: 'What is trained on',
  choose: 'Task',
  names: {
    gratings: 'Gratings',
    shapes: 'Shapes',
    emoji: 'Emoji',
    cifar10: 'CIFAR-10',
    folders: 'Your own pictures',
  } satisfies Record<TaskName, string>,
  about: {
    gratings:
      'Stripes in eight directions under noise, 16 × 16 pixels in grey. Every batch is drawn anew, so nothing can be learnt by heart: the training error is the error on pictures never seen.',
    shapes:
      'Ten figures in colour, 32 × 32 pixels, anywhere and turned anyhow, among clutter and noise. Every batch is drawn anew.',
    emoji:
      'Ten kinds of emoji, 32 × 32 pixels, moved, mirrored and put on random grounds. Those held out for the test appear in no training batch, whoever drew them.',
    cifar10:
      'Photographs of ten classes, 32 × 32 pixels (Krizhevsky 2009): what He et al. 2015 trained on in section 4.2. They are not part of this site: choose the files of your own copy, “binary version”. Without test_batch.bin every tenth picture is held out. Moved by up to four pixels and mirrored in training, as in that section.',
    folders:
      'One folder for each class, 2 to 20 of them, with at least 5 pictures each. The middle square of each picture is shrunk to 32 × 32 pixels. Every fifth picture of a class is held out for the test; the others are moved by up to four pixels and mirrored in training.',
  } satisfies Record<TaskName, string>,
  credits: 'Who drew them',
  source: 'Where to get CIFAR-10',
  difficulty: 'Difficulty',
  difficultyDoes: 'Smaller figures, more clutter and noise.',
  files: {
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    dropFiles: 'or drop data_batch_1.bin and so on here',
    dropFolder: 'or drop folders here',
    private: 'Your pictures never leave this device.',
    /** A link holds no files. */
    needed: 'Files are in no link: choose them here before training.',
    files: (count: number) => (count === 1 ? 'One file chosen.' : `${count} files chosen.`),
    pictures: (pictures: number, folders: number) =>
      `${pictures} files in ${folders} ${folders === 1 ? 'folder' : 'folders'} chosen.`,
  },
  examples: {
    title: 'Examples',
    show: 'Show examples',
    doing: 'Reading the pictures',
    of: (name: string) => `Examples of “${name}”`,
    none: 'none among the first pictures',
    facts: (pictures: string, heldOut: boolean) =>
      `${pictures} pictures to train on${heldOut ? ', others held out for the test' : ''}.`,
    note: 'The first that a run with seed 0 sees, as they come into the networks.',
  },
  /** The name of a class, for a reader. */
  className: (of: TaskName, id: string): string => classNames[of]?.[id] ?? id,
};
