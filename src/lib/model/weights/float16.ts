/**
 * IEEE 754 binary16 ("half"): 1 sign bit, 5 exponent bits (bias 15), 10 fraction bits. Kernels travel and are
 * stored in it: half the bytes of float32, a relative error of at most 2⁻¹¹ per weight.
 */

/** All 65,536 values; 256 kB. Built on first use. */
let table: Float32Array | undefined;

function decodeOne(code: number): number {
  const sign = code & 0x8000 ? -1 : 1;
  const exponent = (code >> 10) & 0x1f;
  const fraction = code & 0x3ff;
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/**
 * Decodes float16 bit patterns; exact, as every half is a float32. 25 million values take some 50 ms.
 *
 * @param target filled and returned when given; at least as long as `codes`
 */
export function decodeFloat16(codes: Uint16Array, target = new Float32Array(codes.length)): Float32Array {
  const values = (table ??= Float32Array.from({ length: 0x10000 }, (_, code) => decodeOne(code)));
  for (let i = 0; i < codes.length; i++) target[i] = values[codes[i]];
  return target;
}

/**
 * Encodes float32 values as float16 bit patterns: to the nearest, ties to even; too small for a normal half
 * becomes subnormal or zero, too large (from 65520 on) infinity; NaN stays NaN; signs are kept.
 */
export function encodeFloat16(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const codes = new Uint16Array(values.length);
  for (let i = 0; i < bits.length; i++) codes[i] = encodeOne(bits[i]);
  return codes;
}

/** One float32 bit pattern to the float16 one. */
function encodeOne(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  // 65520, half-way between the largest half and the next power of two, rounds to infinity.
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  // From 2⁻¹⁴ on the half is normal: move the bias from 127 to 15, round the 13 bits that fall away. A carry out
  // of the fraction runs into the exponent, as it should.
  if (magnitude >= 0x38800000) return sign | roundShift(magnitude - (112 << 23), 13);
  // Subnormal: the fraction with its leading one, in units of 2⁻²⁴.
  const exponent = magnitude >>> 23;
  if (exponent < 102) return sign;
  return sign | roundShift((magnitude & 0x7fffff) | 0x800000, 126 - exponent);
}

/** `value` / 2^`shift`, rounded to the nearest integer, ties to even. */
function roundShift(value: number, shift: number): number {
  const quotient = value >>> shift;
  const remainder = value & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return remainder > half || (remainder === half && quotient & 1) ? quotient + 1 : quotient;
}
