/**
 * Capacity: the smallest number of places at a level that keeps risk and waiting within what is asked.
 */
import { addYears, type Day, startOfQuarter, yearOf } from '../../engine/calendar.ts';
import { parameters as facility } from '../../prison/facility.ts';
import { epochOn, epochsOf, parametersIn } from '../../scenario/epoch.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { mean } from '../../statistics/describe.ts';
import { type MeanInterval, meanInterval } from '../../statistics/intervals.ts';
import type { Lose, RunBlocks } from '../study.ts';
import { fromHereUp, overruled, searchPlaces } from './search.ts';
import {
  type CapacityQuestion,
  calendarQuarterOf,
  firstQuarter,
  peakOf,
  placesByDate,
  quarterAsked,
  type Run,
  type Trial,
  tryPlaces,
} from './trial.ts';

/** What was found. */
export interface Capacity {
  /** Places in force on the day asked, in the scenario itself. */
  readonly inForce: number;
  /** The smallest number that passes with the confidence asked; undefined if none up to `most` does. */
  readonly answer: number | undefined;
  /** The smallest that may pass: with the same confidence, no fewer will do. Undefined if there is none. */
  readonly low: number | undefined;
  /** The largest number that was allowed. */
  readonly most: number;
  readonly asItIs: Trial;
  /** Every number tried, in ascending order, with risk and waiting as `neverGrowing` has them. */
  readonly trials: readonly Trial[];
  /** Numbers tried that pass by themselves, but a larger one fails; in ascending order. */
  readonly overruled: readonly number[];
}

/** How many times the people and places of today may be needed. */
const MOST = 4;

/** Finds the answer, in whole steps of so many places, as `searchPlaces` searches. Fails as `run` fails, and as `tryPlaces` does. */
export async function findCapacity(
  question: CapacityQuestion,
  step: number,
  run: RunBlocks,
  lose?: Lose,
): Promise<Capacity> {
  const inForce = placesInForce(question);
  const asItIs = await tryPlaces(question, undefined, run, lose);
  const quarter = quarterAsked(question);
  const needed = asItIs.runs.map(
    (one) => peakOf(one, quarter, question.level, 'people') + peakOf(one, quarter, question.level, 'queue'),
  );
  const most = Math.ceil(MOST * Math.max(inForce, ...needed, 10));
  const trials = new Map<number, Trial>();
  const kept = placesByDate(question);
  const judge = async (places: number) => {
    if (places < kept) return { surely: false, possibly: false };
    const trial = await tryPlaces(question, places, run, lose);
    trials.set(places, trial);
    return trial;
  };
  const { answer, low } = await searchPlaces({ start: inForce, step, most }, judge);
  const inOrder = [...trials.values()].sort((a, b) => a.places! - b.places!);
  const against = overruled(inOrder.map(({ surely }) => surely)).map((at) => inOrder[at].places!);
  return { inForce, answer, low, most, asItIs, trials: neverGrowing(inOrder), overruled: against };
}

/**
 * Trials in ascending order of places, so that risk never grows with places and the share in time never falls: a risk and its upper bound
 * are the highest from a number up, a share and its lower bound the lowest, and a number passes if all from there up do. The bounds on
 * the other side, by which a number may pass, stay those of the number alone; so do the runs and what is counted in them.
 */
export function neverGrowing(trials: readonly Trial[]): readonly Trial[] {
  const worst = (value: (trial: Trial) => number, of: (a: number, b: number) => number) =>
    fromHereUp(trials.map(value), of);
  const share = worst(({ risk }) => risk.share, Math.max);
  const high = worst(({ risk }) => risk.high, Math.max);
  const inTime = worst((trial) => trial.inTime.share, Math.min);
  const inTimeLow = worst((trial) => trial.inTime.low, Math.min);
  return trials.map((trial, at) => {
    const up = trials.slice(at);
    return {
      ...trial,
      risk: { ...trial.risk, share: share[at], high: high[at] },
      inTime: { ...trial.inTime, share: inTime[at], low: inTimeLow[at] },
      passesRisk: up.every(({ passesRisk }) => passesRisk),
      passesWait: up.every(({ passesWait }) => passesWait),
      surely: up.every(({ surely }) => surely),
    };
  });
}

/** The places of the level that are in force on the day asked: those of all its units, and those that opened by date. */
export function placesInForce(question: Pick<CapacityQuestion, 'scenario' | 'by' | 'level'>): number {
  const { scenario, by, level } = question;
  return parametersIn(epochOn(epochsOf(scenario, catalogue), by), facility).places[level] + placesByDate(question);
}

