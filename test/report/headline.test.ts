import { expect, test } from 'vitest';
import { type Finding, gainSentence, headlineSentence } from '../../src/report/headline.ts';

const recidivism: Finding = {
  arm: 'Restrictive',
  baseline: 'Norway as it is',
  of: 'people newly sentenced to prison in 2012',
  happens: 'are charged again within two years',
  difference: 2.7,
  low: 1.9,
  high: 3.5,
};
const inside: Finding = {
  arm: 'Restrictive',
  baseline: 'Norway as it is',
  happens: 'people are inside on an average day',
  difference: 620,
  low: 599,
  high: 641,
};
const oneRun = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

test('more is said with its interval, of the people it counts', () => {
  expect(headlineSentence(recidivism)).toBe(
    'Of every 100 people newly sentenced to prison in 2012, 2.7 more are charged again within two years under Restrictive than under Norway as it is (95 % interval 1.9 to 3.5 more).',
  );
});

test('fewer is said without a minus sign, the smaller end first', () => {
  expect(headlineSentence({ ...recidivism, arm: 'Normality', difference: -1.2, low: -2, high: -0.4 })).toBe(
    'Of every 100 people newly sentenced to prison in 2012, 1.2 fewer are charged again within two years under Normality than under Norway as it is (95 % interval 0.4 to 2.0 fewer).',
  );
});

test('a plain number is said of nobody', () => {
  expect(headlineSentence(inside)).toBe(
    'Under Restrictive, 620 more people are inside on an average day than under Norway as it is (95 % interval 600 to 640 more).',
  );
});

test.each([
  [-1.2, 0.4, '1.2 fewer to 0.4 more'],
  [-1.2, 0, '1.2 fewer to 0'],
  [0, 0.4, '0 to 0.4 more'],
])('of an interval from %f to %f one cannot tell, if nobody says what matters', (low, high, words) => {
  expect(headlineSentence({ ...recidivism, difference: -0.4, low, high })).toBe(
    `Cannot tell: of every 100 people newly sentenced to prison in 2012, 0.4 fewer are charged again within two years under Restrictive than under Norway as it is, but it could be anything from ${words} (95 % interval).`,
  );
});

test.each([
  [
    -0.2,
    -0.9,
    0.5,
    /^No difference that matters: of every 100 .*, and the 95 % interval, 0\.9 fewer to 0\.5 more, lies within 1 of 100 either way \(what matters is an assumption, see docs\/definitions\.md\)\.$/,
  ],
  [
    -0.2,
    -1,
    0.6,
    /^Cannot tell: of every 100 .*, but it could be anything from 1\.0 fewer to 0\.6 more \(95 % interval\)\.$/,
  ],
  [0.2, -0.6, 1, /^Cannot tell: /],
  [
    0.5,
    0.2,
    0.8,
    /^Of every 100 .* \(95 % interval 0\.2 to 0\.8 more\): a clear difference, but smaller than what matters, 1 of 100 \(an assumption, see docs\/definitions\.md\)\.$/,
  ],
  [
    -0.5,
    -0.8,
    -0.2,
    /^Of every 100 .* \(95 % interval 0\.2 to 0\.8 fewer\): a clear difference, but smaller than what matters, 1 of 100 \(an assumption, see docs\/definitions\.md\)\.$/,
  ],
  [0.7, 0.2, 1.2, /^Of every 100 .* \(95 % interval 0\.2 to 1\.2 more\)\.$/],
  [2, 1.5, 2.5, /^Of every 100 .* \(95 % interval 1\.5 to 2\.5 more\)\.$/],
])('%f between %f and %f, where one of a hundred matters', (difference, low, high, words) => {
  expect(headlineSentence({ ...recidivism, difference, low, high, interest: 1 })).toMatch(words);
});

test('what matters of a plain number is told with two digits', () => {
  expect(headlineSentence({ ...inside, difference: 3, low: -20, high: 26, interest: 72.41 })).toMatch(
    /^No difference that matters: under Restrictive, .*, lies within 72 either way \(what matters is an assumption, see docs\/definitions\.md\)\.$/,
  );
});

test.each([
  [
    { ...recidivism, ...oneRun, difference: -0.3 },
    'of every 100 people newly sentenced to prison in 2012, 0.3 fewer are charged again within two years under Restrictive than under Norway as it is.',
  ],
  [
    { ...recidivism, low: Number.NaN, high: Number.NaN, difference: 0 },
    'of every 100 people newly sentenced to prison in 2012, exactly as many are charged again within two years under Restrictive as under Norway as it is.',
  ],
  [
    { ...inside, ...oneRun },
    'under Restrictive, 620 more people are inside on an average day than under Norway as it is.',
  ],
  [
    { ...inside, ...oneRun, difference: 0 },
    'under Restrictive, exactly as many people are inside on an average day as under Norway as it is.',
  ],
])('one run has no interval and says so: %#', (finding, words) => {
  expect(headlineSentence(finding)).toBe(`In a single run, which says nothing about chance: ${words}`);
});

test('arms that are the same in every replicate are exactly as many', () => {
  expect(headlineSentence({ ...recidivism, difference: 0, low: 0, high: 0 })).toBe(
    'Of every 100 people newly sentenced to prison in 2012, exactly as many are charged again within two years under Restrictive as under Norway as it is, in every run.',
  );
});

test('a number that was not measured is not worded', () => {
  expect(headlineSentence({ ...recidivism, difference: Number.NaN })).toBe(
    'Restrictive cannot be compared: the study has no figure for how many of every 100 people newly sentenced to prison in 2012 are charged again within two years.',
  );
});

test.each([
  [14.2, 'Sharing luck made the interval for Restrictive as narrow as 14 times as many independent runs would.'],
  [
    3471,
    'Sharing luck made the interval for Restrictive as narrow as 3\u2009500 times as many independent runs would.',
  ],
  [1.4, 'Sharing luck made the interval for Restrictive as narrow as 1.4 times as many independent runs would.'],
  [
    1,
    'Sharing luck did not narrow the interval for Restrictive: its runs have little in common with those of the baseline.',
  ],
  [
    0.8,
    'Sharing luck did not narrow the interval for Restrictive: its runs have little in common with those of the baseline.',
  ],
  [
    Number.POSITIVE_INFINITY,
    'Sharing luck removed all chance from the difference for Restrictive: it is the same in every run.',
  ],
])('a gain of %d is said in words', (gain, words) => {
  expect(gainSentence({ ...recidivism, gain }, 'luck')).toBe(words);
});

test('a gain is not spoken of where there is no interval, none is known, or nothing varies', () => {
  expect(gainSentence({ ...recidivism, ...oneRun, gain: Number.POSITIVE_INFINITY }, 'luck')).toBeUndefined();
  expect(gainSentence(recidivism, 'luck')).toBeUndefined();
  expect(gainSentence({ ...recidivism, difference: 0, low: 0, high: 0, gain: 1 }, 'luck')).toBeUndefined();
});

test('draws are shared too', () => {
  expect(gainSentence({ ...recidivism, gain: 8 }, 'luck and parameters')).toContain('Sharing luck and parameters made');
});

test('a difference that rounds to nothing is said to be about as many', () => {
  expect(headlineSentence({ ...recidivism, difference: 0.03, low: -0.6, high: 0.66 })).toMatch(
    /^Cannot tell: of every 100 people newly sentenced to prison in 2012, about as many are charged .* anything from 0\.6 fewer to 0\.7 more \(95 % interval\)\.$/,
  );
});
