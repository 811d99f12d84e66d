/**
 * Sweep: carries out `stepdown sweep`. Everything typed is checked before anything runs. Cells are stored as they are computed, so
 * a stopped run continues from there, and an added value computes only its own points.
 */
import type { ChartContext } from '../charts/chart.ts';
import { heatMapChart } from '../charts/heat-map.ts';
import { sweepLineChart } from '../charts/sweep-line.ts';
import type { SweptAxis } from '../charts/swept.ts';
import { type Day, formatDay, parseDay, yearsInWords } from '../engine/calendar.ts';
import type { Problems } from '../evidence/document.ts';
import { cellsOf } from '../evidence/value.ts';
import { blocksOfSharedPast } from '../experiment/sensitivity/shared-past.ts';
import { complaintsAboutPoints, resultsOfSweep, type SweepPlan, sweepPlan } from '../experiment/sensitivity/sweep.ts';
import type { Lose, RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { readScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { overlap } from '../scenario/change.ts';
import { epochOn, epochsOf } from '../scenario/epoch.ts';
import { type LeverValues, readLeverValues } from '../scenario/lever-values.ts';
import { type Scenario, withRun } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import type { Table } from '../tables/table.ts';
import { sweepLines, sweepTable } from '../terminal/sweep-table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { chosenMeasures } from './options/measures.ts';
import { folderNameOf } from './plan-study.ts';
import type { ExperimentRequest } from './request.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

/** The options that only a sweep has, as typed. */
export interface SweepRequest {
  readonly levers: readonly string[];
  readonly from: string | undefined;
}

/** Runs every point, writes the table and the chart, and prints the first measure. */
export async function runSweep(
  typed: string,
  { levers: typedLevers, from: typedFrom }: SweepRequest,
  request: ExperimentRequest,
  terminal: Terminal,
): Promise<void> {
  const { years, seed } = request;
  const { path, scenario: read } = readScenarioFile(typed, terminal.cwd);
  const scenario = withRun(read, { years: years ?? read.years, seed: seed ?? read.seed });
  const replicates = replicatesOf(request, scenario);
  const from = dayOf(typedFrom, scenario);
  const levers = leversOf(typedLevers, scenario);
  const measures = chosenMeasures(request.measures, scenario);
  const plan = planOf(scenario, levers, from, replicates);

  const again = { from: typedFrom, replicates: request.replicates, years, seed, measures: request.measures };
  const command = commandAgain(['sweep', typed, ...typedLevers.flatMap((lever) => ['--lever', lever])], again);
  const context = contextOf(scenario, plan, from, command);
  const grid = levers.map(({ values }) => values.length).join(' x ');
  const heading = ['stepdown sweep', `${grid} points, ${replicates} replicates`] as const;
  const blocks = blocksOfSharedPast({
    arms: plan.study.arms.length,
    replicates,
    past: Math.max(0, from - scenario.burnInStart),
    future: scenario.end - from,
    workers: request.workers ?? terminal.cores,
  });
  let table: Table | undefined;
  const scenarios = [{ path, scenario }];
  const experiment = { command, scenarios, heading, folder: `sweep-${folderNameOf(scenarios)}` };
  const find = async (run: RunBlocks, lose: Lose) => {
    table = sweepTable(plan, await resultsOfSweep(plan, blocks, measures, run, lose));
    const axes = levers.map((lever) => axisOf(lever, scenario, from));
    const swept = table;
    const chart =
      levers.length === 1
        ? { id: 'line', spec: () => sweepLineChart(swept, context, axes[0]) }
        : { id: 'heat-map', spec: () => heatMapChart(swept, context, axes) };
    return { tables: [swept], charts: [chart] };
  };
  const tell = async ({ folder, digest }: Written) => {
    terminal.stdout.write(await sweepLines(table!, from, terminal));
    const chart = `${folder}/${levers.length === 1 ? 'line' : 'heat-map'}.svg`;
    terminal.stdout.write(`\nchart  ${chart}   digest ${digest.slice(0, 10)}\n`);
  };
  await runExperiment(experiment, request, terminal, { find, tell });
}

const MOST_POINTS = 400;
const MOST_COMPLAINTS = 5;

function replicatesOf({ replicates }: ExperimentRequest, scenario: Scenario): number {
  const all = replicates ?? scenario.replicates;
  if (all >= 2) return all;
  throw new Failure({
    problem: 'one replicate does not show how certain a difference is',
    remedy: 'use --replicates 20, or at least 2',
  });
}

function dayOf(typed: string | undefined, { start, burnInStart, end }: Scenario): Day {
  if (typed === undefined) return start;
  let day: Day;
  try {
    day = parseDay(typed);
  } catch (error) {
    throw new Failure({ problem: `--from ${typed}: ${(error as Error).message}` });
  }
  if (day >= burnInStart && day < end) return day;
  const reason = `days are simulated from ${formatDay(burnInStart)} to ${formatDay(end - 1)}`;
  throw new Failure({ problem: `--from ${typed}: nothing is simulated from then on`, reason });
}

function leversOf(typed: readonly string[], { dimensions }: Scenario): readonly LeverValues[] {
  if (typed.length === 0 || typed.length > 2) {
    const problem = typed.length === 0 ? '--lever is missing' : `--lever is given ${typed.length} times`;
    const reason = 'a sweep takes one lever for a line chart, or two for a heat map';
    throw new Failure({ problem, reason, remedy: 'write --lever "placement.review_days: 30, 60, 120"' });
  }
  const problems: Problems = [];
  const read = typed.map((text) => readLeverValues(text, '--lever', catalogue, dimensions, problems));
  const levers = read.filter((lever) => lever !== undefined);
  if (problems.length > 0) throw new Failure(...problems);
  const [first, second] = levers;
  if (second !== undefined && overlap(first!.values[0].change, second.values[0].change)) {
    const problem = `${first!.path} and ${second.path} move the same number`;
    throw new Failure({ place: '--lever', problem, remedy: 'write all values of a lever after one --lever' });
  }
  return levers;
}

function planOf(scenario: Scenario, levers: readonly LeverValues[], from: Day, replicates: number): SweepPlan {
  const points = levers.reduce((product, { values }) => product * values.length, 1);
  if (points > MOST_POINTS) {
    const problem = `${levers.map(({ values }) => values.length).join(' x ')} are ${points} points`;
    throw new Failure({
      place: '--lever',
      problem,
      reason: `a sweep has at most ${MOST_POINTS}`,
      remedy: 'leave some out',
    });
  }
  const plan = sweepPlan(scenario, levers, from, replicates);
  const complaints = complaintsAboutPoints(plan);
  if (complaints.length === 0) return plan;
  const more = complaints.length - MOST_COMPLAINTS;
  const told = complaints.slice(0, MOST_COMPLAINTS).map((problem) => ({ place: '--lever', problem }));
  throw new Failure(...told, ...(more > 0 ? [{ problem: `and ${more} more like these` }] : []));
}

function contextOf(scenario: Scenario, { levers, study }: SweepPlan, from: Day, command: string): ChartContext {
  const { title, place, start, end, seed, dimensions } = scenario;
  const names = levers.map(({ path }) => path);
  return {
    title: names.length === 1 ? `What does ${names[0]} do?` : `What do ${names.join(' and ')} do together?`,
    subtitle:
      `Against “${title}”, each value from ${formatDay(from)} on; ${place}, ` +
      `${yearsInWords(start, end)}, ${study.replicates} replicates`,
    footer: `Source: stepdown ${VERSION}, seed "${seed}"; ${command}`,
    arms: [title],
    levels: dimensions['level'],
  };
}

/** Unit of a lever, and the number in force on the first day, where all its cells have one number. */
function axisOf({ path, lever, values }: LeverValues, scenario: Scenario, from: Day): SweptAxis {
  const value = epochOn(epochsOf(scenario, catalogue), from).values[lever.noun][lever.name];
  const cells = cellsOf(value);
  const own = new Set(values[0].change.cells.map((cell) => cells[cell]));
  const [inForce] = own;
  return {
    path,
    unit: lever.parameter.unit,
    inForce: own.size === 1 && typeof inForce === 'number' ? inForce : undefined,
  };
}
