/**
 * Possible points: samples the part of a normal space that is not ruled out.
 *
 * Points that survive are kept. The others are replaced by copies of survivors, each moved by elliptical slice sampling (Murray,
 * Adams and MacKay, AISTATS 2010): a move along a random ellipse through the point, narrowed until it ends on a possible point. It
 * leaves the normal distribution within the possible part as it is, needs no step size, and finds its way in a part too small for
 * rejection.
 */
import { normalQuantile } from '../../engine/normal.ts';
import { randomKey, uniform } from '../../engine/random.ts';

export type IsPossible = (point: Float64Array) => boolean;

/** `count` points in the possible part, from those of an earlier sample that are in it: one or more. */
export function refilled(
  survivors: readonly Float64Array[],
  count: number,
  isPossible: IsPossible,
  seed: string,
): readonly Float64Array[] {
  const points = survivors.slice(0, count);
  while (points.length < count) {
    const made = points.length;
    const { low, high } = randomKey(seed, made);
    let point = survivors[Math.floor(uniform(low, high, 0, 0) * survivors.length)];
    for (let move = 1; move <= MOVES; move++) {
      point = moved(point, isPossible, (what) => uniform(low, high, move, what));
    }
    points.push(point);
  }
  return points;
}

/** One move: the angle is drawn anew from a bracket that shrinks towards the point itself, which is possible. */
function moved(point: Float64Array, isPossible: IsPossible, draw: (what: number) => number): Float64Array {
  const other = point.map((_, at) => normalQuantile(draw(at)));
  let angle = TURN * draw(point.length);
  let [from, to] = [angle - TURN, angle];
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const [across, along] = onCircle(angle);
    const there = point.map((value, at) => along * value + across * other[at]);
    if (isPossible(there)) return there;
    if (angle < 0) from = angle;
    else to = angle;
    angle = from + (to - from) * draw(point.length + tries);
  }
  return point;
}

/** Sine and cosine of an angle between minus and plus a turn, by series after halving; the same on every machine. */
function onCircle(angle: number): readonly [sine: number, cosine: number] {
  const small = angle / 64;
  const square = small * small;
  let sine = small * (1 - (square / 6) * (1 - (square / 20) * (1 - square / 42)));
  let cosine = 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - square / 56)));
  for (let doubled = 0; doubled < 6; doubled++) {
    [sine, cosine] = [2 * sine * cosine, cosine * cosine - sine * sine];
  }
  return [sine, cosine];
}

const TURN = 2 * Math.PI;
/** Moves after which a copy is taken as independent of its survivor. */
const MOVES = 5;
/** The bracket halves on average with each try, so after these it is a point. */
const MOST_TRIES = 60;
