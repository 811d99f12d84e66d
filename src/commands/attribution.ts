/**
 * Attribution: what `stepdown attribute` does. Cells are kept as they come, so that one that was stopped goes on.
 */
import { basename } from 'node:path';
import { differenceLabel } from '../charts/label.ts';
import { ATTRIBUTION, WHOLE, waterfallChart } from '../charts/waterfall.ts';
import {
  type AttributionPlan,
  addedIn,
  attributionPlan,
  EXACT,
  entangled,
  policiesBeyond,
} from '../experiment/attribution.ts';
import type { Measure } from '../experiment/measure.ts';
import { readingOf } from '../experiment/reading.ts';
import type { RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { differInPoliciesAlone } from '../scenario/history.ts';
import { type Scenario, withRun } from '../scenario/scenario.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { formatInterval } from '../tables/format.ts';
import { numbersOf, type Table, tableOf, textsOf, type Value } from '../tables/table.ts';
import { measuresChosen } from './chosen-measures.ts';
import { commandAgain, conductExperiment } from './experiment.ts';
import type { ExperimentRequest } from './experiment-options.ts';
import { readScenarioFile } from './scenario-file.ts';
import { coloursFor, type Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';
import { VERSION } from './version.ts';

/** Shares out what a scenario changes among its policies, writes the table and the chart, and prints the table. */
export async function attributeBundle(
  first: string,
  second: string,
  request: ExperimentRequest,
  terminal: Terminal,
): Promise<void> {
  const [baseline, scenario] = scenariosOf(first, second, request, terminal.cwd);
  const replicates = request.replicates ?? baseline.replicates;
  const plan = attributionPlan(baseline, scenario, replicates);
  const chosen = measuresChosen(request.measures, baseline);
  const { years, seed, measures } = request;
  const given = { replicates: request.replicates, years, seed, measures };
  const command = commandAgain(['attribute', first, second], given);
  const context = {
    title: `Which part of “${scenario.title}” did it?`,
    subtitle: `${baseline.place}, ${replicates} replicates; against ${baseline.title}; ${howOf(plan)}`,
    footer: `Source: stepdown ${VERSION}, seed "${baseline.seed}"; ${command}`,
    arms: [baseline.title, scenario.title],
    levels: baseline.dimensions['level']!,
  };
  const heading = ['stepdown attribute', howOf(plan)] as const;
  const experiment = { command, heading, folder: `attribution-${basename(second, '.yaml')}` };
  let table: Table | undefined;
  const folder = await conductExperiment(experiment, request, terminal, async (run) => {
    table = await tableFor(plan, chosen, run);
    return { tables: [table], charts: [{ id: 'waterfall', spec: waterfallChart(table, context) }] };
  });
  if (request.quiet) return;
  await tell(table!, terminal);
  terminal.stdout.write(`\n${howOf(plan)}\nchart  ${folder}/waterfall.svg\n`);
}

function scenariosOf(
  first: string,
  second: string,
  { years, seed }: Pick<ExperimentRequest, 'years' | 'seed'>,
  cwd: string,
): readonly [Scenario, Scenario] {
  const [below, above] = [readScenarioFile(first, cwd), readScenarioFile(second, cwd)];
  if (!differInPoliciesAlone(below.scenario, above.scenario)) {
    const reason =
      'they differ in more than policies: what lies outside of policies has no date and cannot be switched';
    throw new Failure({ place: above.path, problem: `cannot be shared out against ${below.path}`, reason });
  }
  const policies = policiesBeyond(below.scenario, above.scenario);
  if (policies.length < 2 || policies.length > MOST) {
    const problem = `has ${policies.length} policies that ${below.path} has not`;
    throw new Failure({ place: above.path, problem, reason: `attribution needs 2 to ${MOST}` });
  }
  const tied = entangled(below.scenario, above.scenario);
  if (tied.length > 0) {
    const remedy = 'make one policy of the two, or give them different levers';
    throw new Failure(
      ...tied.map((problem) => ({ place: above.path, problem, reason: 'one means nothing without the other', remedy })),
    );
  }
  const run = { years: years ?? below.scenario.years, seed: seed ?? below.scenario.seed };
  return [withRun(below.scenario, run), withRun(above.scenario, run)];
}

async function tableFor(plan: AttributionPlan, measures: readonly Measure[], run: RunBlocks): Promise<Table> {
  const added = measures.map(() => plan.names.map((): number[] => []));
  for await (const block of run(plan.study, plan.blocks, () => {})) {
    const values = new Map(
      block.map((cell) => {
        const reading = readingOf(plan.study, cell);
        return [cell.key.arm, measures.map((measure) => measure.value(reading))];
      }),
    );
    measures.forEach((_, at) => {
      const parts = addedIn(plan, block[0]!.key.replicate, (arm) => values.get(arm)![at]!);
      for (const [part, value] of parts.entries()) added[at]![part]!.push(value);
    });
  }
  return tableOfParts(plan, measures, added);
}

function tableOfParts(
  { names }: AttributionPlan,
  measures: readonly Measure[],
  added: readonly (readonly (readonly number[])[])[],
): Table {
  const rows = measures.flatMap(({ label, unit }, at) => {
    const parts = added[at]!;
    const whole = parts[0]!.map((_, replicate) => parts.reduce((sum, part) => sum + part[replicate]!, 0));
    const row = (part: string, values: readonly number[]): Value[] => {
      const { mean, low, high } = meanInterval(values);
      return [label, unit === 'percent' ? 'points' : unit, part, mean, low, high];
    };
    return [...names.map((name, part) => row(name, parts[part]!)), row(WHOLE, whole)];
  });
  const columns = ATTRIBUTION.columns.map(({ name }, at): [string, Value[]] => [name, rows.map((row) => row[at]!)]);
  return tableOf(ATTRIBUTION, Object.fromEntries(columns));
}

async function tell(table: Table, terminal: Terminal): Promise<void> {
  const colours = await coloursFor(terminal.stdout, terminal);
  const [measure, unit, part] = [textsOf(table, 'measure'), textsOf(table, 'unit'), textsOf(table, 'part')];
  const [added, low, high] = [numbersOf(table, 'added'), numbersOf(table, 'low'), numbersOf(table, 'high')];
  const rows = part.flatMap((name, row) => {
    const heading =
      row === 0 || measure[row] !== measure[row - 1] ? [[colours.bold(`${measure[row]}, ${unit[row]}`), '', '']] : [];
    const label = name === WHOLE ? colours.bold(name) : name;
    return [...heading, [`  ${label}`, differenceLabel(added[row]!), formatInterval(low[row]!, high[row]!)]];
  });
  terminal.stdout.write(textTable(rows, [{ align: 'left' }, { align: 'right' }, { align: 'left' }]));
}

function howOf({ names, study, orders }: AttributionPlan): string {
  if (orders === undefined) return `all ${study.arms.length} combinations of ${names.length} policies`;
  return `${names.length} policies, switched on in an order of chance and its opposite in each replicate (all combinations up to ${EXACT})`;
}

const MOST = 20;
