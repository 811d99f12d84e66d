/** The headlines: one list, of measures that there are, in one order everywhere. */
import { describe, expect, test } from 'vitest';
import { cohortHeadline, defaultMeasures, headlinesIn, INSIDE, keyMeasures } from '../../src/measures/headlines.ts';
import { identityOf, isSameMeasure } from '../../src/measures/measure-identity.ts';
import { measureNameOf } from '../../src/measures/measure-name.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { tinyScenario } from '../tiny.ts';

const levels = ['high', 'low', 'transitional'];
const results = measuresOf(levels)
  .map(identityOf)
  .flatMap((identity) => ['baseline', 'reform'].map((arm) => ({ ...identity, arm })));
const headlines = headlinesIn(results, levels);
const COHORT = { population: 'newly sentenced to prison', horizon: 5 };

describe('headlines', () => {
  test('are found among the results of the first arm, in their order', () => {
    expect(headlines).toEqual([
      { measure: 'cohort-charged', ...COHORT, arm: 'baseline' },
      { measure: 'cohort-charges', ...COHORT, arm: 'baseline' },
      { ...INSIDE, arm: 'baseline' },
      { measure: 'occupancy', level: 'high', arm: 'baseline' },
      { measure: 'overflow-chance', level: 'high', arm: 'baseline' },
      { measure: 'queue-length', arm: 'baseline' },
      { measure: 'cost', arm: 'baseline' },
      { measure: 'cohort-crime-cost', ...COHORT, arm: 'baseline' },
      { measure: 'crime-cost', arm: 'baseline' },
      { measure: 'new-charge', population: 'all who served', horizon: 2, arm: 'baseline' },
    ]);
  });

  test('that a study did not measure are left out', () => {
    expect(headlinesIn([], levels)).toEqual([]);
    expect(headlinesIn([{ ...INSIDE, arm: 'reform' }], levels)).toEqual([{ ...INSIDE, arm: 'reform' }]);
  });
});

test('the key figures of a report are headlines', () => {
  const cohort = cohortHeadline(results);
  const keys = keyMeasures(levels, cohort);
  expect(keys.map(({ measure }) => measure)).toEqual([
    'cohort-charged',
    'occupancy',
    'overflow-chance',
    'queue-length',
    'cost',
    'cohort-crime-cost',
    'crime-cost',
  ]);
  expect(keys.filter((one) => !headlines.some((other) => isSameMeasure(one, other)))).toEqual([]);
});

test('the cohort quoted is that of every arm, and none where arms have other people', () => {
  const pair = { population: 'newly charged', years: 3, from: '2012-01-01', until: '2014-12-31' };
  expect(cohortHeadline(results, [pair, pair])).toEqual({
    measure: 'cohort-charged',
    population: 'newly charged',
    horizon: 3,
  });
  for (const other of [{ population: 'newly sentenced to prison' }, { years: 1 }, { from: '2013-01-01' }]) {
    expect(cohortHeadline(results, [pair, { ...pair, ...other }])).toBeUndefined();
  }
});

test('with one arm, the longest horizon that was reached is quoted', () => {
  const short = results.map((row) => ({ ...row, mean: row.horizon === 1 ? 40 : null }));
  expect(cohortHeadline(short)).toMatchObject({ population: 'newly sentenced to prison', horizon: 1 });
  expect(cohortHeadline(short.map((row) => ({ ...row, mean: null })))).toBeUndefined();
});

test.each([
  [10, ['cohort-charged@5y/newly-sentenced-to-prison', 'cohort-charges@5y/newly-sentenced-to-prison']],
  [3, ['cohort-charged@2y/newly-sentenced-to-prison', 'cohort-charges@2y/newly-sentenced-to-prison']],
  [2, ['cohort-charged@1y/newly-sentenced-to-prison', 'cohort-charges@1y/newly-sentenced-to-prison']],
  [1, []],
])('where nothing is named and %i years are run, people are followed as long as that allows', (years, followed) => {
  const names = defaultMeasures(withRun(tinyScenario(), { years })).map(measureNameOf);
  expect(names).toEqual([...followed, 'occupancy', 'queue-length', 'cost', `new-charge@${Math.min(2, years)}y`]);
});
