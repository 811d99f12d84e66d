/**
 * Waiting words: who waits for a place at the end, and how long those waited who got one, in a sentence per arm.
 */
import { levelParts, NOT_KNOWN } from '../tables/estimate.ts';
import { formatInteger } from '../tables/format.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { OF_ALL, WAITING_DAYS } from '../tables/waiting-days.ts';

type WaitingRow = RowOf<typeof WAITING_DAYS>;

/** Sentences for each arm of the table in which anybody waits on the last day of the last year; its arm is named if there are several. */
export function waitingSentences(table: Table): readonly string[] {
  return ofArms(table, (row) => `${queueOf(row)} ${waitedOf(row)}`);
}

/** As `waitingSentences`, without the people who wait, where a table tells them already. */
export function waitedSentences(table: Table): readonly string[] {
  return ofArms(table, waitedOf);
}

function ofArms(table: Table, sentencesOf: (row: WaitingRow) => string): readonly string[] {
  const whole = recordsOf(table, WAITING_DAYS).filter(({ level, sentence }) => [level, sentence].every(isEverybody));
  const last = [...new Map(whole.map((row) => [row.arm, row])).values()];
  const people = last.filter(({ waiting }) => waiting > 0);
  return people.map((row) => `${last.length > 1 ? `${row.arm}: ` : ''}${sentencesOf(row)}`);
}

function isEverybody(name: string): boolean {
  return name === OF_ALL;
}

function queueOf({ date, waiting, waiting_low, waiting_high }: WaitingRow): string {
  const { value, interval } = levelParts(waiting, { low: waiting_low, high: waiting_high });
  const wait = value === '1' ? 'person waits' : 'people wait';
  const spread = waiting_low === waiting_high ? '' : ` (${interval})`;
  return `On ${date}, ${value} ${wait} for a place${spread}.`;
}

function waitedOf(row: WaitingRow): string {
  const { year, began, half, half_low, half_high } = row;
  if (!(began > 0)) return `Nobody began to serve from liberty in ${year}.`;
  const most = daysText(row.nine_tenths, row.nine_tenths_low, row.nine_tenths_high);
  return `Of those who began to serve in ${year}, half had waited ${daysText(half, half_low, half_high)} from the summons, nine tenths ${most}.`;
}

/** Whole days, with the middle 95 % of runs where they differ. */
function daysText(days: number, low: number, high: number): string {
  if (Number.isNaN(days)) return 'more than five years';
  const whole = (one: number) => (Number.isNaN(one) ? NOT_KNOWN : formatInteger(Math.round(one)));
  return `up to ${whole(days)} ${Math.round(days) === 1 ? 'day' : 'days'}${low === high ? '' : ` (${whole(low)} to ${whole(high)})`}`;
}
