import { AtlasError } from '../../errors.ts';
import type { RandomStream } from '../random.ts';
import { drawBatch, type Task } from './task.ts';

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

const side = 32;
const area = side * side;
/** A label, then the red, the green and the blue values row by row: the official binary version. */
const recordLength = 1 + 3 * area;

/** Mean and standard deviation of each colour over the 50,000 training pictures, of values between 0 and 1. */
const mean = [0.4914, 0.4822, 0.4465];
const deviation = [0.247, 0.2435, 0.2616];

/** Records of the official files, end to end. */
export type Cifar10Records = Uint8Array;

/**
 * Checks that a file holds whole records with labels from 0 to 9.
 *
 * @throws AtlasError 'cifarLength' for another length, or none; 'cifarLabel' for another label
 */
export function readCifar10(bytes: Uint8Array, file: string): Cifar10Records {
  if (bytes.length === 0 || bytes.length % recordLength !== 0) {
    throw new AtlasError('cifarLength', { file, bytes: bytes.length, record: recordLength });
  }
  for (let at = 0; at < bytes.length; at += recordLength) {
    if (bytes[at] > 9)
      throw new AtlasError('cifarLabel', { file, label: bytes[at], record: at / recordLength });
  }
  return bytes;
}

/** Largest distance by which a picture is moved in training: He et al. 2015, section 4.2 (padding of 4, random crop). */
const mostShift = 4;

interface Placement {
  readonly right: number;
  readonly down: number;
  readonly mirrored: boolean;
}

function take(
  picture: Float32Array,
  records: Uint8Array,
  index: number,
  { right, down, mirrored }: Placement,
) {
  const start = index * recordLength;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const y = row - down;
      const x = (mirrored ? side - 1 - column : column) - right;
      if (y < 0 || y >= side || x < 0 || x >= side) continue;
      for (let c = 0; c < 3; c++) {
        const value = records[start + 1 + c * area + y * side + x] / 255;
        picture[(row * side + column) * 3 + c] = (value - mean[c]) / deviation[c];
      }
    }
  }
  return records[start];
}

/**
 * CIFAR-10 from the reader's own copy. Trained with the augmentation of He et al. 2015, section 4.2: moved by up to
 * four pixels over a border of zeros, mirrored or not. Without a test file every tenth record is held out.
 *
 * @param records of the training files
 * @param test of `test_batch.bin`, if it is there
 */
export function cifar10Task(records: Cifar10Records, test: Cifar10Records | null): Task {
  const count = records.length / recordLength;
  const isTest = (index: number) => test === null && index % 10 === 9;
  const training = Array.from({ length: count }, (_, i) => i).filter((i) => !isTest(i));
  const held = Array.from({ length: test ? test.length / recordLength : count }, (_, i) => i).filter(
    (i) => test !== null || isTest(i),
  );
  const shape = [side, side, 3];
  const still: Placement = { right: 0, down: 0, mirrored: false };
  const moved = (random: RandomStream): Placement => ({
    right: random.integer(2 * mostShift + 1) - mostShift,
    down: random.integer(2 * mostShift + 1) - mostShift,
    mirrored: random.uniform() < 0.5,
  });
  return {
    name: 'cifar10',
    shape,
    classes: cifar10Classes.length,
    classNames: cifar10Classes,
    training: (random, size) =>
      drawBatch(shape, size, (picture) =>
        take(picture, records, training[random.integer(training.length)], moved(random)),
      ),
    heldOut:
      held.length === 0
        ? null
        : (size) =>
            drawBatch(shape, Math.min(size, held.length), (picture, i) =>
              take(picture, test ?? records, held[i], still),
            ),
  };
}
