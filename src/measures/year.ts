/**
 * Year: cuts a summary into calendar years, so that every measure of a study also exists for each year.
 *
 * Yearly counts are copied; weekly counts are split at the turn of the year in proportion to days, so that a stock is wrong by
 * a few person-days in a million. Follow-up of releases is not kept by year and stays empty.
 */
import { startOfYear, yearOf } from '../engine/calendar.ts';
import type { Cell } from '../simulation/simulate.ts';
import { emptySummary, type Summary } from '../simulation/summary.ts';
import type { Reading } from './measure.ts';

/** The reading of each calendar year of a cell; its start and end may cut the first and the last. */
export function readingsByYear(cell: Cell, summary: Summary): ReadonlyMap<number, Reading> {
  const [first, last] = [yearOf(cell.start), yearOf(cell.end - 1)];
  const readings = new Map<number, Reading>();
  for (let year = first; year <= last; year++) readings.set(year, readingOfYear(cell, summary, year));
  return readings;
}

/** The reading of one calendar year of a cell. */
export function readingOfYear(
  { start, end, parameters }: Pick<Cell, 'start' | 'end' | 'parameters'>,
  summary: Summary,
  year: number,
): Reading {
  const from = Math.max(start, startOfYear(year));
  const until = Math.min(end, startOfYear(year + 1));
  const { values } = parameters.findLast((dated) => dated.from < until) ?? parameters[0];
  const ofYear = cut(summary, year - yearOf(start), from - start, until - start, end - start);
  return { summary: ofYear, days: until - from, parameters: values };
}

function cut(summary: Summary, year: number, from: number, until: number, days: number): Summary {
  const { shape } = summary;
  const weeks = { first: Math.floor(from / DAYS), last: Math.ceil(until / DAYS) };
  const result = emptySummary({ ...shape, weeks: weeks.last - weeks.first, years: 1 });
  for (const name of [...byYear, ...byMonth]) copy(summary[name], result[name], shape.years, year);
  for (let week = weeks.first; week < weeks.last; week++) {
    const begins = Math.max(from, week * DAYS);
    const ends = Math.min(until, (week + 1) * DAYS);
    const part = (ends - begins) / Math.min(DAYS, days - week * DAYS);
    for (const name of byWeek) {
      const length = result[name].length / result.shape.weeks;
      for (let at = 0; at < length; at++) {
        const whole = summary[name][week * length + at];
        result[name][(week - weeks.first) * length + at] = Math.round(whole * part);
      }
    }
  }
  return result;
}

function copy(from: Ints, to: Ints, years: number, year: number): void {
  const length = from.length / years;
  for (let at = 0; at < length; at++) to[at] = from[year * length + at];
}

type Ints = Int32Array | Float64Array;
const byYear = [
  'peaks',
  'unitEvenings',
  'levelWaits',
  'begunWaits',
  'flow',
  'sums',
  'waits',
  'tallies',
  'charges',
  'averted',
  'lastLevels',
] as const;
const byMonth = [
  'monthStock',
  'monthWomen',
  'monthQueue',
  'monthOverflow',
  'monthPlaces',
  'monthFlow',
  'monthWaits',
] as const;
const byWeek = ['stock', 'overflow', 'fullNights', 'sharing', 'places', 'added', 'processing', 'waiting'] as const;
const DAYS = 7;
