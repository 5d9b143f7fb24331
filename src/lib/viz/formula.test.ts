import katex from 'katex';
import { expect, test } from 'vitest';
import { buildModel, modelNames } from '../model/architecture/families.ts';
import type { Node } from '../model/architecture/graph.ts';
import { registeredKinds } from '../model/architecture/kinds.ts';
import { applyRewrites } from '../model/architecture/rewrites.ts';
import { inferShapes } from '../model/architecture/shapes.ts';
import { formulaOf } from './formula.ts';

const graphs = [
  ...modelNames.filter((name) => !/1202|110/.test(name)).map(buildModel),
  applyRewrites(buildModel('resnet50'), [
    { kind: 'cutShortcut', block: '4d' },
    { kind: 'removeBlock', block: '3b' },
    { kind: 'scaleBranch', block: '2b', factor: 0.5 },
    { kind: 'muteChannel', node: 'conv1', channel: 3 },
  ]),
];
const grouped: Node = {
  id: 'grouped',
  kind: 'conv',
  inputs: ['input'],
  attributes: { kernel: 3, stride: 1, padding: 1, filters: 8, groups: 2, bias: true },
};
/** Every node of every network, with the channels and side of its input. */
const cases = [
  ...graphs.flatMap((graph) => {
    const shapes = inferShapes(graph);
    return graph.nodes.map((node) => {
      const [side, , channels] = shapes.get(node.inputs[0] ?? node.id)!;
      return { node, channels: channels ?? side, side };
    });
  }),
  { node: grouped, channels: 8, side: 4 },
];
const formulas = new Map(
  cases.map(({ node, channels, side }) => {
    const formula = formulaOf(node, channels, side);
    return [formula.tex, { node, formula }];
  }),
);

test('every kind has a formula', () => {
  expect(new Set([...formulas.values()].map(({ node }) => node.kind))).toEqual(new Set(registeredKinds()));
});

test.each([...formulas])('%s can be typeset, for the eye and for screen readers', (tex, { formula }) => {
  const options = {
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: 'error',
    displayMode: true,
  } as const;
  expect(katex.renderToString(tex, options)).toContain('<math');
  for (const symbol of formula.symbols) {
    expect(katex.renderToString(symbol.tex, { ...options, displayMode: false })).toContain('<math');
  }
});

/** Letters of a formula that stand for something, without commands, functions and the words of cases. */
const letters = (tex: string) =>
  new Set(
    tex
      .replace(/\\text\{[^}]*\}|\\(?:frac|sum|max|sqrt|begin|end|quad|qquad|in|le)(?:\{cases\})?/g, ' ')
      .match(/\\[a-z]+|[A-Za-z]/g)
      ?.filter((one) => one !== 'e'),
  );

test.each([...formulas])('%s: every letter in it is explained, and no other', (tex, { formula }) => {
  const explained = letters(formula.symbols.map((symbol) => symbol.tex).join(' '));
  const index = formula.symbols.some(({ word }) => word === 'logits') ? ['m'] : [];
  expect([...letters(tex)].sort()).toEqual([...explained, ...index].sort());
});

test('what multiplies by one or adds nothing is left out', () => {
  const graph = buildModel('resnet50');
  const of = (id: string) =>
    formulaOf(
      graph.nodes.find((node) => node.id === id)!,
      64,
      56,
    ).tex;
  expect(of('res2a_branch2b')).toContain('x_{i + u - p,\\ j + v - p,\\ c}');
  expect(of('conv1')).toContain('x_{si + u,\\ sj + v,\\ c}');
  expect(of('res2a_branch2a')).toContain('x_{i,\\ j,\\ c}');
  expect(of('res3a_branch2a')).toContain('x_{si,\\ sj,\\ c}');
});
