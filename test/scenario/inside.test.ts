/** A file of the people inside: what it means, and how one that is wrong is refused. */
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import type { Problems } from '../../src/evidence/document.ts';
import { parseText } from '../../src/evidence/read-document.ts';
import { besideFile } from '../../src/evidence/reading.ts';
import type { Dimensions } from '../../src/evidence/value.ts';
import { insideText, LIFE_DAYS } from '../../src/scenario/inside.ts';
import { readInside } from '../../src/scenario/read-inside.ts';

const dimensions: Dimensions = {
  level: ['high', 'low'],
  sex: ['male', 'female'],
  unit: ['north', 'south'],
  offence: ['violence', 'drugs'],
};
const START = parseDay('2020-01-01');
const HEADER = 'status,level,sentence_days,served_days,sex,age';

function readText(text: string) {
  const problems: Problems = [];
  const root = parseText('s.yaml', 'people_inside: inside.csv\n', problems)!;
  return {
    inside: readInside(root, { read: () => text, find: besideFile, dimensions, start: START, problems }),
    problems,
  };
}

const read = (rows: string, more = '') => readText(`${HEADER}${more}\n${rows}`);
const complaintsOf = ({ problems }: { readonly problems: Problems }) =>
  problems.map(({ place, problem }) => `${place}: ${problem}`);

test('each row is a person, and a scenario that writes it down again gives the same people', () => {
  const rows = 'serving,low,300,100,female,31.5,a7,south,drugs,yes,2020-03-01\nremand,high,,12,male,,,,,,\n';
  const { inside, problems } = read(rows, ',id,unit,offence,foreign,release');
  expect(problems).toEqual([]);
  expect(inside).toMatchObject([
    {
      status: 'serving',
      level: 1,
      sentenceDays: 300,
      servedDays: 100,
      sex: 1,
      ageYears: 31.5,
      unit: 1,
      offence: 1,
      foreign: true,
      release: parseDay('2020-03-01'),
    },
    { status: 'remand', level: 0, sentenceDays: 0, servedDays: 12, sex: 0, ageYears: undefined, foreign: undefined },
  ]);
  const again: Problems = [];
  const lines = insideText(inside, dimensions).map((line) => `  - '${line}'\n`);
  const root = parseText('s.yaml', `people_inside:\n${lines.join('')}`, again)!;
  expect(readInside(root, { read: () => '', find: besideFile, dimensions, start: START, problems: again })).toEqual(
    inside.map(({ place, ...one }) => one),
  );
  expect(again).toEqual([]);
});

test('a sentence for life has no end, and who is held beyond a sentence has a day of release', () => {
  const rows =
    'serving,low,life,100,male,31,\nserving,low,90,100,male,31,2020-03-01\nserving,low,90,100,male,31,none\n';
  const { inside, problems } = read(rows, ',release');
  expect(problems).toEqual([]);
  expect(inside.map(({ sentenceDays, release }) => [sentenceDays, release])).toEqual([
    [LIFE_DAYS, Infinity],
    [90, parseDay('2020-03-01')],
    [90, Infinity],
  ]);
});

describe('luck', () => {
  const rows = ['serving,low,300,100,female,31', 'remand,high,,12,male,20', 'serving,low,300,100,female,31'];
  const keys = (some: readonly string[], more = '') => read(`${some.join('\n')}\n`, more).inside.map(({ key }) => key);

  test('comes from the row, and equal rows have different luck', () => {
    const [first, second, third] = keys(rows);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(keys([...rows].reverse())).toEqual([first, second, third]);
    expect(keys(rows.slice(0, 2))).toEqual([first, second]);
  });

  test('comes from the id where there is one, whatever else the row says', () => {
    const [first] = keys(['serving,low,300,100,female,31,x'], ',id');
    expect(keys(['serving,high,9,1,male,40,x'], ',id')).toEqual([first]);
    expect(keys(['serving,low,300,100,female,31,y'], ',id')).not.toEqual([first]);
  });
});

describe('refused with line and column:', () => {
  test.each([
    [
      'serving,low,300,300,male,30\n',
      'inside.csv:2:17: served_days: 300 of a sentence of 300 days leave nothing to serve',
    ],
    ['serving,lwo,300,1,male,30\n', 'inside.csv:2:9: level: expected one of high, low, got "lwo"'],
    [
      'free,low,300,1,male,30\n',
      'inside.csv:2:1: status: expected one of serving, remand, detained, defaulting, got "free"',
    ],
    ['serving,low,300,-1,male,30\n', 'inside.csv:2:17: served_days: expected a number from 0 to 30000, got "-1"'],
    ['serving,low,,1,male,30\n', 'inside.csv:2:13: sentence_days: expected a number from 1 to 30000, got ""'],
    ['serving,low,0x1AE,1,male,30\n', 'inside.csv:2:13: sentence_days: expected a number from 1 to 30000, got "0x1AE"'],
    ['serving,low,300,1,male,7\n', 'inside.csv:2:24: age: expected a number from 15 to 100, got "7"'],
    ['remand,low,,1,male,30\n', 'inside.csv:2:8: level: nobody is on remand at low'],
    ['remand,high,9,1,male,30\n', 'inside.csv:2:13: sentence_days: nobody on remand has a sentence yet'],
    [
      'remand,high,,29000,male,16\n',
      'inside.csv:2:14: served_days: 29000 days inside are more than the years since the age of 15',
    ],
    ['', 'inside.csv:1:1: the list of people inside has no rows'],
  ])('%j', (rows, complaint) => {
    expect(complaintsOf(read(rows))).toEqual([complaint]);
  });

  test('an id, a column or a date that is wrong', () => {
    const row = 'serving,low,300,1,male,30';
    expect(complaintsOf(read(`${row},a\n${row},a\n`, ',id'))).toEqual(['inside.csv:3:27: id: a is there twice']);
    expect(complaintsOf(read(`${row},30\n`, ',age'))).toEqual(['inside.csv:1:1: the column "age" is there twice']);
    expect(complaintsOf(read(`${row},30\n`, ',cell'))).toEqual(['inside.csv:1:1: there is no column "cell"']);
    expect(complaintsOf(read(`${row},1.3.20\n`, ',release'))).toEqual([
      'inside.csv:2:27: release: expected a day, got "1.3.20"',
    ]);
  });

  test('a day of release that is over, but not the end of a minimum term, and one on remand', () => {
    const rows = ['serving,low,300,1,male,30', 'defaulting,low,9,9,male,30', 'detained,high,3000,2000,male,30'];
    const complaints = complaintsOf(read(rows.map((row) => `${row},2020-01-01\n`).join(''), ',release'));
    expect(complaints).toEqual([
      'inside.csv:2:27: release: 2020-01-01 is over, and the list is of 2020-01-01',
      'inside.csv:3:28: release: 2020-01-01 is over, and the list is of 2020-01-01',
    ]);
    expect(complaintsOf(read('remand,high,,12,male,19,2020-03-01\n', ',release'))).toEqual([
      'inside.csv:2:25: release: nobody on remand has a day of release yet',
    ]);
  });
});
