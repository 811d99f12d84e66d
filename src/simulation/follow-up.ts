/**
 * Follow-up: recidivism counted from index releases.
 *
 * An index release is the first of a person in a calendar year from a prison sentence in an institution (not remand, not
 * after a recall); completions of sentences at home, on electronic monitoring, are followed beside them under marks of
 * their own. A new index release ends the follow-up from the one before; at home, an earlier one that still misses some
 * definition stays the index until its months are over. Every follow-up that begins is counted once in every definition:
 * as an event, as a competing exit, or as followed so far.
 */
import { DAYS_PER_YEAR, type Day, yearOf } from '../engine/calendar.ts';
import { NOT_YET, type People, type Row } from '../people/person.ts';
import { definitions, MONTHS, type Summary } from './summary.ts';

const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
const ALL_MET = (1 << definitions.length) - 1;

/** A release from an institution, after a last day at a level. Whether it is an index release. */
export function beginFollowUp(people: People, row: Row, today: Day, lastLevel: number, summary: Summary): boolean {
  const { indexDay, indexLevel, indexMet } = people;
  const since = indexDay[row];
  if (since !== NOT_YET && yearOf(since) === yearOf(today)) return false;
  if (since !== NOT_YET) endOne(summary, summary.censored, indexMet[row], indexLevel[row], since, today);
  indexDay[row] = today;
  indexLevel[row] = lastLevel;
  indexMet[row] = 0;
  return true;
}

/** A sentence completed at home. Whether it is an index completion. */
export function beginFollowUpAtHome(people: People, row: Row, today: Day, summary: Summary): boolean {
  const { homeDay, homeMet } = people;
  const since = homeDay[row];
  if (since !== NOT_YET) {
    const isFollowed = today - since < MONTHS * DAYS_PER_MONTH && homeMet[row] !== ALL_MET;
    if (isFollowed || yearOf(since) === yearOf(today)) return false;
    endOne(summary, summary.censored, homeMet[row], summary.shape.levels, since, today);
  }
  homeDay[row] = today;
  homeMet[row] = 0;
  return true;
}

/** Something that meets these definitions, a set of bits: counted where it is the first. */
export function meet(people: People, row: Row, met: number, today: Day, summary: Summary): void {
  const { indexDay, indexLevel, indexMet, homeDay, homeMet } = people;
  if (indexDay[row] !== NOT_YET) {
    tally(summary, summary.events, met & ~indexMet[row], indexLevel[row], indexDay[row], today);
    indexMet[row] = indexMet[row] | met;
  }
  if (homeDay[row] !== NOT_YET) {
    tally(summary, summary.events, met & ~homeMet[row], summary.shape.levels, homeDay[row], today);
    homeMet[row] = homeMet[row] | met;
  }
}

/** The end of all that is followed of a person: into the competing exits, or into those followed so far. */
export function endFollowUps(people: People, row: Row, today: Day, summary: Summary, into: Int32Array): void {
  const { indexDay, indexLevel, indexMet, homeDay, homeMet } = people;
  if (indexDay[row] !== NOT_YET) endOne(summary, into, indexMet[row], indexLevel[row], indexDay[row], today);
  if (homeDay[row] !== NOT_YET) endOne(summary, into, homeMet[row], summary.shape.levels, homeDay[row], today);
  indexDay[row] = NOT_YET;
  homeDay[row] = NOT_YET;
}

function endOne(summary: Summary, into: Int32Array, met: number, lastLevel: number, since: Day, today: Day): void {
  tally(summary, into, ALL_MET & ~met, lastLevel, since, today);
}

/** Counts in every definition of a set. What happens after the last month that is counted leaves the person followed to the end of it. */
function tally(summary: Summary, into: Int32Array, counted: number, lastLevel: number, since: Day, today: Day): void {
  const month = Math.floor((today - since) / DAYS_PER_MONTH);
  for (let definition = 0; definition < definitions.length; definition++) {
    if ((counted & (1 << definition)) === 0) continue;
    const at = (definition * (summary.shape.levels + 1) + lastLevel) * MONTHS;
    if (month < MONTHS) into[at + month]++;
    else summary.censored[at + MONTHS - 1]++;
  }
}
