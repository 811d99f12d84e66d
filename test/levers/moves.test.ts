/** What a lever moves: in per cent or points, at each end, and silence where nothing is clear. */
import { expect, test } from 'vitest';
import { leverMoves } from '../../src/files/lever-moves.ts';
import { movesOf } from '../../src/levers/moves.ts';
import { rangeOf } from '../../src/levers/range.ts';
import { synonyms } from '../../src/levers/synonyms.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { norway } from '../tiny.ts';

const row = (measure: string, unit: string, baseline: number, end: string, difference: number) => ({
  lever: 'staff.officers',
  range: 'evidence',
  measure,
  label: measure,
  unit,
  baseline,
  end,
  difference,
  low: difference - 1,
  high: difference + 1,
});

test('a change is told in per cent of the value before, of a percentage in points, of nothing in the unit; no clear one is NaN', () => {
  const rows = [
    row('occupancy', 'persons', 200, 'low', -10),
    row('occupancy', 'persons', 200, 'high', 20),
    row('in-work', 'percent', 50, 'high', 3),
    row('released-early', 'per year', 0, 'low', 7),
  ];
  expect(movesOf(rows, 'staff.officers')).toEqual({
    range: 'evidence',
    ends: ['low', 'high'],
    measures: [
      { measure: 'occupancy', label: 'occupancy', unit: '%', changes: [-5, 10] },
      { measure: 'in-work', label: 'in-work', unit: 'points', changes: [Number.NaN, 3] },
      { measure: 'released-early', label: 'released-early', unit: 'per year', changes: [7, Number.NaN] },
    ],
  });
  expect(movesOf(rows, 'staff.hours')).toBeUndefined();
});

test('the table has every lever that plain words ask for, with the range it has now', () => {
  const rows = leverMoves();
  const { passports } = norway();
  const asked = [...new Set(synonyms.flatMap(({ levers }) => levers))];
  expect(asked.filter((path) => movesOf(rows, path) === undefined)).toEqual([]);
  for (const path of new Set(rows.map(({ lever }) => lever))) {
    expect(catalogue.has(path)).toBe(true);
    expect([path, movesOf(rows, path)!.range]).toEqual([path, rangeOf(passports.get(path)!)?.kind ?? 'none']);
  }
});
