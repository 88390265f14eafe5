/** IEEE 754 half precision, exact and the same on every machine. */

const bits = new Uint32Array(1);
const value = new Float32Array(bits.buffer);

function decode(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const mantissa = half & 1023;
  if (exponent === 0) return sign * mantissa * 2 ** -24;
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : NaN;
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15);
}

const table = Float32Array.from({ length: 65536 }, (_, half) => decode(half));

export function halvesToFloats(halves: Uint16Array): Float32Array {
  const floats = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) floats[i] = table[halves[i]!]!;
  return floats;
}

export function floatsToHalves(floats: Float32Array): Uint16Array {
  return Uint16Array.from(floats, floatToHalf);
}

export function halfToFloat(half: number): number {
  return table[half & 0xffff]!;
}

/** Rounded to nearest, ties to even; too large becomes infinity. */
export function floatToHalf(float: number): number {
  value[0] = float;
  const single = bits[0]!;
  const sign = (single >>> 16) & 0x8000;
  const magnitude = single & 0x7fffffff;
  if (magnitude >= 0x7f800000) return sign | (magnitude > 0x7f800000 ? 0x7e00 : 0x7c00);
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) return sign | roundEven(Math.abs(float) * 2 ** 24);
  const rebased = magnitude - 0x38000000;
  return sign | ((rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13);
}

function roundEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
