/**
 * Forecast words: what a forecast says in sentences, the same on the terminal, in its chart and on its page.
 */
import type { Study } from '../experiment/study.ts';
import { fewestFor, mostPromised } from '../statistics/predictive-band.ts';
import { levelParts, wholeTexts } from '../tables/estimate.ts';
import { FORECAST } from '../tables/forecast.ts';
import { formatInteger } from '../tables/format.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';

type ForecastRow = RowOf<typeof FORECAST>;

/** Overflow, and what it is not. */
export const OVERFLOW_MEANS =
  'Overflow: on some evening of the quarter more people are held at the level than it has usable places, second beds included, as capacity judges it; nights beyond own places count each person beyond the usable places of their sex and unit.';

/** Which periods of a level are shown. */
export const SHOWN_MEANS =
  'Shown of each year: the last quarter, and the one with the highest risk of overflow, marked worst, where that is higher; forecast.csv has every quarter.';

/** Fewer runs than this make rough bands. */
const FEWEST_RUNS = 8;

/** Reads a forecast: the row of a number, by variant, number and part, in a period or on its last day. */
export class ForecastReading {
  readonly rows: readonly ForecastRow[];
  readonly variants: readonly string[];
  /** The periods of people inside, in order. */
  readonly periods: readonly { readonly name: string; readonly to: string }[];
  readonly #byName = new Map<string, ForecastRow>();

  constructor(table: Table) {
    this.rows = recordsOf(table, FORECAST);
    this.variants = [...new Set(this.rows.map(({ variant }) => variant))];
    for (const row of this.rows) this.#byName.set(keyOf(row.variant, row.what, row.of, row.period), row);
    const own = this.rows.filter(
      ({ variant, what, of }) => variant === this.variants[0] && what === 'people inside' && of === 'all',
    );
    this.periods = own.map(({ period, to }) => ({ name: period, to }));
  }

  /** The row of a number in a period; undefined if it is none. */
  at(variant: string, what: string, of: string, period: string): ForecastRow | undefined {
    return this.#byName.get(keyOf(variant, what, of, period));
  }

  /** The last period of each calendar year. */
  get yearEnds(): readonly { readonly name: string; readonly to: string }[] {
    return this.periods.filter(({ to }, at) => this.periods[at + 1]?.to.slice(0, 4) !== to.slice(0, 4));
  }
}

/** A period that is shown of a level. */
export interface ShownPeriod {
  readonly name: string;
  readonly to: string;
  /** The name, and whether it is the worst of its year. */
  readonly label: string;
}

/**
 * The periods shown of a level, in order: the last of each calendar year, and the last of the quarter with the highest risk of overflow
 * in that year, if it is higher.
 */
export function shownPeriods(reading: ForecastReading, variant: string, level: string): readonly ShownPeriod[] {
  const { periods } = reading;
  const ends = periods.filter(({ to }, at) => {
    const next = periods[at + 1];
    return next === undefined || calendarQuarter(next.to) !== calendarQuarter(to);
  });
  const riskOf = ({ to }: { readonly to: string }) =>
    reading.at(variant, 'most people beyond all places', level, calendarQuarter(to))?.above_zero ?? 0;
  return reading.yearEnds.flatMap((end) => {
    const ofYear = ends.filter(({ to }) => to.slice(0, 4) === end.to.slice(0, 4));
    const worst = ofYear.reduce((most, one) => (riskOf(one) > riskOf(most) ? one : most), ofYear[0]);
    const last = { ...end, label: end.name };
    return riskOf(worst) > riskOf(end) ? [{ ...worst, label: `${worst.name}, worst` }, last] : [last];
  });
}

