/**
 * Expected reoffending: risk at index releases under each evidence mode, and naive comparisons of it.
 *
 * The same people in the same run are assessed under each mode, so differences are the direct effect of their exposures.
 * Indirect effects, such as people who come back and are released again, need a run of their own.
 */
import { type EvidenceMode, evidenceModes } from '../community/effects.ts';
import { expectations, naiveComparisons, naiveSums, type Summary } from '../simulation/summary.ts';
import type { Measure } from './measure.ts';
import { figure } from './ratio.ts';
import { ALL_SERVED } from './recidivism.ts';

/** A naive comparison by name. */
export type NaiveComparisonName = (typeof naiveComparisons)[number];

/** The two groups of each naive comparison, in words. */
export const comparedPeople: Readonly<Record<NaiveComparisonName, string>> = {
  programme: 'a programme completed or none, released from prison',
  education: 'education completed or not, released from prison',
  visits: 'visited or not, released from prison',
  'open-level': 'released from a more open level or from the most closed',
  home: 'served at home or in prison',
};

/** Expected charges by evidence, the effect of policy, and every naive comparison. */
export function expectedMeasures(): readonly Measure[] {
  return [
    ...evidenceModes.toReversed().map(expectedCharge),
    policyEffect,
    ...naiveComparisons.map((_, at) => naiveMeasures(at)),
  ].flat();
}

function expectedCharge(evidence: EvidenceMode): readonly Measure[] {
  return figure({
    id: 'expected-charge',
    label: `expected to be charged within 2 years, ${inWords[evidence]}, ${ALL_SERVED}`,
    unit: 'percent',
    definition:
      'mean probability of a charge within two years at risk, judged at an index release, the first of a calendar year from a ' +
      `sentence served in an institution or on electronic monitoring, with ${inWords[evidence]} admitted, for the same people`,
    better: 'lower',
    population: ALL_SERVED,
    horizon: 2,
    evidence,
    value: ({ summary }) => expectedUnder(summary, evidence),
  });
}

const inWords = { none: 'no evidence', A: 'evidence of grade A', all: 'all evidence' } as const;

const policyEffect = figure({
  id: 'policy-effect',
  label: `direct effect on charges expected within 2 years, ${ALL_SERVED}`,
  unit: 'points',
  definition:
    'mean probability of a charge within two years, judged at an index release, with all evidence admitted less that with none, for the ' +
    'same people; beyond the mean effect in the calibrated baseline, which is part of the level',
  better: 'lower',
  population: ALL_SERVED,
  horizon: 2,
  value: ({ summary }) => expectedUnder(summary, 'all') - expectedUnder(summary, 'none'),
});

/** Percent expected to be charged under an evidence mode. */
function expectedUnder({ expected }: Summary, evidence: EvidenceMode): number {
  return percentOf(expected[expectations.indexOf(evidence)], expected[expectations.indexOf('people')]);
}

function naiveMeasures(at: number): readonly Measure[] {
  const population = comparedPeople[naiveComparisons[at]];
  const sum = ({ naive }: Summary, name: (typeof naiveSums)[number]) =>
    naive[at * naiveSums.length + naiveSums.indexOf(name)];
  const naive = (summary: Summary) =>
    percentOf(sum(summary, 'charged'), sum(summary, 'met')) -
    percentOf(sum(summary, 'others-charged'), sum(summary, 'others'));
  const effect = (summary: Summary) =>
    percentOf(sum(summary, 'charged') - sum(summary, 'without'), sum(summary, 'met'));
  const about = { unit: 'points', population, horizon: 2 };
  return [
    figure({
      ...about,
      id: 'naive-difference',
      label: `naive difference: ${population}`,
      definition:
        'mean probability of a charge within two years, judged at an index release, in the group named first, less that in the other',
      value: ({ summary }) => naive(summary),
    }),
    figure({
      ...about,
      id: 'effect-put-in',
      label: `effect in the model: ${population}`,
      definition: 'that probability in the group named first, less its value without the exposure compared',
      value: ({ summary }) => effect(summary),
    }),
    figure({
      ...about,
      id: 'overstatement',
      label: `overstatement: ${population}`,
      definition: 'effect in the model less naive difference: how much the naive comparison flatters the exposure',
      value: ({ summary }) => effect(summary) - naive(summary),
    }),
  ].flat();
}

function percentOf(millionths: number, people: number): number {
  return people === 0 ? Number.NaN : millionths / people / 1e4;
}
