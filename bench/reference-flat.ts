/**
 * The reference workload by hand, for speed alone: how fast TypeScript can be, and what the kernel is measured against.
 *
 * One function, one 64-byte record a person, one list a day, luck by a two-round hash. It follows `reference.cpp` step by
 * step, with times as real numbers, so its events are the same to the last one. Nothing in it is an example of style.
 */
import { FOLLOWED_DAYS, type ReferenceRun, HORIZON_DAYS as T, WINDOW_START as W } from './reference.ts';

/** Runs one seed (a whole number from 1) at a scale. */
export function runFlat(seed: number, scale: number): ReferenceRun {
  let capacity = 1 << 14;
  let buffer = new ArrayBuffer(capacity * 64);
  let real = new Float64Array(buffer);
  let whole = new Int32Array(buffer);
  let small = new Uint8Array(buffer);
  let unused = new Int32Array(capacity);
  let unusedCount = 0;
  let highest = 1;
  let nextIndex = 1;
  const heads = new Int32Array(T + 1).fill(-1);
  const count = new Int32Array(PLACES);
  const area = new Float64Array(PLACES);
  const highPlaces = Math.floor(3000 * scale);
  const lowPlaces = Math.floor(2600 * scale);
  const rate = 25 * scale;
  let queueFirst = -1;
  let queueLast = -1;
  let lowFirst = -1;
  let lowLast = -1;
  let events = 0;
  let releases = 0;
  let reoffended = 0;
  const logPriors = Math.log(0.6);

  let day = 0;
  real[DUE] = -Math.log(((hash(seed, 0, 0) >>> 0) + 0.5) * UNIT) / rate;
  small[KIND] = ARRIVAL;
  whole[NEXT] = -1;
  heads[Math.floor(real[DUE])] = 0;
  for (;;) {
    let row = heads[day];
    if (row < 0) {
      if (++day >= T) break;
      continue;
    }
    heads[day] = whole[row * 16 + NEXT];
    let d = row * 8;
    let w = row * 16;
    let b = row * 64;
    const t = real[d + DUE];
    const clipped = t > W ? t : W;
    let due = 0;
    let arrives = false;
    let sentenced = false;
    let fills = false;
    events++;
    switch (small[b + KIND]) {
      case ARRIVAL: {
        const cycle = ++whole[CYCLE];
        const arrival = t - Math.log(((hash(seed, 0, cycle * 16) >>> 0) + 0.5) * UNIT) / rate;
        real[DUE] = arrival;
        if (arrival < T) {
          const slot = arrival | 0;
          whole[NEXT] = heads[slot];
          heads[slot] = 0;
        }
        if (unusedCount > 0) row = unused[--unusedCount];
        else {
          row = highest++;
          if (row === capacity) {
            capacity *= 2;
            buffer = new ArrayBuffer(capacity * 64);
            new Float64Array(buffer).set(real);
            real = new Float64Array(buffer);
            whole = new Int32Array(buffer);
            small = new Uint8Array(buffer);
            const larger = new Int32Array(capacity);
            larger.set(unused);
            unused = larger;
          }
        }
        d = row * 8;
        w = row * 16;
        b = row * 64;
        const index = nextIndex++;
        whole[w + INDEX] = index;
        whole[w + CYCLE] = 0;
        let years = -14 * Math.log(((hash(seed, index, 6) >>> 0) + 0.5) * UNIT);
        if (years > 57) years = 57;
        real[d + BIRTH] = t - (18 + years) * 365.25;
        const priors = (Math.log(((hash(seed, index, 7) >>> 0) + 0.5) * UNIT) * (1 / logPriors)) | 0;
        small[b + PRIORS] = priors > 255 ? 255 : priors;
        arrives = true;
        break;
      }
      case RETURNED:
        area[PENDING] = area[PENDING] + clipped;
        count[PENDING] = count[PENDING] - 1;
        whole[w + CYCLE] = whole[w + CYCLE] + 1;
        arrives = true;
        break;
      case REMAND_ENDED:
        area[REMAND] = area[REMAND] + clipped;
        count[REMAND] = count[REMAND] - 1;
        sentenced = true;
        break;
      case ELIGIBLE:
        if (small[b + PLACE] === HIGH) {
          if (count[LOW] < lowPlaces) {
            area[HIGH] = area[HIGH] + clipped;
            count[HIGH] = count[HIGH] - 1;
            small[b + PLACE] = LOW;
            area[LOW] = area[LOW] - clipped;
            count[LOW] = count[LOW] + 1;
            events++;
            small[b + MOVE] = MAY_MOVE;
            fills = true;
          } else {
            small[b + MOVE] = WAITS_FOR_LOW;
            whole[w + AFTER] = -1;
            whole[w + BEFORE] = lowLast;
            if (lowLast >= 0) whole[lowLast * 16 + AFTER] = row;
            else lowFirst = row;
            lowLast = row;
          }
        } else small[b + MOVE] = MAY_MOVE;
        small[b + KIND] = RELEASED;
        due = real[d + SENTENCED] + real[d + LENGTH] * (2 / 3);
        break;
      case RELEASED: {
        const place = small[b + PLACE];
        area[place] = area[place] + clipped;
        count[place] = count[place] - 1;
        if (place === QUEUE || (place === HIGH && small[b + MOVE] === WAITS_FOR_LOW)) {
          const after = whole[w + AFTER];
          const before = whole[w + BEFORE];
          if (before >= 0) whole[before * 16 + AFTER] = after;
          else if (place === QUEUE) queueFirst = after;
          else lowFirst = after;
          if (after >= 0) whole[after * 16 + BEFORE] = before;
          else if (place === QUEUE) queueLast = before;
          else lowLast = before;
        }
        if (place === LOW) {
          while (count[LOW] < lowPlaces && lowFirst >= 0) {
            const other = lowFirst;
            lowFirst = whole[other * 16 + AFTER];
            if (lowFirst >= 0) whole[lowFirst * 16 + BEFORE] = -1;
            else lowLast = -1;
            area[HIGH] = area[HIGH] + clipped;
            count[HIGH] = count[HIGH] - 1;
            small[other * 64 + PLACE] = LOW;
            area[LOW] = area[LOW] - clipped;
            count[LOW] = count[LOW] + 1;
            events++;
            small[other * 64 + MOVE] = MAY_MOVE;
          }
        }
        fills = place !== QUEUE;
        small[b + PLACE] = SUPERVISION;
        area[SUPERVISION] = area[SUPERVISION] - clipped;
        count[SUPERVISION] = count[SUPERVISION] + 1;
        if (t <= T - FOLLOWED_DAYS) releases++;
        const index = whole[w + INDEX];
        const cycle = whole[w + CYCLE] * 16;
        const end = real[d + SENTENCED] + real[d + LENGTH];
        let reoffence = NEVER;
        if (((hash(seed, index, cycle + 4) >>> 0) + 0.5) * UNIT >= 0.6) {
          const age = (t - real[d + BIRTH]) / 365.25;
          const priors = small[b + PRIORS];
          const logHazardRatio = -0.03 * (age - 35) + 0.1 * (priors > 10 ? 10 : priors);
          const exponential = -Math.log(((hash(seed, index, cycle + 5) >>> 0) + 0.5) * UNIT);
          reoffence = t + 500 * Math.exp((Math.log(exponential) - logHazardRatio) * 1.25);
        }
        real[d + REOFFENCE] = reoffence;
        if (reoffence < end) {
          small[b + KIND] = REOFFENDED;
          due = reoffence;
        } else {
          small[b + KIND] = SUPERVISION_ENDED;
          due = end;
        }
        break;
      }
      case SUPERVISION_ENDED: {
        area[SUPERVISION] = area[SUPERVISION] + clipped;
        count[SUPERVISION] = count[SUPERVISION] - 1;
        const reoffence = real[d + REOFFENCE];
        due = reoffence;
        if (reoffence >= T) unused[unusedCount++] = row;
        else {
          small[b + PLACE] = COMMUNITY;
          small[b + KIND] = REOFFENDED;
        }
        break;
      }
      case REOFFENDED: {
        if (small[b + PLACE] === SUPERVISION) {
          area[SUPERVISION] = area[SUPERVISION] + clipped;
          count[SUPERVISION] = count[SUPERVISION] - 1;
        }
        const released = real[d + SENTENCED] + real[d + LENGTH] * (2 / 3);
        if (released <= T - FOLLOWED_DAYS && t - released < FOLLOWED_DAYS) reoffended++;
        if (small[b + PRIORS] < 255) small[b + PRIORS] = small[b + PRIORS] + 1;
        small[b + PLACE] = PENDING;
        area[PENDING] = area[PENDING] - clipped;
        count[PENDING] = count[PENDING] + 1;
        small[b + KIND] = RETURNED;
        const u = ((hash(seed, whole[w + INDEX], whole[w + CYCLE] * 16 + 8) >>> 0) + 0.5) * UNIT;
        due = t - 90 * Math.log(u);
        break;
      }
    }
    if (arrives) {
      const index = whole[w + INDEX];
      const cycle = whole[w + CYCLE] * 16;
      if (((hash(seed, index, cycle + 1) >>> 0) + 0.5) * UNIT < 0.4) {
        small[b + PLACE] = REMAND;
        area[REMAND] = area[REMAND] - clipped;
        count[REMAND] = count[REMAND] + 1;
        small[b + KIND] = REMAND_ENDED;
        due = t - 60 * Math.log(((hash(seed, index, cycle + 2) >>> 0) + 0.5) * UNIT);
      } else sentenced = true;
    }
    if (sentenced) {
      const p = ((hash(seed, whole[w + INDEX], whole[w + CYCLE] * 16 + 3) >>> 0) + 0.5) * UNIT;
      let normal: number;
      if (p < 0.02425 || p > 1 - 0.02425) {
        const q = Math.sqrt(-2 * Math.log(p < 0.5 ? p : 1 - p));
        normal =
          (((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q +
            4.374664141464968) *
            q +
            2.938163982698783) /
          ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q +
            1);
        if (p >= 0.5) normal = -normal;
      } else {
        const q = p - 0.5;
        const r = q * q;
        normal =
          ((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) *
            r -
            3.066479806614716e1) *
            r +
            2.506628277459239) *
            q) /
          (((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r + 6.680131188771972e1) *
            r -
            1.328068155288572e1) *
            r +
            1);
      }
      const length = 120 * Math.exp(1.1 * normal);
      real[d + SENTENCED] = t;
      real[d + LENGTH] = length;
      small[b + MOVE] = NOT_ELIGIBLE;
      if (count[HIGH] < highPlaces) {
        small[b + PLACE] = HIGH;
        area[HIGH] = area[HIGH] - clipped;
        count[HIGH] = count[HIGH] + 1;
        events++;
      } else {
        small[b + PLACE] = QUEUE;
        area[QUEUE] = area[QUEUE] - clipped;
        count[QUEUE] = count[QUEUE] + 1;
        whole[w + AFTER] = -1;
        whole[w + BEFORE] = queueLast;
        if (queueLast >= 0) whole[queueLast * 16 + AFTER] = row;
        else queueFirst = row;
        queueLast = row;
      }
      small[b + KIND] = ELIGIBLE;
      due = t + length / 3;
    }
    if (fills) {
      while (count[HIGH] < highPlaces && queueFirst >= 0) {
        const other = queueFirst;
        queueFirst = whole[other * 16 + AFTER];
        if (queueFirst >= 0) whole[queueFirst * 16 + BEFORE] = -1;
        else queueLast = -1;
        area[QUEUE] = area[QUEUE] + clipped;
        count[QUEUE] = count[QUEUE] - 1;
        events++;
        if (small[other * 64 + MOVE] === MAY_MOVE && count[LOW] < lowPlaces) {
          small[other * 64 + PLACE] = LOW;
          area[LOW] = area[LOW] - clipped;
          count[LOW] = count[LOW] + 1;
          events++;
          continue;
        }
        small[other * 64 + PLACE] = HIGH;
        area[HIGH] = area[HIGH] - clipped;
        count[HIGH] = count[HIGH] + 1;
        if (small[other * 64 + MOVE] === MAY_MOVE) {
          small[other * 64 + MOVE] = WAITS_FOR_LOW;
          whole[other * 16 + AFTER] = -1;
          whole[other * 16 + BEFORE] = lowLast;
          if (lowLast >= 0) whole[lowLast * 16 + AFTER] = other;
          else lowFirst = other;
          lowLast = other;
        }
      }
    }
    real[d + DUE] = due;
    if (due < T) {
      const slot = due < day ? day : due | 0;
      whole[w + NEXT] = heads[slot];
      heads[slot] = row;
    }
  }
  const mean = (place: number) => (area[place] + count[place] * T) / (T - W) / scale;
  return {
    events,
    means: {
      remand: mean(REMAND),
      queue: mean(QUEUE),
      high: mean(HIGH),
      low: mean(LOW),
      supervision: mean(SUPERVISION),
      pending: mean(PENDING),
      reoffendedWithin2Years: reoffended / releases,
    },
  };
}

