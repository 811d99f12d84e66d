/**
 * Attending: how the columns tell who attends a programme and who waits for one, and the rules of wishes and turns.
 *
 * Pure rules only. A day of beginning is stored with `DAY_ZERO` added, a day of asking as the negative of that.
 */
import type { Day } from '../engine/calendar.ts';
import { NONE, type People, type Row } from '../people/person.ts';

/** The programmes, in the order of the dimension `programme`. */
export const programmeNames = ['basic', 'vocational', 'higher', 'cognitive', 'addiction', 'violence'] as const;

/** The first so many programmes are education. */
export const EDUCATION = 3;

/** Who comes first when a seat is free. */
export const waitingRules = ['first-come', 'need-first', 'release-date-first'] as const;
export type WaitingRule = (typeof waitingRules)[number];

/** Whether somebody attends a programme now. */
export function attends({ programme, programmeDay }: People, row: Row): boolean {
  return programme[row] !== NONE && programmeDay[row] > 0;
}

/** Whether somebody attends education now. */
export function isInClass({ programme, programmeDay }: People, row: Row): boolean {
  return programme[row] < EDUCATION && programmeDay[row] > 0;
}

/** Whether somebody waits for a programme. */
export function isWaitingForProgramme({ programme, programmeDay }: People, row: Row): boolean {
  return programme[row] !== NONE && programmeDay[row] < 0;
}

/** The day on which the present programme began, or since which it is waited for: whatever the century, a sign tells which. */
export function sinceDay(programmeDay: number): Day {
  return Math.abs(programmeDay) - DAY_ZERO;
}

/** The number by which somebody comes in turn: the lowest first, equal ones by key. */
export function priorityOf(rule: WaitingRule, since: Day, release: Day, isNeeded: boolean): number {
  if (rule === 'release-date-first') return release;
  return rule === 'need-first' && !isNeeded ? since + LAST : since;
}

/** Where in the wish for one programme somebody stands who stands so in that for the first: even among people, 0 the keenest. */
export function wishRank(keenness: number, programme: number): number {
  const turned = keenness + programme * GOLDEN;
  return turned - Math.floor(turned);
}

/** Added to days, so that those before 1970 are positive too. */
export const DAY_ZERO = 100_000;

/** More than any day. */
const LAST = 1_000_000;

/** The golden section: turned by it again and again, numbers spread evenly. */
const GOLDEN = 0.6180339887498949;
