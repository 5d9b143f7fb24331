/** What was recorded of iterative refinement on all samples (`scripts/recordRefinement.ts`), and how it is written. */
import type { BlockRefinement, RefinementReport } from '../../model/protocol/refinement.ts';

/** In the order of `written`. */
type Figures = readonly [number, number, number, number | null, number | null, number];

interface RecordedPicture {
  readonly target: number;
  readonly loss: number;
  readonly blocks: Readonly<Record<string, Figures>>;
  readonly exits: readonly {
    readonly block: string;
    readonly probability: number;
    readonly loss: number;
    /** [index, probability], most probable first. */
    readonly top: readonly (readonly [number, number])[];
  }[];
}

export interface RefinementRecording {
  readonly commands: readonly string[];
  readonly recorded: string;
  readonly backend: string;
  readonly weights: string;
  /** Names of the classes that occur, by index. */
  readonly labels: Readonly<Record<string, string>>;
  /** By rank of the class, then by sample. */
  readonly runs: Readonly<Record<string, Readonly<Record<string, RecordedPicture>>>>;
}

/** Five digits: more than the figures show, and than float16 weights are worth. */
const rounded = <T extends number | null>(value: T): T =>
  (value === null ? null : Number(value.toPrecision(5))) as T;

export function written(report: Omit<RefinementReport, 'picture'>): RecordedPicture {
  const figures = ({ error, cosine, cosineAtSum, ratio }: BlockRefinement): Figures => [
    rounded(error.mean),
    rounded(error.std),
    rounded(error.bias),
    rounded(cosine),
    rounded(cosineAtSum),
    rounded(ratio),
  ];
  return {
    target: report.target,
    loss: rounded(report.loss),
    blocks: Object.fromEntries(Object.entries(report.blocks).map(([id, block]) => [id, figures(block)])),
    exits: report.exits.map(({ block, probability, loss, top }) => ({
      block,
      probability: rounded(probability),
      loss: rounded(loss),
      top: top.map((one) => [one.index, rounded(one.probability)]),
    })),
  };
}

/** @param stageOf the stage of each block */
export function read(
  { target, loss, blocks, exits }: RecordedPicture,
  stageOf: (block: string) => string,
): RefinementReport {
  return {
    target,
    loss,
    blocks: Object.fromEntries(
      Object.entries(blocks).map(([id, [mean, std, bias, cosine, cosineAtSum, ratio]]) => [
        id,
        { stage: stageOf(id), error: { mean, std, bias }, cosine, cosineAtSum, ratio },
      ]),
    ),
    exits: exits.map(({ top, ...exit }) => ({
      ...exit,
      top: top.map(([index, probability]) => ({ index, probability })),
    })),
    picture: null,
  };
}
