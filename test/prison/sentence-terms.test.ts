import { describe, expect, test } from 'vitest';
import { daysWithRemaining, earliestRelease, executedLength } from '../../src/prison/sentence-terms.ts';

test.each([
  [0, 300, 200, 200, 'nothing served yet: the new law for all of it'],
  [0, 300, 300, 300, 'the same law'],
  [1, 300, 300, 300, 'the same law, a day served'],
  [100, 300, 300, 300, 'the same law, a third served'],
  [299, 300, 300, 300, 'the same law, a day left'],
  [300, 300, 300, 300, 'all served'],
  [300, 300, 100, 300, 'who has served all gets nothing back'],
  [301, 300, 100, 300, 'nor who has served more'],
  [150, 300, 200, 250, 'half served, and half of the new time to come'],
  [100, 300, 150, 200, 'a third served; two thirds of 150 are 100'],
  [200, 300, 150, 250, 'two thirds served; a third of 150 is 50'],
  [299, 300, 150, 300, 'the last day is rounded up: half a day is a day'],
  [298, 300, 150, 299, 'of two days one'],
  [100, 200, 300, 250, 'a harsher law: half served, and half of 300 to come'],
  [199, 200, 300, 201, 'the last day becomes one and a half, rounded up'],
  [50, 200, 400, 350, 'a quarter served; three quarters of 400'],
  [60, 90, 60, 80, 'a third is left: 20 of 60'],
  [30, 90, 60, 70, 'two thirds are left: 40 of 60, by no hair 41'],
  [1, 3, 3, 3, 'thirds that are no decimals'],
  [7, 49, 49, 49, 'sevenths that are no decimals'],
  [1, 7670, 3835, 3836, '21 years halved on the second day: 3834.5, rounded up, and the day served'],
  [0, 1, 1, 1, 'the shortest'],
  [0, 7670, 1, 1, 'a sentence struck down to a day before it began'],
  [3835, 7670, 1, 3836, 'and half way: half a day is a day'],
  [73, 74, 60, 74, 'a day before release nothing is gained: 60/74 of a day, rounded up'],
  [60, 73, 60, 71, '13 of 73 left; 10.7 of 60'],
  [100, 365, 244, 278, '265 of 365 left: 177.2 of 244'],
  [100, 366, 244, 278, 'a leap year: 266 of 366 left, 177.3 of 244'],
  [100, 244, 183, 208, 'two thirds become half of a year: 144 of 244 left, 108 of 183'],
])('with %i days served of %i, where the new law has %i, %i in all: %s', (served, before, after, days) => {
  expect(daysWithRemaining(served, before, after)).toBe(days);
});

test('what remains under the same law is what remained, however much is served', () => {
  for (let before = 1; before <= 150; before++) {
    for (let served = 0; served <= before; served++) expect(daysWithRemaining(served, before, before)).toBe(before);
  }
});

describe('between sentences served whole and those that need not be', () => {
  const law = (days: number) => earliestRelease(days, 2 / 3, 60, 14);
  test.each([
    [73, 73],
    [74, 60],
    [109, 73],
    [110, 74],
  ])('of %i days %i are served', (days, served) => {
    expect(law(days)).toBe(served);
  });

  test('a longer part served never ends before release was possible, nor after the end of the sentence', () => {
    for (let days = 74; days < 800; days += 7) {
      for (let served = 0; served <= law(days); served += 5) {
        const milder = earliestRelease(days, 0.5, 60, 14);
        const inAll = daysWithRemaining(served, law(days), milder);
        expect(inAll).toBeGreaterThanOrEqual(Math.max(served, milder));
        expect(inAll).toBeLessThanOrEqual(law(days));
      }
    }
  });
});

test('a sentence one day longer is never executed shorter', () => {
  for (const factor of [0.5, 0.97, 1, 1.3]) {
    for (let days = 1; days < 9000; days++) {
      expect(executedLength(days + 1, 91, factor, 21)).toBeGreaterThanOrEqual(executedLength(days, 91, factor, 21));
    }
  }
});
