/**
 * Progress bar: shows progress, speed and time left of a study on standard error.
 *
 * Nothing is printed if standard error is a file or another program.
 */
import { SingleBar } from 'cli-progress';
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
}

/** A running bar: report every block to it, and stop it in any case. */
export interface Bar {
  readonly progress: Progress;
  readonly stop: () => void;
}

/** Starts a bar. */
export function startBar(
  { heading: [left, right], blocks, cellsPerBlock }: BarSettings,
  { stderr, now }: Terminal,
): Bar {
  if (stderr.isTTY !== true) return { progress: () => {}, stop: () => {} };
  const gap = Math.max(2, (stderr.columns ?? 80) - left.length - right.length);
  stderr.write(`${left}${' '.repeat(gap)}${right}\n`);
  const started = now();
  const bar = new SingleBar({
    stream: stderr as NodeJS.WritableStream,
    format: (_, { value, total }) => barLine(value, total, (now() - started) / 1000, cellsPerBlock),
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    linewrap: null,
  });
  bar.start(blocks, 0);
  return { progress: (done) => bar.update(done), stop: () => bar.stop() };
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
export function barLine(done: number, of: number, seconds: number, cellsPerBlock: number): string {
  const share = of === 0 ? 1 : done / of;
  const full = Math.round(share * WIDTH);
  const bar = `${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}`;
  const line = `${bar} ${String(Math.round(100 * share)).padStart(3)} %  ${done}/${of}`;
  if (done === 0 || seconds <= 0) return line;
  const rate = Math.round((60 * done * cellsPerBlock) / seconds);
  return `${line}   ${rate} cells/min  left ${clock((seconds / done) * (of - done))}`;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
