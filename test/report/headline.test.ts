import { expect, test } from 'vitest';
import { type Finding, headlineSentence } from '../../src/report/headline.ts';

const recidivism: Finding = {
  arm: 'Restrictive',
  baseline: 'Norway as it is',
  things: 'of every 100 people released',
  happen: 'would be back in prison within two years',
  difference: 2.7,
  low: 1.9,
  high: 3.5,
};

test('more is said with its interval', () => {
  expect(headlineSentence(recidivism)).toBe(
    'Under Restrictive, 2.7 more of every 100 people released would be back in prison within two years than under Norway as it is (95 % interval 1.9 to 3.5 more).',
  );
});

test('fewer is said without a minus sign, the smaller end first', () => {
  expect(headlineSentence({ ...recidivism, arm: 'Normality', difference: -1.2, low: -2, high: -0.4 })).toBe(
    'Under Normality, 1.2 fewer of every 100 people released would be back in prison within two years than under Norway as it is (95 % interval 0.4 to 2.0 fewer).',
  );
});

test('what is not counted one by one is less, and names its unit', () => {
  const cost = { ...recidivism, unit: 'million kroner', things: 'a year', happen: 'would be spent' };
  expect(headlineSentence({ ...cost, difference: -1200, low: -1300, high: -1100 })).toBe(
    'Under Restrictive, 1\u2009200 million kroner less a year would be spent than under Norway as it is (95 % interval 1\u2009100 to 1\u2009300 less).',
  );
});

test.each([
  [-1.2, 0.4],
  [-1.2, 0],
  [0, 0.4],
])('an interval from %f to %f cannot tell the arms apart', (low, high) => {
  const sentence = headlineSentence({ ...recidivism, difference: -0.4, low, high });
  expect(sentence).toContain(
    'The simulation cannot tell Restrictive apart from Norway as it is in how many of every 100',
  );
  expect(sentence).toContain('the difference is 0.4 fewer, with a 95 % interval from');
});

test('a single replicate has no interval and says so', () => {
  const sentence = headlineSentence({ ...recidivism, low: Number.NaN, high: Number.NaN });
  expect(sentence).toContain('2.7 more of every 100');
  expect(sentence).toContain('this may be chance');
});

test('arms that are the same in every replicate make no difference', () => {
  expect(headlineSentence({ ...recidivism, difference: 0, low: 0, high: 0 })).toBe(
    'Restrictive makes no difference to how many of every 100 people released would be back in prison within two years.',
  );
});

test('a number that was not measured is not worded', () => {
  expect(headlineSentence({ ...recidivism, difference: Number.NaN })).toContain(
    'There was nothing to compare Restrictive by',
  );
});
