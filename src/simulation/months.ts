/**
 * Months: counts of every calendar month, so that a forecast has months and quarters of their own and not weeks cut in pieces.
 *
 * Each array of a summary that begins with `month` holds twelve months of each calendar year of observation; days outside count nowhere.
 */
import { type Day, monthOf, yearOf } from '../engine/calendar.ts';
import { lifeEventNames } from '../people/life-events.ts';
import { NOT_YET, SEXES, status, statuses } from '../people/person.ts';
import { sentenceClasses, sentenceClassOf } from '../people/sentence-classes.ts';
import { FROM_LIBERTY } from '../people/waiting-classes.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { type FacilityParameters, overflow, usableNow } from '../prison/facility.ts';

const MONTHS_PER_YEAR = 12;

/** Those who wait for a place on the last evening of a month: people, and the days since summons of half and nine tenths of them. */
export const waitFigures = ['people', 'half', 'nine-tenths'] as const;

/** Everybody, then each sentence class. */
const WAIT_CLASSES = sentenceClasses.length + 1;

/** The place of a figure in `monthWaits`; `sentence` is 0 for all, then 1 more than the sentence class. */
export function waitAt(
  levels: number,
  month: number,
  destination: number,
  sentence: number,
  figure: (typeof waitFigures)[number],
): number {
  const cell = (month * (levels + 2) + destination) * WAIT_CLASSES + sentence;
  return cell * waitFigures.length + waitFigures.indexOf(figure);
}

/** The arrays of a summary by calendar month. */
export interface MonthCounts {
  /** Person-days: calendar month, status, level (the last column for no level). Months are twelve of each calendar year. */
  readonly monthStock: Int32Array;
  /** Person-days of women inside: calendar month, level. */
  readonly monthWomen: Int32Array;
  /** Person-days at liberty between summons and place: calendar month, level awaited (the last for monitoring). */
  readonly monthQueue: Int32Array;
  /** Person-days beyond the usable places, and days of these, second beds included: calendar month, level. */
  readonly monthOverflow: Int32Array;
  readonly monthPlaces: Int32Array;
  /** Life events on record: calendar month, event. */
  readonly monthFlow: Int32Array;
  /** On the last evening: calendar month, level awaited (then monitoring, then all), sentence class (all first), see `waitFigures`. */
  readonly monthWaits: Int32Array;
}

/** Months of zeros. */
export function emptyMonths(years: number, levels: number): MonthCounts {
  const months = years * MONTHS_PER_YEAR;
  return {
    monthStock: new Int32Array(months * statuses.length * (levels + 1)),
    monthWomen: new Int32Array(months * levels),
    monthQueue: new Int32Array(months * (levels + 1)),
    monthOverflow: new Int32Array(months * levels),
    monthPlaces: new Int32Array(months * levels),
    monthFlow: new Int32Array(months * lifeEventNames.length),
    monthWaits: new Int32Array(months * (levels + 2) * WAIT_CLASSES * waitFigures.length),
  };
}

/** The place of a day's month among those of a summary whose first calendar year is given. */
export function monthAt(day: Day, firstYear: number): number {
  return (yearOf(day) - firstYear) * MONTHS_PER_YEAR + monthOf(day) - 1;
}

/** In the evening: adds the people of today to their month. */
export function countDay(world: World, facility: FacilityParameters, counts: MonthCounts, month: number): void {
  const { monthStock, monthWomen, monthQueue, monthOverflow, monthPlaces } = counts;
  const { levels, monitoring } = world;
  const cells = statuses.length * (levels + 1);
  for (let cell = 0; cell < cells; cell++) monthStock[month * cells + cell] += world.stock[cell];
  for (let level = 0; level < levels; level++) {
    const at = month * levels + level;
    monthWomen[at] += womenAt(world, level);
    monthOverflow[at] += overflow(world, facility, level);
    monthPlaces[at] += usableNow(world, facility, level);
  }
  for (let destination = 0; destination <= monitoring; destination++) {
    monthQueue[month * (levels + 1) + destination] += queueFor(world, destination);
  }
}

/** A life event of this month. */
export function countEvent(counts: MonthCounts, month: number, kind: number): void {
  counts.monthFlow[month * lifeEventNames.length + kind]++;
}

/**
 * On the last evening of a month: the people at liberty who wait for a place at each level, for monitoring, and anywhere, and the
 * whole days since their summons within which half and nine tenths of them lie; of all, and by sentence class.
 */
export function countWaits(world: World, counts: MonthCounts, month: number): void {
  const { people, waiting, levels, today } = world;
  const days: number[][] = Array.from({ length: (levels + 2) * WAIT_CLASSES }, () => []);
  for (let destination = 0; destination <= levels; destination++) {
    for (const row of listsFor(world, destination).flatMap((list) => waiting.rowsOf(list))) {
      if (people.status[row] !== status.waiting || people.waitingSince[row] === NOT_YET) continue;
      const sentence = 1 + sentenceClassOf(people.basis[row], people.sentenceDays[row]);
      for (const where of [destination, levels + 1])
        for (const of of [0, sentence]) days[where * WAIT_CLASSES + of].push(today - people.waitingSince[row]);
    }
  }
  days.forEach((waits, cell) => {
    const sorted = Int32Array.from(waits).sort();
    const within = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    const [destination, sentence] = [Math.floor(cell / WAIT_CLASSES), cell % WAIT_CLASSES];
    const at = waitAt(levels, month, destination, sentence, 'people');
    counts.monthWaits.set([waits.length, within(0.5), within(0.9)], at);
  });
}

/** People at liberty who wait for a place at a level, or for monitoring. */
export function queueFor(world: World, destination: number): number {
  let people = 0;
  for (const list of listsFor(world, destination)) people += world.waiting.length[list];
  return people;
}

/** The lists of people at liberty who wait for a place at a level, or for monitoring, for which both sexes wait together. */
function listsFor(world: World, destination: number): readonly number[] {
  const sexes = destination === world.monitoring ? 1 : SEXES;
  return FROM_LIBERTY.flatMap((ofClass) =>
    Array.from({ length: sexes }, (_, sex) => world.listOf(destination, ofClass, sex)),
  );
}

/** Women at a level: in its units, and outside them. */
function womenAt(world: World, level: number): number {
  let women = world.waiting.length[world.listOf(level, classesOfWaiting.outside, WOMEN)];
  for (let unit = 0; unit < world.units; unit++) women += world.held[world.heldAt(level, unit, WOMEN)];
  return women;
}

const WOMEN = 1;