/** The calendar quarter of a day in ISO text: `2027 Q1`. */
export function calendarQuarter(day: string): string {
  return `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

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
    quartersOf('most people beyond all places').map(riskText),
    runTexts(rowsOf('nights beyond places')),
  ];
  return shown.map(({ level, label }, at) => [level, label, ...columns.map((column) => column[at])]);
}

/** The queue at the end of every year: period, people, days that half and nine tenths have waited, and people not yet summoned. */
export function queueColumns(reading: ForecastReading, variant: string): readonly (readonly string[])[] {
  const columns = ['waiting for a place', 'days waited, half', 'days waited, nine tenths', 'not yet summoned'].map(
    (what) => runTexts(reading.yearEnds.map(({ name }) => reading.at(variant, what, 'all', name))),
  );
  return reading.yearEnds.map(({ name }, at) => [name, ...columns.map((column) => column[at])]);
}

/** The middle run alone, in whole places: `2 353`. */
function placesText(row: ForecastRow | undefined): string {
  return row === undefined || Number.isNaN(row.median) ? 'n/a' : formatInteger(Math.round(row.median));
}

/** The risk that a number is above zero: the share of runs in which it is, `62 %`. */
function riskText(row: ForecastRow | undefined): string {
  return row === undefined || Number.isNaN(row.above_zero) ? 'n/a' : `${Math.round(100 * row.above_zero)} %`;
}

/** The finding: people inside at the end, of each variant, and the middle run at central values if draws stand beside such runs. */
export function findingOf(reading: ForecastReading, place: string, central?: ForecastReading): string {
  const last = reading.periods.at(-1)!.name;
  const told = reading.variants.map((variant) => {
    const row = reading.at(variant, 'people inside', 'all', last)!;
    const { value, interval } = levelParts(row.median, { low: row.low95, high: row.high95 });
    const other = central?.at(variant, 'people inside', 'all', last);
    const beside =
      other === undefined ? '' : `, by parameter draws; ${formatInteger(Math.round(other.median))} at central values`;
    return reading.variants.length === 1
      ? `${value} people inside in ${last}; ${row.runs < fewestFor(0.95) ? `all ${row.runs} runs` : '95 % of runs'}: ${interval}${beside}`
      : `${value} with ${variant}${beside}`;
  });
  return reading.variants.length === 1
    ? `${place}: ${told[0]}`
    : `${place}: people inside in ${last}: ${told.join(central === undefined ? ', ' : '; ')}`;
}

/** What the bands hold, and how far they can be trusted. */
export function bandsInWords(study: Study, reading: ForecastReading): readonly string[] {
  const { draws, replicates, arms } = study;
  const runs = Math.max(1, draws) * replicates;
  const isDrawn = draws > 0;
  const sets = arms[0].scenario.members === undefined ? 'parameter draws' : 'draws from the members of the calibration';
  const future = arms.find(({ admissions }) => admissions !== undefined)?.admissions;
  const doubts = [
    'chance',
    ...(isDrawn ? ['doubt about parameters'] : []),
    ...(future ? ['doubt about admissions'] : []),
  ];
  const held = doubts.length === 1 ? 'chance alone' : `${doubts.slice(0, -1).join(', ')} and ${doubts.at(-1)}`;
  const layers = isDrawn
    ? `Bands hold ${held}: ${draws} ${sets} with ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'} each.`
    : `Bands hold ${held}, within one set of parameters: ${runs} replicates. --draws adds doubt about parameters${arms[0].scenario.members === undefined ? ', each number on its own, which may move the middle run too' : ''}.`;
  const path = future
    ? `Every run has its own path of admissions, from the figures up to ${future.known}.`
    : 'Bands hold no doubt about admissions: all runs have those of the scenario; --admissions forecast adds it.';
  const row = reading.at(reading.variants[0], 'people inside', 'all', reading.periods.at(-1)!.name);
  const share = row === undefined || Number.isNaN(row.parameters) ? undefined : Math.round(100 * row.parameters);
  const apart =
    share === undefined
      ? isDrawn
        ? ['With one replicate per draw, or one draw, the two layers cannot be told apart; use --replicates 2.']
        : []
      : [
          `Of the variance of people inside in ${row!.period}, ${share} % is doubt about parameters, ${100 - share} % chance${future ? ' and admissions together' : ''}.`,
        ];
  const rough = runs < FEWEST_RUNS ? [`${runs} runs are fewer than ${FEWEST_RUNS}: the bands are rough.`] : [];
  const narrow =
    runs < fewestFor(0.95)
      ? [
          `A band of 95 % takes ${fewestFor(0.95)} runs; with ${runs} its ends are the lowest and the highest run, which hold the next one with ${Math.round(100 * mostPromised(runs))} %.`,
        ]
      : [];
  return [layers, path, ...apart, ...rough, ...narrow];
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
