/** A file of the people inside: what it means, and how one that is wrong is refused. */
import { describe, expect, test } from 'vitest';
import type { Problems } from '../../src/evidence/document.ts';
import { parseText } from '../../src/evidence/read-document.ts';
import { besideFile } from '../../src/evidence/reading.ts';
import type { Dimensions } from '../../src/evidence/value.ts';
import { insideText } from '../../src/scenario/inside.ts';
import { readInside } from '../../src/scenario/read-inside.ts';

const dimensions: Dimensions = { level: ['high', 'low'], sex: ['male', 'female'] };
const HEADER = 'status,level,sentence_days,served_days,sex,age\n';

function read(rows: string) {
  const problems: Problems = [];
  const root = parseText('s.yaml', 'people_inside: inside.csv\n', problems)!;
  return { inside: readInside(root, { read: () => HEADER + rows, find: besideFile, dimensions, problems }), problems };
}

test('each row is a person, and is written down again as it was read', () => {
  const rows = 'serving,low,300,100,female,31.5\nremand,high,,12,male,20\n';
  const { inside, problems } = read(rows);
  expect(problems).toEqual([]);
  expect(inside).toEqual([
    { isRemand: false, level: 1, sentenceDays: 300, servedDays: 100, sex: 1, ageYears: 31.5 },
    { isRemand: true, level: 0, sentenceDays: 0, servedDays: 12, sex: 0, ageYears: 20 },
  ]);
  expect(`${insideText(inside, dimensions).join('\n')}\n`).toBe(rows);
});

describe('refused with line and column:', () => {
  test.each([
    [
      'serving,low,300,300,male,30\n',
      'inside.csv:2:17: served_days: 300 of a sentence of 300 days leave nothing to serve',
    ],
    ['serving,lwo,300,1,male,30\n', 'inside.csv:2:9: level: expected one of high, low, got "lwo"'],
    ['free,low,300,1,male,30\n', 'inside.csv:2:1: status: expected one of serving, remand, got "free"'],
    ['serving,low,300,-1,male,30\n', 'inside.csv:2:17: served_days: expected a number from 0 to 30000, got "-1"'],
    ['serving,low,,1,male,30\n', 'inside.csv:2:13: sentence_days: expected a number from 1 to 30000, got ""'],
    ['serving,low,300,1,male,7\n', 'inside.csv:2:24: age: expected a number from 15 to 100, got "7"'],
    ['remand,low,,1,male,30\n', 'inside.csv:2:8: level: nobody is on remand at low'],
    ['remand,high,9,1,male,30\n', 'inside.csv:2:13: sentence_days: nobody on remand has a sentence yet'],
  ])('%j', (rows, complaint) => {
    const { problems } = read(rows);
    expect(problems.map(({ place, problem }) => `${place}: ${problem}`)).toEqual([complaint]);
  });
});
