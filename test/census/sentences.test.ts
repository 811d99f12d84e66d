/** Sentences as lists write them: read by a stated unit, and left out for the reason that is true. */
import { expect, test } from 'vitest';
import { censusAccount } from '../../src/census/account.ts';
import { readCensus } from '../../src/census/census.ts';
import { parseDay } from '../../src/engine/calendar.ts';

const dimensions = { level: ['high'], sex: ['male', 'female'] };
const settings = {
  on: parseDay('2021-01-01'),
  dimensions,
  columns: new Map(),
  words: new Map(),
  home: [],
  dateOrder: undefined,
};

function listOf(heading: string, sentences: readonly string[]) {
  const rows = sentences.map((sentence, at) => `${at};serving;high;male;${sentence};0\n`);
  return readCensus('list.csv', `id;status;level;sex;${heading};served\n${rows.join('')}`, settings);
}

test('each reason is the true one, and decimal commas are read', () => {
  const list = listOf('sentence days', ['1.200', '1,200', '0', '-5', '40000', 'long', '', '12,5', '12.5']);
  expect([...list.leftOut.keys()]).toEqual([
    'sentence: "1.200" may be 1200, or a number with three decimals',
    'sentence: "1,200" may be 1200, or a number with three decimals',
    'sentence: "0" is less than a day',
    'sentence: "-5" is less than a day',
    'sentence: "40000" is 40000 days, and 30000 or more stand for life: write life if it is',
    'sentence: "long" is not a number of days, months or years, nor life',
    'sentence: empty',
  ]);
  expect(list.people.map((one) => one['sentence_days'])).toEqual(['13', '13']);
});

test('a heading without a unit is read as days, which is said, and months are asked about', () => {
  expect(listOf('sentence days', ['24', '36', '60']).unit).toEqual([]);
  expect(listOf('sentence', ['24', '36', '900']).unit).toEqual([
    'sentence: the heading names no unit, so read as days',
  ]);
  const list = listOf('sentence', ['24', '36', '60', '25']);
  expect(censusAccount('list.csv', list, settings).join('\n')).toContain(
    'they look like months: none is above 60, and 75 % are multiples of 6. If so: --column "sentence=sentence_months"',
  );
});

test('two rows with one id are named by the line of the other', () => {
  const row = 'serving;high;male;90;0\n';
  const text = `id;status;level;sex;sentence days;served\n7;${row}8;${row}7;${row}`;
  expect([...readCensus('list.csv', text, settings).leftOut]).toEqual([['id: the same as on line 2', [4]]]);
});
