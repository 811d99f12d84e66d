/** A policy that begins late, beside the same one that begins at once: what each does to people who enter after it began. */
import { readingOf } from '../../src/experiment/reading.ts';
import { blocksOf, type RunBlocks, type Study } from '../../src/experiment/study.ts';
import { populationOf } from '../../src/measures/cohort-counts.ts';
import { identityOf, isSameMeasure } from '../../src/measures/measure-identity.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { studentQuantile } from '../../src/statistics/student.ts';

/** Members charged again within 24 months, in percentage points, against the baseline. */
export interface Found {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** What such a study finds with a power of 80 %. */
  readonly detectable: number;
}

/** People who enter after the policy began, early or late; and of the late one those of all years, which dilutes it. */
export interface LatePolicy {
  readonly early: Found;
  readonly late: Found;
  readonly diluted: Found;
}

/** Runs a baseline, the policy at once, and the policy later. */
export async function latePolicy(
  scenarios: readonly [baseline: Scenario, early: Scenario, late: Scenario],
  replicates: number,
  run: RunBlocks,
): Promise<LatePolicy> {
  const arms = scenarios.map((scenario, at) => ({ name: ['baseline', 'early', 'late'][at]!, scenario }));
  const study: Study = { arms, replicates, draws: 0 };
  const charged = { measure: 'cohort-charged', population: populationOf.sentenced, horizon: 2 };
  const measure = measuresOf(scenarios[0].dimensions['level']!).find((one) => isSameMeasure(identityOf(one), charged))!;
  const values: Record<keyof LatePolicy, [own: number[], other: number[]]> = {
    early: [[], []],
    late: [[], []],
    diluted: [[], []],
  };
  for await (const [baseline, early, late] of run(study, blocksOf(study), () => {})) {
    const pairs = { early: [early!, [0, 1]], late: [late!, [0, 2]], diluted: [late!, [0, 1]] } as const;
    for (const [name, [own, parted]] of Object.entries(pairs)) {
      const [mine, beside] = values[name as keyof LatePolicy];
      mine.push(measure.value(readingOf(study, own, parted)));
      beside.push(measure.value(readingOf(study, baseline!, parted)));
    }
  }
  return { early: found(values.early), late: found(values.late), diluted: found(values.diluted) };
}

function found([own, other]: readonly [number[], number[]]): Found {
  const { difference, low, high, standardError, count } = pairedDifference(own, other);
  const quantiles = studentQuantile(0.975, count - 1) + studentQuantile(0.8, count - 1);
  return { difference, low, high, detectable: quantiles * standardError };
}
