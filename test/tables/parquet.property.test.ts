import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromParquet, toParquet } from '../../src/tables/parquet.ts';
import { toRecords } from '../../src/tables/table.ts';
import { tables } from './tables.ts';

test('what Parquet writes, it reads back', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      expect(toRecords(await fromParquet(toParquet(table), table.schema))).toEqual(toRecords(table));
    }),
    { seed: 1, numRuns: 200 },
  );
});
