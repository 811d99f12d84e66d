/**
 * Attribute nested: carries out `stepdown attribute --into places-and-evidence`. Cells are stored as those of all studies.
 */
import { differenceUnit } from '../charts/label.ts';
import { waterfallChart } from '../charts/waterfall.ts';
import { formatDay } from '../engine/calendar.ts';
import { divideNested, type NestedResult, type NestedShare } from '../experiment/attribution/nested.ts';
import { type NestedPlan, nestedParts, nestedPlan } from '../experiment/attribution/nested-plan.ts';
import type { Lose, RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import type { ScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { queueSentence } from '../report/cohort-caveats.ts';
import { fewRuns, whoAndWhen } from '../report/cohort-finding.ts';
import { stockLeft } from '../report/stock-left.ts';
import { ATTRIBUTION, NESTED_RUNS, WHOLE } from '../tables/attribution.ts';
import { formatInteger } from '../tables/format.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { scenariosOf, tellParts } from './attribute.ts';
import { folderNameOf } from './plan-study.ts';
import type { ExperimentRequest } from './request.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

/** The word that asks for this division. */
export const INTO = 'places-and-evidence';

/** Divides the difference between two scenarios into places, effects with evidence and the rest; writes tables and chart, and prints. */
export async function runNested(
  first: string,
  second: string,
  groups: readonly string[],
  request: ExperimentRequest,
  terminal: Terminal,
): Promise<void> {
  complainOfOptions(groups, request);
  const scenarios = scenariosOf(first, second, request, terminal.cwd);
  const [{ scenario: baseline }, { scenario }] = scenarios;
  const replicates = request.replicates ?? baseline.replicates;
  const plan = nestedPlan(baseline, scenario, replicates);
  const { years, seed } = request;
  const command = commandAgain(['attribute', first, second, '--into', INTO], {
    replicates: request.replicates,
    years,
    seed,
  });
  const context = {
    title: `What makes the difference of “${scenario.title}”?`,
    subtitle: `${baseline.place}, ${replicates} replicates; against ${baseline.title}; places first, then evidence`,
    footer: `Source: stepdown ${VERSION}, seed "${baseline.seed}"; ${command}`,
    arms: [baseline.title, scenario.title],
    levels: baseline.dimensions['level'],
  };
  const heading = ['stepdown attribute', `${plan.study.arms.length} runs, nested`] as const;
  const experiment = { command, scenarios, heading, folder: `attribution-${folderNameOf([scenarios[1]])}-${INTO}` };
  let found: { readonly table: Table; readonly result: NestedResult } | undefined;
  const find = async (run: RunBlocks, lose: Lose) => {
    const result = await divideNested(plan, run, lose);
    const table = tableOfNested(result);
    found = { table, result };
    return {
      tables: [table, tableOfRuns(result)],
      charts: [{ id: 'waterfall', spec: () => waterfallChart(table, context) }],
    };
  };
  const tell = async ({ folder, digest }: Written) => {
    await tellParts(found!.table, terminal);
    terminal.stdout.write(
      `\n${[...queueOf(scenarios, found!.result), ...accountOf(plan, found!.result), ...stockLeft(baseline, scenario, found!.result.population)].join('\n')}\n`,
    );
    terminal.stdout.write(`\nchart  ${folder}/waterfall.svg   digest ${digest.slice(0, 10)}\n`);
  };
  await runExperiment(experiment, request, terminal, { find, tell });
}

function complainOfOptions(groups: readonly string[], { measures }: ExperimentRequest): void {
  const reason = 'it divides one number, the same people charged again, and not among policies';
  for (const [name, isGiven] of [
    ['group', groups.length > 0],
    ['measures', measures !== undefined],
  ] as const) {
    if (isGiven)
      throw new Failure({ problem: `--${name} does not go with --into ${INTO}`, reason, remedy: 'leave out either' });
  }
}

function tableOfNested({ parts, grades, ...cohort }: NestedResult): Table {
  const { years } = cohort;
  const rowsOf = (label: string, shares: readonly NestedShare[]) =>
    shares.map(({ part, difference, low, high }): Value[] => {
      return [label, differenceUnit('percent'), part?.name ?? WHOLE, difference, low, high, ''];
    });
  const label = `charged again within ${years} year${years === 1 ? '' : 's'}, people ${whoAndWhen(cohort)}`;
  return tableOfRows(ATTRIBUTION, [...rowsOf(label, parts), ...rowsOf('effects with evidence, by grade', grades)]);
}

function tableOfRuns({ counts }: NestedResult): Table {
  const rows = counts.map(({ replicate, run, side, members, charged }): Value[] => [
    replicate,
    run,
    side,
    members,
    charged,
  ]);
  return tableOfRows(NESTED_RUNS, rows);
}

/** That a queue does not settle under a scenario as it is, as a comparison of the two says it. */
function queueOf(scenarios: readonly ScenarioFile[], { growing }: NestedResult): readonly string[] {
  const [baseline, arm] = scenarios.map(({ scenario }) => scenario.title) as [string, string];
  const rows = growing.map(({ side, ...grows }) => {
    return { measure: 'queue-length', arm: side === 'baseline' ? baseline : arm, mean: null, ...grows };
  });
  return queueSentence({ arm, baseline }, rows);
}

/** What the parts are, who is followed, and how far to trust it. */
function accountOf({ study, from }: NestedPlan, result: NestedResult): readonly string[] {
  const { members, same, replicates, grades } = result;
  const people =
    same === members
      ? `The same ${formatInteger(members)} people in all runs, over all replicates.`
      : `The people are not the same in all runs, because the scenarios differ in who is charged (${formatInteger(members)} in the baseline).`;
  return [
    `Parts in this order; each is what the difference loses when one thing more is held in both scenarios from ${formatDay(from)} on:`,
    ...nestedParts.map(({ name, meaning }) => `  ${name}: ${meaning}`),
    people,
    `${study.arms.length} different runs in each replicate, under the same luck; the parts add up in every replicate.`,
    ...(grades.length === 0
      ? ['Effects are not divided by grade, because a scenario does not admit all evidence.']
      : []),
    ...fewRuns(replicates),
  ];
}
