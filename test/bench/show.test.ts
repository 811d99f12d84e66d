/** Sections in the terminal: the machine beside every figure, and a verdict on another commit. */
import { expect, test } from 'vitest';
import { threeFigures } from '../../bench/lines.ts';
import { linesOf } from '../../bench/show.ts';

const calibration = { arithmetic: 1.35, within256KB: 6.01, within4MB: 171, within40MB: 243 };
const section = {
  name: 'loops',
  calibration,
  ratios: { 'one / other': { ratio: 0.5, low: 0.4, high: 0.625 } },
  figures: { seconds: 30 },
  against: {},
};

test('figures, the machine, and the same of the baseline', () => {
  const recorded = { calibration: { ...calibration, within4MB: 20 }, ratios: { 'one / other': 0.4 }, figures: {} };
  expect(linesOf(section, recorded, undefined)).toEqual([
    '',
    'loops',
    '  the machine now: 1.35 ns per multiply-add; per load 6.01 ns in 256 KB, 171 in 4 MB, 243 in 40 MB',
    '  when recorded:   1.35 ns per multiply-add; per load 6.01 ns in 256 KB, 20.0 in 4 MB, 243 in 40 MB',
    '                 now   95 % interval  recorded  change',
    '  one / other  0.500  0.400 to 0.625     0.400    25 %',
    '  seconds       30.0',
  ]);
});

test('another commit', () => {
  const against = { time: { ratio: 1.2, low: 1.1, high: 1.3 }, memory: { ratio: 2, low: 0, high: Infinity } };
  expect(linesOf({ ...section, against }, undefined, '66d86af').slice(-2)).toEqual([
    'time, this tree / 66d86af: 1.20 (1.10 to 1.30): slower',
    'memory, this tree / 66d86af: 2.00 (one round, no interval): undecided',
  ]);
});

test.each([
  [1234.5, '1235'],
  [123.45, '123'],
  [9.876, '9.88'],
  [0.01234, '0.0123'],
  [0, '0.00'],
])('%d is written %s', (value, text) => {
  expect(threeFigures(value)).toBe(text);
});