/** The trial of a number of places. */
export function trialOf({ trials }: Capacity, places: number): Trial {
  return trials.find((trial) => trial.places === places)!;
}

/** The first quarter, from that of `from` on, in which the share of runs in grief is above the risk; undefined if there is none. */
export function firstBreach(question: CapacityQuestion, { runs }: Trial): number | undefined {
  for (let quarter = firstQuarter(question); quarter <= lastQuarter(question); quarter++) {
    const share = runs.filter((run) => peakOf(run, quarter, question.level, 'short') > 0).length / runs.length;
    if (share > question.risk) return quarter;
  }
  return undefined;
}

/** People waiting for the level at the end of a quarter, mean over runs. */
export function queueAt({ runs }: Trial, level: number, quarter: number): number {
  return mean(runs.map((run) => peakOf(run, quarter, level, 'queue')));
}

/**
 * The first quarter, from that of `from` on, at whose end the queue is within a tenth, or one person, of what remains in the quarter
 * asked; undefined if it is not before that.
 */
export function backlogCleared(question: CapacityQuestion, trial: Trial): number | undefined {
  const last = quarterAsked(question);
  const rest = queueAt(trial, question.level, last);
  for (let quarter = firstQuarter(question); quarter < last; quarter++)
    if (queueAt(trial, question.level, quarter) <= Math.max(rest + 1, 1.1 * rest)) return quarter;
  return undefined;
}

/** What differs at a level in the quarter asked between two trials, replicate by replicate, with 95 % intervals. */
export interface LevelMove {
  readonly level: number;
  readonly people: MeanInterval;
  readonly nights: MeanInterval;
  readonly queue: MeanInterval;
  /** Whether one of the intervals leaves zero out. */
  readonly moves: boolean;
}

/** How every level moves when the places of one change. */
export function levelMoves(question: CapacityQuestion, before: Trial, after: Trial): readonly LevelMove[] {
  const quarter = quarterAsked(question);
  const others = new Map(before.runs.map((run) => [run.replicate, run]));
  const pairs = after.runs.flatMap((run) => {
    const other = others.get(run.replicate);
    return other === undefined ? [] : [[other, run] as const];
  });
  return question.scenario.dimensions['level'].map((_, level) => {
    const moved = (count: 'people' | 'shortNights' | 'queue') =>
      meanInterval(
        pairs.map(([one, other]) => peakOf(other, quarter, level, count) - peakOf(one, quarter, level, count)),
      );
    const [people, nights, queue] = [moved('people'), moved('shortNights'), moved('queue')];
    return {
      level,
      people,
      nights,
      queue,
      moves: [people, nights, queue].some(({ low, high }) => low > 0 || high < 0),
    };
  });
}

/** The unit of a level that is full on most evenings of the quarter asked: its index, and the share of evenings. */
export function fullestUnit(
  question: CapacityQuestion,
  { runs }: Trial,
  level: number,
): { readonly unit: number; readonly full: number } {
  const units = question.scenario.dimensions['unit'].map((_, unit) => unitShares(question, runs, level, unit).full);
  const full = Math.max(...units);
  return { unit: units.indexOf(full), full };
}

/** Share of the evenings of the quarter asked on which a unit is full, and person-nights beyond its own places, means over runs. */
export function unitShares(question: CapacityQuestion, runs: readonly Run[], level: number, unit: number) {
  const quarter = quarterAsked(question);
  const { units = 0, levels } = runs[0].shape;
  const at = ((quarter * levels + level) * units + unit) * 2;
  const [full, beyond] = [0, 1].map((count) => mean(runs.map(({ unitEvenings }) => unitEvenings[at + count])));
  return { full: full! / eveningsIn(question, quarter), beyond: beyond! };
}

/** Evenings of a quarter that are observed. */
export function eveningsIn({ scenario: { start, end } }: Pick<CapacityQuestion, 'scenario'>, quarter: number): number {
  const year = yearOf(start);
  return Math.min(end, startOfQuarter(year, quarter + 1)) - Math.max(start, startOfQuarter(year, quarter));
}

/** The last quarter that is observed to its end. */
export function lastQuarter({ scenario }: Pick<CapacityQuestion, 'scenario'>): number {
  return calendarQuarterOf(scenario, scenario.end) - 1;
}

/** The fewest whole years of observation that hold the whole quarter asked. */
export function yearsNeeded({ start }: Pick<Scenario, 'start'>, by: Day): number {
  const year = yearOf(start);
  const end = startOfQuarter(year, calendarQuarterOf({ start }, by) + 1);
  let years = Math.max(1, yearOf(end) - year);
  while (addYears(start, years) < end) years++;
  return years;
}
