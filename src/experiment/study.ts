/**
 * Study: arms x parameter draws x replicates, one keyed table of cells.
 *
 * A cell is a pure function of its key, so any runner may run any cell in any order, a crash loses only the cells in
 * flight, and a study can grow. Cells of one draw and replicate share luck, and arms share their past until they part:
 * they are run together as a block.
 */

import type { Day } from '../engine/calendar.ts';
import { canonicalText, digestOfText } from '../engine/digest.ts';
import { epochsOf } from '../scenario/epoch.ts';
import { firstDifference } from '../scenario/history.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue, type Parameters } from '../simulation/parameters.ts';
import { type Branch, type Cell, liveOn, liveUntil } from '../simulation/simulate.ts';
import { digestOf, type Summary } from '../simulation/summary.ts';

/** One arm: a name and a scenario. */
export interface Arm {
  readonly name: string;
  readonly scenario: Scenario;
}

/** What is run. The first arm is the baseline; seed and dates are those of its scenario. */
export interface Study {
  readonly arms: readonly Arm[];
  readonly replicates: number;
}

/** Which cell: indexes into the arms, the parameter draws and the replicates. Draw 0 is the central value of everything. */
export interface CellKey {
  readonly arm: number;
  readonly draw: number;
  readonly replicate: number;
}

/** What a cell leaves behind. */
export interface CellResult {
  readonly key: CellKey;
  readonly summary: Summary;
  readonly digest: string;
}

/** All arms of one draw and replicate, which share their luck and their past. */
export interface BlockKey {
  readonly draw: number;
  readonly replicate: number;
}

/** Told as blocks are done. */
export type Progress = (done: number, of: number) => void;

/** Runs blocks somewhere and gives the cells of each, in the order asked for. */
export type RunBlocks = (
  study: Study,
  blocks: readonly BlockKey[],
  progress: Progress,
) => AsyncIterable<readonly CellResult[]>;

/** Every block of a study, in order. */
export function blocksOf(study: Study): readonly BlockKey[] {
  return Array.from({ length: study.replicates }, (_, replicate) => ({ draw: 0, replicate }));
}

/** The day on which the arms part: the earliest on which any differs from the first. Infinity if none ever does. */
export function partingDay({ arms }: Study): Day {
  const [first, ...others] = arms;
  return Math.min(...others.map((arm) => firstDifference(first!.scenario, arm.scenario, catalogue)), Infinity);
}

/** Runs a block: the common past once, then each arm from the day on which they part. */
export function runBlock(study: Study, block: BlockKey): readonly CellResult[] {
  const parting = partingDay(study);
  const cells = study.arms.map((arm) => cellOf(arm.scenario, block));
  let branch: Branch | undefined;
  return cells.map((cell, arm) => {
    if (branch === undefined || parting <= cell.burnInStart)
      branch = liveUntil(cell, Math.max(parting, cell.burnInStart));
    const { summary } = liveOn(cell, branch);
    return { key: { arm, ...block }, summary, digest: digestOf(summary) };
  });
}

/** The cell of a scenario. */
export function cellOf(scenario: Scenario, { draw, replicate }: BlockKey): Cell {
  const { burnInStart, start, end, seed, dimensions } = scenario;
  return {
    parameters: parametersOf(scenario, draw),
    levels: dimensions['level']!.length,
    burnInStart,
    start,
    end,
    seed,
    replicate,
  };
}

/** The digest of one arm: of its cells, in order of draw and replicate. */
export function digestOfArm(cells: readonly CellResult[]): string {
  const inOrder = [...cells].sort((a, b) => a.key.draw - b.key.draw || a.key.replicate - b.key.replicate);
  return digestOfText(inOrder.map((cell) => cell.digest).join('\n'));
}

/** The digest of a study: of its arms, in order of name. */
export function digestOfStudy(armDigests: ReadonlyMap<string, string>): string {
  return digestOfText(canonicalText(Object.fromEntries(armDigests)));
}

const cache = new WeakMap<Scenario, readonly { from: Day; values: Parameters }[]>();

function parametersOf(scenario: Scenario, draw: number): Cell['parameters'] {
  if (draw !== 0) throw new RangeError(`parameter draw ${draw}: only the central draw is run`);
  let dated = cache.get(scenario);
  if (dated === undefined) {
    dated = epochsOf(scenario, catalogue).map(({ from, values }) => ({
      from,
      values: values as unknown as Parameters,
    }));
    cache.set(scenario, dated);
  }
  return dated;
}
