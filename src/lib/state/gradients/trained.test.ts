import { beforeEach, expect, test } from 'vitest';
import { ScriptedClient } from '../testing/scriptedClient.ts';
import { presetCuts, trained } from './flowNetwork.ts';
import { GradientsPage } from './gradientsPage.svelte.ts';
import { TrainedExperiment } from './trained.svelte.ts';

let query: string;
let experiment: TrainedExperiment;

beforeEach(() => {
  query = '';
  const page = new GradientsPage({
    createClient: ({ onRestart }) => new ScriptedClient(onRestart),
    writeQuery: (written) => (query = written),
    urlOf: (path) => path,
  });
  experiment = new TrainedExperiment(page);
});

test('begins with both curves: all skips, and all of them cut', () => {
  experiment.address.read('');
  expect(experiment.networks).toEqual([trained, { ...trained, cut: presetCuts('all') }]);
  experiment.choose({ cut: [] });
  expect(experiment.changed).toBeNull();
  expect(experiment.networks).toEqual([trained]);
});

test('what is changed stands in the address, and comes back from it', () => {
  experiment.address.read('?network=4d,branch.0.5,at.3a&pins=all:2b&class=7&block=3b');
  const { network, pins, class: chosen, block } = experiment.address.state;
  expect(network).toEqual({ cut: ['4d'], branch: 0.5, shortcut: 1, at: '3a' });
  expect([pins.length, chosen, block]).toEqual([2, 7, '3b']);
  experiment.toggle('4e');
  expect(query).toContain('network=4d,4e,branch.0.5,at.3a');
  experiment.choose({ branch: 1 });
  expect(query).toContain('network=4d,4e&');
});

test('a place can be chosen before anything is scaled there', () => {
  experiment.address.read('?network=4d');
  experiment.choose({ at: '3a' });
  experiment.choose({ shortcut: 0 });
  expect(experiment.address.state.network).toEqual({ cut: ['4d'], branch: 1, shortcut: 0, at: '3a' });
});

test('curves are kept up to four, each once, and not shown twice', () => {
  experiment.address.read('');
  experiment.pin();
  expect(experiment.canPin).toBe(false);
  expect(experiment.pinned).toEqual([]);
  for (const block of ['2a', '2b', '2c']) {
    experiment.choose({ cut: [block] });
    experiment.pin();
  }
  experiment.choose({ cut: ['3a'] });
  expect(experiment.canPin).toBe(false);
  expect(experiment.networks).toHaveLength(6);
  experiment.unpin({ ...trained, cut: ['2b'] });
  expect([experiment.canPin, experiment.pinned.length]).toEqual([true, 3]);
});

test('values that cannot be used fall back, and are told', () => {
  experiment.address.read('?network=9z&pins=all:all&class=1000&block=1a&norm=x');
  expect(experiment.address.rejected.map(({ name }) => name)).toEqual([
    'network',
    'pins',
    'class',
    'block',
    'norm',
  ]);
  expect(experiment.networks).toHaveLength(2);
});
