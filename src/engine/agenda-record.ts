/** Agenda record: the layout of one row's diary in the agenda, as 32-bit integers side by side. */
import type { Day } from './calendar.ts';

/** A copy of an agenda, fit for passing to a worker. */
export interface AgendaSnapshot {
  readonly kinds: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly today: Day;
  readonly isOpen: boolean;
  readonly capacity: number;
  readonly records: Int32Array;
  readonly heads: Int32Array;
}

/** A due day that never comes. */
export const NEVER: Day = 0x7fffffff;

/**
 * A record's header: the day a row is listed under, its neighbours in that list, and the kinds that have a date, as bits of
 * two words. The due days follow, by kind.
 */
export const LISTED = 0;
export const BEFORE = 1;
export const AFTER = 2;
export const MARKED = 3;
export const MORE = 4;
export const HEADER = 5;

/** In place of a listed day: NEVER for a row in no list, TAKEN (before every day) for one that `next` handed out. */
export const TAKEN = -0x80000000;

/**
 * The bits of the first word: the first kinds, and two of the row: its earliest date may be after the listed day; `settle` is
 * still to come. The second word holds the other kinds.
 */
export const KINDS = 0x3fffffff;
export const STALE = 1 << 30;
export const UNSETTLED = 1 << 31;
const KINDS_IN_FIRST = 30;

/** Kinds of event for which a record has bits. */
export const MOST_KINDS = KINDS_IN_FIRST + 32;

/** Where the due days of the kinds of the second word begin. */
export const HEADER_OF_MORE = HEADER + KINDS_IN_FIRST;

/** The word of the header that has the bit of a kind. */
export function wordOf(kind: number): number {
  return kind < KINDS_IN_FIRST ? MARKED : MORE;
}

/** The bit of a kind in its word. */
export function bitOf(kind: number): number {
  return 1 << (kind < KINDS_IN_FIRST ? kind : kind - KINDS_IN_FIRST);
}

/** The earliest due day of a diary, or NEVER. */
export function earliestOf(records: Int32Array, record: number): Day {
  let earliest = NEVER;
  for (let rest = records[record + MARKED] & KINDS; rest !== 0; rest &= rest - 1) {
    const day = records[record + HEADER + 31 - Math.clz32(rest & -rest)];
    if (day < earliest) earliest = day;
  }
  for (let rest = records[record + MORE]; rest !== 0; rest &= rest - 1) {
    const day = records[record + HEADER_OF_MORE + 31 - Math.clz32(rest & -rest)];
    if (day < earliest) earliest = day;
  }
  return earliest;
}

/** Empty diaries of rows below `capacity`, `stride` integers each. */
export function blankRecords(capacity: number, stride: number): Int32Array {
  const records = new Int32Array(capacity * stride).fill(NEVER);
  for (let record = 0; record < records.length; record += stride) {
    records[record + MARKED] = 0;
    records[record + MORE] = 0;
  }
  return records;
}

/** Exchanges the dates of two records, and what is marked in them; where they are listed stays. */
export function exchangeDates(records: Int32Array, first: number, second: number, stride: number): void {
  for (let word = MARKED; word < stride; word++) {
    const ofFirst = records[first + word];
    records[first + word] = records[second + word];
    records[second + word] = ofFirst;
  }
}

/** Why an event cannot be set or cleared: a row or kind that does not exist, or else a day that has passed. */
export function refusalOf(
  row: number,
  kind: number,
  day: Day,
  capacity: number,
  kinds: number,
  today: Day,
): RangeError {
  if (!(row >>> 0 < capacity)) return new RangeError(`row ${row} is outside an agenda of ${capacity} rows`);
  if (!(kind >>> 0 < kinds)) return new RangeError(`kind ${kind} is not one of the ${kinds} kinds`);
  return new RangeError(`day ${day} is before day ${today}: kind ${kind} of row ${row} can no longer fall due then`);
}
