/**
 * Follow-up: recidivism counted from index releases.
 *
 * An index release is a person's first in a calendar year from a prison sentence in an institution (not from remand, not
 * after a recall). Completions of sentences at home, on electronic monitoring, are followed apart. A new index release ends
 * the follow-up of the one before. At home, an earlier completion stays the index until its months are over or every
 * definition is met. Every follow-up counts once per definition: as an event, as a competing risk (death or expulsion
 * first), or as censored.
 *
 * Definitions dated by a charge count on the day of the charge, once its sentence begins. Their follow-up ends `DAYS_TO_BEGIN`
 * before the end of observation, so that the sentence could be seen to begin; later releases do not count in them.
 */
import { DAYS_PER_YEAR, type Day, yearOf } from '../engine/calendar.ts';
import { NOT_YET, type People, type Row, status } from '../people/person.ts';
import { BY_CHARGE, BY_EVENT, countsForCharge } from './recidivism-definition.ts';
import { DAYS_TO_BEGIN, definitions, MONTHS, type Summary } from './summary.ts';

const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
const ALL = BY_EVENT | BY_CHARGE;

/** Follows the people of a world, into the counts of a summary. */
export class FollowUp {
  readonly #people: People;
  readonly #summary: Summary;
  readonly #lastCharge: Day;

  constructor(people: People, summary: Summary, end: Day) {
    this.#people = people;
    this.#summary = summary;
    this.#lastCharge = end - DAYS_TO_BEGIN;
  }

  /** Notes a charge that opens a case; one while a sentence waits to be served is settled with that sentence. */
  noteCharge(row: Row, today: Day): void {
    const { caseDay, status: standing } = this.#people;
    if (standing[row] !== status.waiting) caseDay[row] = today;
  }

  /** Begins the follow-up of a release from an institution, after a last day at a level. False if it is no index release. */
  begin(row: Row, today: Day, lastLevel: number): boolean {
    const { indexDay, indexLevel, indexMet } = this.#people;
    const since = indexDay[row];
    if (since !== NOT_YET && yearOf(since) === yearOf(today)) return false;
    if (since !== NOT_YET) this.#endOne(this.#summary.censored, indexMet[row], indexLevel[row], since, today);
    indexDay[row] = today;
    indexLevel[row] = lastLevel;
    indexMet[row] = 0;
    return true;
  }

  /** Begins the follow-up of a sentence completed at home. False if it is no index completion. */
  beginAtHome(row: Row, today: Day): boolean {
    const { homeDay, homeMet } = this.#people;
    const { censored, shape } = this.#summary;
    const since = homeDay[row];
    if (since !== NOT_YET) {
      const isFollowed = today - since < MONTHS * DAYS_PER_MONTH && (homeMet[row] & BY_EVENT) !== BY_EVENT;
      if (isFollowed || yearOf(since) === yearOf(today)) return false;
      this.#endOne(censored, homeMet[row], shape.levels, since, today);
    }
    homeDay[row] = today;
    homeMet[row] = 0;
    return true;
  }

  /** Counts an event in the definitions that it meets (bits), if it is the first there. */
  meet(row: Row, met: number, today: Day): void {
    const { indexDay, indexLevel, indexMet, homeDay, homeMet } = this.#people;
    if (indexDay[row] !== NOT_YET) {
      indexMet[row] |= this.#meetOne(row, met & ~indexMet[row], indexLevel[row], indexDay[row], today);
    }
    if (homeDay[row] !== NOT_YET) {
      homeMet[row] |= this.#meetOne(row, met & ~homeMet[row], this.#summary.shape.levels, homeDay[row], today);
    }
  }

  /** Ends all follow-ups of a person, by a competing risk or by censoring. */
  end(row: Row, today: Day, into: Int32Array): void {
    const { indexDay, indexLevel, indexMet, homeDay, homeMet } = this.#people;
    if (indexDay[row] !== NOT_YET) this.#endOne(into, indexMet[row], indexLevel[row], indexDay[row], today);
    if (homeDay[row] !== NOT_YET) this.#endOne(into, homeMet[row], this.#summary.shape.levels, homeDay[row], today);
    indexDay[row] = NOT_YET;
    homeDay[row] = NOT_YET;
  }

  /** Counts an event, and gives the definitions that it met. */
  #meetOne(row: Row, met: number, lastLevel: number, since: Day, today: Day): number {
    const { events } = this.#summary;
    const charged = this.#people.caseDay[row];
    const byCharge = countsForCharge(charged, since, today) ? met & BY_CHARGE : 0;
    this.#tally(events, met & BY_EVENT, lastLevel, since, today);
    this.#tallyByCharge(events, byCharge, lastLevel, since, charged);
    return (met & BY_EVENT) | byCharge;
  }

  #endOne(into: Int32Array, met: number, lastLevel: number, since: Day, today: Day): void {
    const open = ALL & ~met;
    this.#tally(into, open & BY_EVENT, lastLevel, since, today);
    this.#tallyByCharge(into, open & BY_CHARGE, lastLevel, since, today);
  }

  /** What happens after the last charge that counts leaves the person censored there. */
  #tallyByCharge(into: Int32Array, counted: number, lastLevel: number, since: Day, day: Day): void {
    const last = this.#lastCharge;
    if (counted === 0 || since > last) return;
    if (day <= last) this.#tally(into, counted, lastLevel, since, day);
    else this.#tally(this.#summary.censored, counted, lastLevel, since, last);
  }

  /** Counts in every definition of a set. Events after the last counted month leave the person censored at its end. */
  #tally(into: Int32Array, counted: number, lastLevel: number, since: Day, today: Day): void {
    const { shape, censored } = this.#summary;
    const month = Math.floor((today - since) / DAYS_PER_MONTH);
    for (let definition = 0; definition < definitions.length; definition++) {
      if ((counted & (1 << definition)) === 0) continue;
      const at = (definition * (shape.levels + 1) + lastLevel) * MONTHS;
      if (month < MONTHS) into[at + month]++;
      else censored[at + MONTHS - 1]++;
    }
  }
}
