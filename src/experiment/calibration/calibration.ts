/**
 * Calibration: fits the history of a jurisdiction to observed figures.
 *
 * A free lever is multiplied by one factor, in all years or in a period. A follower is multiplied by one factor per year, so that
 * a measure comes near its figures (`control`). All settings are simulated with common random numbers (the same luck), so they differ
 * only by the levers, and one step measures a slope. Each round measures the slopes at the present setting, takes a Gauss-Newton
 * step towards the most probable factors, and adjusts the followers. The range of a factor before the fit counts like one more
 * observed figure.
 */
import { addYears, startOfYear } from '../../engine/calendar.ts';
import { power } from '../../engine/mathematics.ts';
import type { CalibrationPlan } from '../../evidence/calibration-plan.ts';
import type { YearlyFigure } from '../../evidence/observations.ts';
import { multiplied } from '../../scenario/change.ts';
import type { Policy } from '../../scenario/policy.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { covarianceLeft, gaussNewtonStep } from '../../statistics/least-squares.ts';
import { controlled, factorIn } from './control.ts';

/** Factors of the free levers, as standard deviations before the fit, and of the followers by lever and year. */
export interface Setting {
  readonly point: readonly number[];
  readonly followed: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** Simulates scenarios with the same luck; gives, per scenario, the simulated value of every figure. */
export type Simulate = (scenarios: readonly Scenario[], round: number) => Promise<readonly (readonly number[])[]>;

/** The result of a fit. */
export interface Calibrated {
  readonly setting: Setting;
  /** The simulated value of each figure, before and after. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The simulated value of each figure if its measure were left out of the fit; approximated by the slopes, without a refit. */
  readonly leftOut: readonly number[];
  /** Covariance of the free levers, in units of their standard deviations before the fit. */
  readonly covariance: readonly Float64Array[];
  /** Slopes by figure and free lever: change of the simulated value, in tolerances per standard deviation of the lever. */
  readonly jacobian: readonly Float64Array[];
}

/** The setting in which every factor is 1. */
export function unfitted({ free, follow }: CalibrationPlan): Setting {
  return { point: free.map(() => 0), followed: new Map(follow.map(({ lever }) => [lever, new Map()])) };
}

/** Fits a plan in a given number of rounds, and gives the best setting met on the way. */
export async function fitHistory(
  plan: CalibrationPlan,
  history: Scenario,
  observations: readonly YearlyFigure[],
  simulate: Simulate,
  rounds: number,
): Promise<Calibrated> {
  const unfit = new Set(observations.flatMap(({ use }, at) => (use === 'fit' ? [] : [at])));
  let setting = unfitted(plan);
  let before: readonly number[] | undefined;
  let best:
    | { setting: Setting; here: readonly number[]; jacobian: readonly Float64Array[]; misfit: number }
    | undefined;
  for (let round = 0; round <= rounds; round++) {
    const [here, jacobian] = await slopesAt(plan, history, observations, setting, (all) => simulate(all, round));
    before ??= here;
    const misfit = misfitOf(observations, here, setting);
    if (best === undefined || misfit < best.misfit) best = { setting, here, jacobian, misfit };
    const linearised = { point: setting.point, residuals: residualsOf(observations, here), jacobian };
    const step = gaussNewtonStep(linearised, unfit);
    setting = {
      point: setting.point.map((value, at) => clamped(value + clamped(step[at], LONGEST), LIMIT)),
      followed: followedOn(plan, observations, here, setting.followed),
    };
  }
  const { setting: found, here, jacobian } = best!;
  const linearised = { point: found.point, residuals: residualsOf(observations, here), jacobian };
  const leftOut = observations.map((one, at) => withoutMeasure(observations, one, here[at], at, linearised, unfit));
  const fitted = jacobian.filter((_, at) => !unfit.has(at));
  const covariance = covarianceLeft(fitted, plan.free.length);
  return { setting: found, before: before!, after: here, leftOut, covariance, jacobian };
}

/** The simulated values at a setting, and their slopes. */
async function slopesAt(
  plan: CalibrationPlan,
  history: Scenario,
  observations: readonly YearlyFigure[],
  setting: Setting,
  simulate: (scenarios: readonly Scenario[]) => Promise<readonly (readonly number[])[]>,
): Promise<readonly [readonly number[], readonly Float64Array[]]> {
  const steps = plan.free.map((_, moved) => setting.point.map((value, at) => (at === moved ? value + STEP : value)));
  const settings = [setting, ...steps.map((point) => ({ ...setting, point }))];
  const [here, ...beside] = await simulate(settings.map((one) => scenarioAt(plan, history, one)));
  return [here!, slopes(observations, here!, beside)];
}

/** The sum minimised: squared distances from fitted and followed figures, in tolerances, and of factors from 1, in deviations. */
function misfitOf(observations: readonly YearlyFigure[], simulated: readonly number[], { point }: Setting): number {
  const residuals = residualsOf(observations, simulated);
  const distant = observations.reduce(
    (sum, { use }, at) => (use === 'test' ? sum : sum + residuals[at] * residuals[at]),
    0,
  );
  return distant + point.reduce((sum, value) => sum + value * value, 0);
}

function clamped(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** The factor of a free lever at a point: 1 at 0, and the ends of its range 1.96 standard deviations away on either side. */
export function factorAt([low, high]: readonly [number, number], point: number): number {
  return point < 0 ? power(low, -point / NORMAL) : power(high, point / NORMAL);
}

/** The policies that put a setting on top of a history: one per free lever, and one per follower and year. */
export function policiesAt(plan: CalibrationPlan, history: Scenario, { point, followed }: Setting): readonly Policy[] {
  const from = addYears(history.burnInStart, -1);
  const label = 'calibration';
  const change = (path: string, factor: number) =>
    multiplied(catalogue.get(path)!, history.dimensions, rounded(factor));
  const fitted = plan.free.map(
    ({ name, path, range, from: first, until }, at): Policy => ({
      name: `fitted-${name}`,
      from: first === undefined ? from : startOfYear(first),
      until: until === undefined ? Infinity : startOfYear(until),
      label,
      because: 'chosen together with the others by stepdown calibrate',
      after: [],
      changes: [change(path, factorAt(range, point[at]))],
    }),
  );
  const known = [...new Set([...followed.values()].flatMap((factors) => [...factors.keys()]))].sort((a, b) => a - b);
  const years = known.length === 0 ? [] : [...known, known[known.length - 1] + 1];
  const yearly = years.map((year, at): Policy => {
    const isBeyond = at === years.length - 1;
    return {
      name: isBeyond ? 'fitted-beyond' : `fitted-${year}`,
      from: at === 0 ? from : startOfYear(year),
      until: isBeyond ? Infinity : startOfYear(years[at + 1]),
      label,
      because: isBeyond
        ? 'beyond the figures that stepdown calibrate followed, the mean of the last three years holds'
        : 'chosen by stepdown calibrate for this year alone',
      after: [],
      changes: [...followed].flatMap(([path, factors]) =>
        factors.size === 0 ? [] : [change(path, factorIn(factors, year))],
      ),
    };
  });
  return [...fitted, ...yearly];
}

/** The history under a setting. */
export function scenarioAt(plan: CalibrationPlan, history: Scenario, setting: Setting): Scenario {
  return withPolicies(history, [...history.policies, ...policiesAt(plan, history, setting)]);
}

/** The distance of each simulated value from its figure, in tolerances. */
function residualsOf(observations: readonly YearlyFigure[], simulated: readonly number[]): Float64Array {
  return Float64Array.from(
    observations,
    ({ observed, tolerance }, at) => (simulated[at] - observed) / (tolerance * observed),
  );
}

function slopes(
  observations: readonly YearlyFigure[],
  here: readonly number[],
  beside: readonly (readonly number[])[],
): readonly Float64Array[] {
  const from = residualsOf(observations, here);
  const moved = beside.map((simulated) => residualsOf(observations, simulated));
  return observations.map((_, at) => Float64Array.from(moved, (residuals) => (residuals[at] - from[at]) / STEP));
}

function withoutMeasure(
  observations: readonly YearlyFigure[],
  { measure, observed, tolerance }: YearlyFigure,
  simulated: number,
  at: number,
  linearised: Parameters<typeof gaussNewtonStep>[0],
  unfit: ReadonlySet<number>,
): number {
  const same = observations.flatMap((other, index) => (other.measure === measure ? [index] : []));
  const without = gaussNewtonStep(linearised, new Set([...unfit, ...same]));
  const slope = linearised.jacobian[at];
  const moved = without.reduce((sum, step, index) => sum + step * slope[index], 0);
  return simulated + tolerance * observed * moved;
}

/** The factors of the followers after another step towards their figures. */
function followedOn(
  { follow }: CalibrationPlan,
  observations: readonly YearlyFigure[],
  simulated: readonly number[],
  followed: Setting['followed'],
): Setting['followed'] {
  return new Map(
    follow.map(({ lever, measure, ...control }) => {
      const figures = observations.flatMap(({ year, observed, tolerance, ...one }, at) =>
        one.measure === measure && one.use === 'follow'
          ? [{ year, observed, tolerance, simulated: simulated[at] }]
          : [],
      );
      return [lever, controlled(figures, followed.get(lever)!, control)];
    }),
  );
}

/** Factors rounded as they are written, so that the file holds exactly what was simulated. */
function rounded(factor: number): number {
  return Math.round(1e4 * factor) / 1e4;
}

/** Step over which a slope is measured, in standard deviations. */
const STEP = 0.5;
/** Furthest distance of a factor from 1, in standard deviations. */
const LIMIT = 3;
/** Largest move of a free lever in one round, in standard deviations. */
const LONGEST = 1;
/** 95 % of normal values lie within this number of standard deviations. */
const NORMAL = 1.959964;
