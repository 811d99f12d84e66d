/**
 * Trajectory: derives a person's state on every day of a life from the recorded events.
 *
 * The record gives the days of remand, admission, moves and release; nothing changes between two such events. A test holds that
 * the result agrees with the world evening by evening.
 */
import type { Day } from '../engine/calendar.ts';
import { event } from '../people/life-events.ts';
import type { RecordedEvent } from './life.ts';

/** States other than a security level, in words. */
export const statesOutside = [
  'electronic monitoring',
  'remand',
  'treatment',
  'absent',
  'waiting for a place',
  'conditional release',
  'liberty',
  'gone',
] as const;

/** The number of each such state: `outside('liberty', levels)`. Lower numbers are security levels. */
export function outside(state: (typeof statesOutside)[number], levels: number): number {
  return levels + statesOutside.indexOf(state);
}

/** Days in a state, from a day until the next span begins. */
export interface Span {
  readonly from: Day;
  /** A security level, or a number of `outside`. */
  readonly state: number;
}

/** The spans of a life from its events in order. It begins at liberty. */
export function stateTrajectory(happenings: readonly RecordedEvent[], levels: number): readonly Span[] {
  const spans: Span[] = [];
  let state = outside('liberty', levels);
  let waitsForFine = false;
  for (const { kind, day, detail } of happenings) {
    if (kind === event.defaulted) waitsForFine = true;
    const isForgiven = kind === event.charged && waitsForFine && state === outside('waiting for a place', levels);
    if (kind === event.charged) waitsForFine = false;
    const next = isForgiven ? outside('liberty', levels) : stateAfter(kind, detail, state, levels);
    if (spans.length > 0 && next === state) continue;
    state = next;
    if (spans.at(-1)?.from === day) spans.pop();
    if (spans.at(-1)?.state !== state) spans.push({ from: day, state });
  }
  return spans;
}

/** Calls back with every span and its days within [start, end). */
export function daysWithin(
  spans: readonly Span[],
  start: Day,
  end: Day,
  told: (state: number, days: number) => void,
): void {
  for (let at = 0; at < spans.length; at++) {
    const from = Math.max(start, spans[at].from);
    const until = Math.min(end, spans[at + 1]?.from ?? end);
    if (until > from) told(spans[at].state, until - from);
  }
}

/** The state on the evening of a day; undefined before the first span. */
export function stateOn(spans: readonly Span[], day: Day): number | undefined {
  return spans.findLast(({ from }) => from <= day)?.state;
}

function stateAfter(kind: number, detail: number, state: number, levels: number): number {
  switch (kind) {
    case event.charged:
      return state === outside('conditional release', levels) ? outside('liberty', levels) : state;
    case event.remanded:
      return outside('remand', levels);
    case event.sentenced:
      return state === outside('remand', levels) ? state : outside('waiting for a place', levels);
    case event.passedStraight:
    case event.recaptured:
      return 0;
    case event.admitted:
    case event.fineBegun:
    case event.misconduct:
    case event.moved:
      return detail;
    case event.monitored:
      return outside('electronic monitoring', levels);
    case event.toTreatment:
      return outside('treatment', levels);
    case event.absconded:
      return outside('absent', levels);
    case event.monitoringRevoked:
    case event.recalled:
    case event.defaulted:
      return outside('waiting for a place', levels);
    case event.conditional:
    case event.probation:
    case event.supervised:
      return outside('conditional release', levels);
    case event.remandReleased:
    case event.lapsed:
    case event.servedInRemand:
    case event.fullTime:
    case event.monitoringCompleted:
    case event.supervisionEnded:
    case event.fineServed:
      return outside('liberty', levels);
    case event.died:
    case event.expelled:
    case event.departed:
      return outside('gone', levels);
    default:
      return state;
  }
}
