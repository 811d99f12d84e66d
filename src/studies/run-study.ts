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
import type { Comparison } from '../experiment/comparison.ts';
import type { Study } from '../experiment/study.ts';
import { writeFolderAtomically } from '../files/disk.ts';
import { lockFolder } from '../files/lock.ts';
import { readTextNow, shortestPath } from '../files/scenario-file.ts';
import { TableWriter } from '../files/table-writer.ts';
import { VERSION } from '../files/version.ts';
import { livesTables } from '../lives/lives.ts';
import { measuresOf } from '../measures/measures.ts';
import { chartsAndReport } from '../report/content/charts-and-report.ts';
import { parametersTable } from '../results/parameters-table.ts';
import { recordFiles, refuseForeignFolder, type StudyRecord, writeFiles } from '../results/study-folder.ts';
import { summaryOf } from '../results/summary-file.ts';
import { targetsTable } from '../results/targets-table.ts';
import { headlineTable } from '../terminal/headline-table.ts';
import { coloursFor, type Terminal, terminalWidth } from '../terminal/terminal.ts';
import { tellWarnings } from '../terminal/warnings.ts';
import { type ReadArms, studyOf } from './arms.ts';
import { type Computed, computeCells, counted } from './compute-cells.ts';
import { precisionLines, wantedIn } from './options/precision.ts';
import type { StudyRequest } from './request.ts';

/** Runs the arms, writes the results, and prints where they are. `command` is what was typed, without options of output. */
export async function runStudy(
  command: string,
  read: ReadArms,
  request: StudyRequest,
  terminal: Terminal,
): Promise<void> {
  const folder = resolve(terminal.cwd, request.out ?? join('output', read.folder));
  refuseForeignFolder(folder, request.out ?? folder);
  const study = studyOf(read, request);
  const { years, dimensions } = read.arms[0].scenario;
  const measures = measuresOf(dimensions['level']);
  const wanted = request.precision === undefined ? [] : wantedIn(request.precision, measures, years);
  const targets = targetsBeside(read.arms[0].path, terminal.cwd);
  const release = lockFolder(folder, request.out ?? shortestPath(folder, terminal.cwd));
  try {
    if (!request.quiet) await tellWarnings(read.arms, terminal);
    let done: { computed: Computed; record: StudyRecord } | undefined;
    await writeFolderAtomically(folder, async (temporary) => {
      const started = terminal.now();
      const writer = new TableWriter(join(temporary, 'tables'), request.format);
      try {
        const computed = await computeCells(command, read, study, wanted, folder, request, terminal, writer);
        for (const part of livesTables(computed.study, request.people)) {
          await new Promise((resolve) => setImmediate(resolve));
          terminal.signal.throwIfAborted();
          writer.append([part]);
        }
        const seconds = (terminal.now() - started) / 1000;
        const record = recordOf(
          commandAgain(command, computed),
          read,
          computed.study,
          computed.comparison,
          targets,
          seconds,
        );
        const files = new Map([
          ...recordFiles(record, request.format, writer.schemas()),
          ...(await chartsAndReport(record)),
        ]);
        terminal.signal.throwIfAborted();
        const written = [...writer.close()].map(([name, digest]) => [`tables/${name}`, digest] as const);
        await writeFiles(temporary, files, record.manifest, Object.fromEntries(written));
        done = { computed, record };
      } finally {
        writer.abandon();
      }
    });
    await tell(read, done!.computed, done!.record, folder, request, terminal);
  } finally {
    release();
  }
}

/** The command that gives the same again: with the replicates that were enough, where a precision was asked for. */
function commandAgain(command: string, { reached, study }: Computed): string {
  if (reached.length === 0) return command;
  return `${command.replace(/ --replicates \S+/, '')} --replicates ${study.replicates}`;
}

/** The observed figures of a jurisdiction stand beside its scenario. */
function targetsBeside(path: string, cwd: string): readonly Target[] {
  const file = join(dirname(path), 'targets.yaml');
  return existsSync(resolve(cwd, file)) ? readTargets(file, (name) => readTextNow(name, cwd)) : [];
}

function recordOf(
  command: string,
  { arms }: ReadArms,
  { replicates, only }: Study,
  comparison: Comparison,
  targets: readonly Target[],
  seconds: number,
): StudyRecord {
  const scenarios = arms.map(({ name, path, scenario }) => ({ arm: name, path, text: scenario.text }));
  const { scenario } = arms[0];
  const tables = [parametersTable(scenario), targetsTable(targets)];
  return {
    manifest: {
      stepdown: VERSION,
      command: `stepdown ${command}`,
      scenarios,
      inputDigest: digestOfText(scenarios.map(({ arm, text }) => `${arm}\n${text}`).join('\n')),
      seed: scenario.seed,
      arms: comparison.arms,
      draws: comparison.draws,
      replicates,
      ...(only === undefined ? {} : { only }),
      resultDigest: comparison.resultDigest,
      armDigests: Object.fromEntries(comparison.armDigests),
      seconds: Math.round(10 * seconds) / 10,
    },
    summary: summaryOf(comparison),
    tables: new Map(tables.map((table) => [table.schema.name, table])),
    series: new Map(comparison.series.map((table) => [table.schema.name, table])),
  };
}

async function tell(
  { arms }: ReadArms,
  { study, reached, comparison, tally, saved }: Computed,
  { summary, manifest }: StudyRecord,
  folder: string,
  { json, quiet, mostReplicates }: StudyRequest,
  terminal: Terminal,
): Promise<void> {
  if (json) terminal.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  if (json || quiet) return;
  const { start, end, place, dimensions } = arms[0].scenario;
  const heading = `${yearOf(start)}-${yearOf(end - 1)}, ${place}, ${counted(arms.length, 'arm')}`;
  const colours = await coloursFor(terminal.stdout, terminal);
  const report = shortestPath(join(folder, 'report.html'), terminal.cwd);
  terminal.stdout.write(headlineTable(comparison, heading, dimensions['level'], colours, terminalWidth(terminal)));
  const precision = precisionLines(reached, study.replicates, mostReplicates).map((line) => `${line}\n`);
  terminal.stdout.write(`\n${precision.join('')}${workDone(tally, saved)}\n`);
  terminal.stdout.write(`report  ${colours.cyan(report)}   digest ${manifest.resultDigest.slice(0, 10)}\n`);
}

/** What had to be computed, and what did not. */
function workDone({ found, computed }: Computed['tally'], saved: number): string {
  const shared =
    saved > 0 && computed > 0 ? `; the common past of the arms was lived once: ${percent(saved)} saved` : '';
  return `cells   ${computed} computed, ${found} found from earlier runs${shared}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
