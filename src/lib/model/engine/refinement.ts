/** Unrolled iterative estimation (Greff et al. 2016) and iterative inference (Jastrzębski et al. 2018), measured. */
import { blocksOf, type Block } from '../architecture/blocks.ts';
import { inferShapes } from '../architecture/shapes.ts';
import type { BlockRefinement, RefinementReport } from '../protocol/refinement.ts';
import { earlyExits } from './earlyExits.ts';
import { estimationError, oppositeCosine } from './refinementFigures.ts';
import { boundariesOf, logitsOf } from './segments.ts';
import type { Session } from './session.ts';
import { crossEntropy, crossEntropyGradient, l2Norm, largest } from './statistics.ts';
import type { ReadForward } from './walkBack.ts';

export interface RefinementOptions {
  /** Another picture, preprocessed; the current one when absent. */
  readonly input?: Float32Array;
  /** The class whose loss is taken; when absent the one of `rank` (1 when absent) in the network's own answer. */
  readonly target?: number;
  readonly rank?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

/** One block under measurement. The branch's value is kept until the gradients have come. */
interface Measured {
  readonly block: Block;
  branch: Float32Array;
  output: Float32Array;
  ratio: number;
  error: BlockRefinement['error'];
  cosine: number | null;
  cosineAtSum: number | null;
}

const nothing = new Float32Array();

const unmeasured = (block: Block): Measured => ({
  block,
  branch: nothing,
  output: nothing,
  ratio: 0,
  error: { mean: 0, std: 0, bias: 0 },
  cosine: null,
  cosineAtSum: null,
});

/**
 * What the network does from block to block of a stage, on one picture: see `BlockRefinement` for each figure. One
 * pass forward and one back; the session's picture and last pass stay as they are. For networks whose blocks all have
 * branch and shortcut.
 *
 * @throws AtlasError unknownClass, notReady
 */
export async function refinement(
  session: Session,
  { input, target, rank = 1, signal, onProgress }: RefinementOptions = {},
): Promise<Omit<RefinementReport, 'picture'>> {
  session.requireClass(target);
  const { graph } = session;
  const shapes = inferShapes(graph);
  const measured = blocksOf(graph).map(unmeasured);
  const lastStage = measured.at(-1)!.block.stage;
  const all = boundariesOf(graph).length + 2 * measured.length;
  let done = 0;

  const read: ReadForward = {
    nodes: new Set(measured.flatMap(({ block }) => [block.branchEnd!, block.shortcutEnd!, block.output])),
    receive: async (segment, values) => {
      onProgress?.(++done, all);
      const at = measured.findIndex(({ block }) => block.id === segment.block);
      if (at < 0) return;
      const one = measured[at];
      const { stage, branchEnd, shortcutEnd, output } = one.block;
      // Some backends hand out the very array that they hold.
      const valueOf = async (node: string) => (await values.get(node)!.data()).slice() as Float32Array;
      one.branch = await valueOf(branchEnd!);
      one.output = await valueOf(output);
      one.ratio = l2Norm(one.branch) / l2Norm(await valueOf(shortcutEnd!));
      if (stage === measured[at + 1]?.block.stage) return;
      for (const member of measured.filter(({ block }) => block.stage === stage)) {
        member.error = estimationError(member.output, one.output, shapes.get(output)!.at(-1)!);
        if (stage !== lastStage) member.output = nothing;
      }
    },
  };

  const atSum = new Map(measured.map((one) => [one.block.sum, one]));
  const atShortcut = new Map(measured.map((one) => [one.block.shortcutEnd!, one]));
  let chosen = -1;
  const logits = await session.walkBack(
    {
      input,
      signal,
      read,
      from: logitsOf(graph),
      seed: (z) => {
        chosen = target ?? largest(z, rank)[rank - 1].index;
        return crossEntropyGradient(z, chosen);
      },
      wanted: new Set([...atSum.keys(), ...atShortcut.keys()]),
    },
    (node, gradient) => {
      onProgress?.(++done, all);
      const sum = atSum.get(node);
      if (sum) sum.cosineAtSum = oppositeCosine(sum.branch, gradient);
      const shortcut = atShortcut.get(node);
      if (shortcut) shortcut.cosine = oppositeCosine(shortcut.branch, gradient);
    },
  );

  const outputs = measured.flatMap(({ block, output }) =>
    block.stage === lastStage ? [[block.id, output] as const] : [],
  );
  return {
    target: chosen,
    loss: crossEntropy(logits, chosen),
    blocks: Object.fromEntries(
      measured.map(({ block, error, cosine, cosineAtSum, ratio }) => [
        block.id,
        { stage: block.stage ?? '', error, cosine, cosineAtSum, ratio },
      ]),
    ),
    exits: await earlyExits(session, new Map(outputs), chosen),
  };
}
