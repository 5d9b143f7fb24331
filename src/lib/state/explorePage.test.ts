import { beforeEach, describe, expect, test } from 'vitest';
import { AtlasError } from '../model/errors.ts';
import { ExplorePage } from './explorePage.svelte.ts';
import {
  backendReport,
  forwardReport,
  pictureReport,
  ScriptedClient,
  settle,
} from './testing/scriptedClient.ts';

let client: ScriptedClient;
let created: number;
let query: string | null;
let page: ExplorePage;

beforeEach(() => {
  created = 0;
  query = null;
  page = new ExplorePage({
    createClient: ({ onRestart, onMemory }) => {
      created++;
      return (client = new ScriptedClient(onRestart, onMemory));
    },
    writeQuery: (written) => (query = written),
    urlOf: (path) => `https://example.org/${path}`,
    fetchFile: (url) => Promise.resolve(new Response(url)),
  });
});

async function started(search: string) {
  page.read(search);
  client.last('start').resolve(backendReport('wasm'));
  await settle();
}

async function pictureShown() {
  client.last('setPicture').resolve(pictureReport());
  await settle();
}

test('does nothing before it is told its URL: the server draws the default state', () => {
  expect(created).toBe(0);
  expect(page.state.node).toBe('conv1');
  expect(page.open).toBe('stem');
});

test('a link opens in its state: picture, node with its block open, backend', async () => {
  await started('?picture=koala&node=res4d_add&backend=wasm');
  expect(client.last('start').request).toEqual({
    backend: 'wasm',
    weights: 'https://example.org/weights/resnet50/',
  });
  expect(client.last('setPicture').request.name).toBe('koala.jpg');
  expect(page.open).toBe('4d');
  expect(page.explorer.node).toBe('res4d_add');
});

test('the same URL again, as after a change of language, starts nothing anew', async () => {
  await started('?picture=koala');
  await pictureShown();
  page.read('?picture=koala');
  await settle();
  expect([created, client.count('setPicture'), client.count('forward')]).toEqual([1, 1, 1]);
});

describe('what is chosen stands in the URL', () => {
  test('a node; the channel that was chosen of another goes', async () => {
    await started('?node=conv1&channel=3');
    page.chooseNode('res2a');
    expect(query).toBe('?node=res2a');
    expect(page.explorer.node).toBe('res2a');
  });

  test('a sample, once it is shown', async () => {
    await started('');
    await pictureShown();
    page.chooseSample('koala');
    await settle();
    expect(query).toBeNull();
    await pictureShown();
    expect(query).toBe('?picture=koala');
  });

  test('not a picture that cannot be opened', async () => {
    await started('?picture=koala');
    await pictureShown();
    page.openFile(new File(['text'], 'notes.png'));
    await settle();
    client.last('setPicture').reject(new AtlasError('pictureUnreadable', { name: 'notes.png' }));
    await settle();
    expect(page.state.picture).toBe('koala');
    expect(page.explorer.picture?.source.name).toBe('koala.jpg');
  });

  test('not a picture of one’s own, which a link cannot carry; and it stays when the URL is read again', async () => {
    await started('?picture=koala');
    await pictureShown();
    page.openFile(new File(['bytes'], 'mine.png'));
    await settle();
    await pictureShown();
    expect(query).toBe('');
    page.read('');
    await settle();
    expect(page.explorer.picture?.source.name).toBe('mine.png');
  });

  test('the square that is cut from a sample, until another is chosen', async () => {
    const cut = { turn: 90, left: 10, top: 20, side: 100 };
    await started('?picture=koala&crop=10,20,100,90');
    expect(client.last('setPicture').request).toMatchObject({ name: 'koala.jpg', cut });
    client.last('setPicture').resolve({ ...pictureReport(), cut });
    await settle();
    page.cutPicture({ ...cut, turn: 0 });
    await settle();
    client.last('setPicture').resolve({ ...pictureReport(), cut: { ...cut, turn: 0 } });
    await settle();
    expect(query).toBe('?picture=koala&crop=10,20,100');
    page.chooseSample('koala');
    await settle();
    expect(client.last('setPicture').request.cut).toBeNull();
    await pictureShown();
    expect(query).toBe('?picture=koala');
  });

  test('what is no square at all is told, also once the picture is shown', async () => {
    await started('?picture=koala&crop=middle');
    await pictureShown();
    expect(page.address.rejected.map(({ name }) => name)).toEqual(['crop']);
  });

  test('a square that does not lie on the sample is moved onto it, and that is said', async () => {
    await started('?picture=koala&crop=9000,0,100');
    const cut = { turn: 0, left: 540, top: 0, side: 100 };
    client.last('setPicture').resolve({ ...pictureReport(), cut });
    await settle();
    expect(query).toBe('?picture=koala&crop=540,0,100');
    expect(page.address.rejected).toEqual([{ name: 'crop', text: '9000,0,100', fallback: '540,0,100' }]);
  });

  test('no square cut from a picture of one’s own', async () => {
    await started('?picture=koala&crop=10,20,100');
    page.openFile(new File(['bytes'], 'mine.png'));
    await settle();
    await pictureShown();
    page.cutPicture({ turn: 0, left: 1, top: 2, side: 30 });
    await settle();
    client.last('setPicture').resolve({ ...pictureReport(), cut: { turn: 0, left: 1, top: 2, side: 30 } });
    await settle();
    expect(query).toBe('');
    expect(client.last('setPicture').request).toMatchObject({ name: 'mine.png', cut: { side: 30 } });
  });

  test('a backend, which is started in place of the other', async () => {
    await started('');
    page.chooseBackend('cpu');
    expect(query).toBe('?backend=cpu');
    expect(created).toBe(2);
  });
});

