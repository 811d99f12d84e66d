/**
 * Rerun: runs a study once more and compares every digest with the recorded one.
 */
import { STOCK } from '../tables/cells.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import {
  blocksOf,
  type CellKey,
  type CellResult,
  digestOfArm,
  digestOfStudy,
  type Lose,
  type Progress,
  type RunBlocks,
  type Study,
} from './study.ts';
import { tablesOf } from './tables.ts';

/** The recorded digests of a study. */
export interface Recorded {
  readonly armDigests: Readonly<Record<string, string>>;
  /** The table `cells`, if it can be read. */
  readonly cells: Table | undefined;
}

/** An arm run once more. */
export interface RerunArm {
  readonly name: string;
  readonly isSame: boolean;
  readonly cells: number;
  /** The cells that differ; undefined if the recorded table of cells does not belong to this arm. */
  readonly differing: readonly CellKey[] | undefined;
}

/** A study run once more. */
export interface Rerun {
  readonly resultDigest: string;
  readonly arms: readonly RerunArm[];
  /** The first cell that differs, in its new form. */
  readonly firstDiffering: CellResult | undefined;
}

/** Runs a study and compares every digest. Only the digest of a cell is kept. A recorded cell that now fails differs. */
export async function rerun(
  study: Study,
  runBlocks: RunBlocks,
  progress: Progress,
  recorded: Recorded,
): Promise<Rerun> {
  const recordedCells = study.arms.map(({ name }) => recordedDigests(recorded, name));
  const digests: string[][] = study.arms.map(() => []);
  const differing: CellKey[][] = study.arms.map(() => []);
  let firstDiffering: CellResult | undefined;
  const lose: Lose = ({ block: { draw, replicate, arms } }) => {
    for (const arm of arms) {
      const key = { arm, draw, replicate };
      if (recordedCells[arm]?.has(nameOf(key))) differing[arm].push(key);
    }
  };
  for await (const cells of runBlocks(study, blocksOf(study), progress, lose)) {
    for (const cell of cells) {
      const { arm } = cell.key;
      digests[arm].push(cell.digest);
      const before = recordedCells[arm];
      if (before === undefined || before.get(nameOf(cell.key)) === cell.digest) continue;
      differing[arm].push(cell.key);
      firstDiffering ??= cell;
    }
  }
  const armDigests = digests.map(digestOfArm);
  const arms = study.arms.map(({ name }, arm) => ({
    name,
    isSame: armDigests[arm] === recorded.armDigests[name],
    cells: digests[arm].length,
    differing: recordedCells[arm] && differing[arm],
  }));
  const resultDigest = digestOfStudy(new Map(study.arms.map(({ name }, arm) => [name, armDigests[arm]])));
  return { resultDigest, arms, firstDiffering };
}

/** The first week in which the stock of a cell differs from the recorded table. */
export interface DifferentWeek {
  readonly week: number;
  readonly date: string;
  readonly status: string;
  readonly level: string;
  readonly column: 'people' | 'fullest';
  /** Now, and as recorded. */
  readonly now: number;
  readonly before: number;
}

/**
 * The first week that differs. 'none': the stock is the same in every week, so only lives differ. 'unknown': the table does
 * not hold the weeks of this cell.
 */
export function firstDifferentWeek(
  study: Study,
  cell: CellResult,
  recorded: Table,
): DifferentWeek | 'none' | 'unknown' {
  const stock = tablesOf(study, [cell]).find(({ schema }) => schema === STOCK)!;
  const rows = rowsOf(recorded, study.arms[cell.key.arm].name, cell.key);
  if (rows.length !== stock.rows) return 'unknown';
  for (const [row, at] of rows.entries()) {
    for (const column of ['people', 'fullest'] as const) {
      const [now, before] = [numbersOf(stock, column)[row], numbersOf(recorded, column)[at]];
      if (now === before) continue;
      const text = (name: string) => textsOf(stock, name)[row];
      const week = numbersOf(stock, 'week')[row];
      return { week, date: text('date'), status: text('status'), level: text('level'), column, now, before };
    }
  }
  return 'none';
}

/** The digests of the cells of an arm, if together they give the digest of the arm. */
function recordedDigests({ armDigests, cells }: Recorded, arm: string): ReadonlyMap<string, string> | undefined {
  if (cells === undefined) return undefined;
  const [names, draws, replicates, digests] = [
    textsOf(cells, 'arm'),
    numbersOf(cells, 'draw'),
    numbersOf(cells, 'replicate'),
    textsOf(cells, 'digest'),
  ];
  const found = new Map<string, string>();
  for (let row = 0; row < cells.rows; row++) {
    if (names[row] === arm) found.set(nameOf({ draw: draws[row], replicate: replicates[row] }), digests[row]);
  }
  return digestOfArm([...found.values()]) === armDigests[arm] ? found : undefined;
}

function rowsOf(table: Table, arm: string, { draw, replicate }: CellKey): readonly number[] {
  const [arms, draws, replicates] = [textsOf(table, 'arm'), numbersOf(table, 'draw'), numbersOf(table, 'replicate')];
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (arms[row] === arm && draws[row] === draw && replicates[row] === replicate) rows.push(row);
  }
  return rows;
}

function nameOf({ draw, replicate }: Pick<CellKey, 'draw' | 'replicate'>): string {
  return `${draw} ${replicate}`;
}
