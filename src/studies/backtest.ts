/**
 * Backtest: carries out `stepdown backtest`. Everything typed is checked before anything runs. Cells are stored as they are
 * computed, so a stopped run continues from there, and another jump-off computes nothing anew.
 */
import { backtestChart } from '../charts/backtest.ts';
import { leverSuggestion } from '../evidence/catalogue.ts';
import { readObservations } from '../evidence/observations.ts';
import { ADMISSIONS, type AdmissionRule } from '../experiment/admissions/paths.ts';
import { ADMISSIONS_AND_PLACES } from '../experiment/backtest/at-origin.ts';
import {
  type BacktestQuestion,
  backtestStudy,
  type JumpOff,
  pairsOf,
  scorable,
} from '../experiment/backtest/backtest.ts';
import { type ObservedSeries, observedSeries } from '../experiment/backtest/observed-series.ts';
import { checkOrigins, originsInWords, readOrigins, wholeYearsOf } from '../experiment/backtest/origins.ts';
import { scoresByHorizon } from '../experiment/backtest/scores.ts';
import { blocksOf, type Lose, type RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { fileTold, readScenarioFile, readTextNow } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { type Scenario, withRun } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { BACKTEST } from '../tables/backtest.ts';
import { filterRows, recordsOf, type Table, textsOf } from '../tables/table.ts';
import {
  backtestFinding,
  backtestLines,
  knownLaterTable,
  pairsTable,
  recordTable,
} from '../terminal/backtest-table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { observedFile } from './observed-file.ts';
import { folderNameOf } from './plan-study.ts';
import { counted, type ExperimentRequest } from './request.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

/** The options of a backtest, as typed or checked. */
export interface BacktestRequest extends Omit<ExperimentRequest, 'years' | 'measures'> {
  readonly origins: string | undefined;
  readonly horizon: number;
  readonly observed: string | undefined;
  readonly given: string | undefined;
  readonly meanOf: number | undefined;
  readonly jumpOff: JumpOff;
  /** What blind forecasts say of admissions; held if left out. */
  readonly admissions: AdmissionRule | undefined;
  readonly draws: number;
}

/** Runs every origin, writes record, pairs and chart, and prints the errors of the first measure. */
export async function runBacktest(typed: string, request: BacktestRequest, terminal: Terminal): Promise<void> {
  const { seed, horizon, jumpOff, draws, meanOf } = request;
  const { path, scenario: read } = readScenarioFile(typed, terminal.cwd);
  const scenario = withRun(read, { seed: seed ?? read.seed });
  const origins = originsOf(request, scenario);
  const given = leversOf(request);
  const file = observedFile(request.observed, path, terminal.cwd);
  const series = observedSeries(
    readObservations(file, (name) => readTextNow(name, terminal.cwd)),
    scenario.dimensions['level'],
  );
  complainOfNoPairs(series, scenario, { origins, horizon, file });
  const replicates = replicatesOf(request, scenario);
  const rule = { ...(meanOf === undefined ? {} : { meanOf }), ...admissionsOf(request, series, file) };
  const question: BacktestQuestion = { scenario, origins, horizon, given, ...rule, replicates, draws };
  const study = backtestStudy(question);

  const { origins: typedOrigins, observed, given: typedGiven } = request;
  const again = { origins: typedOrigins, horizon, 'jump-off': jumpOff, observed, given: typedGiven, 'mean-of': meanOf };
  const { admissions } = request;
  const counts = { replicates: request.replicates, draws: draws === 0 ? undefined : draws, seed };
  const command = commandAgain(['backtest', typed], { ...again, admissions, ...counts });
  const words = originsInWords(origins);
  const heading = ['stepdown backtest', `origins ${words}, ${counted(blocksOf(study).length, 'run')}`] as const;
  const scenarios = [{ path, scenario }];
  const experiment = { command, scenarios, heading, folder: `backtest-${folderNameOf(scenarios)}` };
  let record: Table | undefined;
  const find = async (run: RunBlocks, lose: Lose) => {
    const pairs = await pairsOf(question, study, series, jumpOff, run, lose);
    if (pairs.length === 0) throw nothingScored(file);
    const members = Math.max(...pairs.map(({ values }) => values.length));
    const head = { place: scenario.place, scenario: fileTold(path), jumpOff, admissions, origins: words, members };
    record = recordTable(scoresByHorizon(pairs), head);
    const shown = chartRows(record);
    const context = {
      title: backtestFinding(recordsOf(record, BACKTEST)),
      subtitle: `Forecasts of the past from “${scenario.title}”, ${scenario.place}; last known years ${words}; ${members} runs each; pseudo-real-time${admissions === 'forecast' ? '; blind: admissions forecast' : ''}`,
      footer: `Source: stepdown ${VERSION}, seed "${scenario.seed}"; ${command}`,
      arms: [scenario.title],
      levels: scenario.dimensions['level'],
    };
    return {
      tables: [record, pairsTable(pairs), knownLaterTable(study)],
      charts: [{ id: 'error-by-horizon', spec: () => backtestChart(shown, context) }],
    };
  };
  const tell = ({ folder, digest }: Written) => {
    terminal.stdout.write(backtestLines(recordsOf(record!, BACKTEST), words));
    terminal.stdout.write(`\nrecord  ${folder}/backtest.csv   digest ${digest.slice(0, 10)}\n`);
  };
  await runExperiment(experiment, request, terminal, { find, tell });
}

const MOST_PANELS = 6;

/** The rows of the first measures: people inside and the parts of their number. */
function chartRows(record: Table): Table {
  const measures = textsOf(record, 'measure');
  const shown = new Set([...new Set(measures)].slice(0, MOST_PANELS));
  return filterRows(record, (row) => shown.has(measures[row]));
}

function originsOf({ origins: text }: BacktestRequest, scenario: Scenario): readonly number[] {
  if (text === undefined) {
    const { first, last } = wholeYearsOf(scenario);
    const years = `${first}..${last - 1}`;
    throw new Failure({
      problem: '--origins is missing',
      remedy: `name the last known years, as in --origins ${years}`,
    });
  }
  const origins = readOrigins(text);
  checkOrigins(origins, scenario);
  return origins;
}

function leversOf({ given }: BacktestRequest): readonly string[] {
  if (given === undefined) return ADMISSIONS_AND_PLACES;
  const levers = given.split(',').map((one) => one.trim());
  const problems = levers
    .filter((lever) => !catalogue.has(lever.split('.').slice(0, 2).join('.')))
    .map((lever) => ({ problem: `--given: there is no lever "${lever}"`, remedy: leverSuggestion(lever, catalogue) }));
  if (problems.length > 0) throw new Failure(...problems);
  return levers;
}

function replicatesOf({ replicates, draws }: BacktestRequest, scenario: Scenario): number {
  const all = replicates ?? scenario.replicates;
  if (all * Math.max(draws, 1) >= 2) return all;
  throw new Failure({
    problem: 'one run does not show how wide a forecast is',
    remedy: 'use --replicates 20, or at least 2',
  });
}

/** The figures of admissions, if blind forecasts forecast them. */
function admissionsOf(
  { admissions }: BacktestRequest,
  series: readonly ObservedSeries[],
  place: string,
): Pick<BacktestQuestion, 'admissions'> {
  if (admissions !== 'forecast') return {};
  return { admissions: { figures: series.find(({ name }) => name === ADMISSIONS)?.figures ?? [], place } };
}

function complainOfNoPairs(
  series: readonly ObservedSeries[],
  scenario: Scenario,
  { origins, horizon, file }: { readonly origins: readonly number[]; readonly horizon: number; readonly file: string },
): void {
  const without = origins.filter((origin) =>
    series.every((one) => scorable(one, scenario, origin, horizon).ahead.length === 0),
  );
  if (without.length === 0) return;
  throw new Failure({
    place: file,
    problem: `nothing can be scored from ${originsInWords(without)}`,
    reason: `a forecast needs a figure known up to its origin, and one observed within ${counted(horizon, 'year')} after it, both in years simulated`,
    remedy: 'leave these origins out, or add figures',
  });
}

function nothingScored(file: string): Failure {
  const problem = 'no forecast could be scored: what was simulated has no value in the years of the figures';
  return new Failure({ place: file, problem, exitCode: 1 });
}
