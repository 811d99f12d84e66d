/**
 * Bounds: moves each weak point of the model by its plausible error, and prints the headline effect.
 *
 *     npx tsx scripts/bounds.ts [REPLICATES]
 *
 * Both arms are moved alike; the effect is the paired difference between the scenario normality-fixed-places and the baseline. Each replicate
 * lives 22 arms from the first day and takes minutes. Two replicates are the fewest that have an interval.
 */

import {
  catalogue,
  measureNamed,
  measuresOf,
  measureValues,
  readScenario,
  type Scenario,
  type Study,
  withPolicies,
  workerThreads,
} from '../src/index.ts';
import { type Change, multiplied } from '../src/scenario/change.ts';
import { meanInterval } from '../src/statistics/intervals.ts';

const replicates = Number(process.argv[2] ?? 4);
if (!Number.isInteger(replicates) || replicates < 2) {
  console.error(`bounds.ts: "${process.argv[2]}" is not a number of replicates\n  it is a whole number from 2`);
  process.exit(2);
}
const baseline = readScenario('norway/baseline');
const policy = readScenario('normality-fixed-places');

const times = (path: string, factor: number) => multiplied(catalogue.get(path)!, baseline.dimensions, factor);
const evidence = (value: string): Change => ({
  path: 'effects.evidence',
  noun: 'effects',
  name: 'evidence',
  members: [],
  cells: [0],
  operation: 'set',
  value,
});

const points: readonly (readonly [weakPoint: string, how: string, changes: readonly Change[]])[] = [
  ['as it is', '', []],
  ['English coefficients', 'weight of the record a fifth less', [times('reoffending.record_weight', 0.8)]],
  ['English coefficients', 'weight of the record a fifth more', [times('reoffending.record_weight', 1.2)]],
  ['Transported effects', 'none of them admitted', [evidence('none')]],
  ['Transported effects', 'grade A alone', [evidence('A')]],
  ['Inferred admissions', 'a tenth fewer first charges', [times('arrivals.per_year', 0.9)]],
  ['Inferred admissions', 'a tenth more first charges', [times('arrivals.per_year', 1.1)]],
  ['Detected crime only', 'a lower level of charges: shift halved', [times('reoffending.shift', 0.5)]],
  ['Detected crime only', 'a higher level of charges: shift half as much again', [times('reoffending.shift', 1.5)]],
  ['Lengths inferred', 'a tenth shorter', [times('sentence.length_factor', 0.9)]],
  ['Lengths inferred', 'a tenth longer', [times('sentence.length_factor', 1.1)]],
];

const under = (scenario: Scenario, name: string, changes: readonly Change[]): Scenario =>
  changes.length === 0
    ? scenario
    : withPolicies(scenario, [
        ...scenario.policies,
        {
          name,
          from: scenario.burnInStart,
          until: Infinity,
          label: 'experiment',
          because: 'A weak point, moved.',
          after: [],
          changes,
        },
      ]);

const arms = points.flatMap(([, , changes], at) =>
  [baseline, policy].map((scenario, side) => ({
    name: `${at}-${side}`,
    scenario: under(scenario, `point-${at}`, changes),
  })),
);
const study: Study = { arms, replicates, draws: 0 };
const measures = measuresOf(baseline);
const asked = ['new-charge@2y', 'policy-effect@2y', 'occupancy'].map((name) => measureNamed(name, measures));
const values = await measureValues(study, asked, workerThreads({ workers: Math.min(2, replicates) }));

const shown = (numbers: Float64Array, digits: number) => {
  const { mean, low, high } = meanInterval(numbers);
  return `${mean.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
};
console.log('| weak point | moved | charged within 2 years, points | of which direct effect | people inside |');
console.log('| --- | --- | --: | --: | --: |');
points.forEach(([weakPoint, how], at) => {
  const difference = values.map((byArm) =>
    byArm[2 * at + 1].map((value, replicate) => value - byArm[2 * at][replicate]),
  );
  console.log(
    `| ${weakPoint} | ${how} | ${shown(difference[0], 2)} | ${shown(difference[1], 2)} | ${shown(difference[2], 0)} |`,
  );
});
