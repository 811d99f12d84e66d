/** A chance taken with the rate in force is the same law as a waiting time drawn anew at every change of the rate. */
import { expect, test } from 'vitest';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { absenceOf, absences, daysToChance } from '../../src/prison/absence.ts';
import { exactBinomialTest } from '../../src/statistics/binomial.ts';

const PEOPLE = 20_000;
const MOVES_AFTER = 400;
const key = randomKey('absence', 0);

/** How many escape within `days` at one rate a year before the move and another after it, and how many fail to return. */
function simulated(days: number, before: number, after: number, failures: number): readonly [number, number] {
  const found = [0, 0];
  for (let person = 0; person < PEOPLE; person++) {
    for (let day = 0, nth = 0; ; nth++) {
      day += daysToChance(uniform(key.low, key.high, person, 2 * nth));
      if (day > days) break;
      const kind = absenceOf(
        uniform(key.low, key.high, person, 2 * nth + 1),
        day <= MOVES_AFTER ? before : after,
        failures,
      );
      if (kind === absences.none) continue;
      found[kind]++;
      break;
    }
  }
  return [found[0], found[1]];
}

test.each([
  [800, 0.003, 0.075, 0.1],
  [800, 0.3, 0.05, 0],
  [1500, 0.1, 0.1, 0.09],
])('over %i days with %f, then %f escapes and %f failures a year', (days, before, after, failures) => {
  // whole days: a chance comes on the day after an exponential wait, rounded down, so each day has the same chance of one
  const chanceADay = 1 - Math.exp(-1 / 365.25);
  const rates = Array.from({ length: days }, (_, day) => [day < MOVES_AFTER ? before : after, failures]);
  let still = 1;
  const expected = [0, 0];
  for (const [escapes, fails] of rates) {
    expected[0] += still * chanceADay * escapes!;
    expected[1] += still * chanceADay * fails!;
    still *= 1 - chanceADay * (escapes! + fails!);
  }
  const [escaped, failed] = simulated(days, before, after, failures);
  expect(exactBinomialTest(escaped, PEOPLE, expected[0])).toBeGreaterThan(0.01);
  expect(exactBinomialTest(failed, PEOPLE, expected[1])).toBeGreaterThan(0.01);
});
