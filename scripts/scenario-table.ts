/**
 * Scenario table: compares every ready scenario with its baseline under each evidence mode, and writes `docs/background/scenarios.md`.
 *
 *     npx tsx scripts/scenario-table.ts [replicates] [folder] [evidence modes beside all: none, A]
 *
 * Takes some ten minutes per mode with eight replicates on two cores. Results stay in the folder, and the same command goes on from there.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartName } from '../src/experiment/decomposition.ts';
import type { WrittenSummary } from '../src/results/summary-file.ts';
import { differenceEnds, differenceParts, differenceText } from '../src/tables/estimate.ts';

const [replicates = '8', folder = 'output/scenario-table', ...others] = process.argv.slice(2);
const modes = ['all', ...others];
/** The replicates of modes beside all, where only the size of what remains counts. */
const FEWER = '4';
const PAGE = 'docs/background/scenarios.md';

/** Scenarios by baseline, in alphabetical order. */
const groups = ['norway/baseline', 'norway/enough-places'].map((baseline) => ({
  baseline,
  scenarios: readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .filter((name) => readFileSync(join('scenarios', name), 'utf8').includes(`\nextends: ${baseline}.yaml\n`))
    .map((name) => name.replace(/\.yaml$/, ''))
    .concat(baseline === 'norway/baseline' ? ['normality-fixed-places', 'restrictive-fixed-places'] : []),
}));

const summaries = modes.map((mode) => ({ mode, summaries: groups.map((group) => summaryOf(group, mode)) }));

function summaryOf({ baseline, scenarios }: (typeof groups)[number], mode: string): WrittenSummary {
  const out = join(folder, `${baseline.replaceAll('/', '-')}-${mode}`);
  const files = scenarios.map((name) => `scenarios/${name}.yaml`);
  const typed = [
    'compare',
    ...files,
    '--baseline',
    `scenarios/${baseline}.yaml`,
    '--replicates',
    mode === 'all' ? replicates : FEWER,
  ];
  const evidence = mode === 'all' ? [] : ['--evidence', mode];
  const { status } = spawnSync(
    process.execPath,
    ['dist/main.js', ...typed, ...evidence, '--out', out, '--overwrite', '--quiet'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  return JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as WrittenSummary;
}

const HEADER = [
  'scenario',
  ...modes.map((mode) => `charged again, points, evidence ${mode}`),
  'citizens, points',
  'charges per 100',
  ...['inside', 'monitoring', 'abroad and dead', 'rate'].map((part) => `of these ${part}`),
  'days inside',
  'custody, thousand kroner',
  'crime, thousand kroner',
];

const rows = groups.flatMap(({ scenarios }, group) =>
  scenarios.map((arm) => {
    const of = (mode: string) => summaries.find((one) => one.mode === mode)!.summaries[group];
    const all = of('all');
    const cohort = all.cohorts!.find((one) => one.arm === arm)!;
    const difference = (summary: WrittenSummary, measure: string, whose = '') => {
      const row = summary.differences.find(
        (one) =>
          one.arm === arm &&
          one.measure === measure &&
          one.population === `${cohort.population}${whose}` &&
          one.horizon === cohort.years,
      )!;
      return differenceText(row.difference ?? Number.NaN, differenceEnds(row));
    };
    const part = (...names: readonly PartName[]) => {
      const own = cohort.parts.filter((one) => names.includes(one.part));
      const sum = own.reduce((total, one) => total + (one.charges ?? Number.NaN), 0);
      return differenceParts(sum, differenceEnds(own[0])).value;
    };
    return [
      `${arm}${cohort.population === 'newly charged' ? ' (newly charged)' : ''}`,
      ...modes.map((mode) => difference(of(mode), 'cohort-charged')),
      difference(all, 'cohort-charged', ', citizens'),
      difference(all, 'cohort-charges'),
      ...[part('inside'), part('monitored'), part('abroad', 'dead'), part('rate')],
      ...['cohort-days-inside', 'cohort-cost', 'cohort-crime-cost'].map((measure) => difference(all, measure)),
    ];
  }),
);

const table = [HEADER, HEADER.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');
const [first] = summaries[0].summaries[0].cohorts!;

copyFileSync(join(folder, 'norway-enough-places-all', 'charts', 'cohort.png'), 'docs/background/cohort.png');
writeFileSync(
  PAGE,
  `# Every ready scenario

<!-- written by scripts/scenario-table.ts -->

What each scenario changes for the same people, over ${first.years} years from the verdict (or from the charge, where courts differ), compared with
\`norway/baseline\`; \`normality\` and \`restrictive\` with \`norway/enough-places\`. Members enter from ${first.from} to ${first.until};
${replicates} replicates, ${FEWER} without all evidence; paired differences with 95 % intervals for chance alone. A difference that remains without evidence
(\`--evidence none\`) comes through time at liberty, not through what people experienced. [Definitions](../definitions.md),
[why the same people](../decisions/0006-fixed-cohorts.md), [before the mends of mechanisms](before-and-after.md).

There are ${rows.length} scenarios and ${modes.length} evidence modes in this table, so ${rows.length * modes.length} intervals: where a scenario does nothing, one interval in twenty leaves zero out by chance.

${table}

![Normality and restrictive: who is charged again?](cohort.png)

Columns *of these* split the charges per 100 people: through fewer days at liberty (inside, on monitoring, abroad or dead), and through
the rate of charges per day at liberty. Costs are per person; custody is that of days in custody, on monitoring and under supervision.
`,
);
