/** Any two arms in a terminal: only those that the table above does not show, and not too many of them. */
import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import type { PairResult } from '../../src/experiment/cohort-pairs.ts';
import { armPairs } from '../../src/terminal/arm-pairs.ts';

const plain = picocolors.createColors(false);
const pair = (arm: string, baseline: string): PairResult => ({
  ...{ arm, baseline, population: 'newly charged', years: 1, from: '2012-01-01', until: '2012-12-30' },
  ...{ parted: '2012-01-01', members: 800, same: 800, difference: -1.2, low: -2, high: -0.4 },
  costs: { custody: { mean: -18, low: -23, high: -13 }, crime: { mean: 2, low: -18, high: 22 } },
});

test('with two arms there is nothing to add', () => {
  expect(armPairs([], 'as it is', plain)).toBe('');
  expect(armPairs([pair('open', 'as it is')], 'as it is', plain)).toBe('');
});

test('with one pair beside the baseline sentences tell it', () => {
  const pairs = [pair('open', 'as it is'), pair('shut', 'as it is'), pair('shut', 'open')];
  expect(armPairs(pairs, 'as it is', plain)).toBe('');
});

test('several pairs without the baseline have a line each', () => {
  const pairs = [pair('open', 'as it is'), pair('shut', 'open'), pair('other', 'open')];
  expect(armPairs(pairs, 'as it is', plain).split('\n')).toEqual([
    expect.stringMatching(
      /^between the other arms +charged again +custody and supervision, +later crimes, thousand +people/,
    ),
    expect.stringMatching(/^ +thousand kroner +kroner$/),
    'shut \u2212 open             \u22121.2 points (\u22122.0 to \u22120.4)  \u221218 (\u221223 to \u221213)          0 (\u221220 to +20)            800 newly charged in 2012, within 1 year',
    expect.stringContaining('other \u2212 open'),
    '',
    '',
  ]);
});

test('each has its own years of entry, and says whose number it is where they are not the same people', () => {
  const early = pair('shut', 'open');
  const late = { ...pair('late', 'open'), from: '2013-04-01', until: '2014-03-31', same: 0, baselineMembers: 1810 };
  expect(armPairs([early, late], 'as it is', plain)).toContain(
    'newly charged from 2013-04-01 to 2014-03-31, not the same people: 800 under late and 1 810 under open, within 1 year\n',
  );
});

test('of many, ten are shown and the others counted', () => {
  const pairs = Array.from({ length: 13 }, (_, at) => pair(`arm ${at + 2}`, 'arm 1'));
  const lines = armPairs(pairs, 'arm 0', plain).split('\n');
  expect(lines).toHaveLength(15);
  expect(lines.at(-3)).toBe('and 3 more, in the report and in summary.json');
});
