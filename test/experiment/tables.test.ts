/** Tables of the cells of a study: what is counted by year or week says how many days were observed. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { runBlock, type Study } from '../../src/experiment/study.ts';
import { tablesOf } from '../../src/experiment/tables.ts';
import { numbersOf, type Table, textsOf } from '../../src/tables/table.ts';
import { tinyScenario } from '../tiny.ts';

const scenario = { ...tinyScenario(), start: parseDay('2012-07-01') };
const study: Study = {
  arms: [
    { name: 'whole', scenario },
    { name: 'early', scenario, until: parseDay('2014-03-01') },
  ],
  replicates: 1,
  draws: 0,
};
const cells = runBlock(study, { arms: [0, 1], draw: 0, replicate: 0 });
const tables = tablesOf(study, cells);
const table = (name: string) => tables.find(({ schema }) => schema.name === name)!;

/** The days of each year or week of an arm. */
function daysBy(given: Table, period: string, arm: string): readonly (readonly number[])[] {
  const [arms, periods, days] = [textsOf(given, 'arm'), numbersOf(given, period), numbersOf(given, 'days')];
  const found = new Map<number, number>();
  for (const [row, name] of arms.entries()) if (name === arm) found.set(periods[row]!, days[row]!);
  return [...found];
}

test('events of a year stand beside the days of it that were observed, fewer in the first and the last', () => {
  expect(daysBy(table('flow'), 'year', 'whole')).toEqual([
    [2012, 184],
    [2013, 365],
    [2014, 365],
  ]);
  expect(daysBy(table('flow'), 'year', 'early')).toEqual([
    [2012, 184],
    [2013, 365],
    [2014, 59],
  ]);
});

test.each(['stock', 'queue'])('weeks of %s have seven days but for the last', (name) => {
  for (const [arm, end] of [
    ['whole', scenario.end],
    ['early', parseDay('2014-03-01')],
  ] as const) {
    const days = daysBy(table(name), 'week', arm).map(([, count]) => count!);
    expect(new Set(days.slice(0, -1))).toEqual(new Set([7]));
    expect(days.at(-1)).toBe((end - scenario.start) % 7);
    expect(days.reduce((sum, count) => sum + count, 0)).toBe(end - scenario.start);
  }
});

test('means of a short week are over its days, also of an arm that ends before others', () => {
  const stock = table('stock');
  const [arms, days, people] = [textsOf(stock, 'arm'), numbersOf(stock, 'days'), numbersOf(stock, 'people')];
  const told = arms.reduce((sum, arm, row) => sum + (arm === 'early' ? people[row]! * days[row]! : 0), 0);
  const { stock: counted, shape } = cells[1]!.summary;
  const perWeek = counted.length / shape.weeks;
  // the first status, at liberty, is no row of the table
  const inTable = counted.filter((_, at) => at % perWeek >= shape.levels + 1).reduce((sum, one) => sum + one, 0);
  expect(told).toBeCloseTo(inTable, 6);
  expect(told).toBeGreaterThan(0);
});
