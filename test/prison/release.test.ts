import { expect, test } from 'vitest';
import { earliestRelease } from '../../src/prison/release.ts';

/** The law as it stands: two thirds, at least 60 days, at least 14 days left. */
const lawful = (sentenceDays: number) => earliestRelease(sentenceDays, 2 / 3, 60, 14);

test.each([
  [1, 1, 'the shortest sentence is served whole'],
  [14, 14, 'two weeks'],
  [30, 30, 'a month: two thirds would be less than 60 days'],
  [59, 59, 'shorter than the least'],
  [60, 60, 'as long as the least: nothing would remain'],
  [61, 61, 'one day would remain'],
  [73, 73, '13 days would remain: one too few'],
  [74, 60, 'the shortest sentence that qualifies: 60 served, 14 remain'],
  [75, 60, 'two thirds are 50, the least is 60'],
  [80, 60, 'the least still binds'],
  [89, 60, 'two thirds are 59.33, rounded up 60'],
  [90, 60, 'two thirds are 60 exactly, not 61'],
  [91, 61, 'two thirds are 60.67, rounded up'],
  [92, 62, 'two thirds are 61.33, rounded up'],
  [93, 62, 'two thirds are 62 exactly'],
  [100, 67, 'two thirds are 66.67'],
  [109, 73, 'two thirds are 72.67: as long as the longest sentence that does not qualify'],
  [110, 74, 'two thirds are 73.33: past 73 at last'],
  [120, 80, 'four months'],
  [180, 120, 'half a year'],
  [365, 244, 'a year: 243.33 rounded up'],
  [366, 244, 'a leap year: 244 exactly'],
  [730, 487, 'two years: 486.67'],
  [731, 488, '487.33 rounded up'],
  [1095, 730, 'three years are two years'],
  [3652, 2435, 'ten years: 2434.67'],
  [3653, 2436, '2435.33 rounded up'],
  [7670, 5114, '21 years, the longest that the law allows: 5113.33 rounded up'],
  [7671, 5114, '5114 exactly'],
])('a sentence of %i days may end after %i: %s', (sentenceDays, served) => {
  expect(lawful(sentenceDays)).toBe(served);
});

test.each([
  [74, 2 / 3, 60, 15, 74, 'a day more must remain, so 74 no longer qualifies'],
  [75, 2 / 3, 60, 15, 60, 'and 75 does'],
  [74, 2 / 3, 61, 14, 74, 'a day more must be served'],
  [365, 1, 60, 14, 365, 'no part is remitted'],
  [365, 0.5, 60, 14, 183, 'half: 182.5 rounded up'],
  [100, 0.5, 60, 14, 60, 'half is 50, the least is 60'],
  [90, 0.5, 0, 0, 45, 'without a least and a rest'],
  [90, 0.666667, 60, 14, 61, 'a share with too few decimals is another share'],
  [90, 0.66666666666667, 60, 14, 60, 'a share read from decimals misses a whole day by a hair, and is forgiven'],
])('of %i days, part %f, least %i, rest %i: %i, because %s', (sentenceDays, part, least, rest, served) => {
  expect(earliestRelease(sentenceDays, part, least, rest)).toBe(served);
});
