/**
 * Run study: carries out `run` and `compare`: plan, compute, write, print.
 *
 * Everything is checked before the first day is simulated, and the folder of results appears as a whole at the end.
 */
import { compare } from '../experiment/compare.ts';
import type { Losses } from '../experiment/losses.ts';
import { replicatesFor } from '../experiment/precision.ts';
import { type BlockKey, blocksOf, partingDay, type Study } from '../experiment/study.ts';
import type { Cache } from '../files/cache-folder.ts';
import { livesTables } from '../lives/lives.ts';
import { chartsAndReport } from '../report/content/charts-and-report.ts';
import { claimFolder } from '../results/claimed-folder.ts';
import { writeStudy } from '../results/study-folder.ts';
import { recordOf } from '../results/study-record.ts';
import { storedBeside } from '../runners/stored-cells.ts';
import type { Table } from '../tables/table.ts';
import { tellLosses } from '../terminal/losses.ts';
import { withBar } from '../terminal/progress-bar.ts';
import { type StudyAnswer, tellStudy } from '../terminal/study-answer.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { tellWarnings } from '../terminal/warnings.ts';
import { cacheAsked } from './options/cache.ts';
import { type PlannedStudy, planStudy, type StudyQuestion } from './plan-study.ts';
import { counted } from './request.ts';

/** Runs the arms, writes the results, and prints a summary. */
export async function runStudy(question: StudyQuestion, terminal: Terminal): Promise<void> {
  const plan = planStudy(question, terminal);
  const { request } = plan;
  const cache = cacheAsked(request, terminal);
  const folder = claimFolder(request, plan.folder, plan.isOwn, terminal);
  try {
    if (!request.quiet) await tellWarnings(plan.arms, terminal);
    const { answer, record } = await writeStudy(folder.path, request.format, async (append) => {
      const started = terminal.now();
      const answer = await answerTo(plan, folder.path, cache, append, terminal);
      for (const part of livesTables(answer.study, peopleThere(answer, request.people))) {
        await new Promise((resolve) => setImmediate(resolve));
        terminal.signal.throwIfAborted();
        append([part]);
      }
      const seconds = (terminal.now() - started) / 1000;
      const record = recordOf({ ...plan, ...answer, seconds });
      const drawn = await chartsAndReport(record);
      terminal.signal.throwIfAborted();
      return { answer, record, drawn };
    });
    await tellLosses(answer.comparison.losses, `${folder.shown}/summary.json`, terminal);
    if (request.json) terminal.stdout.write(`${JSON.stringify(record.summary, undefined, 2)}\n`);
    else if (!request.quiet) await tellStudy(answer, `${folder.shown}/report.html`, request.mostReplicates, terminal);
  } finally {
    folder.release();
  }
}

/** Takes stored cells from beside the folder, and computes the others. */
async function answerTo(
  { command, study: asked, wanted, workers, reproduce, request }: PlannedStudy,
  folder: string,
  cache: Cache | undefined,
  append: (tables: readonly Table[]) => void,
  terminal: Terminal,
): Promise<StudyAnswer> {
  const tally = { found: 0, computed: 0 };
  const settings = { workers, signal: terminal.signal, reproduce, cache };
  const stored = await storedBeside(folder, settings, (line) => terminal.stderr.write(`${line}\n`), tally);
  const heading = (study: Study) => [command, headingOf(study, workers)] as const;
  const runner = request.quiet ? stored : withBar(stored, heading, terminal);
  const enough = wanted.length > 0 ? await replicatesFor(asked, wanted, request.mostReplicates, runner) : undefined;
  const work = { ...tally };
  const study = enough === undefined ? asked : { ...asked, replicates: enough.replicates };
  const comparison = await compare(
    study,
    runner,
    () => {},
    (_, tables) => append(tables),
  );
  return {
    study,
    reached: enough?.reached ?? [],
    comparison,
    tally: enough === undefined ? tally : work,
    saved: savedBySharing(study, comparison.losses),
  };
}

function headingOf({ arms, draws, replicates }: Study, workers: number): string {
  const drawn = draws === 0 ? [] : [counted(draws, 'parameter draw')];
  const { seed } = arms[0].scenario;
  return [`seed "${seed}"`, ...drawn, counted(replicates, 'replicate'), counted(workers, 'worker')].join('  ');
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