/** Two rounds of a 32-bit mixer. It gives an integer, because a real number given by a call may be put on the heap. */
function hash(seed: number, index: number, occasion: number): number {
  let x = (seed + Math.imul(index, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  x ^= x >>> 15;
  x ^= Math.imul(occasion, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

const UNIT = 1 / 4294967296;
const NEVER = 1e300;

const ARRIVAL = 0;
const RETURNED = 1;
const REMAND_ENDED = 2;
const ELIGIBLE = 3;
const RELEASED = 4;
const SUPERVISION_ENDED = 5;
const REOFFENDED = 6;

const REMAND = 1;
const QUEUE = 2;
const HIGH = 3;
const LOW = 4;
const SUPERVISION = 5;
const PENDING = 6;
const COMMUNITY = 7;
const PLACES = 8;

const NOT_ELIGIBLE = 0;
const MAY_MOVE = 1;
const WAITS_FOR_LOW = 2;

// A record: five real numbers, five whole ones, four bytes, one whole number. Places in it, by view.
const DUE = 0;
const SENTENCED = 1;
const LENGTH = 2;
const REOFFENCE = 3;
const BIRTH = 4;
const NEXT = 10;
const AFTER = 11;
const BEFORE = 12;
const INDEX = 13;
const KIND = 56;
const PLACE = 57;
const MOVE = 58;
const PRIORS = 59;
const CYCLE = 15;
