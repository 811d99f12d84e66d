/** Which quarters of a forecast are shown: the last of each year, and the worst of it. */
import { expect, test } from 'vitest';
import { levelColumns } from '../../src/report/forecast/columns.ts';
import { ForecastReading, shownPeriods } from '../../src/report/forecast/reading.ts';
import { FORECAST } from '../../src/tables/forecast.ts';
import { tableOfRows, type Value } from '../../src/tables/table.ts';

const QUARTERS = [2024, 2025].flatMap((year) => [1, 2, 3, 4].map((quarter) => [year, quarter] as const));

/** A forecast with these chances of overflow by quarter. */
function reading(chances: readonly number[], perDraw = 1): ForecastReading {
  const row = (name: string, to: string, what: string, of: string, above: number): Value[] => {
    const told: Readonly<Record<string, Value>> = {
      ...{ variant: 'central', period: name, from: to, to, what, of, unit: 'people', runs: 8, above_zero: above },
    };
    return FORECAST.columns.map(({ name: column }) => told[column] ?? Number.NaN);
  };
  const rows = QUARTERS.flatMap(([year, quarter], at) => {
    const [name, to] = [`${year} Q${quarter}`, `${year}-${String(3 * quarter).padStart(2, '0')}-28`];
    return [
      row(name, to, 'people inside', 'all', 1),
      row(name, to, 'most people beyond all places', 'closed', chances[at]!),
    ];
  });
  return new ForecastReading(tableOfRows(FORECAST, rows), perDraw);
}

test('the quarter with the highest risk of overflow stands before the last of its year, if it is higher', () => {
  const labels = (...chances: readonly number[]) =>
    shownPeriods(reading(chances), 'central', 'closed').map(({ label }) => label);
  expect(labels(0.1, 0.4, 0.4, 0.2, 0, 0, 0, 0)).toEqual(['2024 Q2, worst', '2024 Q4', '2025 Q4']);
  expect(labels(0, 0, 0, 0.5, 0.9, 0, 0, 0.9)).toEqual(['2024 Q4', '2025 Q4']);
});

test('a risk of none or of all runs has the bound of capacity, with the draws as the independent runs', () => {
  const risks = (perDraw: number, ...chances: readonly number[]) =>
    levelColumns(reading(chances, perDraw), 'central', ['closed']).map((cells) => cells[5]);
  expect(risks(1, 0, 0, 0, 0, 0, 0, 0, 1)).toEqual(['0 of 8 (up to 18 %)', '8 of 8 (at least 82 %)']);
  expect(risks(2, 0, 0, 0, 0.25, 0, 0, 0, 0)).toEqual(['25 %', '0 of 8 (up to 33 %)']);
});
