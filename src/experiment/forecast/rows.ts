/**
 * Rows: a forecast as a table, and what changed between two as another.
 */
import { formatDay } from '../../engine/calendar.ts';
import { FORECAST, FORECAST_CENTRAL, FORECAST_CHANGES } from '../../tables/forecast.ts';
import { type RowOf, recordsOf, type Table, type TableSchema, tableOf, type Value } from '../../tables/table.ts';
import type { ForecastNumber } from './forecast.ts';
import { what as names } from './quantities.ts';

/** The numbers of a forecast, one row each. */
export function forecastTable(numbers: readonly ForecastNumber[]): Table {
  return tableFrom(FORECAST, numbers.map(rowOf));
}

/** The numbers of runs at central values beside a forecast by draws, one row each. */
export function centralTable(numbers: readonly ForecastNumber[]): Table {
  return tableFrom(FORECAST_CENTRAL, numbers.map(rowOf));
}

function rowOf({ variant, period, quantity: { what, of, unit }, bands }: ForecastNumber) {
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
}

/** The forecasts between an earlier one and this one, each the table of a forecast. */
export interface Steps {
  readonly before: Table;
  /** Earlier inputs, seed and numbers of runs, by this program; undefined if the earlier inputs are not known in full. */
  readonly byThisProgram: Table | undefined;
  /** Inputs of now, with the earlier seed and numbers of runs. */
  readonly withInputs: Table;
  readonly now: Table;
}

/**
 * What changed, in medians and risks of overflow, of every number that all four have. The parts are steps from one forecast to the next, so they add up; in
 * another order of steps they might differ where inputs and program work on each other. Without the step by this program, the model is part
 * of the inputs.
 */
export function changesTable(steps: Steps): Table {
  const mediansOf = (table: Table) => new Map(numbersIn(table).map((row) => [nameOf(row), row.value]));
  const before = mediansOf(steps.before);
  const program = mediansOf(steps.byThisProgram ?? steps.before);
  const inputs = mediansOf(steps.withInputs);
  const rows = numbersIn(steps.now).flatMap((row) => {
    const name = nameOf(row);
    const [was, byProgram, byInputs] = [before.get(name), program.get(name), inputs.get(name)];
    if (was === undefined || byProgram === undefined || byInputs === undefined) return [];
    const { variant, period, from, to, what, of, unit, value } = row;
    return {
      variant,
      period,
      from,
      to,
      what,
      of,
      unit,
      before: was,
      now: value,
      change: value - was,
      model: steps.byThisProgram === undefined ? Number.NaN : byProgram - was,
      inputs: byInputs - byProgram,
      chance: value - byInputs,
    };
  });
  return tableFrom(FORECAST_CHANGES, rows);
}

/** The risk of overflow of a level in a calendar quarter, as a number of its own. */
export const RISK_OF_OVERFLOW = 'risk of overflow';

/** The medians of a forecast, and the risks of overflow behind them. */
function numbersIn(table: Table) {
  const rows = recordsOf(table, FORECAST);
  const risks = rows.filter(({ what }) => what === names.overflow);
  return [
    ...rows.map((row) => ({ ...row, value: row.median })),
    ...risks.map((row) => ({ ...row, what: RISK_OF_OVERFLOW, unit: 'share', value: row.above_zero })),
  ];
}

function nameOf({
  variant,
  period,
  what,
  of,
}: Pick<RowOf<typeof FORECAST>, 'variant' | 'period' | 'what' | 'of'>): string {
  return JSON.stringify([variant, period, what, of]);
}

function tableFrom(schema: TableSchema, rows: readonly Record<string, Value>[]): Table {
  const columns = schema.columns.map(({ name }): [string, Value[]] => [name, rows.map((row) => row[name])]);
  return tableOf(schema, Object.fromEntries(columns));
}
