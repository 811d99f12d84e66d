import { describe, expect, test } from 'vitest';
import {
  formatDecimals,
  formatInteger,
  formatNumber,
  nameInList,
  toJson,
  toMarkdown,
} from '../../src/tables/format.ts';
import { type TableSchema, tableOf } from '../../src/tables/table.ts';

describe('a number for people', () => {
  test.each([
    [3692.4, '3\u2009690', 'thousands with a thin space, three significant digits'],
    [1234567, '1\u2009230\u2009000', 'every group of three'],
    [999.7, '1\u2009000', 'rounding may add a digit'],
    [999, '999', 'no space below a thousand'],
    [-150, '-150', 'an ASCII minus sign'],
    [-3692.4, '-3\u2009690', 'the sign is no digit'],
    [20.14, '20.1', 'one decimal above ten'],
    [20, '20', 'no zeros that say nothing'],
    [-0.41234, '-0.412', 'three digits below one'],
    [0.05, '0.05', 'at most three, not at least'],
    [0.000123456, '0.000123', 'small numbers in full'],
    [1.5e-9, '1.5e-9', 'very small numbers with an exponent'],
    [2.345e22, '2.35e+22', 'very large numbers with an exponent'],
    [0, '0', 'zero'],
    [-0, '0', 'zero has no sign'],
    [Number.NaN, 'n/a', 'not known'],
    [Number.NEGATIVE_INFINITY, '-∞', 'without bound'],
  ])('%d -> %s (%s)', (x, text) => {
    expect(formatNumber(x)).toBe(text);
  });

  test('a whole number in full', () => {
    expect(formatInteger(1234567)).toBe('1\u2009234\u2009567');
    expect(formatInteger(-12)).toBe('-12');
  });
});

test.each([
  [3692.4, -2, '3\u2009700', 'rounds before the decimal point'],
  [-3650, -2, '-3\u2009700', 'away from zero'],
  [12.345, 1, '12.3', 'after it'],
  [-0.04, 1, '0.0', 'what rounds to zero has no sign'],
  [40, -2, '0', 'less than half a step is nothing'],
])('%d with %d decimals -> %s (%s)', (x, decimals, text) => {
  expect(formatDecimals(x, decimals)).toBe(text);
});

const schema: TableSchema = {
  name: 'example',
  meaning: 'one column of each kind',
  columns: [
    { name: 'year', unit: 'year', meaning: 'calendar year', kind: 'integer' },
    { name: 'people', unit: 'persons', meaning: 'people', kind: 'integer' },
    { name: 'share', unit: '%', meaning: 'share', kind: 'number' },
    { name: 'level', unit: '', meaning: 'level', kind: 'text' },
    { name: 'full', unit: '', meaning: 'full', kind: 'boolean' },
  ],
};
const table = tableOf(schema, {
  year: [2016, 2017],
  people: [36912, 7],
  share: [20.123456789, Number.NaN],
  level: ['high|low', 'two\nlines'],
  full: [true, false],
});

test('Markdown is aligned, numbers on the right, bars and line ends harmless, years without a space', () => {
  expect(toMarkdown(table)).toBe(
    [
      '| year (year) | people (persons) | share (%) | level     | full |',
      '| ----------: | ---------------: | --------: | --------- | ---- |',
      '|        2016 |           36\u2009912 |      20.1 | high\\|low | yes  |',
      '|        2017 |                7 |       n/a | two lines | no   |',
      '',
    ].join('\n'),
  );
});

test('JSON has one record a line, all digits, and null for what is not known', () => {
  expect(toJson(table)).toBe(
    `[
{"year":2016,"people":36912,"share":20.123456789,"level":"high|low","full":true},
{"year":2017,"people":7,"share":null,"level":"two\\nlines","full":false}
]
`,
  );
  expect(JSON.parse(toJson(tableOf(schema, { year: [], people: [], share: [], level: [], full: [] })))).toEqual([]);
});

test('a name with a comma is quoted in a list, and no other', () => {
  expect(['Normality', 'Norway, rules of 2012'].map(nameInList).join(', ')).toBe('Normality, "Norway, rules of 2012"');
});
