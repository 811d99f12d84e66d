/**
 * Backtest: forecasts of the past, as a scenario could have made them at the end of several years, beside what happened.
 *
 * Each origin is an arm, blind and conditional. All share one long past, which is lived once per replicate, and each lives only the
 * years of its horizon. A pair is a forecast and the figure of its year. *Jump-off*: the simulated level rarely equals the last
 * observed one, so by default a forecast starts from the observed figure, as demographers do: all its values are multiplied by
 * that figure over the mean of the simulated values of the same year. The factor is that of the mean and not of each run, since
 * the luck of a run in one year says little of the next. It is right for a world on another scale, too.
 */
import { startOfYear, yearOf } from '../../engine/calendar.ts';
import { readingsByYear } from '../../measures/year.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import type { YearlyValue } from '../../statistics/naive-forecast.ts';
import { futureAdmissions } from '../admissions/paths.ts';
import { type Arm, blocksOf, type CellResult, cellOf, type Lose, type RunBlocks, type Study } from '../study.ts';
import { atOrigin, type Mode, modes } from './at-origin.ts';
import type { ObservedSeries } from './observed-series.ts';
import { wholeYearsOf } from './origins.ts';

/** Where forecasts start: from the last observed figure, or from what was simulated. */
export const jumpOffs = ['observed', 'simulated'] as const;
export type JumpOff = (typeof jumpOffs)[number];

/** What is asked. */
export interface BacktestQuestion {
  readonly scenario: Scenario;
  /** The last known years, in order. */
  readonly origins: readonly number[];
  /** Years forecast. */
  readonly horizon: number;
  /** Levers whose later figures are given in conditional mode. */
  readonly given: readonly string[];
  /** Figures of which the mean holds beyond an origin; see `atOrigin`. */
  readonly meanOf?: number;
  /** Observed figures of admissions and their file: blind forecasts forecast admissions by those up to the origin. Held if left out. */
  readonly admissions?: { readonly figures: readonly YearlyValue[]; readonly place: string };
  readonly replicates: number;
  readonly draws: number;
}

/** One forecast: an arm of the study. */
export interface OriginArm extends Arm {
  readonly origin: number;
  readonly mode: Mode;
  /** Levers whose later figures are given. */
  readonly given: readonly string[];
}

/** A study with one arm per origin and mode. */
export interface BacktestStudy extends Study {
  readonly arms: readonly OriginArm[];
}

/** A forecast of one figure. */
export interface Pair {
  readonly mode: Mode;
  readonly origin: number;
  readonly series: ObservedSeries;
  readonly year: number;
  readonly horizon: number;
  readonly observed: number;
  /** One value per draw and replicate, after the jump-off. */
  readonly values: readonly number[];
  /** The factor of the jump-off; 1 if forecasts start from what was simulated. */
  readonly factor: number;
  /** The figures known at the origin. */
  readonly past: readonly YearlyValue[];
}

/**
 * The study that answers a question. The latest origin comes first: it lives the past that the others share. Throws a Failure if
 * admissions are to be forecast from an origin with too few figures.
 */
export function backtestStudy(question: BacktestQuestion): BacktestStudy {
  const { scenario, origins, horizon, meanOf, admissions, replicates, draws } = question;
  const arms = [...origins].reverse().flatMap((origin) =>
    modes.map((mode): OriginArm => {
      const until = Math.min(startOfYear(origin + horizon + 1), scenario.end);
      const given = mode === 'conditional' ? question.given : [];
      const known = atOrigin(scenario, origin, given, catalogue, meanOf);
      const arm = { name: `${origin} ${mode}`, scenario: known, until, origin, mode, given };
      if (admissions === undefined || mode !== 'blind') return arm;
      const span = { from: startOfYear(origin + 1), years: yearOf(until - 1) - origin, draws, replicates };
      return { ...arm, admissions: futureAdmissions(admissions.figures, span, admissions.place) };
    }),
  );
  return { arms, replicates, draws };
}

/** The figures that could be scored: known at the origin, and observed within the horizon and the years simulated. */
export function scorable(
  { figures }: ObservedSeries,
  scenario: Scenario,
  origin: number,
  horizon: number,
): { readonly past: readonly YearlyValue[]; readonly ahead: readonly YearlyValue[] } {
  const simulated = wholeYearsOf(scenario);
  const last = Math.min(origin + horizon, simulated.last);
  const past = figures.filter(({ year }) => year <= origin);
  const isKnown = past.some(({ year }) => year >= simulated.first);
  return { past, ahead: isKnown ? figures.filter(({ year }) => year > origin && year <= last) : [] };
}

/** Runs the study and gives its pairs by mode, series, origin and year; blocks that fail go to `lose`, and their members are left out. */
export async function pairsOf(
  { scenario, horizon }: Pick<BacktestQuestion, 'scenario' | 'horizon'>,
  study: BacktestStudy,
  all: readonly ObservedSeries[],
  jumpOff: JumpOff,
  run: RunBlocks,
  lose?: Lose,
): Promise<readonly Pair[]> {
  const simulated = study.arms.map(() => all.map(() => new Map<number, number[]>()));
  for await (const block of run(study, blocksOf(study), () => {}, lose)) {
    for (const cell of block) addValues(study.arms[cell.key.arm], cell, all, simulated[cell.key.arm]);
  }
  const origins = study.arms.map((arm, at) => ({ ...arm, at })).sort((a, b) => a.origin - b.origin);
  return modes.flatMap((mode) =>
    all.flatMap((series, at) =>
      origins
        .filter((arm) => arm.mode === mode)
        .flatMap((arm) => {
          const byYear = simulated[arm.at][at];
          const { past, ahead } = scorable(series, scenario, arm.origin, horizon);
          const factor = jumpOff === 'simulated' ? 1 : factorOf(past, byYear);
          return ahead.flatMap(({ year, value: observed }): Pair[] => {
            const values = (byYear.get(year) ?? []).map((value) => value * factor);
            if (values.length < 2 || !values.every(Number.isFinite) || observed === 0) return [];
            return [
              { mode, origin: arm.origin, series, year, horizon: year - arm.origin, observed, values, factor, past },
            ];
          });
        }),
    ),
  );
}

/** Adds the yearly values of a cell, which may have ended before its scenario does. */
function addValues(
  { scenario, until }: OriginArm,
  { key, summary }: CellResult,
  all: readonly ObservedSeries[],
  values: readonly Map<number, number[]>[],
): void {
  const whole = cellOf(scenario, key);
  const { first, last } = wholeYearsOf(scenario);
  const readings = readingsByYear({ ...whole, end: until ?? whole.end }, summary);
  for (const [at, { figures, measure }] of all.entries()) {
    for (const { year } of figures) {
      const reading = readings.get(year);
      if (reading === undefined || year < first || year > last) continue;
      const ofYear = values[at].get(year) ?? [];
      values[at].set(year, ofYear);
      ofYear.push(measure.value(reading));
    }
  }
}

/** The last figure known over the mean simulated for its year; NaN if there is none, or nothing was simulated for it. */
function factorOf(past: readonly YearlyValue[], byYear: ReadonlyMap<number, readonly number[]>): number {
  const last = past.at(-1);
  const values = last && byYear.get(last.year);
  if (last === undefined || values === undefined || values.length === 0) return Number.NaN;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean === 0 ? Number.NaN : last.value / mean;
}
