import { beforeEach, expect, test } from 'vitest';
import { wholeNumber } from '../parameters.ts';
import { backendReport, ScriptedClient, settle } from '../testing/scriptedClient.ts';
import { GradientsPage } from './gradientsPage.svelte.ts';

let client: ScriptedClient;
let query: string;
let fetched: string[];

function open(): GradientsPage {
  return new GradientsPage({
    createClient: ({ onRestart, onMemory }) => (client = new ScriptedClient(onRestart, onMemory)),
    writeQuery: (written) => (query = written),
    urlOf: (path) => path,
    fetchFile: (url) => {
      fetched.push(url);
      return Promise.resolve(new Response('picture'));
    },
  });
}

beforeEach(() => {
  query = '';
  fetched = [];
});

test('an experiment without picture starts a backend and fetches neither weights nor picture', async () => {
  const view = open();
  view.show(view.address({}), '?backend=wasm');
  view.start();
  client.last('start').resolve(backendReport('wasm'));
  await settle();
  expect(client.last('start').request.backend).toBe('wasm');
  expect(client.count('loadWeights')).toBe(0);
  expect(fetched).toEqual([]);
});

test('an experiment on the trained network opens the picture of its address, once', async () => {
  const view = open();
  const address = view.address({});
  view.show(address, '?picture=kitten');
  view.open();
  view.open();
  client.last('start').resolve(backendReport('wasm'));
  await settle();
  expect(client.count('loadWeights')).toBe(1);
  expect(fetched).toEqual([expect.stringContaining('kitten')]);
  expect(client.last('setPicture').request.name).toContain('kitten');
});

test('picture and backend go along to another experiment, what is its own does not', () => {
  const view = open();
  const first = view.address({ seed: wholeNumber(0, 9, 0) });
  view.show(first, '?picture=kitten&seed=3&backend=cpu');
  first.update({ seed: 4 });
  expect(query).toBe('?picture=kitten&backend=cpu&seed=4');
  expect(view.query).toBe('?picture=kitten&backend=cpu');
  const second = view.address({});
  view.show(second, view.query);
  view.chooseSample('bee');
  expect(query).toBe('?picture=bee&backend=cpu');
});

test('a bad value in the address is reported by the experiment that is shown', () => {
  const view = open();
  const address = view.address({ seed: wholeNumber(0, 9, 0) });
  view.show(address, '?picture=nonsense&seed=77');
  expect(address.rejected.map(({ name }) => name)).toEqual(['picture', 'seed']);
  expect(view.state.picture).toBe('red-panda');
});

test('an own picture stays when another experiment is opened', async () => {
  const view = open();
  view.show(view.address({}), '');
  view.openFile(new File(['x'], 'own.png'));
  client.last('start').resolve(backendReport('wasm'));
  await settle();
  view.show(view.address({}), view.query);
  view.open();
  await settle();
  expect(client.calls.filter(({ name }) => name === 'setPicture')).toHaveLength(1);
  expect(client.last('setPicture').request.name).toBe('own.png');
});

test('what is asked of networks made here starts the worker and waits for its backend, another one if that is chosen', async () => {
  const view = open();
  view.show(view.address({}), '?backend=webgl');
  void view.askLaboratory('labels', {});
  const first = client;
  expect(first.count('start')).toBe(1);
  view.chooseBackend('wasm');
  await settle();
  expect(client).not.toBe(first);
  client.last('start').resolve(backendReport('wasm'));
  await settle();
  expect([first.count('labels'), client.count('labels')]).toEqual([0, 1]);
  client.last('labels').resolve([]);
  void view.askLaboratory('labels', {});
  await settle();
  expect([client.count('start'), client.count('labels')]).toEqual([1, 2]);
});
