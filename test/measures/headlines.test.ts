/** The headlines: one list, of measures that there are, in one order everywhere. */
import { describe, expect, test } from 'vitest';
import { CHARGED, defaultMeasures, headlinesIn, INSIDE, keyMeasures } from '../../src/measures/headlines.ts';
import { identityOf, isSameMeasure } from '../../src/measures/measure-identity.ts';
import { measureNameOf } from '../../src/measures/measure-name.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { tinyScenario } from '../tiny.ts';

const levels = ['high', 'low', 'transitional'];
const results = measuresOf(levels)
  .map(identityOf)
  .flatMap((identity) => ['baseline', 'reform'].map((arm) => ({ ...identity, arm })));
const headlines = headlinesIn(results, levels);

describe('headlines', () => {
  test('are found among the results of the first arm, in their order', () => {
    expect(headlines).toEqual([
      { ...CHARGED, arm: 'baseline' },
      { measure: 'charges', arm: 'baseline' },
      { ...INSIDE, arm: 'baseline' },
      { measure: 'occupancy', level: 'high', arm: 'baseline' },
      { measure: 'overflow-chance', level: 'high', arm: 'baseline' },
      { measure: 'queue-length', arm: 'baseline' },
      { measure: 'cost', arm: 'baseline' },
    ]);
  });

  test('that a study did not measure are left out', () => {
    expect(headlinesIn([], levels)).toEqual([]);
    expect(headlinesIn([{ ...INSIDE, arm: 'reform' }], levels)).toEqual([{ ...INSIDE, arm: 'reform' }]);
  });
});

test('the key figures of a report are headlines', () => {
  const names = keyMeasures(levels).map(({ measure }) => measure);
  expect(names).toEqual(['new-charge', 'occupancy', 'overflow-chance', 'queue-length', 'cost']);
  expect(keyMeasures(levels).filter((one) => !headlines.some((other) => isSameMeasure(one, other)))).toEqual([]);
});

test.each([
  [3, 'new-charge@2y'],
  [2, 'new-charge@2y'],
  [1, 'new-charge@1y'],
])(
  'where nothing is named and %i years are run, return is within as many years as anybody is followed',
  (years, charged) => {
    const names = defaultMeasures({ ...tinyScenario(), years }).map(measureNameOf);
    expect(names).toEqual([charged, 'occupancy', 'queue-length', 'cost']);
  },
);
