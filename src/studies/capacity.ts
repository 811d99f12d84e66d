/**
 * Capacity: carries out `stepdown capacity`. Cells are stored as they are computed, so a stopped run continues from there.
 */
import { capacityChart } from '../charts/capacity.ts';
import type { ChartContext } from '../charts/chart.ts';
import { formatDay } from '../engine/calendar.ts';
import { type Alternative, tryAlternatives } from '../experiment/places/alternatives.ts';
import { type Capacity, findCapacity } from '../experiment/places/capacity.ts';
import { openingsOf, openingsText } from '../experiment/places/openings.ts';
import { type QuartersBefore, quartersBefore } from '../experiment/places/quarters-before.ts';
import { alternativesTable, capacityTables } from '../experiment/places/tables.ts';
import type { CapacityQuestion } from '../experiment/places/trial.ts';
import type { Lose, RunBlocks } from '../experiment/study.ts';
import { readScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { capacityPage } from '../report/capacity-page.ts';
import { studyInputs } from '../report/content/study-inputs.ts';
import { percentText } from '../tables/format.ts';
import type { Table } from '../tables/table.ts';
import { alternativeLines } from '../terminal/alternative-lines.ts';
import { capacityAnswer, capacityLines, capacityNotes, quarterInWords } from '../terminal/capacity-lines.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { backtestRecordOf } from './backtest-record.ts';
import { type CapacityRequest, questionOf } from './options/capacity.ts';
import { growthTold, growthTyped } from './options/growth.ts';
import { folderNameOf } from './plan-study.ts';
import { counted } from './request.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

/** Searches, writes the tables and the chart, and prints the answer. */
export async function runCapacity(typed: string, request: CapacityRequest, terminal: Terminal): Promise<void> {
  const { path, scenario: read } = readScenarioFile(typed, terminal.cwd);
  const question = questionOf(request, read);
  const { scenario, replicates } = question;
  const step = request.step ?? 1;
  const command = commandOf(typed, request);
  const level = scenario.dimensions['level'][question.level];
  const runs = question.drawn ? counted(replicates, 'parameter draw') : counted(replicates, 'replicate');
  const heading = ['stepdown capacity', `${level}, ${runs} of every number of places`] as const;
  const scenarios = [{ path, scenario }];
  const experiment = { command, scenarios, heading, folder: `capacity-${folderNameOf(scenarios)}-${level}` };
  let found: Capacity | undefined;
  let before: QuartersBefore | undefined;
  let tables: readonly Table[] = [];
  let alternatives: readonly Alternative[] | undefined;
  const record = backtestRecordOf(path, read.place, terminal.cwd);
  const grown = request.grow === undefined ? [] : [growthTold([growthTyped(request.grow)], read)];
  const find = async (run: RunBlocks, lose: Lose) => {
    found = await findCapacity(question, step, run, lose);
    before = await quartersBefore(question, found, step, run, lose);
    tables = capacityTables(question, found);
    if (request.alternatives) {
      alternatives = await tryAlternatives(question, found, run, lose);
      tables = [...tables, alternativesTable(question, found, alternatives)];
    }
    const context = contextOf(question, found, before, command);
    const page = capacityPage({
      answer: capacityAnswer(question, found, before),
      subtitle: context.subtitle,
      notes: [...capacityNotes(question, found), record.sentence],
      tried: tables[0],
      quarters: tables[1],
      inputs: studyInputs(scenario, grown),
      command,
      version: VERSION,
    });
    return {
      tables,
      spreadsheet: true,
      charts: [{ id: 'capacity', spec: () => capacityChart(tables[0], context, question.risk) }],
      files: new Map([['report.html', page]]),
    };
  };
  const tell = async ({ folder, digest }: Written) => {
    terminal.stdout.write([...grown, capacityLines(question, found!, before)].join('\n'));
    if (alternatives !== undefined) terminal.stdout.write(alternativeLines(question, alternatives, tables.at(-1)!));
    terminal.stdout.write(`\n${record.sentence}\n`);
    terminal.stdout.write(
      `\nreport  ${folder}/report.html   chart  ${folder}/capacity.svg   digest ${digest.slice(0, 10)}\n`,
    );
  };
  await runExperiment(experiment, request, terminal, { find, tell });
}

function commandOf(typed: string, request: CapacityRequest) {
  const { level, by, risk, wait, anyQuarter, from, step, grow, replicates, draws, years, seed, alternatives } = request;
  const again = { level, by, risk, wait, from, step, grow, replicates, draws: draws || undefined, years, seed };
  const words = [commandAgain(['capacity', typed], again)];
  if (anyQuarter) words.push('--any-quarter');
  if (alternatives) words.push('--alternatives');
  return words.join(' ');
}

function contextOf(
  question: CapacityQuestion,
  { answer }: Capacity,
  before: QuartersBefore | undefined,
  command: string,
): ChartContext {
  const { scenario, level, risk, from, confidence, replicates, drawn } = question;
  const { title, place, seed, dimensions } = scenario;
  const name = dimensions['level'][level];
  const asked = `the risk of overflow within ${percentText(risk)} in ${quarterInWords(question)}`;
  return {
    title:
      answer === undefined
        ? `No number of places at ${name} security keeps ${asked}`
        : `${answer} places at ${name} security${openingsText(openingsOf(question))}${openingsOf(question).length > 0 ? ',' : ''} keep ${asked}${before === undefined ? '' : ', but not in every quarter before'}`,
    subtitle:
      `“${title}”, ${place}; places from ${formatDay(from)} on; ${counted(replicates, drawn ? 'parameter draw' : 'replicate')} of every number, ` +
      `bounds one-sided at ${percentText(confidence)} confidence`,
    footer: `Source: stepdown ${VERSION}, seed "${seed}"; ${command}`,
    arms: [title],
    levels: dimensions['level'],
  };
}
