/** Cost: every item is its amount times its price, and all items together are the total. */
import { expect, test } from 'vitest';
import {
  type Amounts,
  aYear,
  type CostItem,
  costItems,
  costsOf,
  personYears,
  totalCost,
} from '../../src/community/cost.ts';
import { costMeasures } from '../../src/measures/costs.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { tinyCell, withLevers } from '../tiny.ts';

const given = tinyCell().parameters.at(-1)!.values.cost;
const nothing: Amounts = {
  inside: [0, 0, 0],
  added: [0, 0, 0],
  officers: 0,
  seats: [0, 0, 0, 0, 0, 0],
  workplaces: [0, 0, 0, 0, 0, 0],
  treated: 0,
  monitored: 0,
  supervised: 0,
  arrangements: [0, 0, 0],
};
const one = (length: number, at: number) => Array.from({ length }, (_, index) => (index === at ? 1 : 0));

test.each<[Partial<Amounts>, CostItem[], number]>([
  [{ inside: one(3, 0) }, ['places', 'health'], given.placeYear[0] + given.healthYear],
  [{ inside: one(3, 2) }, ['places', 'health'], given.placeYear[2] + given.healthYear],
  [{ added: one(3, 1) }, ['building'], given.building[1] / given.buildingYears],
  [{ officers: 2 }, ['officers'], 2 * given.officerYear],
  [{ seats: one(6, 4) }, ['programmes'], given.seatYear[4]],
  [{ workplaces: one(6, 0) }, ['work'], given.workYear[0]],
  [{ treated: 3 }, ['treatment'], 3 * given.treatmentYear],
  [{ monitored: 1 }, ['monitoring'], given.monitoringYear],
  [{ supervised: 10 }, ['supervision'], 10 * given.supervisionYear],
  [{ arrangements: one(3, 1) }, ['reentry'], given.arrangement[1]],
  [{}, [], 0],
])('%j costs something in %j alone: %d kroner', (amounts, items, krone) => {
  const costs = costsOf({ ...nothing, ...amounts }, given);
  expect(costItems.filter((item) => costs[item] !== 0)).toEqual(items);
  expect(totalCost(costs)).toBeCloseTo(krone, 6);
});

test.each([
  [730, 365, 2],
  [0, 10, 0],
  [5, 0, 0],
])('%d person-days in %d days are %d person-years a year', (personDays, days, years) => {
  expect(personYears(personDays, days)).toBe(years);
});

test('an amount in two years is half of it a year', () => {
  expect(aYear(10, 730.5)).toBe(5);
  expect(aYear(10, 0)).toBe(0);
});

test('in a simulated world with enough places every item costs something, and the items add up', () => {
  const cell = withLevers(tinyCell(), { capacity: { response: 'enough' } });
  const reading = {
    summary: simulate(cell).summary,
    days: cell.end - cell.start,
    parameters: cell.parameters.at(-1)!.values,
  };
  const values = new Map(costMeasures().map(({ id, value }) => [id, value(reading)]));
  const items = costItems.map((item) => values.get(`cost-${item}`)!);
  for (const value of items) expect(value).toBeGreaterThan(0);
  expect(items.reduce((sum, value) => sum + value, 0)).toBeCloseTo(values.get('cost')!, 9);
});
