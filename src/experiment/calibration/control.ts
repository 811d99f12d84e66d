/**
 * Control: moves a lever year by year so that a measure comes near its figures, without hunting.
 *
 * A change of the lever in one year shows in the measure of that year in part, and in the next year in the rest: `lagDays` is
 * the mean delay. Where effects return, as people charged once are charged again, `returnShare` of an effect comes back within the
 * years after, most of it early. Log factors are taken as a random walk whose yearly step has the standard deviation `yearlyChange`, and the
 * figures as known to their tolerances. The most probable path of both together is a smooth one: a single odd figure moves it
 * little, a lasting change fully, and a year without a figure lies on the straight line between its neighbours (a local level
 * model; Durbin and Koopman 2012, "Time series analysis by state space methods", chapter 2).
 */
import { DAYS_PER_YEAR } from '../../engine/calendar.ts';
import { exp, log } from '../../engine/mathematics.ts';
import { gaussNewtonStep } from '../../statistics/least-squares.ts';

/** How a measure answers to its lever, and how fast the lever is thought to move. */
export interface Control {
  /** Mean days from a change of the lever to its effect on the measure. */
  readonly lagDays: number;
  /** The part of an effect that leads to further ones in later years; 0 where none do. */
  readonly returnShare: number;
  /** Standard deviation of the yearly change of the lever, as a share. */
  readonly yearlyChange: number;
}

/** A figure beside its simulation. */
export interface Followed {
  readonly year: number;
  readonly observed: number;
  readonly simulated: number;
  /** As a share of the figure. */
  readonly tolerance: number;
}

/**
 * The factors of the lever by year, from the first figure to the last, after one damped step from `before` (missing years: 1).
 */
export function controlled(
  figures: readonly Followed[],
  before: ReadonlyMap<number, number>,
  control: Control,
): ReadonlyMap<number, number> {
  if (figures.length === 0) return new Map();
  const first = Math.min(...figures.map(({ year }) => year));
  const last = Math.max(...figures.map(({ year }) => year));
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const present = years.map((year) => log(before.get(year) ?? 1));
  const sizes = years.map((_, at) => (at === 0 ? LEVEL : control.yearlyChange));
  const lasting = effectsOfLasting(years.length, control);
  const step = gaussNewtonStep({
    point: present.map((value, at) => (value - (at === 0 ? 0 : present[at - 1])) / sizes[at]),
    residuals: figures.map(({ observed, simulated, tolerance }) => {
      const wanted = simulated > 0 ? log(observed / simulated) : MOST;
      return -Math.max(-MOST, Math.min(MOST, wanted)) / tolerance;
    }),
    jacobian: figures.map(({ year, tolerance }) => {
      const at = year - first;
      return sizes.map((size, from) => {
        if (from > at) return 0;
        const effect = from === 0 ? 1 / (1 - control.returnShare) : lasting[at - from];
        return (effect * size) / tolerance;
      });
    }),
  });
  let moved = 0;
  return new Map(
    years.map((year, at) => {
      moved += PART * step[at] * sizes[at];
      return [year, exp(present[at] + moved)];
    }),
  );
}

/**
 * The factor of a year. Before the first known year that of the first holds; beyond the last, the mean of the last three.
 */
export function factorIn(factors: ReadonlyMap<number, number>, year: number): number {
  const known = [...factors.keys()].sort((a, b) => a - b);
  if (known.length === 0) return 1;
  if (year > known[known.length - 1]) {
    const latest = known.slice(-3);
    return latest.reduce((sum, one) => sum + factors.get(one)!, 0) / latest.length;
  }
  return factors.get(Math.max(year, known[0]))!;
}

/** The share of effects, after exponential delays, that come in the same year as their evenly spread causes. */
export function shareOfSameYear(lagDays: number): number {
  if (lagDays <= 0) return 1;
  const lag = lagDays / DAYS_PER_YEAR;
  return 1 - lag * (1 - exp(-1 / lag));
}

/** Effects in the year of a lasting change and in the years after it, per unit of change. */
export function effectsOfLasting(years: number, { lagDays, returnShare }: Control): readonly number[] {
  const sameYear = shareOfSameYear(lagDays);
  let last = 0;
  let toReturn = 0;
  let gathered = 0;
  return Array.from({ length: years }, (_, year) => {
    const cause = year === 0 ? 1 : returnShare * (1 - RETURNS_LATER) * toReturn;
    toReturn = toReturn * RETURNS_LATER + cause;
    gathered += sameYear * cause + (1 - sameYear) * last;
    last = cause;
    return gathered;
  });
}

/** Of those who return, the part that has not yet a year later: half return in the first year, a quarter in the next. */
const RETURNS_LATER = 0.5;
/** Standard deviation of the log factor of the first year: hardly bound. */
const LEVEL = 0.5;
/** Largest gap, in logs, that one step looks at, and the part of the way that it goes. */
const MOST = log(1.5);
const PART = 0.6;
