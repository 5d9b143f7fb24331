import { describe, expect, test } from 'vitest';
import { theoreticalGrowth } from './expectedGrowth.ts';
import { convolutionsBetween, gradientRatio } from './initialisationFigures.ts';
import { recordedNetworks, recordedSteps, recording } from './initialisationRecording.ts';
import { formatConfiguration } from './networkConfiguration.ts';
import { presets } from './presets.ts';
import { imbalance } from './stepSettings.ts';

const recorded = (id: string) => recordedNetworks[id]!;

/** Bars from reference runs in PyTorch: ratios of 100 and less within 30 or 40 %, larger ones within a decade. */
describe('what is recorded', () => {
  test('is every network of every example, with all its convolutions', () => {
    for (const configuration of Object.values(presets).flat()) {
      const figures = recorded(formatConfiguration(configuration));
      expect(figures.activationGradient).toHaveLength(convolutionsBetween(configuration) + 1);
      expect(figures.seeds).toBe(configuration.size === 'resnet50' ? 1 : 3);
    }
    expect(recording.commands).toHaveLength(Object.keys(recordedNetworks).length);
  });

  test.each(['plain-20', 'plain-56'])('grows as theory says: %s', (id) => {
    expect(Math.abs(recorded(id).growthPerConvolution - 1.2)).toBeLessThan(0.03);
  });

  test.each([
    ['plain-20', 25 * 0.7, 25 * 1.3],
    ['plain-56', 1.5e3, 1.5e5],
    ['plain-110', 4.3e6, 4.3e8],
    ['residual-20', 9 * 0.6, 9 * 1.4],
    ['residual-56', 35 * 0.6, 35 * 1.4],
    ['residual-110', 72 * 0.6, 72 * 1.4],
  ])('has the ratio of the reference runs: %s', (id, least, most) => {
    expect(gradientRatio(recorded(id))).toBeGreaterThan(least);
    expect(gradientRatio(recorded(id))).toBeLessThan(most);
  });

  test('vanishes under Glorot and PyTorch’s default by itself, at the rate of their variances', () => {
    // The padding's zeros take a few per cent off, as they do under He.
    const he = recorded('plain-56-none').growthPerConvolution;
    for (const init of ['glorot', 'pytorch'] as const) {
      const growth = recorded(`plain-56-none-${init}`).growthPerConvolution;
      expect(Math.abs(growth / he - theoreticalGrowth[init])).toBeLessThan(0.03);
    }
  });

  test('shows zero γ as the identity: no gradient in the branches, the same one at all blocks but the last', () => {
    const { weightGradient, activationGradient } = recorded('residual-56-zerogamma');
    expect(weightGradient.slice(1).every((gradient) => gradient === 0)).toBe(true);
    const outputs = activationGradient.filter((_, i) => i > 0 && i % 2 === 0).slice(0, -1);
    for (const gradient of outputs) expect(gradient / outputs[0]).toBeCloseTo(1, 3);
  });

  test('has the ratios of variances in ResNet-50: 1, π/(π−1), 1 in the first three blocks of each stage', () => {
    const { varianceRatio } = recorded('residual-resnet50');
    for (const first of [0, 3, 7, 13]) {
      const found = varianceRatio.slice(first, first + 3);
      [1, Math.PI / (Math.PI - 1), 1].forEach((expected, i) => {
        expect(Math.abs(found[i] - expected)).toBeLessThan(0.1);
      });
    }
  });

  test('shows the imbalance collapse within five steps while the first weights grow', () => {
    const { curves } = recordedSteps({ depth: 56, rate: 0.05, steps: 20, seed: 0 })!;
    const [start, , , , , later] = curves.plain;
    expect(imbalance(start)).toBeGreaterThan(100);
    expect(imbalance(later)).toBeLessThan(1);
    expect(later.firstWeight / start.firstWeight).toBeGreaterThan(10);
    expect(imbalance(curves.residual[0])).toBeLessThan(20);
  });
});

test('of a recording fewer steps can be shown, other settings cannot', () => {
  const settings = { depth: 56, rate: 0.05, steps: 4, seed: 0 };
  expect(recordedSteps(settings)!.curves.plain).toHaveLength(5);
  for (const other of [{ depth: 20 }, { rate: 0.01 }, { seed: 1 }, { steps: 61 }]) {
    expect(recordedSteps({ ...settings, ...other })).toBeNull();
  }
});
