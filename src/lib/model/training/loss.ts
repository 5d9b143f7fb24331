import { crossEntropy, largest, softmax } from '../engine/statistics.ts';

export interface BatchLoss {
  /** Mean cross entropy, in nats. */
  readonly loss: number;
  /** Share of pictures whose largest logit is their label's. */
  readonly accuracy: number;
  /** ∂loss/∂logits = (softmax − one-hot) / n, [n, classes]. */
  readonly gradient: Float32Array;
}

/** Share of pictures whose largest logit is their label's. @param logits [n, classes] */
export function accuracy(logits: Float32Array, labels: Int32Array): number {
  const classes = logits.length / labels.length;
  const isRight = (label: number, i: number) =>
    largest(logits.subarray(i * classes, (i + 1) * classes), 1)[0].index === label;
  return labels.filter(isRight).length / labels.length;
}

/** Softmax and cross entropy of a batch, in double precision. @param logits [n, classes] */
export function batchLoss(logits: Float32Array, labels: Int32Array): BatchLoss {
  const n = labels.length;
  const classes = logits.length / n;
  const gradient = new Float32Array(logits.length);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const row = logits.subarray(i * classes, (i + 1) * classes);
    const label = labels[i];
    loss += crossEntropy(row, label);
    gradient.set(
      softmax(row).map((p, c) => (p - (c === label ? 1 : 0)) / n),
      i * classes,
    );
  }
  return { loss: loss / n, accuracy: accuracy(logits, labels), gradient };
}
