/** Causes: a reason belongs to its measure, years and side, and stands beside no other miss. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { causeOf, causes, type Miss, missesText } from '../../../scripts/validation/causes.ts';

const FULL = { measure: 'detention-stock', when: '1997', sign: 'too low' } as const;

test('a miss on the other side, in another year or of another measure has no reason of this one', () => {
  expect(causeOf(FULL)).toContain('burn-in');
  for (const other of [{ sign: 'too high' }, { when: '2016' }, { measure: 'remand-stock' }] as const) {
    expect(causeOf({ ...FULL, ...other })).toBeUndefined();
  }
});

test('misses are told by measure, side and reason, with none where none is known', () => {
  const misses: Miss[] = [FULL, { ...FULL, when: '1998' }, { ...FULL, when: '2016', sign: 'too high' }];
  expect(missesText(misses)).toBe(
    '- *detention-stock*, too low (1997, 1998): twenty years of burn-in do not fill it.\n' +
      '- *detention-stock*, too high (2016): cause not known.',
  );
  expect(missesText([])).toBe('None.');
});

test('no measure has two reasons for one year and side', () => {
  const keys = causes.flatMap(({ measure, sign, years }) => years.map((year) => `${measure} ${sign} ${year}`));
  expect(new Set(keys).size).toBe(keys.length);
});

test('every reason on the page stands at misses of its side', () => {
  const page = readFileSync('docs/validation.md', 'utf8');
  const sides = new Map<string, string>();
  for (const [, measure, year, observed, simulated] of page.matchAll(
    /^\| ([a-z-]+) \| (\d{4}) \| [a-z, ]+ \| ([\d,.]+) \| ([\d,.]+) \(.*\*\*missed\*\* \|$/gm,
  )) {
    const number = (text: string) => Number(text.replaceAll(',', ''));
    sides.set(`${measure} ${year}`, number(simulated!) > number(observed!) ? 'too high' : 'too low');
  }
  expect(sides.size).toBeGreaterThan(10);
  for (const [, measure, told, years] of page.matchAll(/^- \*([a-z-]+)\*, (too high|too low) \(([\d, ]+)\):/gm)) {
    for (const year of years!.split(', ')) expect(`${year} ${sides.get(`${measure} ${year}`)}`).toBe(`${year} ${told}`);
  }
});
