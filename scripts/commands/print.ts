/** Writes a line on standard output, all of it before the process ends, however long the pipe's reader takes. */
export const print = (text: string) =>
  new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
