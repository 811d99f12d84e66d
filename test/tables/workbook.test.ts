import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { type TableSchema, tableOf } from '../../src/tables/table.ts';
import { toWorkbook } from '../../src/tables/workbook.ts';

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
  people: [0.1, NaN, -1e-9],
  level: ['high', '=1+1', 'overgangsbolig på Ås'],
  full: [true, false, true],
});

/** A workbook as another program reads it: its sheets by name. */
async function read(bytes: Uint8Array) {
  const sheets = await readSheets(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

test('another program reads the same rows, and a text that begins like a formula stays a text', async () => {
  const sheets = await read(await toWorkbook([stock]));
  expect([...sheets.keys()]).toEqual(['columns', 'stock']);
  expect(sheets.get('stock')).toEqual([
    ['week', 'people', 'level', 'full'],
    [0, 0.1, 'high', true],
    [1, null, '=1+1', false],
    [2, -1e-9, 'overgangsbolig på Ås', true],
  ]);
});

test('the first sheet explains every column', async () => {
  const sheets = await read(await toWorkbook([stock]));
  expect(sheets.get('columns')?.slice(1)).toEqual(
    schema.columns.map(({ name, unit, meaning }) => ['stock', name, unit === '' ? null : unit, meaning]),
  );
});

test('the same tables give the same bytes, also two seconds later', async () => {
  const first = await toWorkbook([stock]);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.from(await toWorkbook([stock])).equals(Buffer.from(first))).toBe(true);
});

test('a name that no sheet can have is a mistake of ours', async () => {
  const long = tableOf({ ...schema, name: 'a'.repeat(32) }, { week: [], people: [], level: [], full: [] });
  await expect(toWorkbook([long])).rejects.toThrow('too long for a sheet');
});
