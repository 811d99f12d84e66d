/**
 * Progress bar: shows progress, speed and time left of a study on standard error.
 *
 * If standard error is a file or another program, a line is written into it at every pause that the terminal names.
 */
import { SingleBar } from 'cli-progress';
import type { OnReplicate } from '../experiment/stopping.ts';
import type { Progress, RunBlocks, Study } from '../experiment/study.ts';
import type { Terminal } from './terminal.ts';

const WIDTH = 40;

/** The texts and totals of a bar. */
export interface BarSettings {
  /** The command, and on the right the study. */
  readonly heading: readonly [left: string, right: string];
  /** Blocks to run. */
  readonly blocks: number;
  /** Cells in a block, for the rate. */
  readonly cellsPerBlock: number;
  /** What is counted in place of cells, in the plural. */
  readonly unit?: string;
}

/** A running bar: report every block to it, and stop it in any case. */
export interface Bar {
  readonly progress: Progress;
  readonly stop: () => void;
}

/** Starts a bar. */
export function startBar({ heading, blocks, cellsPerBlock, unit }: BarSettings, terminal: Terminal): Bar {
  const started = terminal.now();
  let done = 0;
  const stop = startLine(
    heading,
    () => barLine(done, blocks, (terminal.now() - started) / 1000, cellsPerBlock, unit),
    terminal,
  );
  return {
    progress: (now) => {
      done = now;
    },
    stop,
  };
}

/** The texts and times of a bar for a study that a stopping rule ends. */
export interface BudgetBarSettings extends Pick<BarSettings, 'heading'> {
  /** The time in seconds; infinite if there is no limit. */
  readonly budget: number;
  readonly fewest: number;
  /** The time used so far, in seconds. */
  readonly seconds: () => number;
}

/** Starts a bar of the time used: report every replicate to it, and stop it in any case. */
export function startBudgetBar(
  { heading, budget, fewest, seconds }: BudgetBarSettings,
  terminal: Terminal,
): { readonly onReplicate: OnReplicate; readonly stop: () => void } {
  let [replicates, needed] = [0, undefined as number | undefined];
  const line = () => budgetLine({ replicates, needed, fewest, seconds: seconds(), budget });
  const stop = startLine(heading, line, terminal);
  return {
    onReplicate: (...now) => {
      [replicates, needed] = now;
    },
    stop,
  };
}

/** Prints a heading and under it a line that is drawn again several times per second until it is stopped. */
function startLine(heading: BarSettings['heading'], line: () => string, terminal: Terminal): () => void {
  const { stderr } = terminal;
  if (stderr.isTTY !== true) return startLog(heading, line, terminal);
  const [left, right] = heading;
  const gap = Math.max(2, (stderr.columns ?? 80) - left.length - right.length);
  stderr.write(`${left}${' '.repeat(gap)}${right}\n`);
  const bar = new SingleBar({
    stream: stderr as NodeJS.WritableStream,
    format: line,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    linewrap: null,
  });
  bar.start(1, 0);
  return () => bar.stop();
}

/** Writes the heading and the line at every pause, each time as a line of its own. */
function startLog([left]: BarSettings['heading'], line: () => string, { stderr, logEvery }: Terminal): () => void {
  if (logEvery === undefined) return () => {};
  const timer = setInterval(() => stderr.write(`${left}  ${line()}\n`), logEvery);
  timer.unref();
  return () => clearInterval(timer);
}

/** The runner, with a bar while it runs. */
export function withBar(
  runner: RunBlocks,
  headingOf: (study: Study) => BarSettings['heading'],
  terminal: Terminal,
): RunBlocks {
  return async function* (study, blocks, progress, lose) {
    const cells = blocks.reduce((total, { arms }) => total + arms.length, 0);
    const settings = { heading: headingOf(study), blocks: blocks.length, cellsPerBlock: cells / blocks.length };
    const bar = startBar(settings, terminal);
    try {
      const told: Progress = (done, of) => {
        bar.progress(done, of);
        progress(done, of);
      };
      yield* runner(study, blocks, told, lose);
    } finally {
      bar.stop();
    }
  };
}

/** The line itself: `####----  55 %  110/200   412 cells/min  left 0:13`. */
export function barLine(done: number, of: number, seconds: number, cellsPerBlock: number, unit = 'cells'): string {
  const share = of === 0 ? 1 : done / of;
  const line = `${barOf(share)} ${String(Math.round(100 * share)).padStart(3)} %  ${done}/${of}`;
  if (done === 0 && seconds > 0) return `${line}   ${clock(seconds)} so far`;
  if (done === 0 || seconds <= 0) return line;
  const rate = Math.round((60 * done * cellsPerBlock) / seconds);
  return `${line}   ${rate} ${unit}/min  left ${clock((seconds / done) * (of - done))}`;
}

/** How far a study is that a stopping rule ends. */
export interface BudgetProgress {
  readonly replicates: number;
  /** The number of replicates that the spread so far asks for; undefined until the fewest are there. */
  readonly needed: number | undefined;
  readonly fewest: number;
  readonly seconds: number;
  readonly budget: number;
}

/** The line of a stopping rule: `####----  0:09 of 0:20   11 replicates, about 24 needed`. The bar is full when both time and fewest are there. */
export function budgetLine({ replicates, needed, fewest, seconds, budget }: BudgetProgress): string {
  const hasLimit = Number.isFinite(budget);
  const share = hasLimit ? Math.min(seconds / budget, replicates / fewest) : replicates / (needed ?? fewest);
  const time = hasLimit ? `${clock(seconds)} of ${clock(budget)}` : clock(seconds);
  const wanted = needed === undefined ? `at least ${fewest}` : `about ${needed}`;
  const number = `${replicates} replicate${replicates === 1 ? '' : 's'}`;
  return `${barOf(Math.min(1, share))}  ${time}   ${number}, ${wanted} needed`;
}

function barOf(share: number): string {
  const full = Math.round(share * WIDTH);
  return `${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}`;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
