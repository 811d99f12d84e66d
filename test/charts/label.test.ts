import { describe, expect, test } from 'vitest';
import { besideInterval, differenceLabel, niceCeiling, numberLabel } from '../../src/charts/label.ts';
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

  test('an interval stands behind its number, or is left out', () => {
    expect(besideInterval({ value: '+2.7', interval: '+1.9 to +3.5' })).toBe('+2.7  (+1.9 to +3.5)');
    expect(besideInterval({ value: '+2.7', interval: 'n/a' })).toBe('+2.7');
    expect(besideInterval({ value: 'n/a', interval: '' })).toBe('n/a');
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
