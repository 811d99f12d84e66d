/** The files of a calibration: what they mean, and how one that is wrong is refused. */
import { describe, expect, test } from 'vitest';
import { asPlanned, readCalibrationPlan } from '../../src/evidence/calibration-plan.ts';
import { readObservations } from '../../src/evidence/observations.ts';
import { Failure } from '../../src/failure.ts';
import { catalogue } from '../../src/simulation/parameters.ts';

const HEADER = 'measure,year,observed,unit,tolerance,use,source,ids\n';
const figures = (rows: string) => readObservations('o.csv', () => HEADER + rows);
const planOf = (text: string) => readCalibrationPlan('norway/plan.yaml', () => text, catalogue);

function complaintOf(reading: () => unknown): string {
  try {
    reading();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  return 'nothing is wrong';
}

describe('figures', () => {
  test('are read in order', () => {
    const [one] = figures('releases,2005,8405,a year,0.07,fit,Statistics Norway,NO0539\n');
    expect(one).toMatchObject({ measure: 'releases', year: 2005, observed: 8405, tolerance: 0.07, use: 'fit' });
  });

  test.each([
    ['releases,2005,-1,a year,0.07,fit,S,\n', 'o.csv:2:15: observed: expected a number of 0 or more, got "-1"'],
    ['releases,5,1,a year,0.07,fit,S,\n', 'o.csv:2:10: year: expected a number of 1900 or more, got "5"'],
    ['releases,2005,1,a year,wide,fit,S,\n', 'o.csv:2:24: tolerance: expected a number of 0 or more, got "wide"'],
    [
      'releases,2005,1,a year,0.07,fitt,S,\n',
      'use: expected one of follow, fit, test, got "fitt"\n  did you mean "fit"?',
    ],
    ['releases,2005,1,a year,0.07,fit,,\n', 'o.csv:2:33: source is empty'],
    ['a,2005,1,x,0.1,fit,S,\na,2005,2,x,0.1,fit,S,\n', 'o.csv:3:1: a of 2005 is given twice'],
  ])('%j is refused', (rows, complaint) => {
    expect(complaintOf(() => figures(rows))).toContain(complaint);
  });
});

describe('a plan', () => {
  const GOOD =
    'scenario: history.yaml\nobserved: ../observed.csv\nfree:\n  - {lever: sentence.length_factor, name: length, range: [0.8, 1.2], because: x}\n';
  const second = (over: string) => `${GOOD}  - {${over}, range: [0.8, 1.2], because: x}\n`;

  test('names its files relative to itself', () => {
    expect(planOf(GOOD)).toMatchObject({ scenario: 'norway/history.yaml', observed: 'observed.csv', follow: [] });
  });

  test('says how a lever follows, and until when figures are used; later ones are tests', () => {
    const follow =
      'follow:\n  - {lever: reoffending.charging, measure: x, lag_days: 9, return_share: 0, yearly_change: 0.1, because: x}\n';
    const plan = planOf(`fit_until: 2016\nfollow_until: 2018\n${GOOD}${follow}`);
    expect(plan.follow).toEqual([
      { lever: 'reoffending.charging', measure: 'x', lagDays: 9, returnShare: 0, yearlyChange: 0.1, because: 'x' },
    ]);
    const rows = ['fit', 'follow', 'test'].flatMap((use) =>
      [2016, 2017, 2018, 2019].map((year) => `${use},${year},1,x,0.1,${use},S,\n`),
    );
    const used = asPlanned(plan, figures(rows.join('')));
    expect(used.map(({ use }) => use)).toEqual([
      ...['fit', 'test', 'test', 'test'],
      ...['follow', 'follow', 'follow', 'test'],
      ...['test', 'test', 'test', 'test'],
    ]);
    expect(asPlanned(planOf(GOOD), figures(rows.join(''))).map(({ use }) => use)).toEqual(
      figures(rows.join('')).map(({ use }) => use),
    );
  });

  test.each([
    [`${GOOD}follow:\n  - {lever: reoffending.charging, measure: releases, because: x}\n`, 'lag_days'],
    [
      GOOD.replace('length_factor', 'lenght_factor'),
      'norway/plan.yaml:4:5: there is no lever "sentence.lenght_factor"\n  did you mean "sentence.length_factor"?',
    ],
    [GOOD.replace('[0.8, 1.2]', '[1.1, 1.2]'), 'expected a factor below 1 and one above'],
    [GOOD.replace('sentence.length_factor', 'placement.basis'), 'placement.basis: only a number can be fitted'],
    [
      `${GOOD}follow:\n  - {lever: sentence.length_factor, measure: releases, lag_days: 9, return_share: 0, yearly_change: 0.1, because: x}\n`,
      'norway/plan.yaml:6:5: sentence.length_factor is fitted twice',
    ],
    [second('lever: sentence.length_factor, name: again, from: 2005'), 'sentence.length_factor is fitted twice'],
    [second('lever: sentence.lapsed_share, name: length'), 'two factors are called length'],
    [GOOD.replace('observed: ../observed.csv\n', ''), 'observed'],
  ])('that is wrong is refused', (text, complaint) => {
    expect(complaintOf(() => planOf(text))).toContain(complaint);
  });
});
