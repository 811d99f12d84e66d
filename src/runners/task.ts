/**
 * Task: what a worker thread does: it reads the study once, then runs the batches of blocks that it is sent.
 *
 * A scenario travels as its canonical text, which is itself a scenario file, and its policies beside it: arms that differ in
 * policies alone share one text, which is read once, for a sweep has hundreds of them. Summaries leave by transfer: their
 * buffers move to the other thread and are not copied.
 */
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { type BlockKey, type CellResult, runBlock, type Study } from '../experiment/study.ts';
import { Failure, type FailureFacts } from '../failure.ts';
import { engineVersion } from '../files/engine-version.ts';
import type { Policy } from '../scenario/policy.ts';
import { withPolicies } from '../scenario/scenario.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';

/** A study as it travels between threads. */
export interface WrittenStudy extends Omit<Study, 'arms'> {
  /** Scenarios without policies, each once. */
  readonly texts: readonly string[];
  /** The text of each arm, and what its policies are. */
  readonly arms: readonly { readonly name: string; readonly text: number; readonly policies: readonly Policy[] }[];
}

/** What comes back for a batch: the cells of each block, the program that ran them, and the time that it took. */
export interface DoneBatch {
  readonly engine: string;
  readonly cells: readonly (readonly CellResult[])[];
  readonly milliseconds: number;
}

/** What comes back when a block fails in a way that is told to people: errors lose their kind between threads. */
export interface FailedBatch {
  readonly block: BlockKey;
  readonly failure: readonly FailureFacts[];
}

/** The study in the form that travels. */
export function writtenStudy({ arms, ...rest }: Study): WrittenStudy {
  const bare = arms.map(({ scenario }) => withPolicies(scenario, []).text);
  const texts = [...new Set(bare)];
  const written = arms.map(({ name, scenario: { policies } }, arm) => ({
    name,
    text: texts.indexOf(bare[arm]),
    policies,
  }));
  return { ...rest, texts, arms: written };
}

/** The study that was written. */
export function readStudy({ texts, arms, ...rest }: WrittenStudy): Study {
  const bare = texts.map((text, at) => scenarioFrom(`scenario ${at}`, { read: () => text }));
  return {
    ...rest,
    arms: arms.map(({ name, text, policies }) => ({ name, scenario: withPolicies(bare[text], policies) })),
  };
}

let study: Study | undefined;

/** Runs some blocks of the study that the thread was started with; gives a `DoneBatch`, or a `FailedBatch`. */
export default function runTask(blocks: readonly BlockKey[]): unknown {
  study ??= readStudy(workerData as WrittenStudy);
  const started = performance.now();
  const cells: (readonly CellResult[])[] = [];
  for (const block of blocks) {
    try {
      cells.push(runBlock(study, block));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { block, failure: error.facts } satisfies FailedBatch;
    }
  }
  const done: DoneBatch = { engine: engineVersion(), cells, milliseconds: performance.now() - started };
  return move({ [transferableSymbol]: buffersOf(cells.flat()), [valueSymbol]: done } as never);
}

/** The buffers of every array in the summaries. */
export function buffersOf(cells: readonly CellResult[]): readonly ArrayBufferLike[] {
  return cells.flatMap(({ summary }) =>
    Object.values(summary).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer] : [])),
  );
}
