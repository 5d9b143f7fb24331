import type { refinement } from '$lib/i18n/messages/refinement.en.ts';
import type { BlockSpread, RefinementMeasure } from '$lib/viz/refinement.ts';

/** What a chart shows, in a sentence; its title where nothing has been measured. */
export function chartSentence(
  panel: 'error' | 'cosine' | 'ratio',
  measure: RefinementMeasure,
  spreads: Readonly<Record<string, BlockSpread>>,
  t: typeof refinement,
  number: (value: number) => string,
): string {
  const blocks = Object.entries(spreads);
  const last = blocks.at(-1);
  if (!last) return t[panel].title;
  if (measure === 'error') {
    const stages = [...new Set(blocks.map(([, { stage }]) => stage))].map((stage) => {
      const stds = blocks
        .filter(([, block]) => block.stage === stage)
        .map(([, block]) => block.errorStd.mean);
      return t.error.stage(stage, stds.map(number).join(', '));
    });
    return t.error.description(stages.join('; '));
  }
  const means = blocks.map(([id, block]) => ({ id, mean: block[measure].mean }));
  if (panel === 'cosine') {
    const others = means.slice(0, -1).map(({ mean }) => Math.abs(mean));
    return t.cosine.description(last[0], number(means.at(-1)!.mean), number(Math.max(0, ...others)));
  }
  const ascending = means.toSorted((a, b) => a.mean - b.mean);
  const [least, most] = [ascending[0], ascending.at(-1)!];
  return t.ratio.description(least.id, number(least.mean), most.id, number(most.mean));
}
