/**
 * Verify: carries out `stepdown verify`: checks the files of a folder against its manifest, and runs its study again.
 *
 * The manifest defines the study: texts of scenarios, seed, parameter draws and replicates. No stored cell is used; each is
 * computed.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type DifferentWeek, firstDifferentWeek, type Rerun, rerun } from '../experiment/rerun.ts';
import { blocksOf, type CellResult, type Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { readBytes, readText } from '../files/disk.ts';
import { readScenario } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { checkFiles, type FolderCheck } from '../results/changed-files.ts';
import {
  type ExperimentManifest,
  type HeldManifest,
  isStudy,
  type Manifest,
  manifestOf,
  type RecordedStudy,
  recordedStudyIn,
} from '../results/manifest.ts';
import { runnerFor } from '../runners/stored-cells.ts';
import { type Scenario, scenarioOf } from '../scenario/scenario.ts';
import { publishedText } from '../scenario/withheld.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';
import { CELLS, STOCK } from '../tables/cells.ts';
import { parseCsv } from '../tables/csv.ts';
import { fromParquet } from '../tables/parquet.ts';
import type { Table, TableSchema } from '../tables/table.ts';
import { withBar } from '../terminal/progress-bar.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { counted, shellWord } from './request.ts';

/** The options of `stepdown verify`. */
export interface VerifyRequest {
  readonly workers: number | undefined;
  /** Whether only files are checked and nothing is run. */
  readonly quick: boolean;
}

/**
 * Prints agreements and differences, and files of the user that lie beside the results. Throws a Failure (exit code 1) if a result
 * differs.
 */
export async function runVerification(typed: string, request: VerifyRequest, terminal: Terminal): Promise<void> {
  const folder = resolve(terminal.cwd, typed);
  const manifest = manifestOf(folder, typed);
  const tell = (lines: readonly string[]) => terminal.stdout.write(lines.map((line) => `${line}\n`).join(''));
  const differing: string[] = [];
  tell([
    `${typed}, written by stepdown ${manifest.stepdown}${manifest.stepdown === VERSION ? '' : `; this is ${VERSION}`}`,
  ]);

  const files = await checkFiles(folder, manifest.files);
  tell(filesTold(files));
  const wrong = files.changed.length + files.missing.length;
  if (wrong > 0) differing.push(counted(wrong, 'file'));

  const recorded = isStudy(manifest) ? manifest : manifestOfExperiment(manifest);
  if (recorded === undefined) {
    const digest = manifest['resultDigest'];
    const told = typeof digest === 'string' ? `digest ${digest.slice(0, 10)} must come` : 'they come';
    tell([`results  not run again; ${told} from ${manifest.command}`]);
  } else if (!request.quick) {
    const study = studyIn(recorded, terminal.cwd);
    const again = await runAgain(study, recorded, typed, request, terminal);
    const isSame = again.resultDigest === recorded.resultDigest && again.arms.every((arm) => arm.isSame);
    tell(resultsTold(again, recorded, isSame));
    if (again.firstDiffering !== undefined) tell(await weekTold(study, again.firstDiffering, folder));
    if (!isSame) differing.push('results');
  }
  if (differing.length === 0) return;
  const problem = `not as recorded: ${differing.join(', ')}`;
  throw new Failure({ place: typed, problem, exitCode: 1 });
}

/** What is needed of a manifest to run its study again. */
type Repeatable = Pick<
  Manifest,
  'command' | 'scenarios' | 'draws' | 'replicates' | 'only' | 'resultDigest' | 'armDigests'
> & { readonly admissions?: RecordedStudy['admissions'] | undefined };

/** The study of a forecast; undefined for other experiments, which have no study of their own. */
function manifestOfExperiment(manifest: HeldManifest): Repeatable | undefined {
  const study = recordedStudyIn(manifest);
  if (study === undefined) return undefined;
  const { draws, replicates, armDigests, arms, digest, admissions } = study;
  const texts = manifest['scenarios'] as ExperimentManifest['scenarios'];
  const scenarios = arms.map((arm, at) => ({ arm, path: texts[at].path, text: texts[at].text }));
  return { command: manifest.command, scenarios, draws, replicates, armDigests, resultDigest: digest, admissions };
}

function studyIn({ scenarios, draws, replicates, only, admissions }: Repeatable, cwd: string): Study {
  const arms = scenarios.map(({ arm, path, text }) => ({
    name: arm,
    scenario: withItsList(scenarioFrom(path, { read: () => text }), path, cwd),
    admissions,
  }));
  return { arms, draws, replicates, ...(only === undefined ? {} : { only }) };
}

