/** What is to be exported, and the words of its comments (in the reader's language; the caller has them). */

export type ExportTarget = 'pytorch' | 'keras';

export interface ExportWords {
  /** First line: the network and what was changed in it. */
  title(model: string, changes: readonly string[]): string;
  /** Where the weights come from; each a line. */
  readonly weights: readonly string[];
  readonly install: string;
  /** There is no trained file for this network. */
  readonly noWeights: string;
  readonly weightsFolder: string;
  readonly pictureFile: string;
  readonly readWeights: string;
  readonly half: string;
  readonly load: string;
  readonly picture: string;
  readonly colours: string;
  readonly network: string;
  readonly order: string;
  readonly print: string;
  /** Before the numbers that the page shows. */
  readonly shown: string;
  readonly topFive: string;
}

/** A number on the page that the code is to give. */
export interface ShownValue {
  readonly name: string;
  readonly value: number;
}

export interface ExportOptions {
  readonly words: ExportWords;
  /** The node whose value is printed, and with what it needs all that is written; the output when absent. */
  readonly node?: string;
  readonly channel?: number;
  /** A place in that node's maps. */
  readonly cell?: { readonly row: number; readonly column: number };
  /** Interventions, in words. */
  readonly changes?: readonly string[];
  /** The picture's file name. */
  readonly picture?: string;
  /** Kernels in half precision, as the site serves them; else in the file's single precision. */
  readonly halfPrecision?: boolean;
  readonly shown?: readonly ShownValue[];
}
