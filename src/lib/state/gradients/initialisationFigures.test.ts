import { describe, expect, test } from 'vitest';
import { cifarNetwork } from '../../model/architecture/cifar.ts';
import { buildModel } from '../../model/architecture/families.ts';
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
import { figuresOf, pack, unpack, type NetworkFigures } from './networkFigures.ts';
import { presets } from './presets.ts';

const network = (text: string) => parseConfiguration(text)!;
const shown = (...texts: string[]) => shownNetworks(texts.map(network), () => undefined, {});

/** Of four convolutions whose gradient doubles from each to the one before. */
const figures: NetworkFigures = {
  weightGradient: [8, 4, 2, 1],
  activationGradient: [8, 4, 2, 1],
  activationStd: [1, 1, 1, 1],
  varianceRatio: [1, 0.5],
  growthPerConvolution: 2,
  loss: 2.3,
  seeds: 1,
};

describe('what is shown of a network', () => {
  const [plain, residual] = [network('plain-20'), network('residual-20')];

  test('was measured here, else is recorded, else is nothing yet', () => {
    const recorded = { 'plain-20': { ...figures, loss: 1 }, 'residual-20': { ...figures, loss: 2 } };
    const live = (one: NetworkConfiguration) => (one === plain ? figures : undefined);
    const networks = shownNetworks([plain, residual, network('plain-56')], live, recorded);
    expect(networks.map(({ id, source, figures }) => [id, source, figures?.loss])).toEqual([
      ['plain-20', 'live', 2.3],
      ['residual-20', 'recorded', 2],
      ['plain-56', null, undefined],
    ]);
  });

  test('is said to be beyond float32 wherever that is', () => {
    expect(isBeyondFloat(figures)).toBe(false);
    expect(isBeyondFloat({ ...figures, loss: NaN })).toBe(true);
    expect(isBeyondFloat({ ...figures, activationGradient: [1, Infinity] })).toBe(true);
  });
});

describe('places', () => {
  test('of networks of one depth are numbers, of others shares of the way', () => {
    expect(hasCommonDepth(shown('plain-56', 'residual-56-none'))).toBe(true);
    expect(hasCommonDepth(shown('plain-56', 'plain-20'))).toBe(false);
    expect(places(3, true)).toEqual([1, 2, 3]);
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
    expect(commonStageEnds(shown('plain-20', 'residual-20'))).toEqual([7.5, 13.5]);
    expect(commonStageEnds(shown('plain-20', 'plain-56'))).toEqual([1 / 3, 2 / 3]);
    expect(commonStageEnds(shown('plain-20', 'plain-resnet50'))).toEqual([]);
    expect(commonStageEnds([])).toEqual([]);
  });
});

describe('curves', () => {
  test('are one figure of all convolutions', () => {
    expect(curve(figures, 'activationGradient', true)).toEqual([
      { x: 1, y: 8 },
      { x: 2, y: 4 },
      { x: 3, y: 2 },
      { x: 4, y: 1 },
    ]);
    expect(gradientRatio(figures)).toBe(8);
  });

  test('of a theory end where the network’s does', () => {
    expect(theoreticalCurve(figures, 2, true)).toEqual(curve(figures, 'activationGradient', true));
  });

  test('of the blocks stand over their number, or over the share of the way', () => {
    expect(varianceCurve(figures, true)).toEqual([
      { x: 1, y: 1 },
      { x: 2, y: 0.5 },
    ]);
    expect(varianceCurve(figures, false).map(({ x }) => x)).toEqual([0.5, 1]);
  });
});

describe('figures', () => {
  test('are lists of what was reported of layers and blocks', () => {
    const layer = { id: 'stem_conv', weightGradient: 8, activationGradient: 8, activationStd: 1 };
    const block = { id: 'stage1_block1', activationGradient: 1, activationStd: 1 };
    const report = {
      layers: [layer, { ...layer, weightGradient: 4 }],
      blocks: [
        { ...block, varianceRatio: null },
        { ...block, varianceRatio: 0.5 },
      ],
      head: { weightGradient: 1 },
      ...{ growthPerConvolution: 2, loss: 2.3, seeds: 1 },
    };
    expect(figuresOf(report)).toMatchObject({ weightGradient: [8, 4], varianceRatio: [0.5], loss: 2.3 });
  });

  test('are recorded to four digits, and what is not finite as text', () => {
    const odd = { ...figures, weightGradient: [1 / 3, Infinity, NaN, 0], loss: -Infinity };
    const recorded = JSON.parse(JSON.stringify(pack(odd)));
    expect(recorded).toMatchObject({ weightGradient: [0.3333, 'Infinity', 'NaN', 0], loss: '-Infinity' });
    expect(unpack(recorded)).toEqual({ ...odd, weightGradient: [0.3333, Infinity, NaN, 0] });
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
