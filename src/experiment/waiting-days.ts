/**
 * Waiting days: who waits for a place on the last day of each year, and how long those waited who began in it, over all runs.
 *
 * Every run gives its own numbers, so that the spread is that of runs; people are averaged, since means add up, and days are those of
 * the middle run, since a run may have waits longer than are counted.
 */
import { type Day, formatDay, startOfYear, yearOf } from '../engine/calendar.ts';
import { sentenceClasses } from '../people/sentence-classes.ts';
import { begunAt, begunWithin, WAIT_STEPS } from '../simulation/begun-waits.ts';
import { monthAt, waitAt } from '../simulation/months.ts';
import type { Summary } from '../simulation/summary.ts';
import { mean } from '../statistics/describe.ts';
import { centralInterval } from '../statistics/intervals.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import { AT_HOME, OF_ALL, WAITING_DAYS } from '../tables/waiting-days.ts';

/** The days observed, the end left out. */
export interface DaysObserved {
  readonly start: Day;
  readonly end: Day;
}

/** The numbers of one run: by year, place (every level, monitoring, all), sentence (all, then each class), see `FIGURES`. */
export type RunOfWaits = Float32Array;

/** People waiting, people who began, and the days within which half and nine tenths of these had a place. */
const FIGURES = 4;
const CLASSES = sentenceClasses.length;

/** The numbers of a run. */
export function runOfWaits({ monthWaits, begunWaits, shape }: Summary, { start, end }: DaysObserved): RunOfWaits {
  const { levels, years } = shape;
  const numbers = new Float32Array(years * (levels + 2) * (CLASSES + 1) * FIGURES);
  const lastMonth = monthAt(end - 1, yearOf(start));
  let at = 0;
  for (let year = 0; year < years; year++) {
    for (let place = 0; place <= levels + 1; place++) {
      for (let sentence = 0; sentence <= CLASSES; sentence++) {
        const month = Math.min(12 * year + 11, lastMonth);
        const waiting = monthWaits[waitAt(levels, month, place, sentence, 'people')];
        const steps = stepsOf(begunWaits, levels, year, place, sentence);
        const began = steps.reduce((sum, people) => sum + people, 0);
        numbers.set([waiting, began, begunWithin(steps, 0.5), begunWithin(steps, 0.9)], at);
        at += FIGURES;
      }
    }
  }
  return numbers;
}

/** People who began in a year by steps of days, at a place and of a sentence class, or at all places, or of all classes. */
function stepsOf(begun: Int32Array, levels: number, year: number, place: number, sentence: number): Int32Array {
  const steps = new Int32Array(WAIT_STEPS);
  for (let here = 0; here <= levels; here++) {
    if (place <= levels && place !== here) continue;
    for (let of = 0; of < CLASSES; of++) {
      if (sentence > 0 && sentence !== of + 1) continue;
      const from = begunAt(levels, year, here, of);
      for (let step = 0; step < WAIT_STEPS; step++) steps[step] += begun[from + step];
    }
  }
  return steps;
}

/** The table of these arms, each with its runs; years that are not over, or not observed to the end, by `until` are left out. */
export function waitingDaysTable(
  arms: readonly string[],
  runs: readonly (readonly RunOfWaits[])[],
  levels: readonly string[],
  { start, end }: DaysObserved,
  until: Day = end,
): Table {
  const places = [...levels, AT_HOME, OF_ALL];
  const allFirst = [places.length - 1, ...places.keys()].slice(0, places.length);
  const sentences = [OF_ALL, ...sentenceClasses];
  const first = yearOf(start);
  const rows: Value[][] = [];
  arms.forEach((arm, index) => {
    for (let year = first; startOfYear(year) < end; year++) {
      const last = Math.min(end, startOfYear(year + 1)) - 1;
      if (last >= until) break;
      const days = last + 1 - Math.max(start, startOfYear(year));
      allFirst.forEach((place) => {
        sentences.forEach((of, sentence) => {
          const at = (((year - first) * places.length + place) * sentences.length + sentence) * FIGURES;
          const values = (figure: number) => Float64Array.from(runs[index], (run) => run[at + figure]);
          const [waiting, began, half, most] = [0, 1, 2, 3].map(values) as [
            Float64Array,
            Float64Array,
            Float64Array,
            Float64Array,
          ];
          const key = [arm, year, days, formatDay(last), places[place], of];
          const people = [...meanWithEnds(waiting), ...meanWithEnds(began)];
          const withAny = began.filter((some) => some > 0).length;
          rows.push([...key, ...people, withAny, ...middleWithEnds(half), ...middleWithEnds(most)]);
        });
      });
    }
  });
  return tableOfRows(WAITING_DAYS, rows);
}

function meanWithEnds(values: Float64Array): readonly Value[] {
  const { low, high } = centralInterval(values);
  return [mean(values), low, high];
}

/** Of the runs that have the number; longer than is counted is missing. */
function middleWithEnds(values: Float64Array): readonly Value[] {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return [Number.NaN, Number.NaN, Number.NaN];
  const { median, low, high } = centralInterval(known);
  return [median, low, high].map((value) => (Number.isFinite(value) ? value : Number.NaN));
}
