/**
 * Level gap: how much more often people released from closed prisons return than people from open ones, and why.
 *
 * In Norway 44 % against 23 % of people released begin a new prison sentence within five years (E100-E101). Most of that
 * should be selection: staff send the lower risks to open places. So the gap is run with effects and without any, and
 * with assessments of risk that are worse and better. Nothing is tuned towards it.
 */

import type { Arm, CellResult, Study } from '../../src/experiment/study.ts';
import { recidivismWithin } from '../../src/measures/recidivism.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { withPolicies } from '../../src/scenario/scenario.ts';
import { definitions, type Summary } from '../../src/simulation/summary.ts';
import { mean } from '../../src/statistics/describe.ts';

/** AUC of assessed risk: what validation studies span, and the middle that the model takes. */
const aucs = [0.65, 0.7, 0.75];

/** Every arm of the experiment: effects as in the scenario or none, at each AUC. */
export function levelGapArms(scenario: Scenario): readonly Arm[] {
  return ['all', 'none'].flatMap((evidence) =>
    aucs.map((auc) => ({ name: `${evidence} ${auc}`, scenario: under(scenario, evidence, auc) })),
  );
}

/** The study with so many replicates. */
export function levelGapStudy(scenario: Scenario, replicates: number): Study {
  return { arms: levelGapArms(scenario), replicates, draws: 0 };
}

/** New prison sentences among people released, in per cent: all, from the most closed level, from the next, and the gap in points. */
export interface LevelGap {
  readonly arm: string;
  readonly years: number;
  readonly released: number;
  readonly high: number;
  readonly low: number;
  readonly gap: number;
}

/** The mean over replicates for every arm, within two years and within five. */
export function levelGaps({ arms }: Study, cells: readonly CellResult[]): readonly LevelGap[] {
  return arms.flatMap(({ name }, arm) => {
    const summaries = cells.filter(({ key }) => key.arm === arm).map(({ summary }) => summary);
    return [2, 5].map((years) => {
      const [released, high, low] = [undefined, 0, 1].map((level) =>
        mean(summaries.map((summary) => percentWithin(summary, years, level))),
      ) as [number, number, number];
      return { arm: name, years, released, high, low, gap: high - low };
    });
  });
}

function percentWithin(summary: Summary, years: number, level: number | undefined): number {
  const levels = level === undefined ? Array.from({ length: summary.shape.levels }, (_, at) => at) : [level];
  return 100 * recidivismWithin(summary, definitions.indexOf('new-prison-sentence'), years, levels);
}

function under(scenario: Scenario, evidence: string, auc: number): Scenario {
  const change = { members: [], cells: [0], operation: 'set' } as const;
  const policy = {
    name: `level-gap ${evidence} ${auc}`,
    from: scenario.burnInStart,
    until: Infinity,
    label: 'experiment',
    because: 'How much of the gap between levels is selection.',
    after: scenario.policies.map(({ name }) => name),
    changes: [
      { ...change, path: 'effects.evidence', noun: 'effects', name: 'evidence', value: evidence },
      { ...change, path: 'placement.assessment_auc', noun: 'placement', name: 'assessmentAuc', value: auc },
    ],
  };
  return withPolicies(scenario, [...scenario.policies, policy]);
}
