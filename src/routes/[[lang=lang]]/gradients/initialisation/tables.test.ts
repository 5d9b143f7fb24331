import { expect, test } from 'vitest';
import { initialisation } from '$lib/i18n/messages/initialisation.ts';
import { shownNetworks } from '$lib/state/gradients/initialisationFigures.ts';
import { commandLine, initArguments, stepArguments } from '$lib/state/gradients/initialisationCommands.ts';
import { parseConfiguration } from '$lib/state/gradients/networkConfiguration.ts';
import { networkName } from './naming.ts';
import { growthTable, layersTable, stepsTable, varianceTable } from './tables.ts';

const network = (text: string) => parseConfiguration(text)!;
const figures = {
  weightGradient: [4, 1],
  activationGradient: [8, 2],
  activationStd: [0.5, 0.6],
  varianceRatio: [1.5],
  growthPerConvolution: 2,
  loss: 2.3,
  seeds: 3,
};
const networks = shownNetworks([network('plain-56'), network('residual-56')], () => undefined, {
  'plain-56': figures,
});

test('tables have a row for each convolution, network and block that has been measured', () => {
  expect(layersTable(networks).rows).toEqual([
    ['plain-56', 'recorded', 3, 1, 4, 8, 0.5],
    ['plain-56', 'recorded', 3, 2, 1, 2, 0.6],
  ]);
  const [row] = growthTable(networks).rows;
  expect(row).toEqual(['plain-56', 'recorded', 3, 2, Math.sqrt(Math.PI / (Math.PI - 1)), 4, 1.5e4, 2.3]);
  expect(varianceTable(networks).rows).toEqual([['plain-56', 'recorded', 3, 1, 1.5]]);
});

test('every step is in the table of the steps', () => {
  const step = {
    step: 0,
    loss: 2,
    accuracy: 0.1,
    firstGradient: 7,
    lastGradient: 6,
    firstWeight: 5,
    lastWeight: 4,
  };
  const { columns, rows } = stepsTable({ plain: [step, { ...step, step: 1 }], residual: [] });
  expect(rows).toEqual([
    ['plain', 0, 2, 0.1, 7, 6, 5, 4],
    ['plain', 1, 2, 0.1, 7, 6, 5, 4],
  ]);
  expect(columns).toHaveLength(rows[0].length);
});

test('the command has all that differs from what it does by itself', () => {
  const init = (text: string, seeds: number) => commandLine('init', initArguments(network(text), 4, seeds));
  expect(init('residual-20-none-glorot-alpha0.5', 1)).toBe(
    'npm run -s atlas -- init --depth 20 --net residual --norm none --init glorot --alpha 0.5 --seed 4 --json',
  );
  expect(init('residual-resnet50-zerogamma', 3)).toBe(
    'npm run -s atlas -- init --model resnet50 --net residual --norm batch --init he --zero-gamma --seed 4 --seeds 3 --json',
  );
  expect(
    commandLine('first-steps', stepArguments('plain', { depth: 56, rate: 0.05, steps: 20, seed: 0 })),
  ).toBe('npm run -s atlas -- first-steps --depth 56 --net plain --rate 0.05 --steps 20 --seed 0 --json');
});

test('a network is named by what it is; He’s initial weights go without saying', () => {
  const name = (text: string) => networkName(network(text), initialisation.en.networks, 'en');
  expect(name('plain-56')).toBe('plain 56, batch norm');
  expect(name('residual-110-none-glorot-alpharoot')).toBe('residual 110, no norm, Glorot, α = 0.14');
  expect(name('residual-resnet50-zerogamma')).toBe('ResNet-50, batch norm, zero γ');
  expect(networkName(network('residual-56'), initialisation.zh.networks, 'zh')).toBe('残差 56 层，批归一化');
});
