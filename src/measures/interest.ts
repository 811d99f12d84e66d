/**
 * Difference of interest: the smallest difference in a headline measure that would matter to whoever decides, its passport included.
 *
 * Without it, "no difference that matters" and "cannot tell" are one sentence. No study says what matters: every number is an
 * assumption, chosen for its reason, a round number after first results were known, and never used in a simulation.
 */
import type { MeasureIdentity } from './measure-identity.ts';

/** A smallest difference of interest. */
export interface Interest {
  /** In this unit, which is that of the measure, or as a share of its mean in the baseline. */
  readonly value: number;
  readonly unit: 'points' | 'charges per 100 people' | 'share of the baseline';
  /** Values that others might choose with as much reason. */
  readonly range: readonly [number, number];
  readonly grade: 'assumption';
  readonly because: string;
}

const SHARE = 'share of the baseline';

/** By measure, for all its populations, horizons and levels. */
export const interests: ReadonlyMap<string, Interest> = new Map([
  [
    'cohort-charged',
    assumed(
      1,
      'points',
      [0.25, 2],
      'one person of a hundred; outside a model, a trial would need some 39,000 people in each arm to find it (80 % power, half of them charged again)',
    ),
  ],
  ['cohort-charges', assumed(2, 'charges per 100 people', [0.5, 5], 'one person of a hundred, charged twice')],
  ['new-charge', assumed(1, 'points', [0.25, 2], 'as for the same people')],
  [
    'occupancy',
    assumed(0.02, SHARE, [0.01, 0.05], 'two of a hundred people inside: at the size of Norway some 70 places'),
  ],
  ['overflow-chance', assumed(5, 'points', [2, 10], 'five weeks of a hundred, hence two or three a year')],
  ['queue-length', assumed(0.1, SHARE, [0.05, 0.2], 'one of ten people who wait')],
  ['cost', assumed(0.01, SHARE, [0.005, 0.03], 'budgets are argued about in whole percentages')],
  ['crime-cost', assumed(0.01, SHARE, [0.005, 0.03], 'as for custody and supervision')],
  ['cohort-crime-cost', assumed(0.01, SHARE, [0.005, 0.03], 'as for everybody')],
]);

/**
 * The smallest difference of interest in the unit of the measure; `baseline` is its mean there. Undefined if the measure has none, or
 * has a share of a mean that is not known.
 */
export function differenceOfInterest({ measure }: MeasureIdentity, baseline: number): number | undefined {
  const interest = interests.get(measure);
  if (interest === undefined) return undefined;
  const size = interest.unit === SHARE ? interest.value * Math.abs(baseline) : interest.value;
  return Number.isNaN(size) ? undefined : size;
}

function assumed(value: number, unit: Interest['unit'], range: Interest['range'], because: string): Interest {
  return { value, unit, range, grade: 'assumption', because };
}
