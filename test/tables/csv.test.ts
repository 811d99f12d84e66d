import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { parseCsv, toCsv } from '../../src/tables/csv.ts';
import { type TableSchema, tableOf, toRecords } from '../../src/tables/table.ts';

const schema: TableSchema = {
  name: 'example',
  meaning: 'one column of each kind',
  columns: [
    { name: 'week', unit: 'week', meaning: 'week', kind: 'integer' },
    { name: 'people', unit: 'persons', meaning: 'people', kind: 'number' },
    { name: 'level', unit: '', meaning: 'level', kind: 'text' },
    { name: 'full', unit: '', meaning: 'full', kind: 'boolean' },
  ],
};

test('CSV is RFC 4180: header, CRLF, quotes doubled, no thousands, empty where not known', () => {
  const table = tableOf(schema, {
    week: [-1, 3690],
    people: [0.1 + 0.2, Number.NaN],
    level: ['say "high", please', ''],
    full: [true, false],
  });
  expect(toCsv(table)).toBe(
    'week,people,level,full\r\n-1,0.30000000000000004,"say ""high"", please",true\r\n3690,,"",false\r\n',
  );
});

describe('reading', () => {
  test('takes LF line ends, a byte order mark, another order of columns and a missing last line end', () => {
    const table = parseCsv('\uFEFFlevel,week,full,people\nhigh,1,false,2.5e3\n"a\nb",-2,true,', schema);
    expect(toRecords(table)).toEqual([
      { week: 1, people: 2500, level: 'high', full: false },
      { week: -2, people: Number.NaN, level: 'a\nb', full: true },
    ]);
  });

  test('a header alone is an empty table', () => {
    expect(parseCsv('week,people,level,full\r\n', schema).rows).toBe(0);
  });

  test.each([
    ['', 'observed.csv: the file is empty'],
    ['week,people,level,full,extra\n', 'observed.csv:1: unknown column "extra"'],
    ['week,people,level\n', 'observed.csv:1: column "full" is missing'],
    ['week,week,people,level,full\n', 'observed.csv:1: column "week" occurs twice'],
    ['week,people,level,full\n1,2,low\n', 'observed.csv:2: 3 cells, but the header has 4'],
    ['week,people,level,full\n1,2,"a\nb",true\n1,2,c,maybe\n', 'observed.csv:4: full: "maybe" cannot be read'],
    ['week,people,level,full\n1.5,2,low,true\n', 'observed.csv:2: week: "1.5" cannot be read'],
    ['week,people,level,full\n,2,low,true\n', 'observed.csv:2: week: "" cannot be read'],
    ['week,people,level,full\n1,"2,5",low,true\n', 'observed.csv:2: people: "2,5" cannot be read'],
    ['week,people,level,full\n1,0x10,low,true\n', 'observed.csv:2: people: "0x10" cannot be read'],
    ['week,people,level,full\n1,2,"low,true\n', 'observed.csv:2: a quote or line end is out of place'],
    ['week,people,level,full\n1,2,lo"w,true\n', 'observed.csv:2: a quote or line end is out of place'],
  ])('%j is refused with its line', (text, message) => {
    const read = () => parseCsv(text, schema, 'observed.csv');
    expect(read).toThrow(Failure);
    expect(read).toThrow(message);
  });
});
