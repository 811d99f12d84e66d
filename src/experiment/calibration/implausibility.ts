/**
 * Implausibility: how far a setting is from the figures, in standard deviations of everything that may explain the distance.
 *
 * For a figure z and a simulated mean y over r replicates it is |z - y| / sqrt(Vo + Vm + Vl (s + 1/r)): error of observation, model
 * discrepancy, and luck, once for the one history that happened and once for the mean of those simulated. s is the size of the
 * country simulated, as a share: the luck of the whole, as a share of it, has s times the variance of that of its part. Where y is emulated the
 * variance of the emulator comes on top. That of a setting is the largest over all figures (Craig, Goldstein, Seheult and Smith 1997;
 * Vernon, Goldstein and Bower 2010). Beyond 3 a figure is hardly met under any distribution with one peak (Pukelsheim 1994).
 */
import type { FigureErrors } from '../../evidence/match-plan.ts';
import type { YearlyFigure } from '../../evidence/observations.ts';
import { Failure } from '../../failure.ts';

/** A figure that members are held against. */
export interface MatchTarget {
  readonly figure: YearlyFigure;
  /** Its index among all figures. */
  readonly at: number;
  /** Of observation and model together. */
  readonly variance: number;
}

/** A setting as judged: the largest distance, and the index of its target. */
export interface Judged {
  readonly implausibility: number;
  readonly worst: number;
}

/**
 * The figures that members are held against: those of the measures named, unless they are for tests. Throws a Failure for a fitted
 * measure without errors, for errors given twice or without figures, and for a figure of 0, of which errors are no share.
 */
export function targetsOf(
  figures: readonly YearlyFigure[],
  errors: readonly FigureErrors[],
  place: string,
): readonly MatchTarget[] {
  const counted = figures.flatMap((figure, at) => (figure.use === 'test' ? [] : [{ figure, at }]));
  const names = errors.map(({ measure }) => measure);
  const missing = counted.filter(({ figure }) => figure.use === 'fit' && !names.includes(figure.measure));
  const problems = [
    ...new Set(missing.map(({ figure }) => `match.errors: ${figure.measure} is fitted, but has no errors`)),
    ...names.filter((name, at) => names.indexOf(name) < at).map((name) => `match.errors: ${name} is given twice`),
    ...names
      .filter((name) => counted.every(({ figure }) => figure.measure !== name))
      .map((name) => `match.errors: no figure for a fit is called ${name}`),
  ].map((problem) => ({ place, problem }));
  const targets = counted.flatMap(({ figure, at }) => {
    const own = errors.find(({ measure }) => measure === figure.measure);
    if (own === undefined) return [];
    const squares = own.observation * own.observation + own.model * own.model;
    return [{ figure, at, variance: squares * figure.observed * figure.observed }];
  });
  for (const { figure, variance } of targets) {
    if (variance > 0) continue;
    const problem = `${figure.measure} of ${figure.year}: a share of ${figure.observed} allows no error`;
    problems.push({ place: figure.place, problem });
  }
  if (problems.length > 0) throw new Failure(...problems);
  return targets;
}

/** How far simulated means are from the targets; `luck` is the variance of one run of a country of this scale, by target. */
export function judged(
  targets: readonly MatchTarget[],
  means: ArrayLike<number>,
  luck: ArrayLike<number>,
  replicates: number,
  scale: number,
): Judged {
  let found: Judged = { implausibility: 0, worst: 0 };
  targets.forEach(({ figure, variance }, at) => {
    const whole = variance + luck[at] * (scale + 1 / replicates);
    const implausibility = Math.abs(means[at] - figure.observed) / Math.sqrt(whole);
    if (implausibility > found.implausibility) found = { implausibility, worst: at };
  });
  return found;
}
