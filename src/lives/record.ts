/**
 * Record: sorts the events that a cell kept by person.
 *
 * The journal holds the events of all people mixed, in the order of recording. Here each person's events stand together, still
 * in that order, and people stand in order of their keys.
 */
import type { JournalRows } from '../engine/journal.ts';
import { INSIDE_AT_FIRST } from '../people/arrivals.ts';
import type { RecordedEvent } from './life.ts';

/** A person's key as one exact number: the stream and, in lower digits, the number of the arrival. It sorts by both. */
export type PersonKey = number;

/** The key of a person. */
export function keyOf(stream: number, index: number): PersonKey {
  return stream * INDEXES + index;
}

/** The two halves of a key. */
export function halvesOf(key: PersonKey): { readonly stream: number; readonly index: number } {
  return { stream: Math.floor(key / INDEXES), index: key % INDEXES };
}

/** Whether a person is of a list of people inside on the first observed day. */
export function isListed(key: PersonKey): boolean {
  return halvesOf(key).stream === INSIDE_AT_FIRST;
}

/** A key as tables write it: `1-167837696`. */
export function personName(key: PersonKey): string {
  const { stream, index } = halvesOf(key);
  return `${stream}-${index}`;
}

/** The events of everybody. */
export interface LivesOnRecord {
  /** Everybody with an event, in order. */
  readonly keys: Float64Array;
  /** The events of a person in the order in which they happened. */
  of(key: PersonKey): readonly RecordedEvent[];
  /** The last of these events. */
  lastOf(key: PersonKey): RecordedEvent | undefined;
}

/** The events of a journal by person. Rows are read on demand, so the journal must not be overwritten. */
export function livesOnRecord(rows: JournalRows): LivesOnRecord {
  const { kind, stream, index, day, detail } = rows;
  const ends = new Map<PersonKey, number>();
  for (let row = 0; row < kind.length; row++) {
    const key = keyOf(stream[row], index[row]);
    ends.set(key, (ends.get(key) ?? 0) + 1);
  }
  const keys = Float64Array.from(ends.keys()).sort();
  const begins = new Map<PersonKey, number>();
  let place = 0;
  for (const key of keys) {
    begins.set(key, place);
    place += ends.get(key)!;
    ends.set(key, begins.get(key)!);
  }
  const order = new Int32Array(kind.length);
  for (let row = 0; row < kind.length; row++) {
    const key = keyOf(stream[row], index[row]);
    const at = ends.get(key)!;
    order[at] = row;
    ends.set(key, at + 1);
  }
  const happening = (row: number): RecordedEvent => ({ kind: kind[row], day: day[row], detail: detail[row] });
  return {
    keys,
    of: (key) => Array.from(order.subarray(begins.get(key) ?? 0, ends.get(key) ?? 0), happening),
    lastOf: (key) => (ends.has(key) ? happening(order[ends.get(key)! - 1]) : undefined),
  };
}

const INDEXES = 2 ** 32;
