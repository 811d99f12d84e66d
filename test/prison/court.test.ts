import { expect, test } from 'vitest';
import { chanceAfterOdds, verdictOf, verdicts } from '../../src/prison/court.ts';

test.each([
  [0.1, 0.5, 0.2, 0.9, verdicts.acquitted, 'acquittal comes first, whatever the sanction would have been'],
  [0.1, 0.95, 0.2, 0.9, verdicts.acquitted, 'also where no prison would have followed'],
  [0.2, 0.5, 0.2, 0.9, verdicts.prison, 'a draw equal to the share is not below it'],
  [0.2, 0.9, 0.2, 0.9, verdicts.otherSanction, 'the same for prison'],
  [0.9, 0.89, 0.2, 0.9, verdicts.prison, 'convicted, and below the chance of prison'],
  [0.9, 0.91, 0.2, 0.9, verdicts.otherSanction, 'convicted, and above it'],
  [0.0001, 0.0001, 0, 0, verdicts.otherSanction, 'nobody is acquitted and nobody sent to prison'],
  [0.9999, 0.9999, 0, 1, verdicts.prison, 'everybody is sent to prison'],
  [0.9999, 0.0001, 1, 1, verdicts.acquitted, 'everybody is acquitted'],
])(
  'draws %f and %f with %f acquitted and %f to prison give verdict %i: %s',
  (...facts: readonly [number, number, number, number, number, string]) => {
    const [acquittal, sanction, share, chance, verdict] = facts;
    expect(verdictOf(acquittal, sanction, share, chance)).toBe(verdict);
  },
);

test.each([
  [0.5, 1, 0.5, 'a factor of 1 changes nothing'],
  [0.2, 1, 0.2, 'a factor of 1 changes nothing'],
  [0.5, 2, 2 / 3, 'odds of 1 to 1 become 2 to 1'],
  [0.5, 3, 0.75, 'odds of 1 to 1 become 3 to 1'],
  [0.2, 4, 0.5, 'odds of 1 to 4 become 1 to 1'],
  [0.2, 0, 0, 'odds of nothing'],
  [0.75, 1 / 3, 0.5, 'odds of 3 to 1 become 1 to 1'],
  [0, 7, 0, 'what cannot happen stays so'],
  [1, 7, 1, 'what must happen stays so'],
])('a chance of %f after odds times %f is %f: %s', (chance, factor, after) => {
  expect(chanceAfterOdds(chance, factor)).toBeCloseTo(after, 12);
});
