/** The identity of a measure: six names together, and every measure has one of its own. */
import { describe, expect, test } from 'vitest';
import { identityOf, isSameMeasure, type MeasureIdentity } from '../../src/measures/measure-identity.ts';
import { measuresOf } from '../../src/measures/measures.ts';

const full: MeasureIdentity = {
  measure: 'new-charge',
  population: 'all who served',
  horizon: 2,
  level: 'high',
  status: 'remand',
  evidence: 'all',
};
const others: Required<MeasureIdentity> = {
  measure: 'occupancy',
  population: 'everybody',
  horizon: 5,
  level: 'low',
  status: 'serving',
  evidence: 'none',
};

describe('two measures', () => {
  test('are the same if all six names agree, whatever else is told of them', () => {
    expect(isSameMeasure(full, { ...full, arm: 'baseline' } as MeasureIdentity)).toBe(true);
  });

  test.each(Object.keys(others) as (keyof MeasureIdentity)[])('differ by %s alone', (name) => {
    expect(isSameMeasure(full, { ...full, [name]: others[name] })).toBe(false);
  });

  test('differ if one is taken at a level and the other of all', () => {
    expect(isSameMeasure({ measure: 'occupancy' }, { measure: 'occupancy', level: 'high' })).toBe(false);
  });
});

describe('the measures of a jurisdiction', () => {
  const identities = measuresOf(['high', 'low', 'transitional']).map(identityOf);

  test('can all be told apart', () => {
    const twice = identities.filter((one, at) => identities.findIndex((other) => isSameMeasure(one, other)) !== at);
    expect(twice).toEqual([]);
  });

  test('carry no name that says nothing', () => {
    expect(identities.filter((one) => Object.values(one).includes(undefined))).toEqual([]);
  });
});
