/** A sheet reads what spreadsheets save: blank lines at the end, semicolons, decimal commas. */
import { expect, test } from 'vitest';
import type { Problems } from '../../src/evidence/document.ts';
import { readSheet } from '../../src/evidence/sheet.ts';

const read = (text: string) => {
  const problems: Problems = [];
  const rows = readSheet('a.csv', text, ['name', 'value', 'note'], problems);
  return {
    cells: rows.map(({ cell }) => [cell('name'), cell('value'), cell('note')]),
    told: problems.map(({ place, problem, remedy }) => [place, problem, remedy].join('; ')),
  };
};
const HEADER = 'name,value,note\n';

test.each([
  ['a blank last line', `${HEADER}a,1,\n\n`],
  ['blank lines with spaces and with separators', `${HEADER}a,1,\n \n,,\n,,\n`],
  ['line ends of Windows', `${HEADER}a,1,\n\n\n`.replaceAll('\n', '\r\n')],
  ['semicolons', 'name;value;note\na;1;\n;;\n'],
])('blank lines at the end are ignored: %s', (_, text) => {
  expect(read(text)).toEqual({ cells: [['a', '1', '']], told: [] });
});

test.each([
  ['a row of empty cells', `${HEADER},,\na,1,\n`],
  ['a blank line', `${HEADER}\na,1,\n`],
])('an empty row before others is named by its line: %s', (_, text) => {
  expect(read(text)).toEqual({
    cells: [['a', '1', '']],
    told: ['a.csv:2:1; the row is empty; fill it in, or take it out'],
  });
});

test('semicolons are understood, with a decimal comma or point, and words are left as written', () => {
  const text = 'name;value;note\na, b;1,5;2,5\nb;-0,125 %;\nc;0,9 0,9 1;\nd;2.25;1,234\ne;12345;"x;y"\n';
  expect(read(text)).toEqual({
    cells: [
      ['a, b', '1.5', '2,5'],
      ['b', '-0.125 %', ''],
      ['c', '0.9 0.9 1', ''],
      ['d', '2.25', '1,234'],
      ['e', '12345', 'x;y'],
    ],
    told: [],
  });
});

test.each(['1,234', '1.234'])('with semicolons %s may be thousands, so it is refused', (number) => {
  expect(read(`name;value;note\na;${number};\n`)).toEqual({
    cells: [],
    told: [
      `a.csv:2:3; value: ${number} may be 1234, or a number with three decimals; write 1234, or ${number}0 with a fourth decimal`,
    ],
  });
});

test('with commas a decimal point is what it was', () => {
  expect(read(`${HEADER}a,1.234,\n`).cells).toEqual([['a', '1.234', '']]);
});

test('a column without a name is named by its number', () => {
  expect(read('name,value,note,\na,1,,\n').told[0]).toContain('a.csv:1:1; column 4 of 4 has no name');
});
