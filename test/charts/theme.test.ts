import { expect, test } from 'vitest';
import { armStyle, divergingColour, INK, levelColours, mix, PAPER, stateColour } from '../../src/charts/theme.ts';

test('three levels and monitoring take the four colours of the ramp, dark to light', () => {
  const levels = ['high', 'low', 'transitional'];
  expect([...levelColours(levels).values()]).toEqual(['#1B3A57', '#3E7CA6', '#7FB3C8']);
  expect(stateColour('electronic monitoring', levels)).toBe('#B9D8D3');
  expect(stateColour('remand', levels)).toBe('#B8792B');
});

test.each([1, 2, 3, 5, 8])('%i levels grow lighter from closed to open', (count) => {
  const colours = [...levelColours(Array.from({ length: count }, (_, i) => `level ${i}`)).values()];
  expect(colours).toHaveLength(count);
  for (const [i, colour] of colours.entries()) {
    expect(luminance(colour)).toBeLessThan(luminance('#B9D8D3'));
    if (i > 0) expect(luminance(colour)).toBeGreaterThan(luminance(colours[i - 1]));
  }
});

test('a level that is called as a status keeps its place on the ramp', () => {
  expect(stateColour('remand', ['remand'])).toBe('#1B3A57');
});

test('the baseline is grey, and five arms differ by dash and by shape where greyscale takes their colour', () => {
  const styles = [0, 1, 2, 3, 4].map(armStyle);
  expect(styles.map(({ colour }) => colour)).toEqual(['#6B6B6B', '#0072B2', '#D55E00', '#009E73', '#CC79A7']);
  expect(new Set(styles.map(({ dash }) => dash.join())).size).toBe(5);
  expect(new Set(styles.map(({ shape }) => shape)).size).toBe(5);
});

test('the names of arms are dark enough to read', () => {
  for (const position of [0, 1, 2, 3, 4]) {
    expect((luminance(PAPER) + 0.05) / (luminance(armStyle(position).text) + 0.05)).toBeGreaterThan(4.5);
  }
});

test('a difference has paper at zero, grows darker to either side, and ink can be read on it everywhere', () => {
  expect(divergingColour(0)).toBe(PAPER);
  for (const side of [-1, 1]) {
    const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => luminance(divergingColour(side * share)));
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(new Set(steps).size).toBe(5);
    expect((steps.at(-1)! + 0.05) / (luminance(INK) + 0.05)).toBeGreaterThan(4.5);
  }
});

test('mixing goes from the first colour to the second', () => {
  expect(mix('#000000', '#FFFFFF', 0)).toBe('#000000');
  expect(mix('#000000', '#FFFFFF', 0.5)).toBe('#808080');
  expect(mix('#000000', '#FFFFFF', 1)).toBe('#FFFFFF');
});

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
