/**
 * Intervals of values of information hold the truth about as often as they say: in at least nine of ten studies, by exact
 * binomial test at 1 %, where no two options are equally good. Where they are, the value itself is too low, and so are they.
 */
import { expect, test } from 'vitest';
import { exp, normalCumulative, normalQuantile } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { binomialQuantile } from '../../src/statistics/binomial.ts';
import { partialInformation } from '../../src/statistics/partial-perfect-information.ts';
import { perfectInformation } from '../../src/statistics/value-of-information.ts';

const STUDIES = 400;
const key = randomKey('values of information keep their word', 0);
const normalValue = (centre: number, spread: number) => {
  const x = centre / spread;
  return spread * (exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) - x * normalCumulative(-x));
};

test.each([
  [100, 0.5],
  [200, 0.5],
  [100, 1],
])('%d draws of two replicates, the better option %d spreads ahead', (draws, centre) => {
  const hits = { all: 0, three: 0, nothing: 0 };
  for (let study = 0; study < STUDIES; study++) {
    const at = (draw: number, what: number) => uniform(key.low, key.high, 1000 * study + draw, what);
    const position = (parameter: number) => Array.from({ length: draws }, (_, draw) => at(draw, parameter));
    const gains = Array.from({ length: draws }, (_, draw) => {
      const known = [0, 1, 2].reduce((sum, one) => sum + Math.sqrt(0.5 / 3) * normalQuantile(at(draw, one)), centre);
      const expected = known + Math.sqrt(0.5) * normalQuantile(at(draw, 10));
      return [20, 21].map((replicate) => expected + normalQuantile(at(draw, replicate)));
    });
    const all = perfectInformation([gains.map(() => [0, 0]), gains], `study ${study}`);
    const means = gains.map(([a, b]) => (a! + b!) / 2);
    const group = (parameters: readonly number[]) =>
      partialInformation([[means]], parameters.map(position), [all], `study ${study}`)![0];
    const [three, nothing] = [group([0, 1, 2]), group([5, 6])];
    const holds = ({ low, high }: { low: number; high: number }, truth: number) => +(low <= truth && truth <= high);
    hits.all += holds(all, normalValue(centre, 1));
    hits.three += holds(three, normalValue(centre, Math.sqrt(0.5)));
    hits.nothing += holds(nothing, 0);
  }
  const least = binomialQuantile(0.01, STUDIES, 0.9);
  for (const count of Object.values(hits)) expect(count).toBeGreaterThanOrEqual(least);
});
