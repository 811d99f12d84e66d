/**
 * Rows: a forecast as a table, and what changed between two as another.
 */
import { formatDay } from '../../engine/calendar.ts';
import { FORECAST, FORECAST_CHANGES } from '../../tables/forecast.ts';
import { type RowOf, recordsOf, type Table, tableOf, type Value } from '../../tables/table.ts';
import type { ForecastNumber } from './forecast.ts';

/** The numbers of a forecast, one row each. */
export function forecastTable(numbers: readonly ForecastNumber[]): Table {
  return tableFrom(
    FORECAST,
    numbers.map(({ variant, period, quantity: { what, of, unit }, bands }) => {
      const { layers } = bands;
      return {
        variant,
        period: period.name,
        from: formatDay(period.from),
        to: formatDay(period.until - 1),
        what,
        of,
        unit,
        runs: bands.runs,
        mean: bands.mean,
        median: bands.median,
        low50: bands.band50.low,
        high50: bands.band50.high,
        low80: bands.band80.low,
        high80: bands.band80.high,
        low95: bands.band95.low,
        high95: bands.band95.high,
        above_zero: bands.positive,
        chance: layers?.chance ?? Number.NaN,
        parameters: layers?.parameters ?? Number.NaN,
        chance_low95: layers?.chanceBand.low ?? Number.NaN,
        chance_high95: layers?.chanceBand.high ?? Number.NaN,
        parameters_low95: layers?.parametersBand.low ?? Number.NaN,
        parameters_high95: layers?.parametersBand.high ?? Number.NaN,
      };
    }),
  );
}

/** The forecasts between an earlier one and this one, each the table of a forecast. */
export interface Steps {
  readonly before: Table;
  /** Earlier inputs and luck, run by this program. */
  readonly byThisProgram: Table;
  /** Inputs of now under the earlier luck. */
  readonly withInputs: Table;
  readonly now: Table;
}

/**
 * What changed, in medians, of every number that all four have. The parts are steps from one forecast to the next, so they add up; in
 * another order of steps they might differ where inputs and program work on each other.
 */
export function changesTable(steps: Steps): Table {
  const mediansOf = (table: Table) => new Map(recordsOf(table, FORECAST).map((row) => [nameOf(row), row.median]));
  const before = mediansOf(steps.before);
  const program = mediansOf(steps.byThisProgram);
  const inputs = mediansOf(steps.withInputs);
  const rows = recordsOf(steps.now, FORECAST).flatMap((row) => {
    const name = nameOf(row);
    const [was, byProgram, byInputs] = [before.get(name), program.get(name), inputs.get(name)];
    if (was === undefined || byProgram === undefined || byInputs === undefined) return [];
    const { variant, period, from, to, what, of, unit, median } = row;
    return {
      variant,
      period,
      from,
      to,
      what,
      of,
      unit,
      before: was,
      now: median,
      change: median - was,
      model: byProgram - was,
      inputs: byInputs - byProgram,
      luck: median - byInputs,
    };
  });
  return tableFrom(FORECAST_CHANGES, rows);
}

function nameOf({ variant, period, what, of }: RowOf<typeof FORECAST>): string {
  return JSON.stringify([variant, period, what, of]);
}

function tableFrom(schema: typeof FORECAST | typeof FORECAST_CHANGES, rows: readonly Record<string, Value>[]): Table {
  const columns = schema.columns.map(({ name }): [string, Value[]] => [name, rows.map((row) => row[name])]);
  return tableOf(schema, Object.fromEntries(columns));
}
