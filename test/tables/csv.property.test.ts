import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, toCsv } from '../../src/tables/csv.ts';
import { toRecords } from '../../src/tables/table.ts';
import { tables } from './tables.ts';

test('what CSV writes, it reads back: every number to the last bit, every text to the last character', () => {
  fc.assert(
    fc.property(tables, (table) => {
      expect(toRecords(parseCsv(toCsv(table), table.schema))).toEqual(toRecords(table));
    }),
    { seed: 1, numRuns: 300 },
  );
});
