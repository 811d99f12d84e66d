/**
 * Evidence contrast: differences under each evidence mode, their parts, and naive comparisons, for the report.
 */
import { type EvidenceMode, evidenceModes } from '../../community/effects.ts';
import { comparedPeople, type NaiveComparisonName } from '../../measures/expected-reoffending.ts';
import { isSameMeasure, type MeasureIdentity } from '../../measures/measure-identity.ts';
import { ALL_SERVED } from '../../measures/recidivism.ts';
import type { EvidenceContrast, NaiveComparison } from '../input.ts';
import { known } from './key-figures.ts';
import type { ShownStudy } from './shown-study.ts';

const SERVED = { population: ALL_SERVED, horizon: 2 };
const expectedUnder = (evidence: EvidenceMode): MeasureIdentity => ({
  measure: 'expected-charge',
  ...SERVED,
  evidence,
});

/** Differences in expected charges for every arm, with no evidence, grade A alone and all evidence admitted. */
export function evidenceContrastsOf(study: ShownStudy): readonly EvidenceContrast[] {
  return study.arms.slice(1).flatMap((arm) =>
    evidenceModes.toReversed().flatMap((mode): EvidenceContrast[] => {
      const found = differenceOf(study, arm, expectedUnder(mode));
      if (found === undefined) return [];
      const { difference, low, high } = found;
      const label = 'expected to be charged within 2 years';
      return [{ mode, arm, label, unit: 'points', difference: known(difference), low: known(low), high: known(high) }];
    }),
  );
}

/** Naive comparisons within the baseline that have people on both sides. */
export function naiveOf({ arms, measures }: ShownStudy): readonly NaiveComparison[] {
  return Object.keys(comparedPeople).flatMap((name): NaiveComparison[] => {
    const population = comparedPeople[name as NaiveComparisonName];
    const points = (measure: string) => {
      const found = measures.find(
        (row) => row.arm === arms[0] && isSameMeasure(row, { measure, population, horizon: 2 }),
      );
      return { points: known(found?.mean), low: known(found?.low), high: known(found?.high) };
    };
    const naive = points('naive-difference');
    if (Number.isNaN(naive.points)) return [];
    return [{ compared: population, naive, effect: points('effect-put-in'), overstatement: points('overstatement') }];
  });
}

function differenceOf({ differences }: ShownStudy, arm: string, wanted: MeasureIdentity) {
  return differences.find((row) => row.arm === arm && isSameMeasure(row, wanted) && row.difference !== null);
}
