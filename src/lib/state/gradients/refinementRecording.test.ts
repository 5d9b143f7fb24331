/** The recording, and what the page's sentences say of it. */
import { describe, expect, it } from 'vitest';
import { blockSpreads } from '../../viz/refinement.ts';
import { samples } from '../samples.ts';
import { recordedReports, recording } from './recordedRefinement.ts';
import { read, written } from './refinementRecording.ts';

const first = [...recordedReports('first').values()];
const spreads = blockSpreads(first);
const blocks = Object.keys(spreads);
const sizes = (ids: readonly string[]) => ids.map((id) => Math.abs(spreads[id].cosine.mean));

it('has every sample, for both losses, and is read as it was written', () => {
  const ids = samples.map(({ id }) => id);
  for (const loss of ['first', 'second'] as const) expect([...recordedReports(loss).keys()]).toEqual(ids);
  const [report] = first;
  expect(read(written(report), (block) => report.blocks[block].stage)).toEqual(report);
  expect(Object.keys(report.blocks)).toHaveLength(16);
  for (const { exits } of first)
    for (const { top } of exits)
      for (const { index } of top) expect(recording.labels).toHaveProperty(`${index}`);
});

describe('the page says', () => {
  it('that the error’s spread falls through every stage of every picture', () => {
    for (const report of first) {
      for (const stage of new Set(blocks.map((id) => report.blocks[id].stage))) {
        const stds = blocks
          .filter((id) => report.blocks[id].stage === stage)
          .map((id) => report.blocks[id].error.std);
        expect(stds).toEqual(stds.toSorted((a, b) => b - a));
      }
    }
  });

  it('that its mean is between −0.24 and 0.14, a channel’s between 0.23 and 0.48', () => {
    const means = blocks.map((id) => spreads[id].errorMean.mean);
    expect([Math.min(...means).toFixed(2), Math.max(...means).toFixed(2)]).toEqual(['-0.24', '0.14']);
    const biases = blocks.map((id) => spreads[id].errorBias.mean).filter((bias) => bias > 0);
    expect([Math.min(...biases).toFixed(2), Math.max(...biases).toFixed(2)]).toEqual(['0.23', '0.48']);
  });

  it('that the cosine is below 0.005 in size up to 5a, −0.04 in 5b, 0.04 in 5c and there positive 14 times of 16', () => {
    expect(Math.max(...sizes(blocks.slice(0, 14)))).toBeLessThan(0.005);
    expect([spreads['5b'].cosine.mean.toFixed(2), spreads['5c'].cosine.mean.toFixed(2)]).toEqual([
      '-0.04',
      '0.04',
    ]);
    expect(first.filter(({ blocks }) => blocks['5c'].cosine! > 0)).toHaveLength(14);
    expect(first.filter(({ blocks }) => blocks['5b'].cosine! < 0)).toHaveLength(14);
  });

  it('that F is largest beside h in 5c, 1.57', () => {
    const ratios = blocks.map((id) => spreads[id].ratio.mean);
    expect(blocks[ratios.indexOf(Math.max(...ratios))]).toBe('5c');
    expect(spreads['5c'].ratio.mean.toFixed(2)).toBe('1.57');
  });

  it('that 14 of 16 pictures have their class after 5a already, and that its probability falls in 5c for four', () => {
    const sameTop = first.filter(({ exits }) => exits[0].top[0].index === exits[2].top[0].index);
    expect(sameTop).toHaveLength(14);
    expect(first.filter(({ exits }) => exits[2].probability < exits[1].probability)).toHaveLength(4);
  });
});
