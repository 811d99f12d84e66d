/**
 * Observed years: the first two after the burn-in, which is run once and kept as a snapshot.
 *
 * The cell keeps its true end, so that it holds everybody whom a full run holds; a step before all others ends it after two years.
 * Restoring the snapshot is not counted: a run does it once for all its years.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { DAYS_PER_YEAR } from '../../src/engine/calendar.ts';
import type { DayStep } from '../../src/simulation/day.ts';
import type { Branch, Cell } from '../../src/simulation/simulate.ts';
import { processorMilliseconds, type Turn } from './processor-time.ts';
import { type Subject, subjectIn } from './subject.ts';

/** Two years of life. */
export interface ObservedYears extends Turn {
  readonly events: number;
  /** The hash of all life events so far. */
  readonly hash: string;
}

/** What a snapshot on disk holds. */
interface Kept {
  readonly branch: Branch;
  /** The hash after the two years, lived from memory. */
  readonly hash: string;
}

/** A workload: the burn-in, kept in a file. Its work is years. */
export async function burnIn(folder: string, file: string): Promise<() => Turn> {
  const subject = await subjectIn(folder);
  const cell = subject.cell(0);
  return () => {
    const began = process.cpuUsage();
    const branch = subject.liveUntil(cell, cell.start);
    const milliseconds = processorMilliseconds(began);
    const { hash } = liveYears(subject, cell, branch, YEARS);
    writeFileSync(file, serialize({ branch, hash } satisfies Kept));
    return { milliseconds, work: (cell.start - cell.burnInStart) / DAYS_PER_YEAR };
  };
}

/** A workload: two observed years from the file that `burnIn` wrote. Throws if they are not those that memory gave. */
export async function observedYears(folder: string, file: string): Promise<() => ObservedYears> {
  const { subject, cell, branch, hash } = await resumed(folder, file);
  return () => {
    const lived = liveYears(subject, cell, branch, YEARS);
    if (lived.hash !== hash) throw new Error('the years after the snapshot differ from those lived from memory');
    return lived;
  };
}

/** The model in a folder, with the snapshot that `burnIn` wrote. */
export async function resumed(folder: string, file: string): Promise<Kept & { subject: Subject; cell: Cell }> {
  const subject = await subjectIn(folder);
  const kept: Kept = deserialize(readFileSync(file));
  return { ...kept, subject, cell: subject.cell(0) };
}

/** Lives years of a cell from the branch at its start, by the given steps of a day. */
export function liveYears(
  { liveOn, day }: Pick<Subject, 'liveOn' | 'day'>,
  cell: Cell,
  branch: Branch,
  years: number,
  steps: readonly DayStep[] = day,
): ObservedYears {
  const until = cell.start + Math.round(years * DAYS_PER_YEAR);
  if (until >= cell.end) throw new Error(`a cell of ${cell.end - cell.start} days has no ${years} years to observe`);
  let began: NodeJS.CpuUsage | undefined;
  let before = 0;
  let lived: ObservedYears | undefined;
  const clock: DayStep = {
    name: 'clock',
    step({ today, journal }) {
      if (today === until) {
        lived = {
          milliseconds: processorMilliseconds(began),
          work: years,
          events: journal.count - before,
          hash: journal.hash,
        };
        throw ENOUGH;
      }
      if (today > cell.start) return;
      before = journal.count;
      began = process.cpuUsage();
    },
  };
  try {
    liveOn(cell, branch, false, undefined, [clock, ...steps]);
  } catch (reason) {
    if (reason !== ENOUGH) throw reason;
  }
  if (lived === undefined) throw new Error('the cell ended before the clock was read');
  return lived;
}

const YEARS = 2;

/** Thrown to end a cell early. */
const ENOUGH = Symbol('enough');
