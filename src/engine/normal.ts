/**
 * The standard normal distribution function and its inverse, the quantile function.
 *
 * Cumulative: W. J. Cody, "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969),
 * with the tail split so that exp keeps its accuracy. Inverse: M. J. Wichura, "Algorithm AS 241: the percentage points of the
 * normal distribution", Applied Statistics 37 (1988), routine PPND16, relative accuracy about 1e-16.
 */
import { exp, log } from './logarithm.ts';

/** The chance that a standard normal variable is at most x; accurate relatively in the lower tail too. */
export function normalCumulative(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.67448975) {
    const z = x * x;
    const numerator =
      (((0.06568233791820745 * z + 2.2352520354606837) * z + 161.02823106855587) * z + 1067.6894854603709) * z +
      18154.98125334356;
    const denominator =
      (((z + 47.202581904688245) * z + 976.0985517377767) * z + 10260.932208618979) * z + 45507.789335026726;
    return 0.5 + (x * numerator) / denominator;
  }
  if (Number.isNaN(x)) return x;
  const tail = upperTail(y);
  return x < 0 ? tail : 1 - tail;
}

/** The quantile of a standard normal variable at p. -Infinity at 0, Infinity at 1, NaN outside. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q *
        (((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
          13731.69376550946) *
          r +
          1971.5909503065513) *
          r +
          133.14166789178438) *
          r +
          3.3871328727963665)) /
      (((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
        5394.196021424751) *
        r +
        687.1870074920579) *
        r +
        42.31333070160091) *
        r +
        1)
    );
  }
  const nearer = q < 0 ? p : 1 - p;
  if (!(nearer > 0)) return nearer === 0 ? q * Infinity : NaN;
  const value = tailQuantile(Math.sqrt(-log(nearer)));
  return q < 0 ? -value : value;
}

/** The chance above y, for y > 0.67. */
function upperTail(y: number): number {
  if (y > 40) return 0;
  const cut = Math.trunc(y * 16) / 16;
  const density = exp(-0.5 * cut * cut) * exp(-0.5 * (y - cut) * (y + cut));
  if (y <= 5.656854249492381) {
    const numerator =
      (((((((1.0765576773720192e-8 * y + 0.39894151208813466) * y + 8.883149794388377) * y + 93.50665613217785) * y +
        597.2702763948002) *
        y +
        2494.5375852903726) *
        y +
        6848.190450536283) *
        y +
        11602.65143764735) *
        y +
      9842.714838383978;
    const denominator =
      (((((((y + 22.266688044328117) * y + 235.387901782625) * y + 1519.3775994075547) * y + 6485.558298266761) * y +
        18615.571640885097) *
        y +
        34900.95272114598) *
        y +
        38912.00328609327) *
        y +
      19685.429676859992;
    return (density * numerator) / denominator;
  }
  const z = 1 / (y * y);
  const numerator =
    ((((0.02307344176494017 * z + 0.215898534057957) * z + 0.12740116116024736) * z + 0.022235277870649807) * z +
      0.0014216191932278934) *
      z +
    2.9112874951168793e-5;
  const denominator =
    ((((z + 1.284260096144911) * z + 0.4682382124808651) * z + 0.06598813786892856) * z + 0.0037823963320275824) * z +
    7.297515550839662e-5;
  return (density * (INVERSE_ROOT_TWO_PI - (z * numerator) / denominator)) / y;
}

/** The quantile whose upper tail is exp(-r * r), for tails below 0.075. */
function tailQuantile(r: number): number {
  if (r <= 5) {
    const t = r - 1.6;
    return (
      (((((((0.0007745450142783414 * t + 0.022723844989269184) * t + 0.2417807251774506) * t + 1.2704582524523684) * t +
        3.6478483247632045) *
        t +
        5.769497221460691) *
        t +
        4.630337846156546) *
        t +
        1.4234371107496835) /
      (((((((1.0507500716444169e-9 * t + 0.0005475938084995345) * t + 0.015198666563616457) * t + 0.14810397642748008) *
        t +
        0.6897673349851) *
        t +
        1.6763848301838038) *
        t +
        2.053191626637759) *
        t +
        1)
    );
  }
  const t = r - 5;
  return (
    (((((((2.0103343992922881e-7 * t + 2.7115555687434876e-5) * t + 0.0012426609473880784) * t + 0.026532189526576124) *
      t +
      0.29656057182850487) *
      t +
      1.7848265399172913) *
      t +
      5.463784911164114) *
      t +
      6.657904643501103) /
    (((((((2.0442631033899397e-15 * t + 1.421511758316446e-7) * t + 1.8463183175100548e-5) * t +
      0.0007868691311456133) *
      t +
      0.014875361290850615) *
      t +
      0.1369298809227358) *
      t +
      0.599832206555888) *
      t +
      1)
  );
}

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;
