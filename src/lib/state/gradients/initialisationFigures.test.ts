import { describe, expect, test } from 'vitest';
import { cifarNetwork } from '../../model/architecture/cifar.ts';
import { buildModel } from '../../model/architecture/families.ts';
import type { InitialisationReport } from '../../model/protocol/initialisation.ts';
import { referenceRatio, theoreticalGrowth, theoryOf } from './expectedGrowth.ts';
import {
  commonStageEnds,
  curve,
  gradientRatio,
  hasCommonDepth,
  isBeyondFloat,
  places,
  shownNetworks,
  stageEnds,
  theoreticalCurve,
  varianceCurve,
} from './initialisationFigures.ts';
import { parseConfiguration, sizes, type NetworkConfiguration } from './networkConfiguration.ts';
import { presets } from './presets.ts';

const network = (text: string) => parseConfiguration(text)!;
const shown = (...texts: string[]) => shownNetworks(texts.map(network), () => undefined, {});

/** Of four convolutions whose gradient doubles from each to the one before. */
const report: InitialisationReport = {
  layers: [8, 4, 2, 1].map((gradient, i) => ({
    id: `conv${i}`,
    weightGradient: gradient,
    activationGradient: gradient,
    activationStd: 1,
  })),
  blocks: [1, null, 0.5].map((varianceRatio, i) => ({
    id: `block${i}`,
    activationGradient: 1,
    activationStd: 1,
    varianceRatio,
  })),
  head: { weightGradient: 1 },
  growthPerConvolution: 2,
  loss: 2.3,
  seeds: 1,
};

describe('what is shown of a network', () => {
  const [plain, residual] = [network('plain-20'), network('residual-20')];

  test('was measured here, else is recorded, else is nothing yet', () => {
    const recorded = { 'plain-20': { ...report, loss: 1 }, 'residual-20': { ...report, loss: 2 } };
    const live = (one: NetworkConfiguration) => (one === plain ? report : undefined);
    const networks = shownNetworks([plain, residual, network('plain-56')], live, recorded);
    expect(networks.map(({ id, source, report }) => [id, source, report?.loss])).toEqual([
      ['plain-20', 'live', 2.3],
      ['residual-20', 'recorded', 2],
      ['plain-56', null, undefined],
    ]);
  });

  test('is said to be beyond float32 wherever that is', () => {
    expect(isBeyondFloat(report)).toBe(false);
    expect(isBeyondFloat({ ...report, loss: NaN })).toBe(true);
    const layers = report.layers.with(1, { ...report.layers[1], activationGradient: Infinity });
    expect(isBeyondFloat({ ...report, layers })).toBe(true);
  });
});

describe('places', () => {
  test('of networks of one depth are numbers, of others shares of the way', () => {
    expect(hasCommonDepth(shown('plain-56', 'residual-56-none'))).toBe(true);
    expect(hasCommonDepth(shown('plain-56', 'plain-20'))).toBe(false);
    expect(places(3, true)).toEqual([0, 1, 2]);
    expect(places(3, false)).toEqual([0, 0.5, 1]);
  });

  test('of shallower networks are among those of deeper ones, so that they can be read off together', () => {
    const [of20, of56, of110] = [19, 55, 109].map((count) => places(count, false));
    expect(of20.every((x) => of56.includes(x))).toBe(true);
    expect(of56.every((x) => of110.includes(x))).toBe(true);
  });

  test.each(sizes)('of the ends of the stages are those of the graph: %s', (size) => {
    const graph = size === 'resnet50' ? buildModel('resnet50') : cifarNetwork({ depth: Number(size) });
    const stages = graph.nodes
      .filter(({ kind, branch }) => kind === 'conv' && branch !== 'shortcut')
      .map(({ stage }) => stage);
    // The first convolution is a stage of its own, and not told: its value has the first stage's shape.
    const ends = stages.flatMap((stage, i) =>
      i > 0 && i + 1 < stages.length && stage !== stages[i + 1] ? [i] : [],
    );
    expect(stageEnds({ ...network('plain-20'), size })).toEqual(ends);
  });

  test('of the ends of the stages are drawn where all networks have them', () => {
    expect(commonStageEnds(shown('plain-20', 'residual-20'))).toEqual([6.5, 12.5]);
    expect(commonStageEnds(shown('plain-20', 'plain-56'))).toEqual([1 / 3, 2 / 3]);
    expect(commonStageEnds(shown('plain-20', 'plain-resnet50'))).toEqual([]);
    expect(commonStageEnds([])).toEqual([]);
  });
});

describe('curves', () => {
  test('are one figure of all convolutions', () => {
    expect(curve(report, 'activationGradient', true)).toEqual([
      { x: 0, y: 8 },
      { x: 1, y: 4 },
      { x: 2, y: 2 },
      { x: 3, y: 1 },
    ]);
    expect(gradientRatio(report)).toBe(8);
  });

  test('of a theory end where the network’s does', () => {
    expect(theoreticalCurve(report, 2, true)).toEqual(curve(report, 'activationGradient', true));
  });

  test('of the blocks leave out those without a shortcut', () => {
    expect(varianceCurve(report, true)).toEqual([
      { x: 1, y: 1 },
      { x: 3, y: 0.5 },
    ]);
    expect(varianceCurve(report, false)[0].x).toBeCloseTo(1 / 3, 12);
  });
});

describe('what is expected', () => {
  test('of plain networks follows from norm and initialisation, of others from zero γ alone', () => {
    const theory = (text: string) => theoryOf(network(text));
    expect(theory('plain-56')).toBe('batchNorm');
    expect(theory('plain-56-glorot')).toBe('batchNorm');
    expect(theory('plain-56-none')).toBe('he');
    expect(theory('plain-56-none-pytorch')).toBe('pytorch');
    expect(theory('residual-56')).toBeNull();
    expect(theory('residual-56-zerogamma')).toBe('zeroGamma');
  });

  test('has the values of the papers', () => {
    expect(theoreticalGrowth.batchNorm).toBeCloseTo(1.211, 3);
    expect(theoreticalGrowth.glorot).toBeCloseTo(0.71, 2);
    expect(theoreticalGrowth.pytorch).toBeCloseTo(0.41, 2);
  });

  test('is known for every depth of the four kinds of network', () => {
    expect(presets.four.map(referenceRatio)).toEqual([1.5e4, 35, 0.21, 8.4e3]);
    expect(referenceRatio(network('plain-56-glorot'))).toBeNull();
  });
});
