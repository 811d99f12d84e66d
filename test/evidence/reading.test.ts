/** How one file comes to those that it names. */
import { expect, test } from 'vitest';
import { besideFile } from '../../src/evidence/reading.ts';

test.each([
  ['scenarios/normality.yaml', 'norway/baseline.yaml', 'scenarios/norway/baseline.yaml'],
  ['scenarios/norway/baseline.yaml', '../evidence/court.yaml', 'scenarios/evidence/court.yaml'],
  ['baseline.yaml', './court.yaml', 'court.yaml'],
  ['baseline.yaml', '../court.yaml', '../court.yaml'],
  ['../a/b.yaml', '../../c.yaml', '../../c.yaml'],
  ['/a/b.yaml', '../../c.yaml', '/c.yaml'],
  ['a/b.yaml', '/c/d.yaml', '/c/d.yaml'],
  ['a/b.yaml', 'c//d.yaml', 'a/c/d.yaml'],
])('beside %s, %s is %s', (file, written, path) => {
  expect(besideFile(file, written)).toBe(path);
});