/** The scenario itself, with the list of people inside, which no results hold, from its file. */
function withItsList(scenario: Scenario, path: string, cwd: string): Scenario {
  if (scenario.withheld === undefined) return scenario;
  const { inside } = readScenario(path, cwd);
  const whole = scenarioOf({ ...scenario, inside, withheld: undefined });
  if (publishedText(whole) === scenario.text) return whole;
  throw new Failure({
    place: path,
    problem: 'its list of people inside is not the one that was run',
    reason: 'results do not hold the rows of a list, so that it is read from the scenario file',
    remedy: `restore the list (digest ${scenario.withheld.digest.slice(0, 10)}), or verify the files alone with --quick`,
  });
}

async function runAgain(
  study: Study,
  manifest: Repeatable,
  typed: string,
  request: VerifyRequest,
  terminal: Terminal,
): Promise<Rerun> {
  const blocks = blocksOf(study).length;
  const workers = Math.min(request.workers ?? terminal.cores, blocks);
  const heading = [`stepdown verify: ${manifest.command}`, counted(workers, 'worker')] as const;
  const recorded = {
    armDigests: manifest.armDigests,
    cells: await tableIn(resolve(terminal.cwd, typed), CELLS),
  };
  const reproduce = () => `stepdown verify ${shellWord(typed)} --workers 1 --debug`;
  const { run, end } = await runnerFor({ workers, signal: terminal.signal, reproduce });
  const barred = withBar(run, () => heading, terminal);
  return rerun(study, barred, () => {}, recorded).finally(end);
}

/** A table of the folder; undefined if it is not there or cannot be read. */
async function tableIn(folder: string, schema: TableSchema): Promise<Table | undefined> {
  const [csv, parquet] = ['csv', 'parquet'].map((format) => join(folder, 'tables', `${schema.name}.${format}`));
  try {
    if (existsSync(csv!)) return parseCsv(await readText(csv!), schema, csv);
    return await fromParquet(await readBytes(parquet!), schema, parquet);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function filesTold({ same, changed, missing, extra }: FolderCheck): readonly string[] {
  const found = [
    ['changed', changed],
    ['missing', missing],
    ['extra', extra],
  ] as const;
  const counts = found.filter(([, paths]) => paths.length > 0).map(([what, paths]) => `${paths.length} ${what}`);
  return [
    `files    ${[`${same.length} as recorded`, ...counts].join(', ')}`,
    ...found.flatMap(([what, paths]) => listed(paths).map((path) => `  ${what.padEnd(7)}  ${path}`)),
  ];
}

function resultsTold({ resultDigest, arms }: Rerun, manifest: Repeatable, isSame: boolean): readonly string[] {
  const digest = resultDigest.slice(0, 10);
  const cells = arms.reduce((sum, arm) => sum + arm.cells, 0);
  const run = `${counted(arms.length, 'arm')}, ${counted(cells, 'cell')}`;
  if (isSame) return [`results  digest ${digest} as recorded: ${run}`];
  return [
    `results  digest ${digest}, recorded ${manifest.resultDigest.slice(0, 10)}: ${run}`,
    ...arms.flatMap(({ name, isSame: same, cells: of, differing }) => {
      if (same) return [`  ${name}: as recorded`];
      if (differing === undefined)
        return [`  ${name}: differs; the cells are not known, because tables/cells does not belong to it`];
      const keys = differing.map(({ draw, replicate }) => `    draw ${draw}, replicate ${replicate}`);
      return [`  ${name}: ${differing.length} of ${counted(of, 'cell')} differ`, ...listed(keys)];
    }),
  ];
}

/** The first difference within the first cell that differs, as far as the folder shows it. */
async function weekTold(study: Study, cell: CellResult, folder: string): Promise<readonly string[]> {
  const { arm, draw, replicate } = cell.key;
  const stock = await tableIn(folder, STOCK);
  const week = stock === undefined ? 'unknown' : firstDifferentWeek(study, cell, stock);
  return [`  first: ${study.arms[arm].name}, draw ${draw}, replicate ${replicate}, ${weekInWords(week)}`];
}

function weekInWords(found: DifferentWeek | 'none' | 'unknown'): string {
  if (found === 'unknown') return 'the week is not known, because tables/stock does not hold it';
  if (found === 'none') return 'in which the people by week are as recorded, but lives are not';
  const { week, date, status, level, column, now, before } = found;
  const where = `${status}${level === '' ? '' : `, ${level}`}`;
  const what = column === 'people' ? 'people on average' : 'people on the fullest day';
  return `week ${week} from ${date}: ${where}: ${shown(now)} ${what}, recorded ${shown(before)}`;
}

/** Enough digits to distinguish numbers that differ by one person on one day. */
function shown(people: number): string {
  return String(Number(people.toPrecision(8)));
}

function listed(lines: readonly string[]): readonly string[] {
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `    and ${lines.length - MOST_LINES + 1} more`];
}

const MOST_LINES = 10;
