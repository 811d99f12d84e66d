import { describe, expect, test } from 'vitest';
import {
  besideInterval,
  differenceBeside,
  differenceLabel,
  differenceLabels,
  intervalLabel,
  niceCeiling,
  numberLabel,
} from '../../src/charts/label.ts';
import { textWidth, wrapText } from '../../src/charts/text-width.ts';

describe('numbers in charts', () => {
  test.each([
    [3692.4, '3\u2009690'],
    [-0.41234, '\u22120.412'],
    [0, '0'],
    [Number.NaN, 'n/a'],
  ])('%f is written %s', (x, text) => {
    expect(numberLabel(x)).toBe(text);
  });

  test.each([
    [2.7, '+2.7'],
    [-150, '\u2212150'],
    [0, '0'],
    [Number.NaN, 'n/a'],
  ])('the difference %f is written %s', (x, text) => {
    expect(differenceLabel(x)).toBe(text);
  });

  test('differences beside each other have common decimals', () => {
    expect(differenceLabels([32.4, -0.089, 0, Number.NaN])).toEqual(['+32.4', '\u22120.1', '0.0', 'n/a']);
    expect(differenceLabels([])).toEqual([]);
  });

  test.each([
    [-0.7521, -1.2617, -0.2425, '\u22120.75'],
    [5.4321, -2.71, 13.52, '+5.4'],
    [-293.71, -298, -289, '\u2212294'],
    [0.0012, -0.02, 0.02, '0'],
    [0.7521, Number.NaN, Number.NaN, '+0.752'],
    [0.7521, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, '+0.752'],
  ])('the difference %f beside (%f, %f) is written %s', (x, low, high, text) => {
    expect(differenceBeside(x, low, high)).toBe(text);
  });

  test('an interval has both ends, or is left out', () => {
    expect(intervalLabel(-171, -130)).toBe('\u2212171 to \u2212130');
    expect(intervalLabel(-2.03, -0.41)).toBe('\u22122.03 to \u22120.41');
    expect(intervalLabel(Number.NaN, 1)).toBe('');
    expect(besideInterval('+2.7', 1.9, 3.5)).toBe('+2.7  (1.9 to 3.5)');
    expect(besideInterval('+2.7', Number.NaN, 3.5)).toBe('+2.7');
  });

  test.each([
    [0, 1],
    [0.036, 0.04],
    [1, 1],
    [2820, 3000],
    [3001, 4000],
    [99.9, 100],
  ])('the axis that holds %f ends at %f', (x, top) => {
    expect(niceCeiling(x)).toBe(top);
  });
});

describe('text', () => {
  test('is as wide as DejaVu Sans sets it', () => {
    expect(textWidth('Ill', 100)).toBeCloseTo(29 + 28 + 28);
    expect(textWidth('W', 10, true)).toBeGreaterThan(textWidth('W', 10));
  });

  test('is broken between words, never inside one', () => {
    const text = 'a sentence of several words and one unbreakablyunbreakablylong word';
    const lines = wrapText(text, 120, 11);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(!line.includes(' ') || textWidth(line, 11) <= 120).toBe(true);
  });
});
