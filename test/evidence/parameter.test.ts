import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  amount,
  choice,
  days,
  factor,
  parametersOf,
  places,
  share,
  snakeCase,
  type ValuesOf,
  yesNo,
} from '../../src/evidence/parameter.ts';

const group = parametersOf('placement', {
  reviewDays: days('time between two reviews', { by: 'level', bounds: [7, 3650] }),
  oneDimensionInAList: days('the same, written as a list', { by: ['level'] }),
  assessmentAuc: share('how well staff tell risks apart'),
  custodyOdds: factor('odds of custody', { by: ['offence', 'record'] }),
  basis: choice('what placement goes by', ['risk-and-needs', 'offence']),
  certain: yesNo('whether it is certain', { applies: 'remaining' }),
  distance: amount('kilometres', 'how far away', { bounds: [0, 3000] }),
});

test('the type of a value follows from its declaration', () => {
  expectTypeOf<ValuesOf<typeof group>>().toEqualTypeOf<{
    readonly reviewDays: Float64Array;
    readonly oneDimensionInAList: Float64Array;
    readonly assessmentAuc: number;
    readonly custodyOdds: readonly Float64Array[];
    readonly basis: 'risk-and-needs' | 'offence';
    readonly certain: boolean;
    readonly distance: number;
  }>();
  expect(group.noun).toBe('placement');
});

test('a declaration says unit, meaning, dimensions, bounds and whom a change binds', () => {
  expect(group.parameters.reviewDays).toEqual({
    kind: 'number',
    unit: 'days',
    meaning: 'time between two reviews',
    by: ['level'],
    bounds: [7, 3650],
    whole: false,
    applies: 'new',
    choices: [],
  });
  expect(group.parameters.custodyOdds.by).toEqual(['offence', 'record']);
  expect(group.parameters.basis.choices).toEqual(['risk-and-needs', 'offence']);
  expect(group.parameters.certain.applies).toBe('remaining');
  expect(places('beds').whole).toBe(true);
});

describe('a declaration that cannot be right is refused', () => {
  test('bounds wider than the unit', () => {
    expect(() => share('a share', { bounds: [0, 2] })).toThrow(
      'bounds [0, 2] of "a share" leave those of share, [0, 1]',
    );
  });
  test('bounds upside down', () => {
    expect(() => days('a delay', { bounds: [7, 1] })).toThrow('bounds [7, 1] of "a delay" leave those of days');
  });
  test('a name that is not camel case', () => {
    expect(() => parametersOf('placement', { review_days: days('x') })).toThrow(
      'placement: "review_days" is not camel case',
    );
  });
});

test.each([
  ['reviewDays', 'review_days'],
  ['auc', 'auc'],
  ['oddsAt2Years', 'odds_at2_years'],
])('%s is written %s in YAML', (name, written) => {
  expect(snakeCase(name)).toBe(written);
});
