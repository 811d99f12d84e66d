import { describe, expect, test } from 'vitest';
import { studyRequest } from '../../src/commands/study-options.ts';
import { type ReadArms, studyOf } from '../../src/studies/plan-study.ts';
import { typedAgain } from '../../src/studies/request.ts';

const read: ReadArms = { arms: [], replicates: 3, folder: 'tiny' };

describe('what is run', () => {
  test.each([
    [{}, { draws: 0, replicates: 3 }],
    [{ draws: '40' }, { draws: 40, replicates: 3 }],
    [{ people: '0,2' }, { draws: 0, replicates: 3 }],
    [{ replicate: '37' }, { draws: 0, replicates: 1, only: { draw: 0, replicate: 37 } }],
    [
      { replicate: '0', draw: '12' },
      { draws: 1, replicates: 1, only: { draw: 12, replicate: 0 } },
    ],
  ])('with %j', (given, study) => {
    expect(studyOf(read, studyRequest(given))).toEqual({ arms: [], ...study });
  });

  test.each([
    [{}, []],
    [{ people: '2, 0,2' }, [0, 2]],
    [{ replicate: '37' }, [37]],
  ])('and whose lives are written with %j', (given, people) => {
    expect(studyRequest(given).people).toEqual(people);
  });
});

describe('options that cannot be', () => {
  test.each([
    [{ people: '3' }, '--people 3: no such replicate\n  there are 3 replicates, counted from 0'],
    [{ people: '0,1-2' }, '--people 0,1-2: expected whole numbers from 0 to 999999, separated by commas'],
    [{ people: '0,' }, '--people 0,: expected whole numbers'],
    [{ draws: '10001' }, '--draws 10001: expected a whole number from 0 to 10000'],
    [{ replicate: '-1' }, '--replicate -1: expected a whole number from 0 to 999999'],
    [{ draw: '3' }, '--draw goes with --replicate'],
    [{ replicate: '3', replicates: '5' }, 'so --replicates has no meaning'],
    [{ replicate: '3', draws: '5' }, 'so --draws has no meaning'],
    [{ replicate: '3', people: '3' }, 'so --people has no meaning'],
  ])('%j', (given, complaint) => {
    expect(() => studyOf(read, studyRequest(given))).toThrow(complaint);
  });
});

test.each([
  [{}, ''],
  [{ seed: 'a b', replicates: '5', draws: '2', years: '3' }, " --seed 'a b' --replicates 5 --draws 2 --years 3"],
  [{ draws: '0', people: '0', workers: '2', out: 'x' }, ''],
  [{ replicate: '0' }, ' --replicate 0'],
  [{ replicate: '7', draw: '2', evidence: 'A' }, ' --replicate 7 --draw 2 --evidence A'],
])('%j is typed again as "%s"', (given, again) => {
  expect(typedAgain(studyRequest(given))).toBe(again);
});
