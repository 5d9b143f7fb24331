import { describe, expect, test } from 'vitest';
import { buildModel } from '../model/architecture/families.ts';
import { outline } from './outline.ts';
import { moveInTree, visibleItems } from './tree.ts';

const sections = outline(buildModel('resnet50'));
const closed = visibleItems(sections, { level: 'blocks', open: null });
const open = visibleItems(sections, { level: 'blocks', open: '4d' });
const folded = visibleItems(sections, { level: 'network', open: '4d' });
const all = visibleItems(sections, { level: 'operations', open: null });
const press = (items: typeof closed, current: string, key: string) => moveInTree(items, current, key);

describe('what is visible', () => {
  test('stages are above their blocks; picture, stem and head stand on the first level', () => {
    const first = closed.filter(({ level }) => level === 1).map(({ id }) => id);
    expect(first).toEqual([
      'unit input',
      'unit stem',
      'section conv2',
      'section conv3',
      'section conv4',
      'section conv5',
      'unit head',
    ]);
    expect(closed.filter(({ level }) => level === 2)).toHaveLength(16);
  });

  test('an open block shows its operations below it, in order', () => {
    const at = open.findIndex(({ id }) => id === 'unit 4d');
    const inside = open.filter(({ parent }) => parent === 'unit 4d');
    expect(open.slice(at + 1, at + 1 + inside.length)).toEqual(inside);
    expect(inside.map(({ node }) => node)).toEqual([
      'res4d_branch2a',
      'bn4d_branch2a',
      'res4d_branch2a_relu',
      'res4d_branch2b',
      'bn4d_branch2b',
      'res4d_branch2b_relu',
      'res4d_branch2c',
      'bn4d_branch2c',
      'res4d_add',
      'res4d',
    ]);
    expect(inside.every(({ level }) => level === 3)).toBe(true);
  });

  test('each item knows its place among its siblings, and whether it can be opened', () => {
    const block = open.find(({ id }) => id === 'unit 4d')!;
    expect(block).toMatchObject({ position: 4, siblings: 6, expanded: true });
    expect(open.find(({ id }) => id === 'unit 4e')?.expanded).toBe(false);
    expect(open.find(({ id }) => id === 'unit input')?.expanded).toBeNull();
  });

  test('a stage stands for what it hands on', () => {
    expect(closed.find(({ id }) => id === 'section conv4')?.node).toBe('res4f');
  });
});

describe('on the other levels', () => {
  test('the whole network: picture, stem, four stages that open inwards, head', () => {
    expect(folded.map(({ id, expanded }) => [id, expanded])).toEqual([
      ['unit input', null],
      ['unit stem', false],
      ['section conv2', false],
      ['section conv3', false],
      ['section conv4', false],
      ['section conv5', false],
      ['unit head', false],
    ]);
    expect(press(folded, 'section conv4', 'ArrowRight')).toEqual({ enter: 'section conv4' });
    expect(press(folded, 'unit stem', 'ArrowRight')).toEqual({ enter: 'unit stem' });
    expect(press(folded, 'section conv4', 'ArrowLeft')).toBeNull();
  });

  test('every operation: each node of the graph is an item, and no unit closes', () => {
    const nodes = all.filter(({ kind }) => kind === 'operation').map(({ node }) => node);
    expect(nodes).toEqual(
      buildModel('resnet50')
        .nodes.slice(1)
        .map(({ id }) => id),
    );
    expect(press(all, 'unit 4d', 'ArrowRight')).toEqual({ focus: 'node res4d_branch2a' });
    expect(press(all, 'unit 4d', 'ArrowLeft')).toEqual({ focus: 'section conv4' });
  });
});

describe('where keys lead', () => {
  test.each([
    ['ArrowDown', 'unit stem', { focus: 'section conv2' }],
    ['ArrowUp', 'section conv2', { focus: 'unit stem' }],
    ['ArrowRight', 'section conv4', { focus: 'unit 4a' }],
    ['ArrowRight', 'unit 4e', { open: '4e' }],
    ['ArrowRight', 'unit 4d', { focus: 'node res4d_branch2a' }],
    ['ArrowRight', 'node res4d', null],
    ['ArrowLeft', 'node res4d', { focus: 'unit 4d' }],
    ['ArrowLeft', 'unit 4d', { open: null }],
    ['ArrowLeft', 'unit 4e', { focus: 'section conv4' }],
    ['ArrowLeft', 'section conv4', null],
    ['Home', 'unit 4e', { focus: 'unit input' }],
    ['End', 'unit 4e', { focus: 'unit head' }],
    ['Enter', 'unit 4e', { choose: 'unit 4e' }],
    [' ', 'node res4d', { choose: 'node res4d' }],
    ['5', 'unit stem', { focus: 'unit 5a' }],
    ['5', 'unit 5c', { focus: 'unit 5a' }],
    ['H', 'unit stem', { focus: 'unit head' }],
    ['x', 'unit stem', null],
    ['Tab', 'unit stem', null],
  ])('%s on %s', (key, current, expected) => expect(press(open, current, key)).toEqual(expected));

  test('the ends of the tree are ends', () => {
    expect(press(closed, 'unit input', 'ArrowUp')).toBeNull();
    expect(press(closed, 'unit head', 'ArrowDown')).toBeNull();
  });

  test('every visible item is reached by going down from the first', () => {
    const reached = ['unit input'];
    for (;;) {
      const move = press(open, reached.at(-1)!, 'ArrowDown');
      if (!move || !('focus' in move)) break;
      reached.push(move.focus);
    }
    expect(reached).toEqual(open.map(({ id }) => id));
  });
});
