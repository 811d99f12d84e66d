/** Places found on the engine keep their risk as often as they promise; the page with 200 searches is `docs/background/capacity-trials.md`. */
import { expect, test } from 'vitest';
import { binomialQuantile } from '../../src/statistics/binomial.ts';
import { capacityTrials, livedInFull } from './capacity-trials.ts';

const ASKED = { risk: 0.2, confidence: 0.8, replicates: 8 };

test('the true risk of the places found is within the risk asked as often as promised, and not far below it', async () => {
  const { trials, kept, meanRisk } = await capacityTrials(20, { ...ASKED, fresh: 200 });
  expect(kept).toBeGreaterThanOrEqual(binomialQuantile(0.005, trials, ASKED.confidence));
  expect(meanRisk).toBeGreaterThan(ASKED.risk / 3);
});

test('a world without waiting lives the same whatever its places, so that a run need be lived once', async () => {
  const asked = { ...ASKED, fresh: 10 };
  expect(await capacityTrials(1, asked)).toEqual(await capacityTrials(1, asked, livedInFull));
});
