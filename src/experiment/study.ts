/**
 * Study: arms x parameter draws x replicates, one keyed table of cells.
 *
 * A cell is a pure function of its key, so any runner may run any cell in any order, a crash loses only the cells in
 * flight, and a study can grow. Cells of one draw and replicate share luck, and arms share their past until they part:
 * they are run together as a block.
 */
import type { Day } from '../engine/calendar.ts';
import { canonicalText, digestOfText } from '../engine/digest.ts';
import { firstDifference, historyOf } from '../scenario/history.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { type Branch, type Cell, liveOn, liveUntil } from '../simulation/simulate.ts';
import { digestOf, type Summary } from '../simulation/summary.ts';
import { type Design, parametersInDraw, quantilesOf } from './parameter-draw.ts';

/** One arm: a name and a scenario. */
export interface Arm {
  readonly name: string;
  readonly scenario: Scenario;
}

/** What is run. The first arm is the baseline; seed and dates are those of its scenario. */
export interface Study {
  readonly arms: readonly Arm[];
  readonly replicates: number;
  /** Parameter draws 1 to so many, each with all replicates; 0 runs the central value of everything alone. */
  readonly draws: number;
  /** What the draws are, where an experiment lays them out; by chance otherwise. */
  readonly design?: Design;
  /** One draw and replicate alone, as a larger study has it; the counts then say nothing. */
  readonly only?: Pick<BlockKey, 'draw' | 'replicate'>;
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

/** Some arms of one draw and replicate, by index in order: they share their luck, and their past as far as it goes. */
export interface BlockKey {
  readonly draw: number;
  readonly replicate: number;
  readonly arms: readonly number[];
}

/** Told as blocks are done. */
export type Progress = (done: number, of: number) => void;

/** Runs blocks somewhere and gives the cells of each, in the order asked for. */
export type RunBlocks = (
  study: Study,
  blocks: readonly BlockKey[],
  progress: Progress,
) => AsyncIterable<readonly CellResult[]>;

/** Every block of a study with all its arms, in order of draw and replicate. */
export function blocksOf({ arms, draws, replicates, only }: Study): readonly BlockKey[] {
  const all = arms.map((_, arm) => arm);
  if (only !== undefined) return [{ ...only, arms: all }];
  const drawn = draws === 0 ? [0] : Array.from({ length: draws }, (_, index) => index + 1);
  return drawn.flatMap((draw) =>
    Array.from({ length: replicates }, (_, replicate) => ({ draw, replicate, arms: all })),
  );
}

/** The day on which the arms of a block part: the earliest on which any differs from the first. Infinity if none ever does. */
export function partingDay(study: Study, { draw, arms }: Pick<BlockKey, 'draw' | 'arms'>): Day {
  const name = `${draw} ${arms.join(' ')}`;
  const latest = partings.get(study);
  if (latest?.name === name) return latest.day;
  const [first, ...others] = arms.map((arm) => study.arms[arm].scenario);
  const quantileOf = quantilesOf(first!.seed, draw, study.design);
  const days = others.map((other) => firstDifference(first!, other, catalogue, quantileOf));
  const day = Math.min(...days, Infinity);
  partings.set(study, { name, day });
  return day;
}

/** The latest parting day asked for, since blocks come draw by draw. */
const partings = new WeakMap<Study, { name: string; day: Day }>();

/** Runs a block: the common past once, then each arm from the day on which they part. */
export function runBlock(study: Study, block: BlockKey): readonly CellResult[] {
  const parting = partingDay(study, block);
  let branch: Branch | undefined;
  return block.arms.map((arm) => {
    const cell = cellOf(study.arms[arm].scenario, block, study.design);
    if (branch === undefined || parting <= cell.burnInStart) {
      branch = liveUntil(cell, Math.max(parting, cell.burnInStart));
    }
    const { summary } = liveOn(cell, branch);
    return { key: { arm, draw: block.draw, replicate: block.replicate }, summary, digest: digestOf(summary) };
  });
}

/** Runs a study and gives every cell, in order of draw, replicate and arm. For many cells read the blocks of `run` instead. */
export async function allCells(study: Study, run: RunBlocks): Promise<readonly CellResult[]> {
  const cells: CellResult[] = [];
  for await (const block of run(study, blocksOf(study), () => {})) cells.push(...block);
  return cells;
}

/** The cell of a scenario, its draw by chance unless laid out. */
export function cellOf(
  scenario: Scenario,
  { draw, replicate }: Pick<BlockKey, 'draw' | 'replicate'>,
  design?: Design,
): Cell {
  const { burnInStart, start, end, seed, dimensions } = scenario;
  const parameters = parametersInDraw(scenario, draw, design);
  const [levels, units, offences] = ['level', 'unit', 'offence'].map((name) => dimensions[name].length) as Three;
  return { parameters, levels, units, offences, inside: scenario.inside, burnInStart, start, end, seed, replicate };
}

/**
 * The address of every cell: SHA-256 of the version of the engine, all that its parameters are at any time, horizon, seed,
 * draw and replicate. Equal addresses are equal results, in whichever study.
 */
export function addressesOf({ arms, design }: Study, engine: string): (key: CellKey) => string {
  const inputs = new Map<string, string>();
  return ({ arm, draw, replicate }) => {
    const { scenario } = arms[arm];
    const name = `${arm} ${draw}`;
    let input = inputs.get(name);
    if (input === undefined) {
      input = digestOfText(historyOf(scenario, catalogue, scenario.end, quantilesOf(scenario.seed, draw, design)));
      inputs.set(name, input);
    }
    return digestOfText(canonicalText({ engine, input, end: scenario.end, draw, replicate }));
  };
}

/** The digest of one arm: of its cells' digests, in order of draw and replicate. */
export function digestOfArm(cellDigests: readonly string[]): string {
  return digestOfText(cellDigests.join('\n'));
}

/** The digest of a study: of its arms, in order of name. */
export function digestOfStudy(armDigests: ReadonlyMap<string, string>): string {
  return digestOfText(canonicalText(Object.fromEntries(armDigests)));
}

type Three = [number, number, number];
