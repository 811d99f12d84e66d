import { expect, test } from 'vitest';
import { type CostParameters, costOf } from '../../src/community/cost.ts';

const given: CostParameters = {
  placeYear: Float64Array.of(1_000_000, 600_000, 500_000),
  monitoringYear: 250_000,
  supervisionYear: 50_000,
};

test.each([
  [[365.25, 0, 0], 0, 0, 1_000_000, 'a year at the first level'],
  [[0, 730.5, 0], 0, 0, 1_200_000, 'two years at the second'],
  [[0, 0, 365.25 / 2], 0, 0, 250_000, 'half a year at the third'],
  [[0, 0, 0], 365.25, 0, 250_000, 'a year on monitoring'],
  [[0, 0, 0], 0, 3652.5, 500_000, 'ten years on supervision'],
  [[365.25, 365.25, 365.25], 365.25, 365.25, 2_400_000, 'all together'],
  [[0, 0, 0], 0, 0, 0, 'nobody costs nothing'],
])('%j days inside, %f monitored, %f supervised: %i kroner, %s', (inside, monitored, supervised, krone) => {
  expect(costOf(inside, monitored, supervised, given)).toBeCloseTo(krone, 6);
});
