/**
 * Study: a keyed table of cells, arms x parameter draws x replicates.
 *
 * A replicate is one run with its own luck, a parameter draw one set of possible values, a cell one arm in one draw and replicate.
 * A cell is a pure function of its key, so any runner may run any cell in any order, a crash loses only the cells in flight, and a
 * study can grow. Cells of one draw and replicate have common random numbers (the same luck), and arms share their past until
 * they part, so they are run together as a block.
 */
import type { Day } from '../engine/calendar.ts';
import { canonicalText, digestOfText } from '../engine/digest.ts';
import type { Failure } from '../failure.ts';
import { status } from '../people/legal-status.ts';
import { firstDifference, historyOf } from '../scenario/history.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { complainOfWithheld } from '../scenario/withheld.ts';
import { catalogue } from '../simulation/parameters.ts';
import { type Branch, type Cell, liveOn } from '../simulation/simulate.ts';
import { digestOf, type Summary } from '../simulation/summary.ts';
import { workOfArm } from './failed-cell.ts';
import { type Design, drawnFrom, parametersInDraw } from './parameter-draw.ts';
import { type KeptPasts, pastUntil } from './past.ts';

/** One arm: a name and a scenario. */
export interface Arm {
  readonly name: string;
  readonly scenario: Scenario;
}

/** A study. The first arm is the baseline; seed and dates are those of its scenario. */
export interface Study {
  readonly arms: readonly Arm[];
  readonly replicates: number;
  /** Number of parameter draws, each with all replicates; 0 runs only the central value of everything. */
  readonly draws: number;
  /** The draws as an experiment lays them out; random if left out. */
  readonly design?: Design;
  /** One draw and replicate alone, as a larger study has it; the counts then have no meaning. */
  readonly only?: Pick<BlockKey, 'draw' | 'replicate'>;
}

/** The key of a cell: indexes of arm, parameter draw and replicate. Draw 0 is the central value of everything. */
export interface CellKey {
  readonly arm: number;
  readonly draw: number;
  readonly replicate: number;
}

/** The result of a cell. */
export interface CellResult {
  readonly key: CellKey;
  readonly summary: Summary;
  readonly digest: string;
}

/** Some arms of one draw and replicate, by index in order: they share their luck, and their past until they part. */
export interface BlockKey {
  readonly draw: number;
  readonly replicate: number;
  readonly arms: readonly number[];
}

/** Called as blocks are done. */
export type Progress = (done: number, of: number) => void;

/** A block without results, because the cell of one of its arms failed: pairs stay pairs if all its arms are left out. */
export interface LostBlock {
  readonly block: BlockKey;
  /** The index of the arm that failed, the first if several would, and its name. */
  readonly arm: number;
  readonly name: string;
  /** Says which cell failed, why, and how to see it again. */
  readonly failure: Failure;
}

/** Receives every lost block, in the order requested. May throw, which ends the run. */
export type Lose = (lost: LostBlock) => void;

/**
 * Runs blocks somewhere and gives the cells of each, in the order requested. A block in which a cell fails goes to `lose` instead,
 * and the run goes on; without `lose`, its Failure ends the run. Errors of the machine always do.
 */
export type RunBlocks = (
  study: Study,
  blocks: readonly BlockKey[],
  progress: Progress,
  lose?: Lose,
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

/** The day on which the arms of a block part: the earliest on which any differs from the first. Infinity if none does. */
export function partingDay(study: Study, { draw, arms }: Pick<BlockKey, 'draw' | 'arms'>): Day {
  const name = `${draw} ${arms.join(' ')}`;
  const known = partings.get(study) ?? new Map<string, Day>();
  partings.set(study, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const [first, ...others] = arms.map((arm) => drawnFrom(study.arms[arm].scenario, draw, study.design));
  const days = others.map((other) =>
    firstDifference(first!.scenario, other.scenario, catalogue, first!.quantileOf, other.quantileOf),
  );
  const day = Math.min(...days, Infinity);
  known.set(name, day);
  return day;
}

/** The parting days found, by draw and arms. */
const partings = new WeakMap<Study, Map<string, Day>>();

/**
 * Runs a block: the common past once, or from `pasts` if it is kept there, then each arm from the day on which they part. Throws a
 * FailedCell for the first arm that fails.
 */
export function runBlock(study: Study, block: BlockKey, pasts?: KeptPasts): readonly CellResult[] {
  const scenarios = block.arms.map((arm) => study.arms[arm].scenario);
  const cells = block.arms.map((arm, at) => workOfArm(arm, () => cellOf(scenarios[at], block, study.design)));
  const parting = partingDay(study, block);
  let branch: Branch | undefined;
  return block.arms.map((arm, at) =>
    workOfArm(arm, () => {
      const cell = cells[at];
      if (branch === undefined || parting <= cell.burnInStart) {
        const numbers = { scenario: scenarios[at], draw: block.draw, design: study.design };
        branch = pastUntil(cell, Math.max(parting, cell.burnInStart), numbers, pasts);
      }
      const { summary } = liveOn(cell, branch);
      return { key: { arm, draw: block.draw, replicate: block.replicate }, summary, digest: digestOf(summary) };
    }),
  );
}

/**
 * Runs a study and gives every cell, in order of draw, replicate and arm. Fails as `run` fails; with `lose` it goes on without the
 * blocks that fail. For many cells read the blocks of `run` instead.
 */
export async function allCells(study: Study, run: RunBlocks, lose?: Lose): Promise<readonly CellResult[]> {
  const cells: CellResult[] = [];
  for await (const block of run(study, blocksOf(study), () => {}, lose)) cells.push(...block);
  return cells;
}

/** The cell of a scenario; its draw is random unless laid out. */
export function cellOf(
  scenario: Scenario,
  { draw, replicate }: Pick<BlockKey, 'draw' | 'replicate'>,
  design?: Design,
): Cell {
  complainOfWithheld(scenario, scenario.title);
  const { burnInStart, start, end, seed, dimensions, stockDay } = scenario;
  const parameters = parametersInDraw(scenario, draw, design);
  const [levels, units, offences] = ['level', 'unit', 'offence'].map((name) => dimensions[name].length) as Three;
  const stock = stockDay === undefined ? {} : { stockDay };
  const inside = scenario.inside.map((one) => ({ ...one, status: status[one.status] }));
  return { parameters, levels, units, offences, inside, burnInStart, start, end, seed, replicate, ...stock };
}

/**
 * The address of every cell: SHA-256 of the version of the engine, all parameter values over time, horizon, seed, draw and
 * replicate. Equal addresses mean equal results, in any study.
 */
export function addressesOf({ arms, design }: Study, engine: string): (key: CellKey) => string {
  const inputs = new Map<string, string>();
  return ({ arm, draw, replicate }) => {
    const { scenario } = arms[arm];
    const name = `${arm} ${draw}`;
    let input = inputs.get(name);
    if (input === undefined) {
      const drawn = drawnFrom(scenario, draw, design);
      input = digestOfText(historyOf(drawn.scenario, catalogue, scenario.end, drawn.quantileOf));
      inputs.set(name, input);
    }
    return digestOfText(canonicalText({ engine, input, end: scenario.end, draw, replicate }));
  };
}

/** The digest of one arm: of the digests of its cells, in order of draw and replicate. */
export function digestOfArm(cellDigests: readonly string[]): string {
  return digestOfText(cellDigests.join('\n'));
}

/** The digest of a study: of its arms, in order of name. */
export function digestOfStudy(armDigests: ReadonlyMap<string, string>): string {
  return digestOfText(canonicalText(Object.fromEntries(armDigests)));
}

type Three = [number, number, number];