test('a bad value in the URL is told until it is changed', async () => {
  await started('?node=conv99&sort=size');
  expect(page.address.rejected.map(({ name, text }) => [name, text])).toEqual([
    ['node', 'conv99'],
    ['sort', 'size'],
  ]);
  page.chooseNode('res2a');
  expect(page.address.rejected.map(({ name }) => name)).toEqual(['sort']);
});

describe('interventions', () => {
  const cut4d = { kind: 'cutShortcut', block: '4d' } as const;

  async function passDone(pass: number) {
    client.last('forward').resolve(forwardReport(pass));
    await settle();
  }

  test('one that is made stands in the URL and runs a pass; the one before it is kept to compare with', async () => {
    await started('');
    await pictureShown();
    await passDone(1);
    page.interventions.toggle(cut4d);
    expect(query).toBe('?edits=cut.4d');
    expect(client.last('forward').request).toEqual({ rewrites: [cut4d] });
    await passDone(2);
    expect([page.explorer.unmodified?.pass, page.explorer.report?.pass]).toEqual([1, 2]);
    page.interventions.undo();
    expect(query).toBe('');
    expect(client.last('forward').request).toEqual({ rewrites: [] });
  });

  test('a link with one runs the network as it was trained first', async () => {
    await started('?edits=cut.4d');
    await pictureShown();
    expect(client.last('forward').request).toEqual({ rewrites: [] });
    await passDone(1);
    expect(page.explorer.report).toBeNull();
    expect(client.last('forward').request).toEqual({ rewrites: [cut4d] });
    await passDone(2);
    expect([page.explorer.unmodified?.pass, page.explorer.report?.pass]).toEqual([1, 2]);
    expect(page.interventions.canUndo).toBe(false);
  });

  test('another picture has another pass to compare with', async () => {
    await started('?edits=cut.4d');
    await pictureShown();
    await passDone(1);
    await passDone(2);
    page.chooseSample('koala');
    await settle();
    await pictureShown();
    await passDone(3);
    expect(page.explorer.unmodified?.pass).toBe(1);
    await passDone(4);
    expect([page.explorer.unmodified?.pass, page.explorer.report?.pass]).toEqual([3, 4]);
  });

  test('a chosen node that is taken away gives way to its block’s output, and that is said', async () => {
    await started('?node=res4d_branch2b');
    page.interventions.make({ kind: 'removeBlock', block: '4d' });
    expect(page.state.node).toBe('res4d');
    expect(page.explorer.node).toBe('res4d');
    expect(page.moved).toEqual({ from: 'res4d_branch2b', to: 'res4d' });
    expect(query).toBe('?node=res4d&edits=remove.4d');
    page.chooseNode('conv1');
    expect(page.moved).toBeNull();
  });

  test('a node that an intervention adds can be in a link; without the intervention it gives way', async () => {
    await started('?node=res4d_branch_scale&edits=branch.4d.0.5');
    expect(page.explorer.node).toBe('res4d_branch_scale');
    expect([page.open, page.moved]).toEqual(['4d', null]);
    page.interventions.clear();
    expect(page.moved).toEqual({ from: 'res4d_branch_scale', to: 'res4d' });
  });

  test('the network that is shown is the rewritten one', async () => {
    await started('?edits=swap.4b.4c');
    const stage = page.network.sections.find(({ id }) => id === 'conv4')!;
    expect(stage.units.map(({ id }) => id)).toEqual(['4a', '4c', '4b', '4d', '4e', '4f']);
  });
});

describe('one number', () => {
  test('of a link: a cell of the chosen channel', async () => {
    await started('?node=res4d_branch2b&channel=12&cell=5.6');
    expect(page.unit).toEqual({ node: 'res4d_branch2b', row: 5, column: 6, channel: 12 });
    await started('?node=fc1000&channel=387');
    expect(page.unit).toEqual({ node: 'fc1000', row: 0, column: 0, channel: 387 });
    await started('?node=res4d_branch2b&channel=12');
    expect(page.unit).toBeNull();
  });

  test('that the node does not have is left out and said', async () => {
    await started('?node=res5c&channel=3&cell=7.0');
    expect(page.unit).toBeNull();
    expect(page.address.rejected).toEqual([{ name: 'cell', text: '7.0', fallback: '' }]);
    await started('?node=conv1&channel=64');
    expect(page.address.rejected).toEqual([{ name: 'channel', text: '64', fallback: '' }]);
    await started('?node=fc1000&cell=0.0');
    expect(page.address.rejected.map(({ name }) => name)).toEqual(['cell']);
  });

  test('leads to one of its terms, in the URL, and back', async () => {
    await started('?node=bn2a_branch2a&channel=3&cell=5.6');
    page.walkTo({ node: 'res2a_branch2a', row: 5, column: 6, channel: 3 });
    expect(query).toBe('?node=res2a_branch2a&channel=3&cell=5.6');
    expect(page.explorer.node).toBe('res2a_branch2a');
    page.walkBack();
    expect(page.unit?.node).toBe('bn2a_branch2a');
    page.chooseNode('res2a');
    expect(page.unit).toBeNull();
    expect(query).toBe('?node=res2a');
  });

  test('leads nowhere that an intervention has taken away', async () => {
    await started('?node=res2c_branch2a&channel=3&cell=5.6&edits=mute.res2b.7');
    page.walkTo({ node: 'res2b_mute', row: 5, column: 6, channel: 7 });
    expect(page.unit?.node).toBe('res2b_mute');
    page.walkBack();
    page.interventions.clear();
    page.walkTo({ node: 'res2b_mute', row: 5, column: 6, channel: 7 });
    expect(page.unit?.node).toBe('res2c_branch2a');
  });
});
