import { expect, test } from 'vitest';
import { nearest, suggestion } from '../../src/evidence/nearest.ts';

test.each<[string, string | undefined, string]>([
  ['hgh', 'high', 'a letter dropped'],
  ['lwo', 'low', 'two letters that changed places'],
  ['Transitional', 'transitional', 'a capital'],
  ['trnsitionl-', 'transitional', 'three letters of a long word'],
  ['open', undefined, 'another word'],
  ['x', undefined, 'a single letter is no clue'],
  ['', undefined, 'nothing'],
])('%s is taken for %s (%s)', (written, meant) => {
  expect(nearest(written, ['high', 'low', 'transitional'])).toBe(meant);
});

test('where no name is near, the names are listed, but not hundreds', () => {
  expect(suggestion('hgh', ['high', 'low'])).toBe('did you mean "high"?');
  expect(suggestion('open', ['high', 'low'])).toBe('allowed: high, low');
  const many = Array.from({ length: 20 }, (_, index) => `lever${index}`);
  expect(suggestion('open', many)).toMatch(/^allowed: lever0, .*lever11, and 8 more$/);
});
