/**
 * Stopping rule: adds replicates until intervals are narrow enough or the time is used (a sequential stopping rule), and says which.
 *
 * It judges the interval of the paired difference of every named measure; with a single arm, the interval of the measure itself.
 * Only widths count, never the sign or the size of a difference: to stop at a significant difference would find one by chance
 * sooner or later. It looks at the fewest replicates, then at the number that the spread so far asks for, at most three times as
 * many, so that spread overestimated by chance does not cost many replicates too many. Few looks keep coverage close to 95 %.
 *
 * A queue that does not settle has no mean, so no number of replicates makes it precise: it does not hold a study up, and how it
 * grows is told in place of a width.
 *
 * Replicates come whole and in order, so those of a study that stopped are the first of any longer one. One that fails does not
 * count; it is among those asked for.
 */

import type { Measure, Reading } from '../measures/measure.ts';
import { mean } from '../statistics/describe.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { type Moved, movedBetween, widened } from './difference.ts';
import { LossCount, partsOfStudy } from './losses.ts';
import { isQueue, Queues } from './queues.ts';
import { readingOf } from './reading.ts';
import type { Unsettled } from './settling.ts';
import type { BlockKey, RunBlocks, Study } from './study.ts';

/** How narrow the interval of a measure is to be. */
export interface Wanted {
  readonly name: string;
  readonly measure: Measure;
  /** Half the width: in the unit of the measure, or as a share of the baseline mean. */
  readonly margin: number;
  readonly isRelative: boolean;
}

/** The half width reached, in the unit of the measure: the widest of all arms. Infinite if fewer than two replicates know it. */
export interface Reached {
  readonly wanted: Wanted;
  readonly margin: number;
  readonly allowed: number;
  /** How the queue of the first such arm fails to settle: the margin then counts for nothing. */
  readonly unsettled?: Unsettled & { readonly arm: string };
}

/** When a study has enough replicates. */
export interface StoppingRule {
  /** The intervals that have to be narrow enough, all of them. */
  readonly wanted: readonly Wanted[];
  /** The time in seconds; infinite if there is no limit. */
  readonly budget: number;
  readonly most: number;
}

/** What ended a study: intervals were narrow enough, the time was used, or no more replicates were allowed. */
export type StoppedBy = 'precision' | 'budget' | 'most-replicates';

/** The replicates to ask for, those that failed included, what ended the study, and the half widths reached. */
export interface Stop {
  readonly replicates: number;
  readonly stoppedBy: StoppedBy;
  readonly reached: readonly Reached[];
}

/** Called after each replicate; `needed` is the number that the spread so far asks for, undefined until the first look. */
export type OnReplicate = (replicates: number, needed: number | undefined) => void;

/** The fewest replicates: coverage is measured with eight, and intervals of fewer hold the truth less often than they say. */
export const FEWEST_REPLICATES = 8;

/** The replicates with which a study of so many begins. */
export function fewestOf(replicates: number, { most }: Pick<StoppingRule, 'most'>): number {
  return Math.min(most, Math.max(FEWEST_REPLICATES, replicates));
}

/**
 * Runs replicates, from those of the study (at least eight) on, until the rule ends it. A runner that keeps cells has them ready
 * afterwards. `seconds` tells the time used so far; the study ends when one more replicate would probably exceed the budget.
 */
