/** Lists as real systems write them: understood, or left out by line, and what is written is a list that a scenario takes. */
import { describe, expect, test } from 'vitest';
import { censusAccount } from '../../src/census/account.ts';
import { cleanText, readCensus } from '../../src/census/census.ts';
import type { CensusSettings } from '../../src/census/census-row.ts';
import { dayIn, orderOf, separatorOf } from '../../src/census/dialect.ts';
import { factNamed } from '../../src/census/facts.ts';
import { parseDay } from '../../src/engine/calendar.ts';
import type { Problems } from '../../src/evidence/document.ts';
import { parseText } from '../../src/evidence/read-document.ts';
import { besideFile } from '../../src/evidence/reading.ts';
import { readInside } from '../../src/scenario/read-inside.ts';

const dimensions = { level: ['high', 'low'], sex: ['male', 'female'], unit: ['north'], offence: ['violence', 'drugs'] };

function settings(over: Partial<CensusSettings> = {}): CensusSettings {
  return {
    on: parseDay('2021-01-01'),
    dimensions,
    columns: new Map(),
    words: new Map(),
    home: [],
    dateOrder: undefined,
    ...over,
  };
}

const EXPORT = `Inmate No;Legal status;Security;Sentence;Date of admission;Gender;Date of birth;Nationality;Release date;Cell
1;Convicted;A;400;12.03.2020;M;04.05.1980;Norway;01.02.2021;a12
2;pre-trial;B;;30.12.2020;F;14.05.1990;Poland;;a13

3;Convicted;B;life;12.03.2010;M;04.05.1960;Norway;none;b1
4;Convicted;A;30;12.03.2020;M;04.05.1980;Norway;;b2
5;Konvict;A;30;12.03.2020;M;04.05.1980;Norway;;b3
6;Convicted;A;900;31.02.2020;M;;Norway;;b4
7;Convicted;A;900;12.12.2020;M;;Norway;;b4
8;Convicted;A;900;12.12.2020
`;

const words = new Map([
  ['level:a', 'high'],
  ['level:b', 'low'],
]);
const read = readCensus('list.csv', EXPORT, settings({ words, home: ['norway'] }));

describe('an export with semicolons, European dates and words of its own', () => {
  test('is read row by row', () => {
    expect(read.rows).toBe(8);
    expect(read.people).toMatchObject([
      {
        id: '1',
        status: 'serving',
        level: 'high',
        sentence_days: '400',
        served_days: '295',
        sex: 'male',
        age: '40',
        foreign: 'no',
        release: '2021-02-01',
      },
      {
        id: '2',
        status: 'remand',
        level: 'high',
        sentence_days: '',
        served_days: '2',
        sex: 'female',
        age: '30',
        foreign: 'yes',
      },
      { id: '3', status: 'serving', level: 'low', sentence_days: 'life', release: 'none' },
      { id: '7', age: '', served_days: '20' },
    ]);
  });

  test('rows that cannot be used are named by line and reason', () => {
    expect([...read.leftOut]).toEqual(
      [
        ['held beyond the sentence, with no day of release', [6]],
        ['status: "Konvict" is none of serving, remand, detained, defaulting', [7]],
        ['served: the day of admission is no day of the calendar', [8]],
        ['5 cells where the header has 10', [10]],
      ].map(([reason, lines]) => [reason, lines]),
    );
    expect(read.lines).toEqual([6, 7, 8, 10].sort((a, b) => a - b));
  });

  test('what is put in place of what is counted', () => {
    expect(Object.fromEntries(read.imputed)).toEqual({ 'age: unknown, so as in the history taken over': 1 });
    expect(read.rules).toEqual(['level: people on remand are at high, whatever the list says']);
  });

  test('gives a list that a scenario takes without complaint', () => {
    const problems: Problems = [];
    const root = parseText('s.yaml', 'people_inside: inside.csv\n', problems)!;
    const start = settings().on;
    const reading = { read: () => cleanText(read, start), find: besideFile, dimensions, problems };
    const inside = readInside(root, { ...reading, start });
    expect(problems).toEqual([]);
    expect(inside.map(({ leftOut }) => leftOut)).toEqual([4, 4, 4, 4]);
    readInside(root, { ...reading, start: start + 1 });
    expect(problems[0]).toMatchObject({
      problem: 'on: the list is of 2021-01-01, but the scenario starts on 2021-01-02',
      remedy: 'take a list of that day, or set start: 2021-01-01',
    });
    expect(inside.map(({ status, servedDays }) => [status, servedDays])).toEqual([
      ['serving', 295],
      ['remand', 2],
      ['serving', 3948],
      ['serving', 20],
    ]);
  });
});

const HEADER = 'status,level,sentence,admitted,sex,age,release';
const listOf = (...rows: readonly string[]) => readCensus('list.csv', `${[HEADER, ...rows].join('\n')}\n`, settings());

