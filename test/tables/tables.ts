/** Any table with one column of each kind, for laws that hold for all tables. */
import fc from 'fast-check';
import { type TableSchema, tableOf } from '../../src/tables/table.ts';

const schema: TableSchema = {
  name: 'any',
  meaning: 'any values of every kind',
  columns: [
    { name: 'an integer', unit: 'persons', meaning: 'any 32-bit integer', kind: 'integer' },
    { name: 'a, number', unit: 'days', meaning: 'any number, missing or infinite too', kind: 'number' },
    { name: 'a "text"', unit: '', meaning: 'any text', kind: 'text' },
    { name: 'a boolean', unit: '', meaning: 'true or false', kind: 'boolean' },
  ],
};

const row = fc.tuple(
  fc.integer(),
  fc.double().map((x) => x + 0),
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'x') })),
  fc.boolean(),
);

export const tables = fc.array(row, { maxLength: 30 }).map((rows) =>
  tableOf(schema, {
    'an integer': rows.map((cells) => cells[0]),
    'a, number': rows.map((cells) => cells[1]),
    'a "text"': rows.map((cells) => cells[2]),
    'a boolean': rows.map((cells) => cells[3]),
  }),
);
