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
import { type Branch, type Cell, liveFrom, liveOn } from '../simulation/simulate.ts';
import { digestOf, type Summary } from '../simulation/summary.ts';
import { type FutureAdmissions, scenarioOfRun } from './admissions/paths.ts';
import { workOfArm } from './failed-cell.ts';
import { type Design, drawnFrom, parametersInDraw } from './parameter-draw.ts';
import { type KeptPasts, pastUntil } from './past.ts';

/** One arm: a name and a scenario. */
export interface Arm {
  readonly name: string;
  readonly scenario: Scenario;
  /** The first day that is not simulated, if that is before the end of the scenario; it comes after the start. */
  readonly until?: Day | undefined;
  /** Admissions of which each run has its own path; those of the scenario if left out. */
  readonly admissions?: FutureAdmissions | undefined;
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

/** What decides when arms part; the replicate matters only if admissions are forecast. */
type PartingKey = Pick<BlockKey, 'draw' | 'arms'> & Partial<Pick<BlockKey, 'replicate'>>;

/** The day on which the arms of a block part: the earliest on which any differs from the first. Infinity if none does. */
export function partingDay(study: Study, block: PartingKey): Day {
  return Math.min(...partingsOf(study, block).slice(1), Infinity);
}

/** The day on which each arm of a block parts from the first, which parts from itself on none: Infinity. */
function partingsOf(study: Study, { draw, replicate = 0, arms }: PartingKey): readonly Day[] {
  const hasPaths = arms.some((arm) => study.arms[arm].admissions !== undefined);
  const name = `${draw} ${hasPaths ? replicate : ''} ${arms.join(' ')}`;
  const known = partings.get(study) ?? new Map<string, readonly Day[]>();
  partings.set(study, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const [first, ...others] = arms.map((arm) =>
    drawnFrom(scenarioOfRun(study.arms[arm], { draw, replicate }), draw, study.design),
  );
  const days = others.map((other) =>
    firstDifference(first!.scenario, other.scenario, catalogue, first!.quantileOf, other.quantileOf),
  );
  known.set(name, [Infinity, ...days]);
  return [Infinity, ...days];
}

/** The parting days found, by draw and arms. */
const partings = new WeakMap<Study, Map<string, readonly Day[]>>();

/**
 * Runs a block: what the first arm has in common with others is lived once, or taken from `pasts` if it is kept there, and each arm
 * goes on from the day on which it parts from the first. Throws a FailedCell for the first arm that fails, in order of those days.
 */
export function runBlock(study: Study, block: BlockKey, pasts?: KeptPasts): readonly CellResult[] {
  const arms = block.arms.map((arm) => study.arms[arm]);
  const scenarios = arms.map((arm) => scenarioOfRun(arm, block));
  const cells = scenarios.map((one, at) => workOfArm(block.arms[at], () => cellOf(one, block, study.design)));
  const numbersOf = (at: number) => ({ scenario: scenarios[at], draw: block.draw, design: study.design });
  const results: CellResult[] = [];
  let branch: Branch | undefined;
  for (const { at, day } of inOrderOfParting(study, block)) {
    const arm = block.arms[at];
    results[at] = workOfArm(arm, () => {
      const cell = cells[at];
      if (day <= cell.burnInStart) return lived(cell, pastUntil(cell, cell.burnInStart, numbersOf(at), pasts));
      if (branch === undefined) branch = pastUntil(cells[0], day, numbersOf(0), pasts);
      else if (branch.world.today < day) branch = liveFrom(cells[0], branch, day);
      return lived(cell, branch);
    });

    function lived(cell: Cell, past: Branch): CellResult {
      const { summary } = liveOn(cell, past, false, undefined, undefined, arms[at].until);
      return { key: { arm, draw: block.draw, replicate: block.replicate }, summary, digest: digestOf(summary) };
    }
  }
  return results;
}

/**
 * The arms of a block, by index in it, with the day until which each lives as the first does: to the parting or to its own end. The
 * first itself comes with those that part last.
 */
function inOrderOfParting(study: Study, block: BlockKey): readonly { readonly at: number; readonly day: Day }[] {
  const ends = block.arms.map((arm) => study.arms[arm].until ?? study.arms[arm].scenario.end);
  const days = partingsOf(study, block).map((day, at) => Math.min(day, ends[at]));
  if (days.length > 1) days[0] = Math.min(days[0], Math.max(...days.slice(1)));
  return days.map((day, at) => ({ at, day })).sort((a, b) => a.day - b.day || a.at - b.at);
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
    const { until, admissions } = arms[arm];
    const scenario = scenarioOfRun(arms[arm], { draw, replicate });
    const name = admissions === undefined ? `${arm} ${draw}` : `${arm} ${draw} ${replicate}`;
    let input = inputs.get(name);
    if (input === undefined) {
      const drawn = drawnFrom(scenario, draw, design);
      input = digestOfText(historyOf(drawn.scenario, catalogue, until ?? scenario.end, drawn.quantileOf));
      inputs.set(name, input);
    }
    const stop = until === undefined ? {} : { until };
    return digestOfText(canonicalText({ engine, input, end: scenario.end, ...stop, draw, replicate }));
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
