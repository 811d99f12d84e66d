/**
 * Divergence: the first event in which two lives of the same person differ.
 *
 * Both lives are read side by side from their first event on. They part at the first event that is not the same in both, on the
 * same day with the same detail; later differences may follow from it.
 */
import type { Day } from '../../engine/calendar.ts';
import type { RecordedEvent } from '../life.ts';

/** The point at which two lives part. */
export interface Divergence {
  /** The first day with an event in one life and not in the other. */
  readonly day: Day;
  /** The number of events in common before it. */
  readonly shared: number;
  /** The next event in each life, on that day or later; undefined if there is none. */
  readonly first: RecordedEvent | undefined;
  readonly second: RecordedEvent | undefined;
}

/** The kind of difference between the next events, seen from the second life. */
export const ways = [
  /** The same event on the same day, but with another outcome. */
  'otherwise',
  /** Another event on that day. */
  'instead',
  /** The same event comes next in both, on an earlier day in the second. */
  'earlier',
  'later',
  /** An event in the first life, while another comes next, or none, in the second. */
  'only in the first',
  'only in the second',
] as const;
export type Way = (typeof ways)[number];

/** Finds the point at which two lives part; undefined if they never do. */
export function firstDivergence(
  first: readonly RecordedEvent[],
  second: readonly RecordedEvent[],
): Divergence | undefined {
  let shared = 0;
  while (shared < first.length && shared < second.length && isSame(first[shared], second[shared])) shared++;
  const [one, other] = [first[shared], second[shared]];
  if (one === undefined && other === undefined) return undefined;
  return { day: Math.min(one?.day ?? Infinity, other?.day ?? Infinity), shared, first: one, second: other };
}

/** Whether two pairs that share their first life part on the same day, over the same event. */
export function isSameDivergence(a: Divergence | undefined, b: Divergence | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.shared === b.shared && a.day === b.day && isSame(on(a.day, a.second), on(b.day, b.second));
}

/** The kind of difference at the point where lives part. */
export function wayOf({ first, second }: Divergence): Way {
  if (first?.kind === second?.kind && first !== undefined && second !== undefined) {
    if (first.day === second.day) return 'otherwise';
    return second.day < first.day ? 'earlier' : 'later';
  }
  if (first?.day === second?.day) return 'instead';
  return (first?.day ?? Infinity) < (second?.day ?? Infinity) ? 'only in the first' : 'only in the second';
}

/** The event of that day; undefined if the next event is later. */
function on(day: Day, happening: RecordedEvent | undefined): RecordedEvent | undefined {
  return happening?.day === day ? happening : undefined;
}

function isSame(a: RecordedEvent | undefined, b: RecordedEvent | undefined): boolean {
  return a?.kind === b?.kind && a?.day === b?.day && a?.detail === b?.detail;
}
