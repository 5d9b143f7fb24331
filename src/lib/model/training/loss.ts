import { crossEntropy, crossEntropyGradient, largest } from '../engine/statistics.ts';

/** How well logits tell their labels. */
export interface Fit {
  /** Mean cross entropy, in nats. */
  readonly loss: number;
  /** Share of pictures whose largest logit is their label's. */
  readonly accuracy: number;
}

export interface BatchLoss extends Fit {
  /** ∂loss/∂logits = (softmax − one-hot) / n, [n, classes]. */
  readonly gradient: Float32Array;
}

const rowOf = (logits: Float32Array, labels: Int32Array, i: number): Float32Array => {
  const classes = logits.length / labels.length;
  return logits.subarray(i * classes, (i + 1) * classes);
};

/** Cross entropy in double precision. @param logits [n, classes] */
export function fit(logits: Float32Array, labels: Int32Array): Fit {
  let loss = 0;
  let right = 0;
  labels.forEach((label, i) => {
    const row = rowOf(logits, labels, i);
    loss += crossEntropy(row, label);
    if (largest(row, 1)[0].index === label) right++;
  });
  return { loss: loss / labels.length, accuracy: right / labels.length };
}

/** The same with its gradient. @param logits [n, classes] */
export function batchLoss(logits: Float32Array, labels: Int32Array): BatchLoss {
  const gradient = new Float32Array(logits.length);
  const classes = logits.length / labels.length;
  labels.forEach((label, i) => {
    const ofOne = crossEntropyGradient(rowOf(logits, labels, i), label);
    gradient.set(
      ofOne.map((value) => value / labels.length),
      i * classes,
    );
  });
  return { ...fit(logits, labels), gradient };
}