describe('a day of release that has come or gone', () => {
  const held = listOf(
    'serving,high,400,2020-03-12,male,30,2020-11-01',
    'serving,low,90,2020-03-12,male,30,2020-11-01',
    'serving,low,90,2020-03-12,male,30,2021-01-01',
    'serving,high,life,2010-03-12,male,60,2020-11-01',
    'detained,high,2000,2018-03-12,male,60,2020-11-01',
    'detained,high,2000,2018-03-12,male,60,2017-11-01',
    'serving,high,400,2020-03-12,male,30,2020-03-11',
    'serving,high,400,2020-03-12,male,30,2021-01-02',
    'remand,high,7,2020-12-12,male,30,2020-12-24',
  );

  test('is told by line, with what is done', () => {
    expect([...held.held]).toEqual([
      ['sentence not over: by its terms, as if release had been refused', [2, 5]],
      ['sentence over: leaves on 2021-01-02, the day after the list', [3, 4]],
    ]);
    expect(held.people.map(({ release }) => release)).toEqual([
      ...['', '2021-01-02', '2021-01-02', '', '2020-11-01', '2017-11-01', '2021-01-02', ''],
    ]);
    expect([...held.leftOut]).toEqual([['release: before the day of admission', [8]]]);
    expect(held.rules).toEqual([
      'sentence: people on remand have none yet, whatever the list says',
      'release: people on remand have no day yet, whatever the list says',
    ]);
    const account = censusAccount('list.csv', held, settings());
    expect(account).toContain('       2  sentence over: leaves on 2021-01-02, the day after the list (lines 3 and 4)');
  });

  test('gives a list that a scenario takes', () => {
    const problems: Problems = [];
    const root = parseText('s.yaml', 'people_inside: inside.csv\n', problems)!;
    const start = settings().on;
    readInside(root, { read: () => cleanText(held, start), find: besideFile, dimensions, problems, start });
    expect(problems).toEqual([]);
  });
});

test('rows without an id that are equal in every column are kept and told by line', () => {
  const row = 'serving,high,400,2020-03-12,male,30,';
  const read = listOf(row, 'serving,low,90,2020-12-12,male,30,', row, ` ${row}`);
  expect([read.people.length, read.equal]).toEqual([4, [[2, 4, 5]]]);
  expect(censusAccount('list.csv', read, settings()).join('\n')).toContain(
    'give each an id\n  lines 2, 4, 5 are equal in every column',
  );
  const named = readCensus('list.csv', `id,${HEADER}\n1,${row}\n2,${row}\n`, settings());
  expect(named.equal).toEqual([]);
});

test('small numbers of people are told only together with others', () => {
  const rows = (count: number, row: string) => Array.from({ length: count }, (_, at) => `${row},${at}`);
  const list = listOf(
    ...rows(59, 'serving,high,900,2020-12-12,male,30'),
    ...rows(34, 'remand,high,,2020-12-12,male,30'),
    ...rows(4, 'defaulting,high,90,2020-12-12,male,30'),
    ...rows(50, 'serving,low,900,2020-12-12,male,30'),
  );
  const account = censusAccount('list.csv', list, settings());
  expect(account).toContain('  high      97   59 serving, 38 remand or defaulting');
  expect(account.join('\n')).not.toMatch(/under 5| 34 remand/);
});

describe('refused as a whole:', () => {
  const refusal =
    (text: string, over = {}) =>
    () =>
      readCensus('list.csv', text, settings(over));

  test('headings that are missing or said twice', () => {
    expect(refusal('status,level\nserving,high\n')).toThrow(
      /no heading says sex[\s\S]*no heading says served_days or admitted/,
    );
    expect(refusal('status,Legal status,level,sex,sentence,served\n')).toThrow(
      'status and Legal status both say status',
    );
    expect(refusal('')).toThrow('the file is empty');
    expect(refusal('status,level,sex,sentence,served\n\n')).toThrow('a header and no rows: there is nobody in it');
  });

  test('dates of which day and month cannot be told apart, unless the order is said', () => {
    const text = 'status,level,sex,sentence,admitted,age\nserving,high,male,900,03/04/2020,40\n';
    expect(refusal(text)).toThrow('the dates may be written as dmy or mdy');
    expect(readCensus('list.csv', text, settings({ dateOrder: 'dmy' })).people[0]['served_days']).toBe('273');
  });
});

test('separators, orders of dates and headings', () => {
  expect(['a,b', 'a;b,c;d', 'a\tb', 'a|b', 'a'].map(separatorOf)).toEqual([',', ';', '\t', '|', ',']);
  expect(orderOf(['13.04.2020'])).toEqual(['dmy']);
  expect(orderOf(['04/13/2020'])).toEqual(['mdy']);
  expect(orderOf(['2020-04-13'])).toEqual(['ymd']);
  expect(orderOf(['13.14.2020'])).toEqual([]);
  expect(dayIn('13/4/2020 00:00:00', 'dmy')).toBe(parseDay('2020-04-13'));
  expect(['Date of Birth', 'SENTENCE_DAYS', 'cell'].map(factNamed)).toEqual(['birth_date', 'sentence_days', undefined]);
});

describe('a release long after the end of the sentence, or never', () => {
  const late = readCensus(
    'list.csv',
    `status,level,sentence,served,sex,age,release
serving,high,900,800,male,40,2099-12-31
serving,high,900,800,male,40,9999-12-31
serving,high,300,200,male,40,none
serving,high,300,689,male,40,none
serving,high,900,800,male,40,2021-05-02
serving,high,900,800,male,40,2021-06-02
serving,high,life,800,male,40,2099-12-31
serving,high,life,800,male,40,none
`,
    settings(),
  );

  test('is told by line, with what is done', () => {
    expect([...late.late]).toEqual([
      ['2099-12-31 stands for no day: by the terms of the sentence, as if no day were given', [2]],
      ['9999-12-31 stands for no day: by the terms of the sentence, as if no day were given', [3]],
      ['none, and the sentence has an end: by its terms, as if no day were given', [4]],
      ['more than 31 days after the end of the sentence, and kept: is the sentence or the day wrong?', [7]],
      ['2099-12-31 stands for no day: none, for life', [8]],
    ]);
    expect([...late.leftOut]).toEqual([['held beyond the sentence, with no day of release: "none" is none', [5]]]);
    expect(late.people.map(({ release }) => release)).toEqual(['', '', '', '2021-05-02', '2021-06-02', '', 'none']);
    expect(censusAccount('list.csv', late, settings()).join('\n')).toContain(
      'release long after the end of the sentence',
    );
  });
});
