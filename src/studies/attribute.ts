/**
 * Attribute: carries out `stepdown attribute`. Cells are stored as they are computed, so a stopped run continues from there.
 */

import { differenceUnit, withUnit } from '../charts/label.ts';
import { waterfallChart } from '../charts/waterfall.ts';
import {
  type Added,
  type AttributionPlan,
  attribute,
  attributionPlan,
  EXACT,
} from '../experiment/attribution/attribution.ts';
import {
  componentsBetween,
  type PolicyComponent,
  policiesThatDiffer,
} from '../experiment/attribution/policy-components.ts';
import type { Lose, RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { readScenarioFile, type ScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { fewRuns } from '../report/cohort-finding.ts';
import { unsettledWords } from '../report/settling.ts';
import { differInPoliciesAlone } from '../scenario/history.ts';
import { withRun } from '../scenario/scenario.ts';
import { ATTRIBUTION, WHOLE } from '../tables/attribution.ts';
import { differenceParts } from '../tables/estimate.ts';
import { addUpAsShown } from '../tables/shown-sum.ts';
import { numbersOf, type Table, tableOfRows, textsOf, type Value } from '../tables/table.ts';
import { coloursFor, type Terminal } from '../terminal/terminal.ts';
import { textTable } from '../terminal/text-table.ts';
import { policyGroupsOf } from './options/groups.ts';
import { chosenMeasures } from './options/measures.ts';
import { folderNameOf } from './plan-study.ts';
import type { ExperimentRequest } from './request.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

/** Attributes the difference between two scenarios to their policies, writes the table and the chart, and prints the table. */
export async function runAttribution(
  first: string,
  second: string,
  groups: readonly string[],
  request: ExperimentRequest,
  terminal: Terminal,
): Promise<void> {
  const scenarios = scenariosOf(first, second, request, terminal.cwd);
  const [{ scenario: baseline }, { scenario }] = scenarios;
  const replicates = request.replicates ?? baseline.replicates;
  const grouped = policyGroupsOf(groups, policiesThatDiffer(baseline, scenario));
  const parts = componentsBetween(baseline, scenario, grouped);
  complainOfParts(parts, scenarios);
  const plan = attributionPlan(baseline, parts, replicates);
  const chosen = chosenMeasures(request.measures, baseline);
  const { years, seed, measures } = request;
  const given = { replicates: request.replicates, years, seed, measures };
  const typedGroups = groups.flatMap((group) => ['--group', group]);
  const command = commandAgain(['attribute', first, second, ...typedGroups], given);
  const context = {
    title: `Which part of “${scenario.title}” did it?`,
    subtitle: `${baseline.place}, ${replicates} replicates; against ${baseline.title}; ${howOf(plan)}`,
    footer: `Source: stepdown ${VERSION}, seed "${baseline.seed}"; ${command}`,
    arms: [baseline.title, scenario.title],
    levels: baseline.dimensions['level'],
  };
  const heading = ['stepdown attribute', howOf(plan)] as const;
  const experiment = { command, scenarios, heading, folder: `attribution-${folderNameOf([scenarios[1]])}` };
  let found: { readonly table: Table; readonly replicates: number } | undefined;
  const find = async (run: RunBlocks, lose: Lose) => {
    const added = await attribute(plan, chosen, run, lose);
    const table = tableOfParts(added);
    found = { table, replicates: added[0].replicates };
    return { tables: [table], charts: [{ id: 'waterfall', spec: () => waterfallChart(table, context) }] };
  };
  const tell = async ({ folder, digest }: Written) => {
    await tellParts(found!.table, terminal);
    const how = [howOf(plan), ...fewRuns(found!.replicates)];
    terminal.stdout.write(`\n${how.join('\n')}\nchart  ${folder}/waterfall.svg   digest ${digest.slice(0, 10)}\n`);
  };
  await runExperiment(experiment, request, terminal, { find, tell });
}

/** The two scenarios as they are to be run. Throws a Failure if they differ in more than policies. */
export function scenariosOf(
  first: string,
  second: string,
  { years, seed }: Pick<ExperimentRequest, 'years' | 'seed'>,
  cwd: string,
): readonly [ScenarioFile, ScenarioFile] {
  const [below, above] = [readScenarioFile(first, cwd), readScenarioFile(second, cwd)];
  if (!differInPoliciesAlone(below.scenario, above.scenario)) {
    const reason = 'they differ in more than policies, and only policies, which have dates, can be switched on and off';
    throw new Failure({ place: above.path, problem: `its difference from ${below.path} cannot be divided`, reason });
  }
  const run = { years: years ?? below.scenario.years, seed: seed ?? below.scenario.seed };
  return [
    { ...below, scenario: withRun(below.scenario, run) },
    { ...above, scenario: withRun(above.scenario, run) },
  ];
}

function complainOfParts(
  parts: readonly PolicyComponent[],
  [below, above]: readonly [ScenarioFile, ScenarioFile],
): void {
  if (parts.length >= 2 && parts.length <= MOST) return;
  const [only] = parts;
  const reason =
    parts.length > MOST
      ? `attribution takes at most ${MOST} parts`
      : only === undefined
        ? 'their policies are the same, so there is nothing to divide'
        : `${only.name} is the only part in which they differ (policies that move the same number are one part)`;
  const problem = `differs from ${below.path} in ${parts.length} ${parts.length === 1 ? 'part' : 'parts'}`;
  const remedy = parts.length > MOST ? 'join some into one part with --group "name: policy, policy"' : undefined;
  throw new Failure({ place: above.path, problem, reason, ...(remedy === undefined ? {} : { remedy }) });
}

function tableOfParts(added: readonly Added[]): Table {
  const rows = added.map(({ measure: { label, unit }, part, mean, low, high, unsettled }): Value[] => [
    ...[label, differenceUnit(unit), part ?? WHOLE, mean, low, high],
    unsettled === undefined ? '' : `under ${unsettled.under} it ${unsettledWords(unsettled)}`,
  ]);
  return tableOfRows(ATTRIBUTION, rows);
}

/** Prints the parts of each measure, and where shown parts do not add up to the shown whole, why. */
export async function tellParts(table: Table, terminal: Terminal): Promise<void> {
  const colours = await coloursFor(terminal.stdout, terminal);
  const [measure, unit, part] = [textsOf(table, 'measure'), textsOf(table, 'unit'), textsOf(table, 'part')];
  const [added, low, high] = [numbersOf(table, 'added'), numbersOf(table, 'low'), numbersOf(table, 'high')];
  const settling = textsOf(table, 'settling');
  const rows = part.flatMap((name, row) => {
    const isFirst = row === 0 || measure[row] !== measure[row - 1];
    const title = [colours.bold(withUnit(measure[row], unit[row])), '', ''];
    if (settling[row] !== '') return isFirst ? [title, [`  ${settling[row]}`, '', '']] : [];
    const heading = isFirst ? [title] : [];
    const shown = (at: number) => ({ value: added[at], low: low[at], high: high[at] });
    const first = measure.indexOf(measure[row]);
    const own = Array.from({ length: row - first }, (_, part) => shown(first + part));
    const isSum = name !== WHOLE || addUpAsShown(own, shown(row));
    const label = name === WHOLE ? colours.bold(name) : name;
    const { value, interval } = differenceParts(added[row], shown(row));
    return [...heading, [`  ${label}`, value, `(${interval})${isSum ? '' : `; ${BEFORE_ROUNDING}`}`]];
  });
  terminal.stdout.write(textTable(rows, [{ align: 'left' }, { align: 'right' }, { align: 'left' }]));
}

function howOf({ names, study, orders }: AttributionPlan): string {
  if (orders === undefined) return `all ${study.arms.length} combinations of ${names.length} parts`;
  return `${names.length} parts, switched on in a random order and its reverse in each replicate (all combinations up to ${EXACT} parts)`;
}

const MOST = 20;
const BEFORE_ROUNDING = 'the sum of its parts before rounding';
