/**
 * Run study: carries out `run` and `compare`: plan, compute, write, print.
 *
 * Everything is checked before the first day is simulated, and the folder of results appears as a whole at the end.
 */
import { compare } from '../experiment/compare.ts';
import type { Losses } from '../experiment/losses.ts';
import { replicatesFor, type Stop, type StoppingRule } from '../experiment/stopping.ts';
import { type BlockKey, blocksOf, partingDay, type Study } from '../experiment/study.ts';
import type { Cache } from '../files/cache-folder.ts';
import { livesTables } from '../lives/lives.ts';
import { complainOfCharts } from '../report/content/chart-files.ts';
import { chartsAndReport } from '../report/content/charts-and-report.ts';
import { claimFolder } from '../results/claimed-folder.ts';
import { type StudyRecord, writeStudy } from '../results/study-folder.ts';
import { recordOf } from '../results/study-record.ts';
import { chartRenderer } from '../runners/chart-renderer.ts';
import { storedBeside } from '../runners/stored-cells.ts';
import type { OpenRunner } from '../runners/worker-threads.ts';
import type { Table } from '../tables/table.ts';
import { tellLosses } from '../terminal/losses.ts';
import { type BarSettings, startBudgetBar, withBar } from '../terminal/progress-bar.ts';
import { type StudyAnswer, tellStudy } from '../terminal/study-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { tellDraws, tellWarnings } from '../terminal/warnings.ts';
import { cacheAsked } from './options/cache.ts';
import { type PlannedStudy, planStudy, type StudyQuestion } from './plan-study.ts';
import { counted } from './request.ts';

/** Runs the arms, writes the results, and prints a summary. */
export async function runStudy(question: StudyQuestion, terminal: Terminal): Promise<void> {
  const started = terminal.now();
  const plan = planStudy(question, terminal);
  const { request } = plan;
  const cache = cacheAsked(request, terminal);
  const folder = claimFolder(request, plan.folder, plan.isOwn, terminal);
  const renderer = chartRenderer({ workers: request.workers ?? terminal.cores, signal: terminal.signal });
  try {
    if (!request.quiet) {
      await tellWarnings(plan.arms, terminal);
      await tellDraws(plan.arms, plan.study.draws, terminal);
    }
    const fill = async (append: (tables: readonly Table[]) => void) => {
      const answer = await answerTo(
        { ...plan, folder: folder.path, cache, started },
        append,
        renderer.prepare,
        terminal,
      );
      for (const part of livesTables(answer.study, peopleThere(answer, request.people))) {
        await new Promise((resolve) => setImmediate(resolve));
        terminal.signal.throwIfAborted();
        append([part]);
      }
      const seconds = (terminal.now() - started) / 1000;
      return { answer, record: recordOf({ ...plan, ...answer, seconds }) };
    };
    const show = async (record: StudyRecord) => {
      const shown = await chartsAndReport(record, renderer.render);
      terminal.signal.throwIfAborted();
      return shown;
    };
    const { answer, record, problems } = await writeStudy(folder.path, request.format, { fill, show });
    await tellLosses(answer.comparison.losses, `${folder.shown}/summary.json`, terminal);
    if (request.json) terminal.stdout.write(`${JSON.stringify(record.summary, undefined, 2)}\n`);
    else if (!request.quiet) await tellStudy(answer, `${folder.shown}/report.html`, terminal);
    complainOfCharts(problems, folder.shown);
  } finally {
    await renderer.end();
    folder.release();
  }
}

/** A planned study with its folder, the cache of burn-ins if there is one, and the time at which it started. */
interface RunningStudy extends PlannedStudy {
  readonly cache: Cache | undefined;
  readonly started: number;
}

/**
 * Takes stored cells from beside the folder, and computes the others. The time of a budget begins at `started`. Calls `computed`
 * when the last cell is there.
 */
async function answerTo(
  { command, study: asked, rule, workers, reproduce, request, folder, cache, started }: RunningStudy,
  append: (tables: readonly Table[]) => void,
  computed: () => void,
  terminal: Terminal,
): Promise<StudyAnswer> {
  const tally = { found: 0, computed: 0 };
  const settings = { workers, signal: terminal.signal, reproduce, cache };
  const stored = await storedBeside(folder, settings, (line) => terminal.stderr.write(`${line}\n`), tally);
  const heading = [command, headingOf(asked, rule, workers)] as const;
  const seconds = () => (terminal.now() - started) / 1000;
  const stop = rule && (await stopOf(asked, rule, stored, seconds, request.quiet ? undefined : heading, terminal));
  const study = stop === undefined ? asked : { ...asked, replicates: stop.replicates };
  const work = { ...tally };
  const isSilent = request.quiet || stop !== undefined;
  const comparison = await compare(
    study,
    isSilent ? stored.run : withBar(stored.run, () => heading, terminal),
    (done, of) => {
      if (done === of) computed();
    },
    (_, tables) => append(tables),
  ).finally(stored.end);
  const saved = savedBySharing(study, comparison.losses);
  return { study, stop, comparison, tally: stop === undefined ? tally : work, saved };
}

/**
 * Runs replicates until the rule ends the study, with a bar of the time under a heading if there is one, and ends the threads: they are
 * within replicates that nobody asks for any more.
 */
async function stopOf(
  study: Study,
  rule: StoppingRule,
  { run, end }: OpenRunner,
  seconds: () => number,
  heading: BarSettings['heading'] | undefined,
  terminal: Terminal,
): Promise<Stop> {
  const { budget } = rule;
  const bar = heading && startBudgetBar({ heading, budget, fewest: study.replicates, seconds }, terminal);
  try {
    return await replicatesFor(study, rule, run, seconds, bar?.onReplicate);
  } finally {
    bar?.stop();
    await end();
  }
}

function headingOf({ arms, draws, replicates }: Study, rule: StoppingRule | undefined, workers: number): string {
  const drawn = draws === 0 ? [] : [counted(draws, 'parameter draw')];
  const { seed } = arms[0].scenario;
  const number = `${rule === undefined ? '' : 'at least '}${counted(replicates, 'replicate')}`;
  return [`seed "${seed}"`, ...drawn, number, counted(workers, 'worker')].join('  ');
}

/** The replicates of these whose lives can be written: of the first draw, and not lost. */
function peopleThere({ study, comparison: { losses } }: StudyAnswer, people: readonly number[]): readonly number[] {
  const { draw } = blocksOf(study)[0];
  const isLost = (replicate: number) => losses?.cells.some((one) => one.draw === draw && one.replicate === replicate);
  return people.filter((replicate) => !isLost(replicate));
}

/** The share of all days that need no simulation, because arms share their past until they part; judged by the first block there. */
function savedBySharing(study: Study, losses: Losses | undefined): number {
  const isLost = ({ draw, replicate }: BlockKey) =>
    losses?.cells.some((one) => one.draw === draw && one.replicate === replicate);
  const block = blocksOf(study).find((one) => !isLost(one))!;
  const { burnInStart, end } = study.arms[0].scenario;
  const days = study.arms.reduce((total, { scenario }) => total + scenario.end - scenario.burnInStart, 0);
  const common = Math.max(0, Math.min(partingDay(study, block), end) - burnInStart);
  return (common * (study.arms.length - 1)) / days;
}
