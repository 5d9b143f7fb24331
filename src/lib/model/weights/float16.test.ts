import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFloat16, encodeFloat16 } from './float16.ts';

/** By the standard's definition, from the code's binary digits. */
function byDefinition(code: number): number {
  const digits = code.toString(2).padStart(16, '0');
  const sign = digits[0] === '1' ? -1 : 1;
  const exponent = parseInt(digits.slice(1, 6), 2);
  const fraction = [...digits.slice(6)].reduce((sum, digit, i) => sum + Number(digit) / 2 ** (i + 1), 0);
  if (exponent === 31) return fraction > 0 ? NaN : sign / 0;
  return exponent === 0 ? sign * fraction * 2 ** -14 : sign * (1 + fraction) * 2 ** (exponent - 15);
}

const allCodes = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
const allValues = Float64Array.from(allCodes, byDefinition);
const encodeOne = (value: number) => encodeFloat16(Float32Array.of(value))[0];
const decodeOne = (code: number) => decodeFloat16(Uint16Array.of(code))[0];

describe('decodeFloat16', () => {
  it('gives the value of each of the 65,536 codes', () => {
    const decoded = decodeFloat16(allCodes);
    const wrong = [...allCodes].filter((code) => !Object.is(decoded[code], allValues[code]));
    expect(wrong).toEqual([]);
  });

  it('writes into the array it is given', () => {
    const target = new Float32Array(3).fill(7);
    expect(decodeFloat16(Uint16Array.of(0x3c00, 0xc000), target)).toBe(target);
    expect([...target]).toEqual([1, -2, 7]);
  });
});

describe('encodeFloat16', () => {
  it('gives back the code of every value', () => {
    const codes = encodeFloat16(Float32Array.from(allValues));
    const wrong = [...allCodes].filter((code) => !Number.isNaN(allValues[code]) && codes[code] !== code);
    expect(wrong).toEqual([]);
  });

  it('keeps NaN a NaN', () => {
    expect(decodeOne(encodeOne(NaN))).toBeNaN();
  });

  it.each([
    ['one third', 1 / 3, 0x3555],
    ['the largest half', 65504, 0x7bff],
    ['just below half-way to infinity', 65519.996, 0x7bff],
    ['half-way to infinity', 65520, 0x7c00],
    ['far too large', -1e30, 0xfc00],
    ['the smallest normal half', 2 ** -14, 0x0400],
    ['a fraction that rounds up to a normal half', 2 ** -14 - 2 ** -26, 0x0400],
    ['the smallest subnormal', 2 ** -24, 0x0001],
    ['half of it: tie to even, zero', 2 ** -25, 0x0000],
    ['just over half of it', 2 ** -25 * 1.0001, 0x0001],
    ['one and a half of it: tie to even, two', 1.5 * 2 ** -24, 0x0002],
    ['float32 subnormals', -1e-40, 0x8000],
    ['minus zero', -0, 0x8000],
    ['a tie below an even code', 1 + 2 ** -11, 0x3c00],
    ['a tie above an odd code', 1 + 3 * 2 ** -11, 0x3c02],
    ['a carry into the exponent', 2 - 2 ** -12, 0x4000],
  ])('%s', (_, value, code) => {
    expect(encodeOne(value)).toBe(code);
  });

  it('rounds to the nearest half, ties to the even code', () => {
    const finite = [...allCodes.subarray(0, 0x7c00)];
    fc.assert(
      fc.property(fc.float({ min: Math.fround(-65504), max: Math.fround(65504), noNaN: true }), (value) => {
        // The nearest by exhaustive search over a neighbourhood found by bisection, in exact arithmetic.
        const magnitude = Math.abs(value);
        let low = 0;
        let high = finite.length - 1;
        while (high - low > 1) {
          const middle = (low + high) >> 1;
          if (allValues[middle] <= magnitude) low = middle;
          else high = middle;
        }
        const below = magnitude - allValues[low];
        const above = allValues[high] - magnitude;
        const nearest = below < above ? low : above < below ? high : low % 2 ? high : low;
        expect(encodeOne(value) & 0x7fff).toBe(nearest);
        expect(encodeOne(value) >> 15).toBe(Object.is(value, -0) || value < 0 ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads arrays that are views into larger buffers', () => {
    const values = new Float32Array([9, 1, -2, 9]).subarray(1, 3);
    expect([...encodeFloat16(values)]).toEqual([0x3c00, 0xc000]);
  });
});
