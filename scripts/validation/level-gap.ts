/**
 * Level gap: compares the return of people released from closed and from open prisons, and looks for the cause of the gap.
 *
 * In Norway 44 % of people released from closed prisons and 23 % from open ones begin a new prison sentence for an offence within five years
 * (E100-E101). Most of that gap should be selection: staff send people of lower risk to open places. So it is simulated with and
 * without effects, and with better and worse assessment of risk. Nothing is tuned towards the gap.
 */

import type { Arm, CellResult, Study } from '../../src/experiment/study.ts';
import { recidivismWithin } from '../../src/measures/recidivism.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { withPolicies } from '../../src/scenario/scenario.ts';
import { definitions, type Summary } from '../../src/simulation/summary.ts';
import { mean } from '../../src/statistics/describe.ts';

/** AUC of risk assessment: the range of validation studies, and the middle value used in the model. */
const aucs = [0.65, 0.7, 0.75];

/** The arms of the experiment: effects as in the scenario or none, at each AUC. */
export function levelGapArms(scenario: Scenario): readonly Arm[] {
  return ['all', 'none'].flatMap((evidence) =>
    aucs.map((auc) => ({ name: `${evidence} ${auc}`, scenario: under(scenario, evidence, auc) })),
  );
}

/** The study with a number of replicates. */
export function levelGapStudy(scenario: Scenario, replicates: number): Study {
  return { arms: levelGapArms(scenario), replicates, draws: 0 };
}

/** Percentage of people released with a new prison sentence: all, from the most closed level, from the next, and the gap in percentage points. */
export interface LevelGap {
  readonly arm: string;
  readonly years: number;
  readonly released: number;
  readonly high: number;
  readonly low: number;
  readonly gap: number;
}

/** The mean over replicates of every arm, within two years and within five. */
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
  return 100 * recidivismWithin(summary, definitions.indexOf('new-charge-to-prison'), years, levels);
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
