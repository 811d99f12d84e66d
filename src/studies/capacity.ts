/**
 * Capacity: carries out `stepdown capacity`. Cells are stored as they are computed, so a stopped run continues from there.
 */
import { capacityChart } from '../charts/capacity.ts';
import type { ChartContext } from '../charts/chart.ts';
import { formatDay } from '../engine/calendar.ts';
import { type Capacity, findCapacity } from '../experiment/places/capacity.ts';
import { capacityTables } from '../experiment/places/tables.ts';
import type { CapacityQuestion } from '../experiment/places/trial.ts';
import type { Lose, RunBlocks } from '../experiment/study.ts';
import { readScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { capacityPage } from '../report/capacity-page.ts';
import type { Table } from '../tables/table.ts';
import { capacityAnswer, capacityLines, capacityNotes, percentOf, quarterInWords } from '../terminal/capacity-lines.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type CapacityRequest, questionOf } from './options/capacity.ts';
import { folderNameOf } from './plan-study.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

/** Searches, writes the tables and the chart, and prints the answer. */
export async function runCapacity(typed: string, request: CapacityRequest, terminal: Terminal): Promise<void> {
  const { path, scenario: read } = readScenarioFile(typed, terminal.cwd);
  const question = questionOf(request, read);
  const { scenario, replicates } = question;
  const step = request.step ?? 1;
  const command = commandOf(typed, request);
  const level = scenario.dimensions['level'][question.level];
  const heading = ['stepdown capacity', `${level}, ${replicates} replicates of every number of places`] as const;
  const scenarios = [{ path, scenario }];
  const experiment = { command, scenarios, heading, folder: `capacity-${folderNameOf(scenarios)}-${level}` };
  let found: Capacity | undefined;
  let tables: readonly Table[] = [];
  const find = async (run: RunBlocks, lose: Lose) => {
    found = await findCapacity(question, step, run, lose);
    tables = capacityTables(question, found);
    const context = contextOf(question, found, command);
    const page = capacityPage({
      answer: capacityAnswer(question, found),
      subtitle: context.subtitle,
      notes: capacityNotes(question, found),
      tried: tables[0],
      quarters: tables[1],
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
    terminal.stdout.write(capacityLines(question, found!));
    terminal.stdout.write(
      `\nreport  ${folder}/report.html   chart  ${folder}/capacity.svg   digest ${digest.slice(0, 10)}\n`,
    );
  };
  await runExperiment(experiment, request, terminal, { find, tell });
}

function commandOf(typed: string, { level, by, risk, wait, anyQuarter, from, step, ...request }: CapacityRequest) {
  const { replicates, years, seed } = request;
  const again = { level, by, risk, wait, from, step, replicates, years, seed };
  return `${commandAgain(['capacity', typed], again)}${anyQuarter ? ' --any-quarter' : ''}`;
}

function contextOf(question: CapacityQuestion, { answer }: Capacity, command: string): ChartContext {
  const { scenario, level, risk, from, confidence, replicates } = question;
  const { title, place, seed, dimensions } = scenario;
  const name = dimensions['level'][level];
  const asked = `the risk of overflow within ${percentOf(risk)} in ${quarterInWords(question)}`;
  return {
    title:
      answer === undefined
        ? `No number of places at ${name} security keeps ${asked}`
        : `${answer} places at ${name} security keep ${asked}`,
    subtitle:
      `“${title}”, ${place}; places from ${formatDay(from)} on; ${replicates} replicates of every number, ` +
      `bounds one-sided at ${percentOf(confidence)} confidence`,
    footer: `Source: stepdown ${VERSION}, seed "${seed}"; ${command}`,
    arms: [title],
    levels: dimensions['level'],
  };
}
