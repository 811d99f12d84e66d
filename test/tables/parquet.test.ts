import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { fromParquet, toParquet } from '../../src/tables/parquet.ts';
import { type TableSchema, tableOf, toRecords } from '../../src/tables/table.ts';

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

/** More rows than a row group of 100,000 holds. */
const SEVERAL_GROUPS = 110_000;

/** A table with values missing and values that repeat. */
function stockOf(rows: number) {
  const week = Int32Array.from({ length: rows }, (_, i) => i - 3);
  const people = Float64Array.from(week, (i) => (i % 7 === 0 ? Number.NaN : i / 3));
  const level = Array.from(week, (i) => ['high', 'low', 'overgangsbolig på Ås', ''][Math.abs(i) % 4]);
  return tableOf(schema, { week, people, level, full: Array.from(week, (i) => i % 5 === 0) });
}

test('DuckDB reads the same rows, types and explanation', async () => {
  const table = stockOf(SEVERAL_GROUPS);
  const folder = await mkdtemp(join(tmpdir(), 'stepdown-parquet-'));
  try {
    const path = join(folder, 'stock.parquet');
    await writeFile(path, toParquet(table));
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run('SET threads=1');
    const types = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${path}'`);
    expect(types.getRows().map((row) => [row[0], row[1]])).toEqual([
      ['week', 'INTEGER'],
      ['people', 'DOUBLE'],
      ['level', 'VARCHAR'],
      ['full', 'BOOLEAN'],
    ]);
    const read = await connection.runAndReadAll(`SELECT * FROM '${path}'`);
    const expected = toRecords(table).map((record) =>
      Object.values(record).map((value) => (Number.isNaN(value) ? null : value)),
    );
    expect(read.getRows()).toEqual(expected);
    const metadata = await connection.runAndReadAll(
      `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}')`,
    );
    expect(metadata.getRows()).toEqual([
      ['table', 'stock'],
      ['meaning', 'people inside by week'],
      ['columns', JSON.stringify(schema.columns)],
    ]);
    connection.closeSync();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('identical tables give identical bytes', () => {
  expect(toParquet(stockOf(5000))).toEqual(toParquet(stockOf(5000)));
});

test('an empty table survives', async () => {
  const table = await fromParquet(toParquet(stockOf(0)), schema);
  expect(table.rows).toBe(0);
  expect(table.column('week')).toBeInstanceOf(Int32Array);
});

test('rows of several row groups keep their order', async () => {
  const table = stockOf(SEVERAL_GROUPS);
  const read = await fromParquet(toParquet(table), schema);
  for (const { name } of schema.columns) expect(read.column(name)).toEqual(table.column(name));
});

test('bytes that are no Parquet file, and a missing or other column, are told to a person', async () => {
  const read = (bytes: Uint8Array, wanted = schema) => fromParquet(bytes, wanted, 'stock.parquet');
  await expect(read(new Uint8Array([1, 2, 3]))).rejects.toThrow(Failure);
  await expect(read(new Uint8Array([1, 2, 3]))).rejects.toThrow('stock.parquet: not a readable Parquet file');
  await expect(read(toParquet(stockOf(9)).subarray(0, 200))).rejects.toThrow(
    'stock.parquet: not a readable Parquet file',
  );
  const more = { ...schema, columns: [...schema.columns, { ...schema.columns[0], name: 'month' }] };
  await expect(read(toParquet(stockOf(9)), more)).rejects.toThrow('stock.parquet: column "month" is missing');
  const other = { ...schema, columns: [{ ...schema.columns[2], kind: 'integer' as const }] };
  await expect(read(toParquet(stockOf(9)), other)).rejects.toThrow('column level, row 0');
});
