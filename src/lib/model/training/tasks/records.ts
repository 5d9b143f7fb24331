/** Colour pictures of 32 × 32 with their labels, in the layout of CIFAR-10's binary version. */
import type { RandomStream } from '../random.ts';
import { drawBatch, type Colours, type Task } from './task.ts';

export const recordSide = 32;
const area = recordSide * recordSide;

/** A label, then the red, the green and the blue values row by row. */
export const recordLength = 1 + 3 * area;

/** Records end to end. */
export type Records = Uint8Array;

export const recordCount = (records: Records) => records.length / recordLength;

/** Largest distance by which a picture is moved in training: He et al. 2015, section 4.2 (padding of 4, random crop). */
const mostShift = 4;

interface Placement {
  readonly right: number;
  readonly down: number;
  readonly mirrored: boolean;
}

const still: Placement = { right: 0, down: 0, mirrored: false };

const moved = (random: RandomStream): Placement => ({
  right: random.integer(2 * mostShift + 1) - mostShift,
  down: random.integer(2 * mostShift + 1) - mostShift,
  mirrored: random.uniform() < 0.5,
});

/** Writes a record's picture, normalised; what is moved in from outside stays 0, the mean. Returns its label. */
function take(
  picture: Float32Array,
  records: Records,
  index: number,
  { mean, deviation }: Colours,
  { right, down, mirrored }: Placement,
): number {
  const start = index * recordLength;
  for (let row = 0; row < recordSide; row++) {
    for (let column = 0; column < recordSide; column++) {
      const y = row - down;
      const x = (mirrored ? recordSide - 1 - column : column) - right;
      if (y < 0 || y >= recordSide || x < 0 || x >= recordSide) continue;
      for (let c = 0; c < 3; c++) {
        const value = records[start + 1 + c * area + y * recordSide + x] / 255;
        picture[(row * recordSide + column) * 3 + c] = (value - mean[c]) / deviation[c];
      }
    }
  }
  return records[start];
}

export interface RecordsTaskOptions extends Pick<Task, 'name' | 'classNames'> {
  readonly colours: Colours;
  readonly training: Records;
  /** Never trained on; may be empty. */
  readonly heldOut: Records;
}

/**
 * A task on pictures that are there once and for all. Trained with the augmentation of He et al. 2015, section 4.2:
 * moved by up to four pixels over a border of zeros, mirrored or not.
 */
export function recordsTask({ name, classNames, colours, training, heldOut }: RecordsTaskOptions): Task {
  const shape = [recordSide, recordSide, 3];
  const [count, heldCount] = [recordCount(training), recordCount(heldOut)];
  return {
    name,
    shape,
    classes: classNames.length,
    classNames,
    colours,
    pictures: count,
    training: (random, size) =>
      drawBatch(shape, size, (picture) =>
        take(picture, training, random.integer(count), colours, moved(random)),
      ),
    heldOut:
      heldCount === 0
        ? null
        : (size) =>
            drawBatch(shape, Math.min(size, heldCount), (picture, i) =>
              take(picture, heldOut, i, colours, still),
            ),
  };
}

/** Parts records in two: those that are to be held out, and the others, each in their order. */
export function holdOut(records: Records, isHeldOut: (index: number) => boolean): [Records, Records] {
  const indices = Array.from({ length: recordCount(records) }, (_, i) => i);
  const gather = (chosen: readonly number[]) => {
    const gathered = new Uint8Array(chosen.length * recordLength);
    chosen.forEach((index, i) =>
      gathered.set(records.subarray(index * recordLength, (index + 1) * recordLength), i * recordLength),
    );
    return gathered;
  };
  return [gather(indices.filter((i) => !isHeldOut(i))), gather(indices.filter(isHeldOut))];
}

/** Mean and standard deviation of each colour over all pixels, of values between 0 and 1. */
export function coloursOf(records: Records): Colours {
  const figures = [0, 1, 2].map((c) => {
    let [sum, squares] = [0, 0];
    for (let start = 1 + c * area; start < records.length; start += recordLength) {
      for (let i = start; i < start + area; i++) {
        sum += records[i];
        squares += records[i] ** 2;
      }
    }
    const values = recordCount(records) * area;
    const mean = sum / values;
    // A colour that is everywhere the same stays 0.
    return { mean: mean / 255, deviation: Math.sqrt(squares / values - mean ** 2) / 255 || 1 };
  });
  return { mean: figures.map(({ mean }) => mean), deviation: figures.map(({ deviation }) => deviation) };
}
