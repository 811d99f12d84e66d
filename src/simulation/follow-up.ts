/**
 * Follow-up: recidivism counted from index releases.
 *
 * An index release is a person's first in a calendar year from a prison sentence in an institution (not from remand, not
 * after a recall). Completions of sentences at home, on electronic monitoring, are followed apart. A new index release ends
 * the follow-up of the one before. At home, an earlier completion stays the index until its months are over or every
 * definition is met. Every follow-up counts once per definition: as an event, as a competing risk (death or expulsion
 * first), or as censored.
 */
import { DAYS_PER_YEAR, type Day, yearOf } from '../engine/calendar.ts';
import { NOT_YET, type People, type Row } from '../people/person.ts';
import { definitions, MONTHS, type Summary } from './summary.ts';

const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
const ALL_MET = (1 << definitions.length) - 1;

/** Begins the follow-up of a release from an institution, after a last day at a level. False if it is no index release. */
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

/** Begins the follow-up of a sentence completed at home. False if it is no index completion. */
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

/** Counts an event in the definitions that it meets (bits), if it is the first there. */
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

/** Ends all follow-ups of a person, by a competing risk or by censoring. */
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

/** Counts in every definition of a set. Events after the last counted month leave the person censored at its end. */
function tally(summary: Summary, into: Int32Array, counted: number, lastLevel: number, since: Day, today: Day): void {
  const month = Math.floor((today - since) / DAYS_PER_MONTH);
  for (let definition = 0; definition < definitions.length; definition++) {
    if ((counted & (1 << definition)) === 0) continue;
    const at = (definition * (summary.shape.levels + 1) + lastLevel) * MONTHS;
    if (month < MONTHS) into[at + month]++;
    else summary.censored[at + MONTHS - 1]++;
  }
}
