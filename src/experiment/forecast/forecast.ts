/**
 * Forecast: runs the variants of a scenario with the same luck, and gives the bands of every number in every period.
 */

import type { Table } from '../../tables/table.ts';
import { LossCount, partsOfStudy } from '../losses.ts';
import { blocksOf, digestOfArm, digestOfStudy, type Lose, type RunBlocks, type Study } from '../study.ts';
import { type RunOfWaits, runOfWaits, waitingDaysTable } from '../waiting-days.ts';
import { type Bands, bandsOf } from './bands.ts';
import { type Period, type PeriodLength, periodsOf } from './periods.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';

/** A forecast to run: the arms of its study are its variants. */
export interface ForecastPlan {
  readonly study: Study;
  readonly periods: readonly Period[];
  /** The calendar quarters of the same span. */
  readonly quarters: readonly Period[];
}

/** One number in one period. */
export interface ForecastNumber {
  readonly variant: string;
  readonly period: Period;
  readonly quantity: Quantity;
  readonly bands: Bands;
}

/** The numbers in order of variant, quantity and period, who waits by year, and the digests of the cells. */
export interface ForecastResult {
  readonly numbers: readonly ForecastNumber[];
  /** For every calendar year that the periods hold to its end. */
  readonly waitingDays: Table;
  readonly armDigests: Readonly<Record<string, string>>;
  readonly resultDigest: string;
}

/** The plan of a study up to the period that holds a day. */
export function forecastPlan(study: Study, last: number, by: PeriodLength): ForecastPlan {
  const { start } = study.arms[0].scenario;
  return { study, periods: periodsOf(start, last, by), quarters: periodsOf(start, last, 'quarter') };
}

/**
 * Runs a forecast. Fails as `run` fails; with `lose` it goes on without cells that fail, and leaves out a whole draw that lost one, so
 * that all draws weigh the same. Throws a Failure if fewer than two runs are left of several.
 */
export async function forecast(
  { study, periods, quarters }: ForecastPlan,
  run: RunBlocks,
  lose?: Lose,
): Promise<ForecastResult> {
  const { scenario } = study.arms[0];
  const levels = scenario.dimensions['level'];
  const quantities = quantitiesOf(levels);
  const points = quantities.flatMap((quantity) =>
    (quantity.byQuarter ? quarters : periods).map((period) => ({ quantity, period })),
  );
  const lost = new LossCount(partsOfStudy(study), lose);
  const runs = study.arms.map((): Run[] => []);
  const digests = study.arms.map((): string[] => []);
  for await (const cells of run(study, blocksOf(study), () => {}, lose && lost.lose)) {
    for (const { key, summary, digest } of cells) {
      const values = Float64Array.from(points, ({ quantity, period }) => quantity.value(summary, period));
      const waits = runOfWaits(summary, scenario);
      runs[key.arm].push({ draw: key.draw, replicate: key.replicate, values, waits });
      digests[key.arm].push(digest);
    }
  }
  lost.check();
  const size = study.draws > 1 ? study.replicates : 1;
  const kept = runs.map((ofArm) => ofArm.filter((one) => !lost.isLost(one)));
  const numbers = study.arms.flatMap(({ name }, arm) =>
    points.map(({ quantity, period }, at) => {
      const values = Float64Array.from(kept[arm], (one) => one.values[at]);
      return { variant: name, period, quantity, bands: bandsOf(values, size) };
    }),
  );
  const names = study.arms.map(({ name }) => name);
  const waits = kept.map((ofArm) => ofArm.map((run) => run.waits));
  const waitingDays = waitingDaysTable(names, waits, levels, scenario, periods.at(-1)!.until);
  const armDigests = study.arms.map(({ name }, arm) => [name, digestOfArm(digests[arm])] as const);
  const resultDigest = digestOfStudy(new Map(armDigests));
  return { numbers, waitingDays, armDigests: Object.fromEntries(armDigests), resultDigest };
}

/** What is kept of a cell. */
interface Run {
  readonly draw: number;
  readonly replicate: number;
  readonly values: Float64Array;
  readonly waits: RunOfWaits;
}
