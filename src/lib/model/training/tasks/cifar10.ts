import { AtlasError } from '../../errors.ts';
import { concatenate } from '../concatenate.ts';
import { holdOut, recordLength, recordsTask, type Records } from './records.ts';
import { compareNames, type Colours, type Task, type TaskOptions } from './task.ts';

/** In the order of the labels (Krizhevsky 2009). */
export const cifar10Classes = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;

/** Over the 50,000 training pictures, of values between 0 and 1. */
const colours: Colours = { mean: [0.4914, 0.4822, 0.4465], deviation: [0.247, 0.2435, 0.2616] };

/** The file with the official test pictures. */
const testFile = 'test_batch.bin';

/**
 * Checks that a file holds whole records with labels from 0 to 9.
 *
 * @throws AtlasError 'cifarLength' for another length, or none; 'cifarLabel' for another label
 */
export function readCifar10(bytes: Uint8Array, file: string): Records {
  if (bytes.length === 0 || bytes.length % recordLength !== 0) {
    throw new AtlasError('cifarLength', { file, bytes: bytes.length, record: recordLength });
  }
  for (let at = 0; at < bytes.length; at += recordLength) {
    if (bytes[at] > 9)
      throw new AtlasError('cifarLabel', { file, label: bytes[at], record: at / recordLength });
  }
  return bytes;
}

/**
 * CIFAR-10 from the reader's own copy. Without a test file every tenth record is held out.
 *
 * @param records of the training files
 * @param test of the test file, if it is there
 */
export function cifar10Task(records: Records, test: Records | null): Task {
  const [training, heldOut] = test ? [records, test] : holdOut(records, (index) => index % 10 === 9);
  return recordsTask({ name: 'cifar10', classNames: cifar10Classes, colours, training, heldOut });
}

export interface Cifar10File {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/**
 * The task on these files; all but the test file are trained on, in the order of their names.
 *
 * @throws AtlasError 'cifarNeeded' for none, 'cifarLength', 'cifarLabel'
 */
export async function openCifar10(
  files: readonly Cifar10File[],
  { signal, onProgress }: TaskOptions = {},
): Promise<Task> {
  if (files.length === 0) throw new AtlasError('cifarNeeded', {});
  const sorted = [...files].sort((a, b) => compareNames(a.name, b.name));
  const read: { readonly name: string; readonly records: Records }[] = [];
  for (const [i, file] of sorted.entries()) {
    read.push({ name: file.name, records: readCifar10(await file.read(), file.name) });
    signal?.throwIfAborted();
    onProgress?.(i + 1, sorted.length);
  }
  const test = read.find(({ name }) => name === testFile);
  const training = read.filter((one) => one !== test).map(({ records }) => records);
  if (!test || training.length === 0)
    return cifar10Task(
      concatenate(
        Uint8Array,
        read.map(({ records }) => records),
      ),
      null,
    );
  return cifar10Task(concatenate(Uint8Array, training), test.records);
}
