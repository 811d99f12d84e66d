/**
 * Study answer: prints the results of `run` and `compare` after everything is written.
 */
import { yearsInWords } from '../engine/calendar.ts';
import type { Comparison } from '../experiment/comparison.ts';
import type { Stop, StoppedBy } from '../experiment/stopping.ts';
import type { Study } from '../experiment/study.ts';
import { FIRST_PAGE, looksOf, looksSentence } from '../report/looks.ts';
import { changeOverSentences, lateSentences } from '../report/over-years.ts';
import { unsettledWords } from '../report/settling.ts';
import { waitingSentences } from '../report/waiting-words.ts';
import { formatNumber } from '../tables/format.ts';
import { WAITING_DAYS } from '../tables/waiting-days.ts';
import { armPairs } from './arm-pairs.ts';
import { findingLines } from './findings.ts';
import { headlineTable } from './headline-table.ts';
import { coloursFor, type Terminal, terminalWidth } from './terminal.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** The results of a study, and the work done for them. */
export interface StudyAnswer {
  /** The study as run, with the number of replicates reached. */
  readonly study: Study;
  /** What ended it; undefined if the number of replicates was fixed. */
  readonly stop: Stop | undefined;
  readonly comparison: Comparison;
  /** Cells taken from the store, and cells computed. */
  readonly tally: { readonly found: number; readonly computed: number };
  /** The share of all days that needed no simulation, because arms share their past until they part. */
  readonly saved: number;
}

/** Prints the findings, the differences between the other arms, the headline measures, what ended the study, the work done and where the report is. */
export async function tellStudy(
  { study, stop, comparison, tally, saved }: StudyAnswer,
  report: string,
  terminal: Terminal,
): Promise<void> {
  const { stdout } = terminal;
  const { start, end, place, dimensions } = study.arms[0].scenario;
  const arms = `${study.arms.length} arm${study.arms.length === 1 ? '' : 's'}`;
  const heading = `${yearsInWords(start, end)}, ${place}, ${arms}`;
  const colours = await coloursFor(stdout, terminal);
  const width = terminalWidth(terminal);
  for (const line of findingLines(study, comparison, colours, Math.min(width ?? WIDEST_TEXT, WIDEST_TEXT)))
    stdout.write(`${line}\n`);
  stdout.write(armPairs(comparison.pairs, comparison.arms[0], colours));
  stdout.write(headlineTable(comparison, heading, dimensions['level'], colours, width));
  const looks = looksSentence(looksOf(comparison, dimensions['level']), FIRST_PAGE);
  const waits = comparison.series.filter(({ schema }) => schema.name === WAITING_DAYS.name).flatMap(waitingSentences);
  const overYears = [
    ...lateSentences(study),
    ...changeOverSentences(comparison.arms.slice(1), comparison.lastYear, comparison.differences),
  ];
  for (const text of [...overYears, ...(looks === undefined ? [] : [looks]), ...waits])
    for (const line of wrappedLines(text, width ?? WIDEST_TEXT)) stdout.write(`${line}\n`);
  const ended = stop === undefined ? '' : `${stopLines(stop).join('\n')}\n`;
  stdout.write(`\n${ended}${workDone(tally, saved)}\n`);
  stdout.write(`report  ${colours.cyan(report)}   digest ${comparison.resultDigest.slice(0, 10)}\n`);
}

/** One line per interval asked for: its half width and the one wanted, or how a queue grows. Then the replicates reached, and what ended the study. */
export function stopLines({ replicates, stoppedBy, reached }: Stop): readonly string[] {
  const widths = reached.map(({ wanted: { name }, margin, allowed, unsettled }) => {
    if (unsettled !== undefined) return `precision   ${name}: ${unsettled.arm} ${unsettledWords(unsettled)}`;
    const half = Number.isFinite(margin) ? `\u00b1${formatNumber(margin)}` : 'not known';
    return `precision   ${name}: ${half}, wanted \u00b1${formatNumber(allowed)}`;
  });
  const isWhole = reached.every(({ unsettled }) => unsettled === undefined);
  const rest = isWhole || stoppedBy !== 'precision' ? '' : ' but for the queue';
  return [
    ...widths,
    `replicates  ${replicates}, ${ENDINGS[stoppedBy]}${rest}; --replicates ${replicates} gives the same digest`,
  ];
}

/** Lines of text longer than this are hard to read. */
const WIDEST_TEXT = 110;

const ENDINGS: Readonly<Record<StoppedBy, string>> = {
  precision: 'narrow enough',
  budget: 'stopped by time (see --budget): not narrow enough yet',
  'most-replicates': 'the most allowed (see --most-replicates): not narrow enough yet',
};

/** The number of cells computed and found, and the work saved. */
function workDone({ found, computed }: StudyAnswer['tally'], saved: number): string {
  const shared =
    saved > 0 && computed > 0
      ? `; the common past of the arms was simulated once: ${Math.round(100 * saved)} % saved`
      : '';
  return `cells   ${computed} computed, ${found} found from earlier runs${shared}`;
}
