/**
 * Computation: how the cells of a study come about: taken from the store where somebody has computed them, else computed on
 * as many threads as asked for.
 */
import { dirname, join } from 'node:path';
import { compare } from '../experiment/compare.ts';
import type { Comparison } from '../experiment/comparison.ts';
import { type Reached, replicatesFor, type Wanted } from '../experiment/precision.ts';
import { type BlockKey, blocksOf, partingDay, type Study } from '../experiment/study.ts';
import { cellStore } from '../files/cell-store.ts';
import { engineVersion } from '../files/engine-version.ts';
import type { TableWriter } from '../files/table-writer.ts';
import { stored, type Tally } from '../runners/stored.ts';
import { type Bar, startBar } from '../terminal/progress-bar.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ReadArms } from './arms.ts';
import { type StudyRequest, shellWord, typedAgain } from './request.ts';
import { runnerFor } from './runner.ts';

/** The comparison, how many cells were found and computed, and what sharing the past saved of the days to live. */
export interface Computed {
  /** As it was run, with the replicates that were enough. */
  readonly study: Study;
  /** How narrow the intervals became that were asked for. */
  readonly reached: readonly Reached[];
  readonly comparison: Comparison;
  readonly tally: Tally;
  readonly saved: number;
}

/** Computes a study whose results go into `folder`; the tables of its cells go to the writer as they come. */
export async function computeCells(
  command: string,
  { arms }: ReadArms,
  given: Study,
  wanted: readonly Wanted[],
  folder: string,
  request: StudyRequest,
  terminal: Terminal,
  writer: TableWriter,
): Promise<Computed> {
  const workers = Math.min(request.workers ?? terminal.cores, Math.max(blocksOf(given).length, wanted.length * 5));
  const tally: Tally = { found: 0, computed: 0 };
  const store = cellStore(join(dirname(folder), '.cells'), (line) => terminal.stderr.write(`${line}\n`));
  const reproduce = (block: BlockKey) => commandFor(block, arms[block.arms[0]].path, request);
  const inner = await runnerFor(workers, terminal.signal, reproduce);
  const runner = stored({ store, engine: engineVersion(), tally }, inner);
  let bar: Bar | undefined;
  const progressOf = (study: Study, blocks: number) => {
    bar?.stop();
    const heading = [`stepdown ${command}`, headingOf(study, workers)] as const;
    const shown = request.quiet ? { ...terminal, stderr: { write: () => {} } } : terminal;
    bar = startBar({ heading, blocks, cellsPerBlock: study.arms.length }, shown);
    return bar.progress;
  };
  try {
    const enough =
      wanted.length === 0
        ? undefined
        : await replicatesFor(given, wanted, request.mostReplicates, runner, (blocks) => progressOf(given, blocks));
    const study = enough === undefined ? given : { ...given, replicates: enough.replicates };
    const blocks = blocksOf(study);
    const before = { ...tally };
    const progress = progressOf(study, blocks.length);
    const comparison = await compare(study, runner, progress, (_, tables) => writer.append(tables));
    if (enough !== undefined) Object.assign(tally, before);
    const saved = savedBySharing(study, blocks[0]);
    return { study, reached: enough?.reached ?? [], comparison, tally, saved };
  } finally {
    bar?.stop();
  }
}

/** A number and what it counts. */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function headingOf({ arms, draws, replicates }: Study, workers: number): string {
  const drawn = draws === 0 ? [] : [counted(draws, 'parameter draw')];
  const { seed } = arms[0].scenario;
  return [`seed "${seed}"`, ...drawn, counted(replicates, 'replicate'), counted(workers, 'worker')].join('  ');
}

function commandFor({ draw, replicate }: BlockKey, path: string, request: StudyRequest): string {
  const alone = { ...request, replicates: undefined, draws: 0, only: { draw, replicate } };
  return `stepdown run ${shellWord(path)}${typedAgain(alone)} --debug`;
}

/** The share of all days that need not be lived, because arms have the same past until they part. */
function savedBySharing(study: Study, block: BlockKey): number {
  const { burnInStart, end } = study.arms[0].scenario;
  const days = study.arms.reduce((total, { scenario }) => total + scenario.end - scenario.burnInStart, 0);
  const common = Math.max(0, Math.min(partingDay(study, block), end) - burnInStart);
  return (common * (study.arms.length - 1)) / days;
}
