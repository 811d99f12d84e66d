/**
 * Natural logarithm and exponential in plain arithmetic.
 *
 * Reductions and coefficients are those of fdlibm (Sun Microsystems, 1993): errors below 1 unit in the last place.
 */

/** Natural logarithm. -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  let significand = x;
  if (significand < SMALLEST_NORMAL) {
    significand *= TWO_POWER_54;
    exponent = -54;
  }
  double[0] = significand;
  const high = words[HIGH];
  const scale = (high >> 20) - 1023 + (((high & 0xfffff) + ABOVE_ROOT_2) >> 20);
  exponent += scale;
  const f = significand * POWERS_OF_2[LOWEST_POWER - scale] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = even + odd;
  const halfSquare = 0.5 * f * f;
  return exponent * LN2_HIGH - (halfSquare - (s * (halfSquare + rest) + exponent * LN2_LOW) - f);
}

/** e to the power x. 0 far below, Infinity above 709.78. */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : NaN;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k < 1024 && k >= -LOWEST_POWER) return y * POWERS_OF_2[LOWEST_POWER + k];
  return k > 0 ? y * 2 * POWERS_OF_2[LOWEST_POWER + k - 1] : y * 0.5 * POWERS_OF_2[LOWEST_POWER + k + 1];
}

/** One buffer read both as a double and as its two words. */
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Where the word with sign and exponent lies: that depends on the byte order of the machine. */
const HIGH = new Uint8Array(Int32Array.of(1).buffer)[0] === 1 ? 1 : 0;

const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_POWER_54 = 18014398509481984;

/** ln 2 in two parts: the first has 32 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^-1074, the smallest number above 0, to 2^1023. */
const LOWEST_POWER = 1074;
const POWERS_OF_2 = powersOf2();

/** Carries into the exponent when the upper bits of a significand are those of the root of 2 or more. */
const ABOVE_ROOT_2 = 0x95f64;

function powersOf2(): Float64Array {
  const powers = new Float64Array(LOWEST_POWER + 1024);
  powers[LOWEST_POWER] = 1;
  for (let k = 1; k < 1024; k++) powers[LOWEST_POWER + k] = powers[LOWEST_POWER + k - 1] * 2;
  for (let k = 1; k <= LOWEST_POWER; k++) powers[LOWEST_POWER - k] = powers[LOWEST_POWER - k + 1] / 2;
  return powers;
}
