/**
 * Paths: how admissions may go on, one path of yearly factors for each run, so that the runs of a forecast differ by chance and by
 * admissions.
 *
 * A path follows the level of an observed series (see `levelForecast`) against that of its last figure, which is what the scenario
 * goes on with. It multiplies first charges. Returns follow by the chance that an offence of somebody released is charged, but more
 * admissions leave more people who may return: so charging is multiplied by the factor of the year over that of the years in which
 * they came. Without this a lasting factor would grow on itself, to more than twice its logarithm within five years. The path of a run is
 * decided by the seed, the first year, the number of runs and the number of the run, and the paths of all runs are spread evenly over
 * what may happen.
 */
import { type Day, yearOf } from '../../engine/calendar.ts';
import { exp, log } from '../../engine/mathematics.ts';
import { randomKey } from '../../engine/random.ts';
import { Failure } from '../../failure.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { withYearlyFactors } from '../../scenario/yearly-factors.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { FEWEST_FIGURES, type LevelForecast, levelForecast } from '../../statistics/local-trend.ts';
import type { YearlyValue } from '../../statistics/naive-forecast.ts';
import { studentPaths } from '../../statistics/student-paths.ts';
import { parametersInDraw } from '../parameter-draw.ts';

/** What blind forecasts say of admissions: those of the scenario, held, or those of a forecast of their own. */
export type AdmissionRule = 'held' | 'forecast';

/** The observed series of admissions: that of sentences to prison, as in a file of observed figures. */
export const ADMISSIONS = 'prison-sentences';

/** The source of what a path does to a scenario. */
export const ADMISSIONS_FORECAST = '--admissions forecast';

/** Future admissions: logarithms of yearly factors with Student's distribution, and how many runs share it. */
export interface FutureAdmissions extends Pick<LevelForecast, 'means' | 'scale' | 'degrees'> {
  /** The first day of the first factor; each other one begins with its year. */
  readonly from: Day;
  /** The year of the last figure. */
  readonly known: number;
  /** Parameter draws of the study, 0 for none, and replicates of each. */
  readonly draws: number;
  readonly replicates: number;
}

/** A run of a study. */
export interface RunKey {
  readonly draw: number;
  readonly replicate: number;
}

/** Years after the last figure for which a yearly series still says something. */
const MOST_YEARS_AHEAD = 20;

/**
 * Future admissions from `from` on for `years` calendar years, by the figures of years that are over on that day. Throws a Failure, which
 * names `place`, if there are fewer than two, if they cannot be used, or if the years lie too far ahead.
 */
export function futureAdmissions(
  figures: readonly YearlyValue[],
  {
    from,
    years,
    draws,
    replicates,
  }: Pick<FutureAdmissions, 'from' | 'draws' | 'replicates'> & { readonly years: number },
  place: string,
): FutureAdmissions {
  const first = yearOf(from);
  const past = figures.filter(({ year }) => year < first);
  const remedy = 'use --admissions held, or add figures';
  if (past.length < FEWEST_FIGURES) {
    const reason = `${ADMISSIONS_FORECAST} needs ${FEWEST_FIGURES}; admissions are the figures named ${ADMISSIONS}`;
    const problem = `there ${past.length === 1 ? 'is 1 figure' : 'are no figures'} of admissions before ${first}`;
    throw new Failure({ place, problem, reason, remedy });
  }
  const wrong = past.find(({ value }) => !(value > 0));
  if (wrong !== undefined) {
    throw new Failure({ place, problem: `${ADMISSIONS} of ${wrong.year}: a factor cannot start from none`, remedy });
  }
  const known = Math.max(...past.map(({ year }) => year));
  const skipped = first - known - 1;
  if (skipped + years > MOST_YEARS_AHEAD) {
    const problem = `admissions cannot be forecast for ${first + years - 1}: the last figure is of ${known}`;
    const reason = `a series of years says nothing beyond ${MOST_YEARS_AHEAD} of them`;
    throw new Failure({ place, problem, reason, remedy: 'use --admissions held, or an earlier last year' });
  }
  const { means, scale, degrees } = levelForecast(past, skipped + years);
  const ahead = <Value>(values: readonly Value[]) => values.slice(skipped);
  return { from, known, means: ahead(means), scale: ahead(scale).map(ahead), degrees, draws, replicates };
}

/** The yearly factors of a run. Throws RangeError for a run that the study does not have. */
export function pathOf(future: FutureAdmissions, seed: string, { draw, replicate }: RunKey): readonly number[] {
  const { from, means, scale, degrees, draws, replicates } = future;
  const bySeed = pathsFound.get(future) ?? new Map<string, readonly (readonly number[])[]>();
  pathsFound.set(future, bySeed);
  let paths = bySeed.get(seed);
  if (paths === undefined) {
    const runs = Math.max(1, draws) * replicates;
    const key = randomKey(`${seed}/admissions`, yearOf(from));
    paths = studentPaths(means, scale, degrees, runs, key).map((path) => path.map(exp));
    bySeed.set(seed, paths);
  }
  const isIn = draw <= draws && (draw > 0 || draws === 0) && replicate < replicates;
  if (!isIn) throw new RangeError(`there is no path of admissions for draw ${draw}, replicate ${replicate}`);
  return paths[Math.max(0, draw - 1) * replicates + replicate];
}

/** The paths of all runs, by seed. */
const pathsFound = new WeakMap<FutureAdmissions, Map<string, readonly (readonly number[])[]>>();

/** A scenario as a run of it is: with its own path of admissions, if they are forecast. */
export function scenarioOfRun(
  { scenario, admissions }: { readonly scenario: Scenario; readonly admissions?: FutureAdmissions | undefined },
  { draw, replicate }: RunKey,
): Scenario {
  if (admissions === undefined) return scenario;
  const latest = latestRun.get(scenario);
  if (latest?.admissions === admissions && latest.draw === draw && latest.replicate === replicate) return latest.own;
  const { from } = admissions;
  const path = pathOf(admissions, scenario.seed, { draw, replicate });
  const given = parametersInDraw(scenario, draw).findLast((dated) => dated.from <= from)!.values;
  const factorsOf = {
    'arrivals.per_year': path,
    'reoffending.charging': chargingFor(path, given.arrivals.renewedShare),
  };
  const own = Object.entries(factorsOf).reduce(
    (before, [lever, factors]) =>
      withYearlyFactors(before, catalogue, { levers: [lever], from, factors, source: ADMISSIONS_FORECAST }),
    scenario,
  );
  latestRun.set(scenario, { admissions, draw, replicate, own });
  return own;
}

/**
 * The factors of charging with which returns follow a path, given that the people who may return came in the years before, this share
 * of them anew within a year.
 */
export function chargingFor(path: readonly number[], renewedShare: number): readonly number[] {
  let mayReturn = 0;
  return path.map((factor) => {
    const charging = exp(log(factor) - mayReturn);
    mayReturn += renewedShare * (log(factor) - mayReturn);
    return charging;
  });
}

/** The latest run of each scenario, since blocks come run by run. */
const latestRun = new WeakMap<Scenario, RunKey & { readonly admissions: FutureAdmissions; readonly own: Scenario }>();
