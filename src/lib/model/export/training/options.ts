/** An experiment that is to be exported, and the words of its comments (in the reader's language; the caller has them). */
import type { TaskChoice, TrainingOptions } from '../../protocol/training.ts';

/** What is trained on. Files are read from where the program's reader keeps them. */
export type ExportedTask =
  | { readonly name: 'gratings' }
  | { readonly name: 'shapes'; readonly difficulty: number }
  | {
      readonly name: 'emoji';
      /** Address of the folder with `emoji.json` and `emoji.webp`, or its path. */
      readonly folder: string;
    }
  | { readonly name: 'cifar10' }
  | { readonly name: 'folders' };

/** One of the networks that are trained beside each other. */
export interface ExportedLane {
  /** 'plain-20': names the network in the program, in its output and in the file of initial weights. */
  readonly name: string;
  readonly options: TrainingOptions;
}

export interface TrainingExport {
  readonly task: ExportedTask;
  /** One or more. They share all but what makes their network: task, recipe and seed are those of the first. */
  readonly lanes: readonly ExportedLane[];
  readonly words: TrainingWords;
  /** For `torchrun`: several processes that share each batch. */
  readonly distributed?: boolean;
  /** What the program is called. */
  readonly file?: string;
}

/** Comments of the program; each without its `#`. */
export interface TrainingWords {
  title(lanes: readonly string[], task: string): string;
  readonly install: string;
  readonly run: string;
  readonly sameStart: string;
  readonly output: string;
  readonly network: string;
  readonly shortcuts: { readonly A: string; readonly B: string };
  readonly initialise: string;
  readonly inits: Readonly<Record<TrainingOptions['init'], string>>;
  readonly headInit: string;
  readonly zeroGamma: string;
  readonly tasks: Readonly<Record<TaskChoice['name'], string>>;
  readonly figures: string;
  readonly clutter: string;
  readonly data: Readonly<Record<'emoji' | 'cifar10' | 'folders', string>>;
  readonly augmented: string;
  readonly heldOut: string;
  readonly warmup: string;
  readonly schedules: Readonly<Record<TrainingOptions['schedule'], string>>;
  readonly decay: string;
  readonly clip: string;
  readonly startFile: string;
  readonly readTensors: string;
  readonly order: string;
  readonly diverged: string;
  readonly whole: string;
  readonly shares: string;
  readonly scaled: string;
  readonly unscaled: string;
  readonly ownStatistics: string;
}
