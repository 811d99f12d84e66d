/**
 * Study answer: prints the results of `run` and `compare` after everything is written.
 */
import { yearOf } from '../engine/calendar.ts';
import type { Comparison } from '../experiment/comparison.ts';
import type { Reached } from '../experiment/precision.ts';
import type { Study } from '../experiment/study.ts';
import { formatNumber } from '../tables/format.ts';
import { headlineTable } from './headline-table.ts';
import { coloursFor, type Terminal, terminalWidth } from './terminal.ts';

/** The results of a study, and the work done for them. */
export interface StudyAnswer {
  /** The study as run, with the number of replicates that was enough. */
  readonly study: Study;
  /** The precision reached for each interval asked for. */
  readonly reached: readonly Reached[];
  readonly comparison: Comparison;
  /** Cells taken from the store, and cells computed. */
  readonly tally: { readonly found: number; readonly computed: number };
  /** The share of all days that needed no simulation, because arms share their past until they part. */
  readonly saved: number;
}

/** Prints the headline measures, the work done and where the report is. `most` are the replicates allowed for a precision. */
export async function tellStudy(
  { study, reached, comparison, tally, saved }: StudyAnswer,
  report: string,
  most: number,
  terminal: Terminal,
): Promise<void> {
  const { stdout } = terminal;
  const { start, end, place, dimensions } = study.arms[0].scenario;
  const arms = `${study.arms.length} arm${study.arms.length === 1 ? '' : 's'}`;
  const heading = `${yearOf(start)}-${yearOf(end - 1)}, ${place}, ${arms}`;
  const colours = await coloursFor(stdout, terminal);
  stdout.write(headlineTable(comparison, heading, dimensions['level'], colours, terminalWidth(terminal)));
  const precision = precisionLines(reached, study.replicates, most).map((line) => `${line}\n`);
  stdout.write(`\n${precision.join('')}${workDone(tally, saved)}\n`);
  stdout.write(`report  ${colours.cyan(report)}   digest ${comparison.resultDigest.slice(0, 10)}\n`);
}

/** One line per interval asked for: its half width, and whether that is narrow enough. */
function precisionLines(reached: readonly Reached[], replicates: number, most: number): readonly string[] {
  return reached.map(({ wanted: { name }, margin, allowed }) => {
    const isReached = margin <= allowed;
    const end = isReached ? `${replicates} replicates` : `not reached with ${most} replicates, see --most-replicates`;
    return `precision  ${name}: \u00b1${formatNumber(margin)}, wanted \u00b1${formatNumber(allowed)}; ${end}`;
  });
}

/** The number of cells computed and found, and the work saved. */
function workDone({ found, computed }: StudyAnswer['tally'], saved: number): string {
  const shared =
    saved > 0 && computed > 0
      ? `; the common past of the arms was simulated once: ${Math.round(100 * saved)} % saved`
      : '';
  return `cells   ${computed} computed, ${found} found from earlier runs${shared}`;
}
