/** The law of levers, for some of the catalogue; `levers.slow.test.ts` has them all. */
import { describe, expect, test } from 'vitest';
import { tinyCell } from '../tiny.ts';
import {
  digestAsWritten,
  idle,
  levers,
  otherValues,
  someLevers,
  traceOf,
  valueIn,
  worldInWhichItActs,
} from './levers.ts';
import { leversOfPolicy, movedBy, standingIn, withoutEvidence } from './without-evidence.ts';

test('written down as it is, from any day on, no lever changes a life: all of them in one policy', () => {
  const { digest } = traceOf(tinyCell());
  for (const day of ['1900-01-01', '2010-03-01', '2013-06-17']) expect(digestAsWritten(levers, day)).toBe(digest);
});

test('every lever has other values to try, and the table of those that can do nothing names levers that there are', () => {
  const without = levers.filter((lever) => otherValues(lever, valueIn(tinyCell(), lever)).length === 0);
  expect(without.map(({ path }) => path)).toEqual([]);
  const paths = new Set(levers.map(({ path }) => path));
  expect(Object.keys(idle).filter((path) => !paths.has(path))).toEqual([]);
});

describe('at another value a lever changes lives, or a measure', () => {
  const some = someLevers(
    20,
    levers.filter(({ path }) => idle[path] === undefined),
  );
  test.each(some.map((lever) => [lever.path, lever] as const))('%s', (_, lever) => {
    expect(worldInWhichItActs(lever)).toBeDefined();
  });
});

describe('under --evidence none, a lever of policy moves neither needs nor the odds of anybody', () => {
  const before = standingIn(withoutEvidence);

  test('there is something to move: people have needs, and with evidence spells begin with a shift', () => {
    expect([...before.needs.values()].filter((needs) => needs > 0).length).toBeGreaterThan(100);
    expect(before.largestShift).toBe(0);
    expect(standingIn(tinyCell()).largestShift).toBeGreaterThan(0.01);
  });

  test.each(someLevers(12, leversOfPolicy).map((lever) => [lever.path, lever] as const))('%s', (_, lever) => {
    expect(movedBy(lever, before)).toEqual([]);
  });
});
