/**
 * Forecast: carries out `stepdown forecast`: runs the variants of a scenario up to a date, and writes and prints people, flows, places
 * and queue by month or quarter, with their bands.
 */
import type { ChartContext } from '../charts/chart.ts';
import { fanChart } from '../charts/fan.ts';
import { addYears, type Day, formatDay, parseDay } from '../engine/calendar.ts';
import type { AdmissionRule } from '../experiment/admissions/paths.ts';
import { centralStudy } from '../experiment/forecast/central.ts';
import { type ForecastPlan, forecast, forecastPlan } from '../experiment/forecast/forecast.ts';
import { growing } from '../experiment/forecast/growth.ts';
import { type PeriodLength, periodsOf, yearsFor } from '../experiment/forecast/periods.ts';
import { centralTable, changesTable, forecastTable } from '../experiment/forecast/rows.ts';
import { blocksOf, type Lose, type RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { engineVersion } from '../files/engine-version.ts';
import { readScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { studyInputs } from '../report/content/study-inputs.ts';
import { drawsBesideCentral } from '../report/forecast/central-words.ts';
import { OVERFLOW_MEANS, shownMeans } from '../report/forecast/columns.ts';
import { forecastPage } from '../report/forecast/page.ts';
import { ForecastReading } from '../report/forecast/reading.ts';
import { bandsInWords, findingOf } from '../report/forecast/words.ts';
import { waitedSentences } from '../report/waiting-words.ts';
import type { RecordedStudy } from '../results/manifest.ts';
import { MOST_YEARS } from '../scenario/limits.ts';
import { type Scenario, withRun } from '../scenario/scenario.ts';
import { toParquet } from '../tables/parquet.ts';
import type { Table } from '../tables/table.ts';
import { changeLines, forecastLines } from '../terminal/forecast-lines.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { backtestRecordOf } from './backtest-record.ts';
import { earlierForecast, stepsFrom } from './earlier-forecast.ts';
import { complainOfChargesGrown, farInWords, tellSize } from './forecast-size.ts';
import { admissionsTold, admissionsTyped } from './options/admissions.ts';
import { complainOfGrowth, growthTold, refuseGrowthTwice, variantsTyped } from './options/growth.ts';
import { folderNameOf } from './plan-study.ts';
import { counted, type ExperimentRequest } from './request.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

/** The options of a forecast, as typed. */
export interface ForecastRequest extends Omit<ExperimentRequest, 'years' | 'measures'> {
  readonly until: string | undefined;
  readonly by: PeriodLength;
  /** Yearly growth of first charges, one variant each, as in `-1%,0%,1%`. */
  readonly grow: string | undefined;
  /** Parameter draws; 0 runs central values alone. */
  readonly draws: number;
  /** Whether admissions are those of the scenario or forecast too; held if left out. */
  readonly admissions: AdmissionRule | undefined;
  /** The file of observed figures that admissions are forecast from. */
  readonly observed: string | undefined;
  /** The folder of an earlier forecast. */
  readonly against: string | undefined;
}

/** Replicates by default: enough for a band of 95 %, and about a minute for Harbour; with draws, enough to tell the layers apart. */
const REPLICATES = { alone: 40, perDraw: 2 } as const;

/** Runs the forecast, writes its folder and prints it. Throws a Failure for anything wrong before the first day is simulated. */
export async function runForecast(typed: string, request: ForecastRequest, terminal: Terminal): Promise<void> {
  const { seed, draws, by, quiet } = request;
  const { path, scenario: read } = readScenarioFile(typed, terminal.cwd);
  const variants = variantsTyped(request.grow);
  if (request.grow !== undefined) refuseGrowthTwice(read);
  const last = lastDay(request.until, read);
  const years = yearsFor(read.start, periodsOf(read.start, last, by));
  if (years > MOST_YEARS) throw tooLate(request.until!, read);
  complainOfGrowth(variants.at(-1)!.growth, years);
  const scenario = withRun(read, { seed: seed ?? read.seed, years });
  const replicates = request.replicates ?? (draws > 0 ? REPLICATES.perDraw : REPLICATES.alone);
  const known = admissionsTyped(request, scenario, { draws, replicates }, path, terminal.cwd);
  const paths = known === undefined ? {} : { admissions: known.future };
  const arms = variants.map(({ name, growth }) => ({ name, scenario: growing(scenario, growth), ...paths }));
  for (const arm of arms) complainOfChargesGrown(arm.scenario);
  const plan = forecastPlan({ arms, replicates, draws }, last, by);
  const central = centralStudy(plan.study);
  const earlier =
    request.against === undefined ? undefined : await earlierForecast(request.against, terminal.cwd, plan);
  const record = backtestRecordOf(path, scenario.place, terminal.cwd);

  const { until, grow, admissions, observed, against } = request;
  const again = {
    until,
    by,
    grow,
    admissions,
    observed,
    replicates: request.replicates,
    draws: draws || undefined,
    seed,
    against,
  };
  const command = commandAgain(['forecast', typed], again);
  const runs = `${draws > 0 ? `${counted(draws, 'parameter draw')}, ` : ''}${counted(replicates, 'replicate')}`;
  const heading = ['stepdown forecast', `${counted(arms.length, 'variant')}, ${runs}`] as const;
  const scenarios = arms.map((arm) => ({ path, scenario: arm.scenario }));
  const folder = `forecast-${folderNameOf([{ path }])}`;
  const levels = scenario.dimensions['level'];
  let reading: ForecastReading;
  let changes: Table | undefined;
  let certainty: readonly string[] = [];
  const far = farInWords(years);
  let waits: readonly string[] = [];
  const growths = variants.map(({ growth }) => growth);
  const grown = known === undefined ? growthTold(growths, scenario) : admissionsTold(known);

  const find = async (run: RunBlocks, lose: Lose) => {
    const result = await forecast(plan, run, lose);
    const table = forecastTable(result.numbers);
    if (earlier !== undefined) changes = changesTable(await stepsFrom(earlier, plan, table, run, lose));
    reading = new ForecastReading(table, draws > 0 ? replicates : 1);
    const beside = central && (await forecast({ ...plan, study: central }, run, lose)).numbers;
    const atCentral = beside && new ForecastReading(forecastTable(beside), 1);
    certainty = [
      ...bandsInWords(plan.study, reading),
      ...(atCentral === undefined ? [] : drawsBesideCentral(reading, atCentral, levels)),
      ...(far === undefined ? [] : [`Beware: ${far}.`]),
    ];
    waits = waitedSentences(result.waitingDays);
    const context = contextOf(plan, findingOf(reading, scenario.place, atCentral), `${grown} ${runs}.`, command);
    const page = forecastPage({
      finding: context.title,
      subtitle: context.subtitle,
      reading,
      levels,
      waits,
      certainty,
      record: record.lines,
      changes: changes === undefined ? undefined : { table: changes, against: against! },
      inputs: studyInputs(scenario, request.grow === undefined && known === undefined ? [] : [grown]),
      command,
      version: VERSION,
    });
    const tables = [
      table,
      result.waitingDays,
      ...(beside ? [centralTable(beside)] : []),
      ...(changes ? [changes] : []),
    ];
    const parquet = tables.map((one) => [`${one.schema.name}.parquet`, toParquet(one)] as const);
    const study: RecordedStudy = {
      arms: arms.map(({ name }) => name),
      draws,
      replicates,
      armDigests: result.armDigests,
      digest: result.resultDigest,
      engine: engineVersion(),
      ...paths,
    };
    return {
      tables,
      spreadsheet: true,
      charts: [{ id: 'fan', spec: () => fanChart(table, context) }],
      files: new Map<string, string | Uint8Array>([...parquet, ['report.html', page]]),
      study,
    };
  };
  const tell = async ({ folder: shown, digest }: Written) => {
    const lines = [...waits, shownMeans(reading), OVERFLOW_MEANS, grown, ...certainty, record.sentence];
    terminal.stdout.write(await forecastLines(reading, levels, terminal));
    if (changes !== undefined) terminal.stdout.write(`\n${changeLines(changes, reading, levels, against!)}`);
    terminal.stdout.write(`\n${lines.map((line) => `${line}\n`).join('')}`);
    terminal.stdout.write(`\nreport  ${shown}/report.html   chart  ${shown}/fan.svg   digest ${digest.slice(0, 10)}\n`);
  };
  if (!quiet) await tellSize(plan.study, central, request.workers ?? terminal.cores, terminal);
  await runExperiment({ command, scenarios, heading, folder }, { ...request, quiet }, terminal, { find, tell });
}

/** The last day asked for; by default the last of the scenario. */
function lastDay(typed: string | undefined, scenario: Scenario): Day {
  if (typed === undefined) return scenario.end - 1;
  let day: Day;
  try {
    day = parseDay(typed);
  } catch (error) {
    throw new Failure({ problem: `--until ${typed}: ${(error as Error).message}` });
  }
  if (day < scenario.start) {
    const reason = `the forecast begins on ${formatDay(scenario.start)}, the start of the scenario`;
    throw new Failure({ problem: `--until ${typed} comes before the forecast begins`, reason });
  }
  if (day >= addYears(scenario.start, MOST_YEARS)) throw tooLate(typed, scenario);
  return day;
}

function tooLate(typed: string, { start }: Scenario): Failure {
  const latest = formatDay(addYears(start, MOST_YEARS) - 1);
  return new Failure({
    problem: `--until ${typed}: a forecast has at most ${MOST_YEARS} years`,
    reason: `it begins on ${formatDay(start)}, so it ends on ${latest} at the latest`,
  });
}

function contextOf({ study, periods }: ForecastPlan, title: string, how: string, command: string): ChartContext {
  const { scenario } = study.arms[0];
  const span = `${formatDay(scenario.start)} to ${formatDay(periods.at(-1)!.until - 1)}`;
  return {
    title,
    subtitle: `${scenario.title}, ${span}. ${how}`,
    footer: `Source: stepdown ${VERSION}, seed "${scenario.seed}", ${counted(blocksOf(study).length, 'run')}; ${command}`,
    arms: study.arms.map(({ name }) => name),
    levels: scenario.dimensions['level'],
  };
}
