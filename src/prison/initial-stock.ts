/**
 * Initial stock: the people inside on the first day, where a scenario lists them.
 *
 * Each is synthesised as an arrival of that day, with the sex and age of the list, and put where the list says: serving,
 * with so many days behind them, or on remand, with a new stay ahead (an exponential stay has no memory). Record and offence
 * are those of arrivals, although those of prisoners are graver; that is *assumption*. The evening assigns units. Nothing is
 * drawn that arrivals, remand or sentences do not draw.
 *
 * Schedules `admitted`, `remandEnded`.
 */
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { arrive, INSIDE_AT_FIRST } from '../people/arrivals.ts';
import { event } from '../people/life-events.ts';
import type { NeedsParameters } from '../people/needs.ts';
import { type Row, status } from '../people/person.ts';
import type { SynthesiseParameters } from '../people/synthesise.ts';
import type { World } from '../people/world.ts';
import { beginCase, receiveSanction } from './court.ts';
import { type RemandParameters, remandStay } from './remand.ts';
import { expectedLength, type SentenceParameters, settleRelease } from './sentence.ts';
import type { ReleaseLaw } from './sentence-terms.ts';

/** A person inside on the first day: numbers of level and sex, days and years. */
export interface StockRow {
  readonly isRemand: boolean;
  readonly level: number;
  readonly sentenceDays: number;
  readonly servedDays: number;
  readonly sex: number;
  readonly ageYears: number;
}

/** The parameters behind the laws and draws of the first day. */
export interface FirstDay {
  readonly synthesise: SynthesiseParameters;
  readonly needs: NeedsParameters;
  readonly sentence: SentenceParameters;
  readonly release: ReleaseLaw;
  readonly remand: RemandParameters;
}

/** Puts everybody of a list inside, on the morning of the first day. */
export function fill(world: World, rows: readonly StockRow[], given: FirstDay): void {
  world.reserve(rows.length);
  rows.forEach((insider, index) => {
    putInside(world, index, insider, given);
  });
}

function putInside(world: World, index: number, insider: StockRow, given: FirstDay): void {
  const { people, diary } = world;
  const row = arrive(world, INSIDE_AT_FIRST, index, given.synthesise, given.needs);
  diary.clear(row, event.charged);
  ageAsListed(world, row, insider);
  beginCase(world, row);
  if (insider.isRemand) {
    people.sentenceDays[row] = expectedLength(world, row, given.sentence);
    world.moveTo(row, status.remand, 0);
    people.levelDay[row] = world.today;
    people.custodyDay[row] = world.today - insider.servedDays;
    diary.set(row, event.remandEnded, world.today + remandStay(world, row, given.remand));
    return;
  }
  receiveSanction(world, row);
  people.imposedDays[row] = insider.sentenceDays;
  people.sentenceDays[row] = insider.sentenceDays;
  people.servedDays[row] = insider.servedDays;
  settleRelease(world, row, given.release);
  world.moveTo(row, status.serving, insider.level);
  people.levelDay[row] = world.today;
  people.custodyDay[row] = world.today;
  world.record(event.termsChanged, row, insider.sentenceDays);
  diary.set(row, event.admitted, world.today);
}

/** The sex and age of the list; the first sanction lies as long ago as it was drawn, but not before fifteen. */
export function ageAsListed({ people, today }: World, row: Row, { sex, ageYears }: StockRow): void {
  const born: Day = today - Math.floor(ageYears * DAYS_PER_YEAR);
  people.sex[row] = sex;
  people.birthDay[row] = born;
  const youngest = born + Math.floor(YOUNGEST * DAYS_PER_YEAR);
  if (people.sanctions[row] > 0) {
    people.firstSanctionDay[row] = Math.min(today, Math.max(youngest, people.firstSanctionDay[row]));
  }
}

/** The age of criminal responsibility. */
const YOUNGEST = 15;
