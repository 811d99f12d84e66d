import { describe, expect, test } from 'vitest';
import {
  concatenate,
  filterRows,
  groupBy,
  numbersOf,
  recordsOf,
  rowsWhere,
  schemaDocument,
  type TableSchema,
  tableOf,
  textsOf,
  toRecords,
} from '../../src/tables/table.ts';

const schema: TableSchema = {
  name: 'stock',
  meaning: 'people inside by week',
  columns: [
    { name: 'week', unit: 'week', meaning: 'weeks since the start', kind: 'integer' },
    { name: 'people', unit: 'persons', meaning: 'mean number inside', kind: 'number' },
    { name: 'level', unit: '', meaning: 'security level', kind: 'text' },
    { name: 'full', unit: '', meaning: 'whether places ran out', kind: 'boolean' },
  ],
};
const stock = tableOf(schema, {
  week: [0, 1, 2],
  people: [10.5, Number.NaN, 12],
  level: ['high', 'low', 'high'],
  full: [false, true, false],
});

test('columns are stored as typed arrays, in the type of their kind', () => {
  expect(stock.rows).toBe(3);
  expect(stock.column('week')).toEqual(new Int32Array([0, 1, 2]));
  expect(stock.column('people')).toEqual(new Float64Array([10.5, Number.NaN, 12]));
  expect(stock.column('level')).toEqual(['high', 'low', 'high']);
  expect(stock.column('full')).toEqual(new Uint8Array([0, 1, 0]));
});

test('a typed array of the right type is not copied', () => {
  const week = new Int32Array([4]);
  const table = tableOf(schema, { week, people: [1], level: ['low'], full: new Uint8Array([1]) });
  expect(table.column('week')).toBe(week);
  expect(toRecords(table)).toEqual([{ week: 4, people: 1, level: 'low', full: true }]);
});

const good = { week: [0], people: [1], level: ['low'], full: [true] };
test.each([
  ['a missing column', { week: [0], people: [1], level: ['low'] }, 'table stock: column full is missing'],
  ['an unknown column', { ...good, wek: [0] }, 'table stock: unknown column wek'],
  ['another length', { ...good, level: [] }, 'table stock: column level has 0 rows, expected 1'],
  ['a fraction among integers', { ...good, week: [0.5] }, 'column week, row 0: 0.5 is no integer'],
  ['an integer beyond 32 bits', { ...good, week: [2 ** 31] }, 'column week, row 0: 2147483648 is no integer'],
  ['a missing integer', { ...good, week: [Number.NaN] }, 'column week, row 0: NaN is no integer'],
  ['text among numbers', { ...good, people: ['1'] }, 'column people, row 0: 1 is no number'],
  ['a number among texts', { ...good, level: [1] }, 'column level, row 0: 1 is no text'],
  ['a number among truth values', { ...good, full: [1] }, 'column full, row 0: 1 is no boolean'],
])('%s is a mistake that is named', (_, columns, message) => {
  expect(() => tableOf(schema, columns)).toThrow(message);
});

test('a schema without columns, or with a name twice, is refused', () => {
  expect(() => tableOf({ ...schema, columns: [] }, {})).toThrow('table stock: no columns');
  const twice = { ...schema, columns: [schema.columns[0], schema.columns[0]] };
  expect(() => tableOf(twice, { week: [1] })).toThrow('table stock: a column name occurs twice');
});

test('an unknown column, or one of the wrong kind, cannot be read', () => {
  expect(() => stock.column('Week')).toThrow('table stock: unknown column Week');
  expect(() => stock.column('toString')).toThrow('table stock: unknown column toString');
  expect(numbersOf(stock, 'week')[2]).toBe(2);
  expect(textsOf(stock, 'level')[2]).toBe('high');
  expect(() => numbersOf(stock, 'level')).toThrow('column level does not hold numbers');
  expect(() => numbersOf(stock, 'full')).toThrow('column full does not hold numbers');
  expect(() => textsOf(stock, 'week')).toThrow('column week does not hold text');
});

describe('verbs', () => {
  test('filterRows keeps the chosen rows in their order', () => {
    const high = filterRows(stock, (row) => stock.column('level')[row] === 'high');
    expect(toRecords(high)).toEqual([
      { week: 0, people: 10.5, level: 'high', full: false },
      { week: 2, people: 12, level: 'high', full: false },
    ]);
    expect(filterRows(stock, () => false).rows).toBe(0);
  });

  test('rowsWhere keeps the rows that hold all the values', () => {
    expect([...numbersOf(rowsWhere(stock, { level: 'high' }), 'week')]).toEqual([0, 2]);
    expect([...numbersOf(rowsWhere(stock, { level: 'high', week: 2 }), 'people')]).toEqual([12]);
    expect(rowsWhere(stock, { level: 'high', week: 1 }).rows).toBe(0);
    expect(() => rowsWhere(stock, { Level: 'high' })).toThrow('unknown column Level');
  });

  test('groupBy gives every row once, under its text, in the order in which the texts first occur', () => {
    const groups = groupBy(stock, 'level');
    expect([...groups.keys()]).toEqual(['high', 'low']);
    expect([...groups.values()].map((own) => [...numbersOf(own, 'week')])).toEqual([[0, 2], [1]]);
    expect(() => groupBy(stock, 'week')).toThrow('column week does not hold text');
  });

  test('recordsOf reads a table by its own schema and no other', () => {
    expect(recordsOf(stock, schema)[1]).toEqual({ week: 1, people: Number.NaN, level: 'low', full: true });
    const other = { ...schema, columns: schema.columns.slice(1) };
    expect(() => recordsOf(stock, other)).toThrow('table stock has another schema than stock');
  });

  test('concatenate puts the rows of one table after those of another', () => {
    const none = filterRows(stock, () => false);
    const both = concatenate([stock, none, stock]);
    expect(both.rows).toBe(6);
    expect(toRecords(both)).toEqual([...toRecords(stock), ...toRecords(stock)]);
  });

  test('concatenate refuses nothing at all, and tables of different schemas', () => {
    expect(() => concatenate([])).toThrow('no tables');
    const [week, ...rest] = schema.columns;
    const inDays = { ...schema, name: 'daily', columns: [{ ...week!, unit: 'day' }, ...rest] };
    const other = tableOf(inDays, good);
    expect(() => concatenate([stock, other])).toThrow('table daily has another schema than stock');
  });
});

test('the schema document gives unit, meaning and kind of every column', () => {
  const document = schemaDocument([schema]);
  expect(Object.keys(document.tables)).toEqual(['stock']);
  expect(document.tables['stock']?.meaning).toBe('people inside by week');
  expect(document.tables['stock']?.columns['people']).toEqual({
    unit: 'persons',
    meaning: 'mean number inside',
    kind: 'number',
  });
});
