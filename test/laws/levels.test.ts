/** Security levels are the scenario's: neither their names nor their number are those of Norway. */
import { describe, expect, test } from 'vitest';
import { cellOf, runBlock } from '../../src/experiment/study.ts';
import { tablesOf } from '../../src/experiment/tables.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { numbersOf, textsOf } from '../../src/tables/table.ts';
import { livesIn, tinyCell } from '../tiny.ts';
import { tinyScenarioWith } from './four-levels.ts';

const KEY = { draw: 0, replicate: 0 };

test('other names change no life', () => {
  const renamed = tinyScenarioWith({ high: ['walled'], low: ['open'], transitional: ['house'] });
  expect(digestOf(simulate(cellOf(renamed, KEY)).summary)).toBe(digestOf(simulate(tinyCell()).summary));
});

describe('a scenario of four levels', () => {
  const levels = ['walled', 'fenced', 'open', 'house'];
  const scenario = tinyScenarioWith({ high: ['walled'], low: ['fenced', 'open', 'house'], transitional: [] });
  const study = { arms: [{ name: 'four', scenario }], replicates: 1, draws: 0 };
  const cells = runBlock(study, { ...KEY, arms: [0] });
  const { summary } = cells[0];
  const tables = tablesOf(study, cells);
  const table = (name: string) => tables.find(({ schema }) => schema.name === name)!;

  test('has its levels in their order', () => {
    expect(scenario.dimensions['level']).toEqual(levels);
    expect(cellOf(scenario, KEY).levels).toBe(4);
  });

  test('is lived in at every one of them, and people move through them in order', () => {
    const { world } = simulate(cellOf(scenario, KEY), true);
    const lives = [...livesIn(world).values()];
    const moves = lives.flatMap((life) => life.filter(({ event }) => event === 'moved').map(({ detail }) => detail));
    expect([...new Set(moves)].sort()).toEqual(expect.arrayContaining([1, 2, 3]));
    const begins = lives.flatMap((life) =>
      life.filter(({ event }) => event === 'admitted').map(({ detail }) => detail),
    );
    expect(Math.max(...begins, ...moves)).toBeLessThanOrEqual(4);
  });

  test.each([
    ['stock', ['', ...levels]],
    ['queue', levels],
    ['units', levels],
    ['survival', [...levels, 'monitoring']],
  ])('the table %s names them and no other', (name, expected) => {
    expect([...new Set(textsOf(table(name), 'level'))].sort()).toEqual([...expected].sort());
  });

  test('the stock in the table is that of the summary, level by level', () => {
    const { shape, stock } = summary;
    const [names, weeks, people] = [
      textsOf(table('stock'), 'level'),
      numbersOf(table('stock'), 'week'),
      numbersOf(table('stock'), 'people'),
    ];
    // the last week may be shorter than seven days
    const last = shape.weeks - 1;
    const before = stock.subarray(0, (last * stock.length) / shape.weeks);
    for (const [level, name] of levels.entries()) {
      const told = names.reduce((total, one, row) => total + (one === name && weeks[row] < last ? people[row] : 0), 0);
      const days = before.reduce((total, one, at) => total + (at % (shape.levels + 1) === level ? one : 0), 0);
      expect(days).toBeGreaterThan(0);
      expect(7 * told).toBeCloseTo(days, 3);
    }
  });

  test('evenings of units in the table are those of the summary, none of them more than the quarter has', () => {
    const [full, beyond] = ['full', 'beyond'].map((name) => numbersOf(table('units'), name));
    const of = (count: number) =>
      summary.unitEvenings.reduce((total, one, at) => total + (at % 2 === count ? one : 0), 0);
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, one) => total + one, 0);
    expect([sum(full!), sum(beyond!)]).toEqual([of(0), of(1)]);
    expect(of(0)).toBeGreaterThan(0);
    expect(Math.max(...full!)).toBeLessThanOrEqual(92);
    const quarters = [...new Set(textsOf(table('units'), 'quarter'))];
    expect(quarters).toHaveLength(12);
    expect([quarters[0], quarters.at(-1)]).toEqual(['2012-01-01', '2014-10-01']);
  });

  test('measures by level bear their names, and their shares add up to the whole', () => {
    const reading = {
      summary,
      days: scenario.end - scenario.start,
      parameters: cellOf(scenario, KEY).parameters[0].values,
    };
    const shares = measuresOf(levels).filter(({ id }) => id === 'level-share');
    expect(shares.map(({ level }) => level)).toEqual(levels);
    const values = shares.map(({ value }) => value(reading));
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(values.reduce((total, one) => total + one, 0)).toBeCloseTo(100, 9);
  });
});
