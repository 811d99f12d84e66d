/**
 * Conduct: runs a study and writes its folder. What `run` and `compare` do once they know their arms.
 *
 * Everything is checked before the first day is simulated, and the folder appears as a whole when all is done.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { yearOf } from '../engine/calendar.ts';
import { digestOfText } from '../engine/digest.ts';
import { readTargets, type Target } from '../evidence/targets.ts';
import { compare } from '../experiment/compare.ts';
import type { Comparison } from '../experiment/comparison.ts';
import type { RunBlocks, Study } from '../experiment/study.ts';
import { writeFolderAtomically } from '../files/disk.ts';
import type { ReadArms } from './arms.ts';
import { drawings } from './drawings.ts';
import { headlineTable } from './headline-table.ts';
import { parametersTable } from './parameters-table.ts';
import { startBar } from './progress-bar.ts';
import { readTextNow, shortestPath } from './scenario-file.ts';
import { recordFiles, refuseForeignFolder, type StudyRecord, writeFiles } from './study-folder.ts';
import type { StudyRequest } from './study-options.ts';
import { summaryOf } from './summary.ts';
import { targetsTable } from './targets-table.ts';
import { coloursFor, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** Runs the arms, writes the results, and prints where they are. `command` is what was typed, without options of output. */
export async function conduct(
  command: string,
  read: ReadArms,
  request: StudyRequest,
  terminal: Terminal,
): Promise<void> {
  const folder = resolve(terminal.cwd, request.out ?? join('output', read.folder));
  refuseForeignFolder(folder, request.out ?? folder);
  const study: Study = { arms: read.arms, replicates: read.replicates };
  const targets = targetsBeside(read.arms[0]!.path, terminal.cwd);
  let record: StudyRecord | undefined;
  let comparison: Comparison | undefined;
  await writeFolderAtomically(folder, async (temporary) => {
    const started = terminal.now();
    comparison = await simulate(command, study, request, terminal);
    record = recordOf(command, read, comparison, targets, (terminal.now() - started) / 1000);
    const files = new Map([...recordFiles(record, request.format), ...(await drawings(record))]);
    terminal.signal.throwIfAborted();
    await writeFiles(temporary, files, record.manifest);
  });
  await tell(read, comparison!, record!, folder, request, terminal);
}

async function simulate(command: string, study: Study, request: StudyRequest, terminal: Terminal): Promise<Comparison> {
  const workers = Math.min(request.workers ?? terminal.cores, study.replicates);
  const { seed } = study.arms[0]!.scenario;
  const about = [`seed "${seed}"`, count(study.replicates, 'replicate'), count(workers, 'worker')].join('  ');
  const bar = startBar(
    { heading: [`stepdown ${command}`, about], blocks: study.replicates, cellsPerBlock: study.arms.length },
    request.quiet ? { ...terminal, stderr: { write: () => {} } } : terminal,
  );
  try {
    return await compare(study, await runnerFor(workers, terminal.signal), bar.progress);
  } finally {
    bar.stop();
  }
}

async function runnerFor(workers: number, signal: AbortSignal): Promise<RunBlocks> {
  if (workers === 1) return (await import('../runners/in-process.ts')).inProcess({ signal });
  return (await import('../runners/worker-threads.ts')).workerThreads({ workers, signal });
}

/** The observed figures of a jurisdiction stand beside its scenario. */
function targetsBeside(path: string, cwd: string): readonly Target[] {
  const file = join(dirname(path), 'targets.yaml');
  return existsSync(resolve(cwd, file)) ? readTargets(file, (name) => readTextNow(name, cwd)) : [];
}

function recordOf(
  command: string,
  { arms, replicates }: ReadArms,
  comparison: Comparison,
  targets: readonly Target[],
  seconds: number,
): StudyRecord {
  const scenarios = arms.map(({ name, path, scenario }) => ({ arm: name, path, text: scenario.text }));
  const { scenario } = arms[0]!;
  const tables = [...comparison.tables, parametersTable(scenario), targetsTable(targets)];
  return {
    manifest: {
      stepdown: VERSION,
      command: `stepdown ${command}`,
      scenarios,
      inputDigest: digestOfText(scenarios.map(({ arm, text }) => `${arm}\n${text}`).join('\n')),
      seed: scenario.seed,
      arms: comparison.arms,
      draws: 1,
      replicates,
      resultDigest: comparison.resultDigest,
      armDigests: Object.fromEntries(comparison.armDigests),
      seconds: Math.round(10 * seconds) / 10,
    },
    summary: summaryOf(comparison),
    tables: new Map(tables.map((table) => [table.schema.name, table])),
  };
}

async function tell(
  { arms }: ReadArms,
  comparison: Comparison,
  { summary, manifest }: StudyRecord,
  folder: string,
  { json, quiet }: StudyRequest,
  terminal: Terminal,
): Promise<void> {
  if (json) terminal.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  if (json || quiet) return;
  const { start, end, place, dimensions } = arms[0]!.scenario;
  const heading = `${yearOf(start)}-${yearOf(end - 1)}, ${place}, ${count(arms.length, 'arm')}`;
  const colours = await coloursFor(terminal.stdout, terminal);
  const report = shortestPath(join(folder, 'report.html'), terminal.cwd);
  terminal.stdout.write(headlineTable(comparison, heading, dimensions['level']!, colours));
  terminal.stdout.write(`\nreport  ${colours.cyan(report)}   digest ${manifest.resultDigest.slice(0, 10)}\n`);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
