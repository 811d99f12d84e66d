/** Nested runs of any policies: the parts add up. */
import fc from 'fast-check';
import { test } from 'vitest';
import { policy } from '../../tiny.ts';
import { divided, mustAddUp, world } from './nested-parts.ts';

const levers = fc.constantFrom(
  ['sentence.length_factor', '0.5'],
  ['facility.places', '{multiply: 0.5}'],
  ['release.conditional_granted', '0.99'],
  ['programme.places', '{multiply: 4}'],
  ['placement.review_days', '20'],
  ['monitoring.places', '40'],
  ['reentry.guarantee', '1'],
  ['reoffending.shift', '0.5'],
  ['capacity.response', 'double'],
);

test('the parts of any policies add up in every replicate to the difference that compare finds', async () => {
  const days = fc.constantFrom('2010-06-01', '2012-01-01', '2012-08-01');
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(levers, { minLength: 1, maxLength: 3 }), days, async (moved, from) => {
      const plain = world('', 3, 3);
      const other = world(moved.map(([lever, value], at) => policy(`p${at}`, from, lever!, value!)).join(''), 3, 3);
      await mustAddUp(await divided(plain, other), plain, other);
    }),
    { numRuns: 20 },
  );
});
