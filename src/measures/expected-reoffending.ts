/**
 * Expected reoffending: risk at index releases with no evidence, grade A or all of it let in, and what naive comparisons make of it.
 *
 * The same people in the same run under each, so that the differences are the direct effect of what they met. What else
 * follows from an effect, such as who comes back and is released again, takes a run of its own.
 */
import { type EvidenceMode, evidenceModes } from '../community/effects.ts';
import { expectations, naiveComparisons, naiveSums, type Summary } from '../simulation/summary.ts';
import type { Measure } from './measure.ts';
import { figure } from './ratio.ts';
import { ALL_SERVED } from './recidivism.ts';

/** A naive comparison by name. */
export type NaiveComparisonName = (typeof naiveComparisons)[number];

/** Who is compared with whom, in words, by naive comparison. */
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
    label: `expected to be charged within 2 y, ${inWords[evidence]}, ${ALL_SERVED}`,
    unit: 'percent',
    definition:
      'mean chance of a charge within two years at risk at an index release, the first of a calendar year from a ' +
      `sentence served in an institution or on electronic monitoring, with ${inWords[evidence]} let in, of the same people`,
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
  label: `effect of what was met inside on charges expected within 2 y, ${ALL_SERVED}`,
  unit: 'points',
  definition:
    'mean chance of a charge within two years at an index release with all evidence let in less that with none, of the ' +
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
        'mean chance of a charge within two years at an index release of those named first, less that of the others',
      value: ({ summary }) => naive(summary),
    }),
    figure({
      ...about,
      id: 'effect-put-in',
      label: `effect put in: ${population}`,
      definition: 'of those named first, that chance less what it would be without what is compared',
      value: ({ summary }) => effect(summary),
    }),
    figure({
      ...about,
      id: 'overstatement',
      label: `overstatement: ${population}`,
      definition: 'effect put in less naive difference: how much better what is compared looks than it is',
      value: ({ summary }) => effect(summary) - naive(summary),
    }),
  ].flat();
}

function percentOf(millionths: number, people: number): number {
  return people === 0 ? Number.NaN : millionths / people / 1e4;
}
