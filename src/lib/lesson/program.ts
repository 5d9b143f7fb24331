/** A program shown in a lesson: a file of content/code, runnable as printed. */
export interface Panel {
  /** The file's. */
  readonly name: string;
  readonly framework: 'pytorch' | 'keras' | 'python' | 'typescript';
  readonly text: string;
  /** The same, highlighted when the site was built. */
  readonly html: string;
}
