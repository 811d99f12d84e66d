/**
 * Forecast reading: reads the rows of a forecast by name, and says which periods of it are shown.
 */
import { FORECAST } from '../../tables/forecast.ts';
import { type RowOf, recordsOf, type Table } from '../../tables/table.ts';

export type ForecastRow = RowOf<typeof FORECAST>;

/** Reads a forecast: the row of a number, by variant, number and part, in a period or on its last day. */
export class ForecastReading {
  readonly rows: readonly ForecastRow[];
  readonly variants: readonly string[];
  /** The periods of people inside, in order. */
  readonly periods: readonly { readonly name: string; readonly to: string }[];
  /** Runs of one parameter draw, which are not independent of each other; 1 without draws. */
  readonly perDraw: number;
  readonly #byName = new Map<string, ForecastRow>();

  constructor(table: Table, perDraw: number) {
    this.perDraw = perDraw;
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

  /** Whether the periods are months; peak days and risks are those of quarters even so. */
  get isMonthly(): boolean {
    return this.periods.some(({ name }) => name.includes('-'));
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

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
