/** The law of levers, for every one of the catalogue: nobody declares a lever that does nothing, or more than it says. */
import { describe, expect, test } from 'vitest';
import { tinyCell } from '../tiny.ts';
import { digestAsWritten, idle, levers, traceOf, worldInWhichItActs } from './levers.ts';
import { leversOfPolicy, movedBy, standingIn, withoutEvidence } from './without-evidence.ts';

const named = (some: typeof levers) => some.map((lever) => [lever.path, lever] as const);

describe('written down as it is, no lever changes a life', () => {
  const { digest } = traceOf(tinyCell());
  test.each(named(levers))('%s', (_, lever) => {
    expect(digestAsWritten([lever], '2012-05-01')).toBe(digest);
  });
});

describe('at another value every lever changes lives, or a measure', () => {
  test.each(named(levers.filter(({ path }) => idle[path] === undefined)))('%s', (_, lever) => {
    expect(worldInWhichItActs(lever)).toBeDefined();
  });
});

describe('those in the table can do nothing yet', () => {
  test.each(named(levers.filter(({ path }) => idle[path] !== undefined)))('%s', (_, lever) => {
    expect(worldInWhichItActs(lever)).toBeUndefined();
  });
});

describe('under --evidence none, no lever of policy moves needs or odds of anybody', () => {
  const before = standingIn(withoutEvidence);
  test.each(named(leversOfPolicy))('%s', (_, lever) => {
    expect(movedBy(lever, before)).toEqual([]);
  });
});