export async function replicatesFor(
  study: Study,
  rule: StoppingRule,
  runBlocks: RunBlocks,
  seconds: () => number,
  onReplicate: OnReplicate = () => {},
): Promise<Stop> {
  const { wanted, budget, most } = rule;
  const values: readonly Values[] = wanted.map(() => study.arms.map(() => []));
  const moved: readonly (readonly Moved[][])[] = wanted.map(() => study.arms.map(() => []));
  const isAlike = study.arms.map(() => true);
  const queues = wanted.some(({ measure }) => isQueue(measure)) ? new Queues(study) : undefined;
  const reachedNow = () =>
    wanted.map((one, at): Reached => {
      const reached = reachedBy(
        one,
        values[at],
        moved[at].map((ofArm, arm) => (isAlike[arm] ? [] : ofArm)),
      );
      const grows = isQueue(one.measure) ? firstUnsettled(study, queues!) : undefined;
      return grows === undefined ? reached : { ...reached, unsettled: grows };
    });
  const fewest = fewestOf(study.replicates, rule);
  const lost = new LossCount(partsOfStudy({ ...study, replicates: most }));
  let [replicates, there, look, needed] = [0, 0, fewest, undefined as number | undefined];
  for (;;) {
    const blocks = blocksFrom(study, replicates, most);
    const last = replicates + blocks.length;
    for await (const cells of runBlocks(study, blocks, () => {}, lost.lose)) {
      const baseline = readingOf(study, cells[0]);
      for (const cell of cells) {
        queues?.add(cell);
        isAlike[cell.key.arm] &&= cell.digest === cells[0].digest;
        const reading = readingOf(study, cell);
        for (const [at, { measure }] of wanted.entries()) {
          values[at][cell.key.arm].push(measure.value(reading));
          moved[at][cell.key.arm].push(...movedIn(measure, reading, baseline));
        }
      }
      there++;
      replicates = cells[0].key.replicate + 1;
      const isTimeUsed = there >= fewest && (seconds() * (there + 1)) / there > budget;
      if (there === look || replicates === most || isTimeUsed) {
        const reached = reachedNow();
        const factor = Math.max(...reached.map(factorOf));
        if (factor <= 1 && there >= fewest) return { replicates, stoppedBy: 'precision', reached };
        if (replicates === most) return { replicates, stoppedBy: 'most-replicates', reached };
        if (isTimeUsed) return { replicates, stoppedBy: 'budget', reached };
        needed = Math.max(Math.ceil(there * factor * factor), there + 1);
        look = Math.min(needed, MOST_GROWTH * there);
      }
      onReplicate(there, needed);
    }
    replicates = last;
    if (replicates < most) continue;
    lost.check();
    return { replicates, stoppedBy: 'most-replicates', reached: reachedNow() };
  }
}

/** Values of one measure by arm. */
type Values = readonly number[][];

/** The blocks of the next replicates, of all arms. A runner is given many at once, since to start one takes time. */
function blocksFrom({ arms }: Study, replicates: number, most: number): readonly BlockKey[] {
  const all = arms.map((_, arm) => arm);
  const count = Math.min(BLOCKS_AT_ONCE, most - replicates);
  return Array.from({ length: count }, (_, at) => ({ draw: 0, replicate: replicates + at, arms: all }));
}

function movedIn({ events }: Measure, own: Reading, baseline: Reading): readonly Moved[] {
  return events === undefined ? [] : [movedBetween(events(own), events(baseline))];
}

function reachedBy(wanted: Wanted, values: Values, moved: readonly (readonly Moved[])[]): Reached {
  const [baseline, ...others] = values;
  const shown = others.length === 0 ? [baseline!] : others.map((own) => own.map((value, at) => value - baseline![at]));
  const margins = shown.map((values, at) => {
    const interval = meanInterval(known(values));
    const { low, high } = others.length === 0 ? interval : widened(interval.mean, interval, moved[at + 1], 100);
    return (high - low) / 2;
  });
  const allowed = wanted.isRelative ? wanted.margin * Math.abs(mean(known(baseline!))) : wanted.margin;
  return { wanted, margin: Math.max(...margins), allowed };
}

function known(values: readonly number[]): readonly number[] {
  return values.filter((value) => !Number.isNaN(value));
}

/** The first arm whose queue does not settle, and how. */
function firstUnsettled({ arms }: Study, queues: Queues): Reached['unsettled'] {
  for (const [arm, { name }] of arms.entries()) {
    const grows = queues.unsettled(arm);
    if (grows !== undefined) return { ...grows, arm: name };
  }
  return undefined;
}

/** How many times as wide as allowed an interval is; at most 1 if it is narrow enough, or of a queue that does not settle. */
function factorOf({ margin, allowed, unsettled }: Reached): number {
  if (margin <= allowed || unsettled !== undefined) return 1;
  const factor = margin / allowed;
  return Number.isNaN(factor) ? Number.POSITIVE_INFINITY : factor;
}

const BLOCKS_AT_ONCE = 256;
const MOST_GROWTH = 3;
