/**
 * Random draws without state, for common random numbers: a draw is a pure function of a key (seed and replicate) and a
 * counter (person, decision, occasion). No generator advances, so the same person meets the same luck in every arm, on any
 * machine, in any order.
 *
 * The counter-based generator is Threefry-2x32 with 13 rounds, of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
 * easy as 1, 2, 3", SC11 (2011). Under one key it is a bijection of the 64-bit counter: no two draws of a replicate share a
 * block. `docs/decisions/0002-keyed-draws.md` gives the reasons and the findings of the test battery.
 */
import alea from 'seedrandom/lib/alea.js';

/** The key of one replicate: two unsigned 32-bit words. */
export interface RandomKey {
  readonly low: number;
  readonly high: number;
}

/**
 * The key of a replicate of a study, made by seedrandom's alea from the text `seed/replicate`, which is unique to the pair.
 * Throws RangeError when the replicate is not a whole number from 0.
 */
export function randomKey(seed: string, replicate: number): RandomKey {
  if (!Number.isSafeInteger(replicate) || replicate < 0) {
    throw new RangeError(`replicate ${replicate} is not a whole number from 0`);
  }
  const generator = alea(`${seed}/${replicate}`);
  for (let warming = 0; warming < 16; warming++) generator.int32();
  return { low: generator.int32() >>> 0, high: generator.int32() >>> 0 };
}

/**
 * A uniform draw, strictly between 0 and 1, on a grid of 2^52 midpoints (so 1 minus it is exact as well): the first word of
 * the block and the upper 20 bits of the second. Written out round by round, because it is the hottest code of all: x is cut
 * to 32 bits only where bits are mixed (its sums stay far below 2^53), which keeps the function short enough for V8 to
 * inline. All four arguments are 32-bit words, signed or unsigned. By convention the low word of the counter is the person's
 * index and `packOccasion` makes the high word.
 */
export function uniform(keyLow: number, keyHigh: number, counterLow: number, counterHigh: number): number {
  const low = keyLow | 0;
  const high = keyHigh | 0;
  const third = low ^ high ^ 0x1bd11bda;
  let x = (counterLow | 0) + low;
  let y = (counterHigh | 0) + high;
  x = x + y;
  y = x ^ ((y << 13) | (y >>> 19));
  x = x + y;
  y = x ^ ((y << 15) | (y >>> 17));
  x = x + y;
  y = x ^ ((y << 26) | (y >>> 6));
  x = x + y;
  y = x ^ ((y << 6) | (y >>> 26));
  x = x + high;
  y = y + third + 1;
  x = x + y;
  y = x ^ ((y << 17) | (y >>> 15));
  x = x + y;
  y = x ^ ((y << 29) | (y >>> 3));
  x = x + y;
  y = x ^ ((y << 16) | (y >>> 16));
  x = x + y;
  y = x ^ ((y << 24) | (y >>> 8));
  x = x + third;
  y = y + low + 2;
  x = x + y;
  y = x ^ ((y << 13) | (y >>> 19));
  x = x + y;
  y = x ^ ((y << 15) | (y >>> 17));
  x = x + y;
  y = x ^ ((y << 26) | (y >>> 6));
  x = x + y;
  y = x ^ ((y << 6) | (y >>> 26));
  x = x + low;
  y = y + high + 3;
  x = x + y;
  y = x ^ ((y << 17) | (y >>> 15));
  return (x >>> 0) * 2.3283064365386963e-10 + ((y >>> 12) + 0.5) * 2.220446049250313e-16;
}

/**
 * The high word of a counter: stream (0 to 15), decision (0 to 255), occasion (0 to 1,048,575), as an unsigned 32-bit word.
 * Injective; throws RangeError naming the value that does not fit.
 */
export function packOccasion(stream: number, decision: number, occasion: number): number {
  if ((stream & 15) !== stream) throw outside('stream', stream, 15);
  if ((decision & 255) !== decision) throw outside('decision', decision, 255);
  if ((occasion & 0xfffff) !== occasion) throw outside('occasion', occasion, 0xfffff);
  return ((stream << 28) | (decision << 20) | occasion) >>> 0;
}

/** The last episode of a life for which an occasion has room. */
export const MOST_EPISODES = 511;

/**
 * An occasion within a life: the episode (0 to 511, such as the number of a case) and the count within it (0 to 2,047, such
 * as the number of a review). Injective, from 0 to 1,048,575; throws RangeError naming the value that does not fit.
 */
export function occasionOf(episode: number, count: number): number {
  if ((episode & MOST_EPISODES) !== episode) throw outside('episode', episode, MOST_EPISODES);
  if ((count & 2047) !== count) throw outside('count', count, 2047);
  return (episode << 11) | count;
}

/**
 * Threefry-2x32 with any number of rounds up to 20, written plainly: both words of the result go into `block`. The published
 * vectors and the test battery check it, and `uniform` must equal it at 13 rounds.
 */
export function threefry(
  rounds: number,
  keyLow: number,
  keyHigh: number,
  counterLow: number,
  counterHigh: number,
  block: Uint32Array,
): void {
  const low = keyLow | 0;
  const high = keyHigh | 0;
  const third = low ^ high ^ KEY_PARITY;
  let x = (counterLow + low) | 0;
  let y = (counterHigh + high) | 0;
  for (let round = 1; round <= rounds; round++) {
    const turn = ROTATIONS[(round - 1) & 7];
    x = (x + y) | 0;
    y = x ^ ((y << turn) | (y >>> (32 - turn)));
    if ((round & 3) === 0) {
      const injection = round >> 2;
      const phase = injection % 3;
      x = (x + (phase === 0 ? low : phase === 1 ? high : third)) | 0;
      y = (y + (phase === 0 ? high : phase === 1 ? third : low) + injection) | 0;
    }
  }
  block[0] = x;
  block[1] = y;
}

const ROTATIONS = Int32Array.of(13, 15, 26, 6, 17, 29, 16, 24);

/** The constant that Threefry takes from Skein: it keeps the three key words from being all zero. */
const KEY_PARITY = 0x1bd11bda;

function outside(name: string, value: number, highest: number): RangeError {
  return new RangeError(`${name} ${value} is not a whole number from 0 to ${highest}`);
}
