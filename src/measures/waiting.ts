/**
 * Waiting: sentenced people at liberty before they serve, in two states. Processing lasts from the verdict to the day from
 * which a place may be called; the queue is of those past that day, who lack nothing but a place.
 */
import { type Summary, WAITS } from '../simulation/summary.ts';
import { recorded } from './amount.ts';
import type { Measure } from './measure.ts';
import { averageDay, figure, ratio } from './ratio.ts';

/** Every measure of waiting to serve. */
export function waitingMeasures(): readonly Measure[] {
  return [
    averageDay({
      id: 'queue-length',
      label: 'people waiting for a place, mean',
      definition:
        'people at liberty who were summoned to serve and wait for a place, on an average day; those not yet summoned are in processing',
      better: 'lower',
      of: ({ summary }) => total(summary.waiting),
    }),
    averageDay({
      id: 'processing',
      label: 'people not yet summoned, mean',
      definition:
        'sentenced people at liberty between verdict and summons, on an average day: paper, whether or not places are free',
      of: ({ summary }) => total(summary.processing),
    }),
    ratio({
      id: 'waiting-days',
      label: 'days from summons to place, mean',
      unit: 'days',
      definition: `mean days from summons to place, ${FOR_WHOM}`,
      better: 'lower',
      of: recorded('waiting-days'),
      by: recorded('waited'),
    }),
    ...[
      { id: 'waiting-days-median', label: 'days from summons to place, median', share: 0.5, said: 'half' },
      { id: 'waiting-days-90', label: 'days from summons to place, 90 %', share: 0.9, said: 'nine tenths' },
    ].map(({ id, label, share, said }) =>
      figure({
        id,
        label,
        unit: 'days',
        definition: `whole days from summons to place within which ${said} have one, ${FOR_WHOM}; no number if that is five years or more`,
        better: 'lower',
        value: ({ summary }) => waitWithin(summary, share),
      }),
    ),
  ].flat();
}

const FOR_WHOM = 'of those who begin to serve from liberty in these years, fines and recalls included';

/** The least whole days within which this share of people begin; NaN if nobody does, or if it takes longer than is counted. */
export function waitWithin({ waits, shape }: Pick<Summary, 'waits' | 'shape'>, share: number): number {
  const days = new Float64Array(WAITS);
  for (let year = 0; year < shape.years; year++) {
    for (let day = 0; day < WAITS; day++) days[day] += waits[year * WAITS + day];
  }
  const wanted = share * total(days);
  let within = 0;
  for (let day = 0; day < WAITS - 1; day++) {
    within += days[day];
    if (within > 0 && within >= wanted) return day;
  }
  return Number.NaN;
}

function total(amounts: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < amounts.length; at++) sum += amounts[at];
  return sum;
}
