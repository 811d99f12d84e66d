/**
 * Forecast changes: what changed since an earlier forecast, at the end of every year and in the fullest quarter, and how much of it is
 * inputs, model and chance.
 */
import { RISK_OF_OVERFLOW } from '../experiment/forecast/rows.ts';
import { FORECAST_CHANGES } from '../tables/forecast.ts';
import { formatInteger } from '../tables/format.ts';
import { numbersOf, type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { calendarQuarter } from './forecast-words.ts';

type ChangeRow = RowOf<typeof FORECAST_CHANGES>;

/** The columns behind period and number. */
export const changeHeader = ['before', 'now', 'change', 'inputs', 'model', 'chance'] as const;

const PARTS =
  'inputs: the scenario, its files and its growth; model: the program; chance: the seed and the number of runs. The parts add up to the change, but for rounding';

/** What the parts are, and what is missing. */
export function changesInWords(table: Table): string {
  const isWithoutModel = numbersOf(table, 'model').every((x) => Number.isNaN(x));
  if (!isWithoutModel) return PARTS;
  return `${PARTS}; model is n/a and part of inputs, since another program made the earlier forecast and its list of people is not the one of now`;
}

/** Per variant a row per period and number: both, then before, now, the change and its parts. */
export function changeRows(
  table: Table,
  levels: readonly string[],
): readonly { readonly variant: string; readonly rows: readonly (readonly string[])[] }[] {
  const all = recordsOf(table, FORECAST_CHANGES).filter(({ change }) => !Number.isNaN(change));
  const variants = [...new Set(all.map(({ variant }) => variant))];
  return variants.map((variant) => {
    const own = all.filter((row) => row.variant === variant);
    return { variant, rows: [...yearEndRows(own, levels), ...levels.flatMap((level) => peakRows(own, level))] };
  });
}

function yearEndRows(rows: readonly ChangeRow[], levels: readonly string[]): readonly (readonly string[])[] {
  const inside = rows.filter(({ what, of }) => what === 'people inside' && of === 'all');
  const ends = inside.filter(({ to }, at) => inside[at + 1]?.to.slice(0, 4) !== to.slice(0, 4));
  return ends.flatMap(({ period, to }) => {
    const at = (what: string, of: string, when = period) =>
      rows.find((row) => row.what === what && row.of === of && row.period === when);
    const told = (name: string, row: ChangeRow | undefined) =>
      row === undefined ? [] : [[period, name, ...cellsOf(row)]];
    return [
      ...told('people inside', at('people inside', 'all')),
      ...told('waiting for a place', at('waiting for a place', 'all')),
      ...levels.flatMap((level) => [
        ...told(`people inside, ${level}`, at('people inside', level)),
        ...told(`${RISK_OF_OVERFLOW}, ${level}`, at(RISK_OF_OVERFLOW, level, calendarQuarter(to))),
      ]),
    ];
  });
}

/** The quarter with the fullest day of a level in this forecast. */
function peakRows(rows: readonly ChangeRow[], level: string): readonly (readonly string[])[] {
  const peaks = rows.filter(({ what, of }) => what === 'peak day' && of === level);
  if (peaks.length === 0) return [];
  const fullest = peaks.reduce((most, row) => (row.now > most.now ? row : most));
  const risk = rows.find(
    ({ what, of, period }) => what === RISK_OF_OVERFLOW && of === level && period === fullest.period,
  );
  const period = `${fullest.period}, fullest of ${level}`;
  return [
    [period, `people on the fullest day, ${level}`, ...cellsOf(fullest)],
    ...(risk === undefined ? [] : [[period, `${RISK_OF_OVERFLOW}, ${level}`, ...cellsOf(risk)]]),
  ];
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
