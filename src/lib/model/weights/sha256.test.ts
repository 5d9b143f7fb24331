import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from './sha256.ts';

const abc = new TextEncoder().encode('abc');

it('gives the digest of FIPS 180-2’s example', async () => {
  expect(await sha256(abc)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('needs no secure context', async () => {
  const bytes = Uint8Array.from({ length: 100_003 }, (_, i) => i * i);
  expect(await sha256(bytes, null)).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(await sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});
