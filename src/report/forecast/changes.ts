/**
 * Forecast changes: what changed since an earlier forecast, in the periods that its tables show, and how much of it is
 * inputs, model and chance.
 */
import { RISK_OF_OVERFLOW } from '../../experiment/forecast/rows.ts';
import { FORECAST_CHANGES } from '../../tables/forecast.ts';
import { formatInteger } from '../../tables/format.ts';
import { numbersOf, type RowOf, recordsOf, type Table } from '../../tables/table.ts';
import { calendarQuarter, type ForecastReading, type ShownPeriod, shownPeriods } from './reading.ts';

type ChangeRow = RowOf<typeof FORECAST_CHANGES>;

/** The columns behind period and number. */
export const changeHeader = ['before', 'now', 'change', 'inputs', 'model', 'chance'] as const;

const PARTS =
  'inputs: the scenario, its files and its growth; model: the program; chance: the seed and the number of runs. The parts add up to the change, but for rounding. Risks are shares of runs: of 0 % and 100 % the table of levels has the bounds';

/** What the parts are, and what is missing. */
export function changesInWords(table: Table): string {
  const isWithoutModel = numbersOf(table, 'model').every((x) => Number.isNaN(x));
  if (!isWithoutModel) return PARTS;
  return `${PARTS}; model is n/a and part of inputs, since another program made the earlier forecast and its list of people is not the one of now`;
}

/** Per variant a row per number of each period that is shown of the forecast: period, number, then before, now, the change and its parts. */
export function changeRows(
  table: Table,
  reading: ForecastReading,
  levels: readonly string[],
): readonly { readonly variant: string; readonly rows: readonly (readonly string[])[] }[] {
  const all = recordsOf(table, FORECAST_CHANGES).filter(({ change }) => !Number.isNaN(change));
  const variants = [...new Set(all.map(({ variant }) => variant))];
  return variants.map((variant) => {
    const own = all.filter((row) => row.variant === variant);
    const shown = levels.map((level) => [level, shownPeriods(reading, variant, level)] as const);
    return { variant, rows: reading.periods.flatMap((period) => rowsIn(period, own, shown, reading)) };
  });
}

/** The rows of one period: of everybody at the end of a year, and of the levels whose table shows it, and no other. */
function rowsIn(
  { name: period, to }: { readonly name: string; readonly to: string },
  rows: readonly ChangeRow[],
  shown: readonly (readonly [level: string, periods: readonly ShownPeriod[]])[],
  { yearEnds, isMonthly }: ForecastReading,
): readonly (readonly string[])[] {
  const quarter = calendarQuarter(to);
  const told = (heading: string, name: string, what: string, of: string, when: string) => {
    const row = rows.find((one) => one.what === what && one.of === of && one.period === when);
    return row === undefined ? [] : [[heading, name, ...cellsOf(row)]];
  };
  const ofLevel = (heading: string, level: string) => [
    ...told(heading, `people inside, ${level}`, 'people inside', level, period),
    ...told(heading, `fullest day${isMonthly ? ' of the quarter' : ''}, ${level}`, 'peak day', level, quarter),
    ...told(
      heading,
      `${RISK_OF_OVERFLOW}${isMonthly ? ' in the quarter' : ''}, ${level}`,
      RISK_OF_OVERFLOW,
      level,
      quarter,
    ),
  ];
  const isYearEnd = yearEnds.some(({ name }) => name === period);
  const everybody = isYearEnd
    ? [
        ...told(period, 'people inside', 'people inside', 'all', period),
        ...told(period, 'waiting on the last evening', 'waiting on the last evening', 'all', period),
      ]
    : [];
  const levels = shown.flatMap(([level, periods]) => {
    const one = periods.find(({ name }) => name === period);
    return one === undefined ? [] : ofLevel(isYearEnd ? period : `${one.label} of ${level}`, level);
  });
  return [...everybody, ...levels];
}

/** Whole people, or whole per cent and points. */
function cellsOf({ what, before, now, change, inputs, model, chance }: ChangeRow): readonly string[] {
  const isRisk = what === RISK_OF_OVERFLOW;
  const part = (x: number) => (Number.isNaN(x) ? 'n/a' : `${signedWhole(whole(x))}${isRisk ? ' points' : ''}`);
  const whole = (x: number) => Math.round(isRisk ? 100 * x : x);
  const level = (x: number) => `${formatInteger(whole(x))}${isRisk ? ' %' : ''}`;
  return [level(before), level(now), ...[change, inputs, model, chance].map(part)];
}

function signedWhole(x: number): string {
  const sign = x > 0 ? '+' : x < 0 ? '\u2212' : '';
  return `${sign}${formatInteger(Math.abs(x))}`;
}
