/**
 * Task: the work of a worker thread: runs the batches of blocks sent to it. Each comes with the bytes of its study in shared memory,
 * and a thread reads them only if it is another study than last time.
 *
 * A scenario is sent as its canonical text, which is itself a scenario file, with its policies and its words beside it. Arms that differ only
 * in these share one text, which is read once, because a sweep has hundreds of them. Summaries are returned by transfer: their
 * buffers move to the other thread and are not copied.
 */
import { deserialize, serialize } from 'node:v8';
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import type { Day } from '../engine/calendar.ts';
import type { FutureAdmissions } from '../experiment/admissions/paths.ts';
import { FailedCell } from '../experiment/failed-cell.ts';
import type { KeptPasts } from '../experiment/past.ts';
import { type BlockKey, type CellResult, runBlock, type Study } from '../experiment/study.ts';
import { Failure, type FailureFacts } from '../failure.ts';
import type { Cache } from '../files/cache-folder.ts';
import { engineVersion } from '../files/engine-version.ts';
import type { Members } from '../scenario/members.ts';
import type { Policy } from '../scenario/policy.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';
import { keptBurnIns } from './kept-burn-ins.ts';

/** A study in the form sent to threads. */
export interface WrittenStudy extends Omit<Study, 'arms'> {
  /** Scenarios without policies, members and words, each once. */
  readonly texts: readonly string[];
  /** The text of each arm, its words, its policies, and its members. */
  readonly arms: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string | undefined;
    readonly text: number;
    readonly policies: readonly Policy[];
    readonly members: Members | undefined;
    readonly until: Day | undefined;
    readonly admissions: FutureAdmissions | undefined;
  }[];
}

/** The result of a batch: that of each block, the version of the program that ran them, and the time taken. */
export interface DoneBatch {
  readonly engine: string;
  readonly results: readonly (readonly CellResult[] | FailedBlock)[];
  readonly milliseconds: number;
}

/** A block in which the cell of an arm failed. A Failure travels as its facts, since errors lose their class between threads. */
export interface FailedBlock {
  readonly arm: number;
  readonly facts?: readonly FailureFacts[];
  readonly error?: unknown;
}

/** The study in the form sent to threads. */
export function writtenStudy({ arms, ...rest }: Study): WrittenStudy {
  const nothing = { title: 'sent', description: undefined, policies: [], members: undefined };
  const bare = arms.map(({ scenario }) => scenarioOf({ ...scenario, ...nothing }).text);
  const texts = [...new Set(bare)];
  const written = arms.map(({ name, scenario: { title, description, policies, members }, until, admissions }, arm) => ({
    name,
    text: texts.indexOf(bare[arm]),
    ...{ title, description, policies, members },
    until,
    admissions,
  }));
  return { ...rest, texts, arms: written };
}

/** The study from that form. */
export function readStudy({ texts, arms, ...rest }: WrittenStudy): Study {
  const bare = texts.map((text, at) => scenarioFrom(`scenario ${at}`, { read: () => text }));
  return {
    ...rest,
    arms: arms.map(({ name, text, until, admissions, ...own }) => ({
      name,
      until,
      admissions,
      scenario: scenarioOf({ ...bare[text], ...own }),
    })),
  };
}

/** A study as it is sent: a number of its own, and the bytes of its written form, which all threads share without a copy. */
export interface SentStudy {
  readonly number: number;
  readonly bytes: SharedArrayBuffer;
}

/** Some blocks of a study. */
export interface Batch {
  readonly study: SentStudy;
  readonly blocks: readonly BlockKey[];
}

/** The study as it is sent. */
export function sentStudy(study: Study, number: number): SentStudy {
  const written = serialize(writtenStudy(study));
  const bytes = new SharedArrayBuffer(written.length);
  new Uint8Array(bytes).set(written);
  return { number, bytes };
}

/** The data with which a thread is started: where burn-ins are kept, if anywhere, and the number of threads. */
export interface TaskData {
  readonly cache: Cache | undefined;
  readonly threads: number;
}

let kept: { readonly pasts: KeptPasts | undefined } | undefined;
let last: { readonly number: number; readonly study: Study } | undefined;

/** Runs some blocks; gives a `DoneBatch`. Errors of the machine pass through. */
export default function runTask({ study: { number, bytes }, blocks }: Batch): unknown {
  kept ??= { pasts: pastsOf(workerData as TaskData) };
  if (last?.number !== number) last = { number, study: readBytes(bytes) };
  const [{ pasts }, { study }] = [kept, last];
  const began = performance.now();
  const results = blocks.map((block) => resultOf(study, block, pasts));
  const done: DoneBatch = { engine: engineVersion(), results, milliseconds: performance.now() - began };
  const cells = results.flatMap((result) => ('arm' in result ? [] : result));
  return move({ [transferableSymbol]: buffersOf(cells), [valueSymbol]: done } as never);
}

function pastsOf({ cache, threads }: TaskData): KeptPasts | undefined {
  return cache && keptBurnIns(cache, threads);
}

/** The study in bytes that another thread wrote. Its arrays are copies, so that threads have no memory in common to write to. */
function readBytes(bytes: SharedArrayBuffer): Study {
  return readStudy(deserialize(new Uint8Array(bytes).slice()) as WrittenStudy);
}

function resultOf(study: Study, block: BlockKey, pasts: KeptPasts | undefined): readonly CellResult[] | FailedBlock {
  try {
    return runBlock(study, block, pasts);
  } catch (error) {
    if (!(error instanceof FailedCell)) throw error;
    const { arm, cause } = error;
    if (cause instanceof Failure) return { arm, facts: cause.facts };
    return { arm, error: cause instanceof Error ? cause : String(cause) };
  }
}

/** The error of a failed block, as it was. */
export function causeOf({ facts, error }: FailedBlock): unknown {
  return facts === undefined ? error : new Failure(...facts);
}

/** The buffers of every array in the summaries. */
export function buffersOf(cells: readonly CellResult[]): readonly ArrayBufferLike[] {
  return cells.flatMap(({ summary }) =>
    Object.values(summary).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer] : [])),
  );
}
