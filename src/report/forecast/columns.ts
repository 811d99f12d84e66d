/**
 * Forecast columns: the tables of a forecast as text, the same on the terminal and on its page, and what their words mean.
 */
import { CONFIDENCE, riskBounds } from '../../experiment/places/bounds.ts';
import { wholeTexts } from '../../tables/estimate.ts';
import { formatInteger, percentText } from '../../tables/format.ts';
import { calendarQuarter, type ForecastReading, type ForecastRow, shownPeriods } from './reading.ts';

/** Overflow, how its risk is bounded, and what it is not. */
export const OVERFLOW_MEANS = `Risk of overflow: the runs in which on some evening of the quarter more people are held at the level than all its usable places, second beds included, as capacity judges it; if none or all do, how high or low it may be with ${percentText(CONFIDENCE)} confidence. Nights beyond own places count each person beyond the usable places of their sex and unit, which run and compare call overflow.`;

/** Which periods of a level are shown. */
export function shownMeans({ isMonthly }: ForecastReading): string {
  return isMonthly
    ? 'Shown of each year: the last month, and the last of the quarter with the highest risk of overflow, marked worst, where that is higher; fullest day and risk are those of the whole quarter of the month; forecast.csv has every month.'
    : 'Shown of each year: the last quarter, and the one with the highest risk of overflow, marked worst, where that is higher; forecast.csv has every quarter.';
}

/** The heads of `levelColumns` behind level and period. */
export function levelHeads({ isMonthly }: ForecastReading): readonly string[] {
  const [peak, risk] = ['fullest day', 'risk of overflow'].map((name) =>
    isMonthly ? `${name}, of the quarter` : name,
  );
  return ['people inside', peak, 'usable places', risk, 'nights beyond own places'];
}

/** The heads of `queueColumns` behind the period. */
export const queueHeads = [
  'people waiting still',
  'half have waited up to, days',
  'nine tenths, days',
  'not yet summoned, mean',
] as const;

/** A column of middle runs with the 95 % bands behind them, in whole people, nights or days: `186 (171 to 203)`. */
export function runTexts(rows: readonly (ForecastRow | undefined)[]): readonly string[] {
  return wholeTexts(
    rows.map((row) => ({ value: row?.median ?? Number.NaN, low: row?.low95 ?? null, high: row?.high95 ?? null })),
  );
}

/** Levels in the periods shown: level, period, people inside, fullest day, places, risk of overflow, nights beyond own places. */
export function levelColumns(
  reading: ForecastReading,
  variant: string,
  levels: readonly string[],
): readonly (readonly string[])[] {
  const shown = levels.flatMap((level) =>
    shownPeriods(reading, variant, level).map((period) => ({ level, ...period })),
  );
  const rowsOf = (what: string) => shown.map(({ level, name }) => reading.at(variant, what, level, name));
  const quartersOf = (what: string) =>
    shown.map(({ level, to }) => reading.at(variant, what, level, calendarQuarter(to)));
  const columns = [
    runTexts(rowsOf('people inside')),
    runTexts(quartersOf('peak day')),
    rowsOf('usable places').map(placesText),
    quartersOf('most people beyond all places').map((row) => riskText(row, reading)),
    runTexts(rowsOf('nights beyond places')),
  ];
  return shown.map(({ level, label }, at) => [level, label, ...columns.map((column) => column[at])]);
}

/** The queue on the last evening of every year: period, people, days that half and nine tenths have waited; and people not yet summoned. */
export function queueColumns(reading: ForecastReading, variant: string): readonly (readonly string[])[] {
  const columns = [
    'waiting on the last evening',
    'days waited, half',
    'days waited, nine tenths',
    'not yet summoned',
  ].map((what) => runTexts(reading.yearEnds.map(({ name }) => reading.at(variant, what, 'all', name))));
  return reading.yearEnds.map(({ name }, at) => [name, ...columns.map((column) => column[at])]);
}

/** The middle run alone, in whole places: `2 353`. */
function placesText(row: ForecastRow | undefined): string {
  return row === undefined || Number.isNaN(row.median) ? 'n/a' : formatInteger(Math.round(row.median));
}

/** The share of runs above zero, `62 %`; if none or all are, how many there are and how high or low the risk may be. */
function riskText(row: ForecastRow | undefined, { perDraw }: ForecastReading): string {
  if (row === undefined || Number.isNaN(row.above_zero)) return 'n/a';
  const { above_zero: share, runs } = row;
  if (share > 0 && share < 1) return `${Math.round(100 * share)} %`;
  const units = runs / perDraw;
  const { low, high } = riskBounds(share * units, units, CONFIDENCE);
  return `${share * runs} of ${runs} (${share === 0 ? `up to ${percentText(high)}` : `at least ${percentText(low)}`})`;
}
