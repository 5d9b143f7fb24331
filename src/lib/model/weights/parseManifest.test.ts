import { beforeAll, describe, expect, it } from 'vitest';
import { AtlasError } from '../errors.ts';
import type { Manifest } from './manifest.ts';
import { parseLabels, parseManifest } from './parseManifest.ts';
import { smallWeights } from './testing.ts';

/** A manifest that may become anything. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Changeable = Record<string, any>;

let manifest: Manifest;
beforeAll(async () => void ({ manifest } = await smallWeights()));

function changed(change: (manifest: Changeable) => void): unknown {
  const copy = structuredClone(manifest);
  change(copy);
  return copy;
}

function reasonOf(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(AtlasError);
    const { code, details } = error as AtlasError<'weightsManifest'>;
    expect({ code, file: details.file }).toEqual({ code: 'weightsManifest', file: 'some.json' });
    return details.reason;
  }
  throw new Error('it was accepted');
}

describe('parseManifest', () => {
  it('gives an equal copy of a good one, with or without epsilon', () => {
    expect(parseManifest(manifest, 'some.json')).toEqual(manifest);
    const withEpsilon = changed((copy) => (copy.epsilon = 1.001e-5));
    expect(parseManifest(withEpsilon, 'some.json')).toEqual(withEpsilon);
  });

  it('leaves unknown fields out', () => {
    const more = changed((copy) => {
      copy.comment = 'more';
      copy.shards[0].url = 'https://elsewhere.test/';
    });
    expect(parseManifest(more, 'some.json')).toEqual(manifest);
  });

  it.each([
    ['nothing', null],
    ['a number', 7],
    ['a list', []],
    ['an empty object', {}],
  ])('refuses %s', (_, value) => {
    expect(reasonOf(() => parseManifest(value, 'some.json'))).toMatch(/not an object|is undefined/);
  });

  it.each<[string, (copy: Changeable) => unknown, RegExp]>([
    ['another format', (m) => (m.format = 'else'), /^format is "else"$/],
    ['a later version', (m) => (m.version = 2), /^version is 2$/],
    ['an unknown model', (m) => (m.model = 'vgg16'), /no model "vgg16"/],
    ['a model that is no name', (m) => (m.model = '../x'), /^model is/],
    ['no classes', (m) => (m.classes = 0), /^classes is 0$/],
    ['a fraction of a class', (m) => (m.classes = 9.5), /^classes is 9.5$/],
    ['far too many classes', (m) => (m.classes = 1e12), /^classes is/],
    ['other classes than its tensors', (m) => (m.classes = 11), /head\/kernel is \[\d+,10\], not \[\d+,11\]/],
    ['an epsilon of zero', (m) => (m.epsilon = 0), /^epsilon is 0$/],
    ['an epsilon in words', (m) => (m.epsilon = '1e-3'), /^epsilon is "1e-3"$/],
    ['another precision', (m) => (m.precision = 'int8'), /^precision is "int8"$/],
    ['no source', (m) => delete m.source, /^source is not an object$/],
    ['a labels file elsewhere', (m) => (m.labels = '../labels.json'), /^labels is "..\/labels.json"$/],
    ['a labels file on another host', (m) => (m.labels = 'https://elsewhere.test/'), /^labels is/],
    ['shards that are no list', (m) => (m.shards = {}), /^shards is not a list$/],
    ['no shards', (m) => (m.shards = []), /its shards have 0 bytes/],
    ['a wrong sum of bytes', (m) => (m.bytes = m.bytes + 1), /its shards have \d+ bytes, not \d+/],
    ['an absurd length', (m) => (m.shards[0].bytes = 2 ** 40), /length is 1099511627776/],
    ['a negative length', (m) => (m.shards[0].bytes = -1), /length is -1/],
    ['a path as file', (m) => (m.shards[0].file = 'a/b.bin'), /file is "a\/b.bin"/],
    ['a parent folder as file', (m) => (m.shards[0].file = '..'), /file is ".."/],
    ['a query as file', (m) => (m.shards[0].file = 'a.bin?x'), /file is "a.bin\?x"/],
    ['a hash that is none', (m) => (m.shards[0].sha256 = 'abc'), /hash is "abc"/],
    ['a file twice', (m) => (m.shards[1].file = m.shards[0].file), /two shards have the file/],
    ['a shard name twice', (m) => (m.shards[1].name = m.shards[0].name), /two shards have the name/],
    ['a tensor twice', (m) => (m.shards[0].tensors[1] = m.shards[0].tensors[0]), /twice/],
    ['a missing tensor', (m) => m.shards[0].tensors.pop(), /is missing/],
    ['a tensor too many', (m) => (m.shards[0].tensors.push({ ...m.shards[0].tensors[0], name: 'other/kernel' })), /has no other\/kernel/], // prettier-ignore
    ['a tensor name that is none', (m) => (m.shards[0].tensors[0].name = '__proto__'), /a tensor's name .* is "__proto__"/], // prettier-ignore
    [
      'another shape',
      (m) => m.shards[0].tensors[0].shape.reverse(),
      /stem_conv\/kernel is \[\d+,3,3,3\]|not \[3,3,/,
    ],
    ['a shape with a zero', (m) => (m.shards[0].tensors[0].shape[0] = 0), /shape is 0/],
    [
      'a shape that overflows',
      (m) => (m.shards[0].tensors[0].shape = Array(40).fill(2 ** 30)),
      /reaches beyond/,
    ],
    ['another type', (m) => (m.shards[0].tensors[0].type = 'float64'), /type is "float64"/],
    ['an odd offset', (m) => (m.shards[0].tensors[0].offset = 2), /not a multiple of 4/],
    [
      'an offset beyond the shard',
      (m) => (m.shards[0].tensors[0].offset = m.shards[0].bytes),
      /reaches beyond/,
    ],
    ['a negative offset', (m) => (m.shards[0].tensors[0].offset = -4), /offset is -4/],
  ])('refuses %s', (_, change, reason) => {
    expect(reasonOf(() => parseManifest(changed(change), 'some.json'))).toMatch(reason);
  });
});

describe('parseLabels', () => {
  it('takes one name per class', () => {
    expect(parseLabels(['tench', '金鱼'], 2, 'some.json')).toEqual(['tench', '金鱼']);
  });

  it.each([
    ['an object', { 0: 'tench' }, /not a list/],
    ['too few', ['tench'], /1 class names for 2 classes/],
    ['a number', ['tench', 1], /class name 1 is 1/],
    ['an empty name', ['', 'tench'], /class name 0 is ""/],
    ['a name without end', ['tench', 'x'.repeat(1000)], /class name 1 is "x+…$/],
  ])('refuses %s', (_, value, reason) => {
    expect(reasonOf(() => parseLabels(value, 2, 'some.json'))).toMatch(reason);
  });
});
