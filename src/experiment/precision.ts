/**
 * Precision: adds replicates until intervals are narrow enough, and no more (a sequential stopping rule).
 *
 * It stops when the interval of the paired difference of every named measure is narrow enough; with a single arm, the interval of
 * the measure itself. The spread so far tells the number of replicates needed next. A round at most triples the number, so that
 * spread overestimated by chance does not cost many replicates too many. A replicate that fails does not count.
 */

import type { Measure } from '../measures/measure.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { LossCount, partsOfStudy } from './losses.ts';
import { readingOf } from './reading.ts';
import type { RunBlocks, Study } from './study.ts';

/** How narrow the interval of a measure is to be. */
export interface Wanted {
  readonly name: string;
  readonly measure: Measure;
  /** Half the width: in the unit of the measure, or as a share of the baseline mean. */
  readonly margin: number;
  readonly isRelative: boolean;
}

/** The half width reached, in the unit of the measure: the widest of all arms. */
export interface Reached {
  readonly wanted: Wanted;
  readonly margin: number;
  readonly allowed: number;
}

/** Values of one measure by arm. */
type Values = readonly number[][];

/**
 * The number of replicates that makes every interval narrow enough, from that of the study up to `most`, and the half widths reached.
 * It runs the cells on the way, so a runner that keeps them has them ready.
 */
export async function replicatesFor(
  study: Study,
  wanted: readonly Wanted[],
  most: number,
  runBlocks: RunBlocks,
): Promise<{ readonly replicates: number; readonly reached: readonly Reached[] }> {
  const arms = study.arms.map((_, arm) => arm);
  const values: readonly Values[] = wanted.map(() => arms.map(() => []));
  const lost = new LossCount(partsOfStudy({ ...study, replicates: most }));
  let replicates = 0;
  let next = Math.min(most, Math.max(FEWEST, study.replicates));
  for (;;) {
    const blocks = Array.from({ length: next - replicates }, (_, at) => ({
      draw: 0,
      replicate: replicates + at,
      arms,
    }));
    for await (const cells of runBlocks({ ...study, replicates: next }, blocks, () => {}, lost.lose)) {
      for (const cell of cells) {
        const reading = readingOf(study, cell);
        for (const [at, { measure }] of wanted.entries()) values[at][cell.key.arm].push(measure.value(reading));
      }
    }
    replicates = next;
    const there = replicates - lost.count;
    if (there < 2 && replicates === most) lost.check();
    const reached = there < 2 ? [] : wanted.map((one, at) => reachedBy(one, values[at]));
    const missing = Math.min(FEWEST, most) - there;
    const factor = Math.max(...reached.map(({ margin, allowed }) => (margin <= allowed ? 0 : margin / allowed)));
    if (replicates === most || (factor === 0 && missing <= 0)) return { replicates, reached };
    const needed = Math.ceil(replicates * Math.min(factor * factor, MOST_GROWTH));
    next = Math.min(most, Math.max(needed, replicates + Math.max(1, missing)));
  }
}

function reachedBy(wanted: Wanted, [baseline, ...others]: Values): Reached {
  const shown = others.length === 0 ? [baseline!] : others.map((own) => own.map((value, at) => value - baseline![at]));
  const margins = shown.map((values) => {
    const { low, high } = meanInterval(values);
    return (high - low) / 2;
  });
  const centre = baseline!.reduce((sum, value) => sum + value, 0) / baseline!.length;
  const allowed = wanted.isRelative ? wanted.margin * Math.abs(centre) : wanted.margin;
  return { wanted, margin: Math.max(...margins), allowed };
}

const FEWEST = 5;
const MOST_GROWTH = 3;
