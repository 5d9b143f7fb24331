import { expect, it } from 'vitest';
import { checkNode, satisfies } from './node.mjs';

const range = '^20.19.0 || ^22.13.0 || >=24.0.0';

it.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.13.1', true],
  ['24.0.0', true],
  ['25.1.0', true],
  ['20.18.3', false],
  ['18.20.4', false],
  ['21.7.0', false],
  ['22.12.9', false],
  ['23.11.0', false],
  ['9.99.99', false],
])('Node %s: %s', (version, expected) => {
  expect(satisfies(version, range)).toBe(expected);
});

it('does not guess at ranges that it cannot read', () => {
  expect(() => satisfies('20.0.0', '~20')).toThrow(/form/);
});

it('says what is needed, and what to do', () => {
  expect(() => checkNode('18.20.4')).toThrow(
    /this is Node 18\.20\.4.*needs Node 20\.19 or later.*\n.*https:\/\/nodejs\.org\//,
  );
  expect(() => checkNode()).not.toThrow();
});
