/**
 * Task: what a worker thread does: it reads the study once, then runs the blocks that it is sent.
 *
 * A scenario travels as its canonical text, which is itself a scenario file. Summaries leave by transfer: their buffers
 * move to the other thread and are not copied.
 */
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import { type BlockKey, type CellResult, runBlock, type Study } from '../experiment/study.ts';
import { readScenario } from '../scenario/parse.ts';
import { catalogue } from '../simulation/parameters.ts';

/** A study as it travels between threads. */
export interface WrittenStudy {
  readonly arms: readonly { readonly name: string; readonly text: string }[];
  readonly replicates: number;
}

/** The study in the form that travels. */
export function writtenStudy({ arms, replicates }: Study): WrittenStudy {
  return { arms: arms.map(({ name, scenario }) => ({ name, text: scenario.text })), replicates };
}

/** The study that was written. */
export function readStudy({ arms, replicates }: WrittenStudy): Study {
  return {
    arms: arms.map(({ name, text }) => ({ name, scenario: readScenario(name, { read: () => text, catalogue }) })),
    replicates,
  };
}

let study: Study | undefined;

/** Runs one block of the study that the thread was started with. */
export default function runTask(block: BlockKey): unknown {
  study ??= readStudy(workerData as WrittenStudy);
  const cells = runBlock(study, block);
  return move({ [transferableSymbol]: buffersOf(cells), [valueSymbol]: cells } as never);
}

/** The buffers of every array in the summaries. */
export function buffersOf(cells: readonly CellResult[]): readonly ArrayBufferLike[] {
  return cells.flatMap(({ summary }) =>
    Object.values(summary).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer] : [])),
  );
}
