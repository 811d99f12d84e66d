/** The option --precision: what may be asked, and a complaint for what may not. */
import { expect, test } from 'vitest';
import { wantedIn } from '../../../src/studies/options/precision.ts';
import { tinyScenario } from '../../tiny.ts';

const scenario = tinyScenario();

test('half a width is in percentage points, in per cent of the baseline, or in the unit of the measure', () => {
  const wanted = wantedIn('new-charge@2y: 0.5pp, occupancy: 1%, charges: 20', scenario);
  expect(wanted.map(({ name, margin, isRelative }) => [name, margin, isRelative])).toEqual([
    ['new-charge@2y', 0.5, false],
    ['occupancy', 0.01, true],
    ['charges', 20, false],
  ]);
});

test.each([
  ['occupancy', '--precision "occupancy": expected a measure and half the width of its interval\n  as in "new-charge'],
  ['ocupancy: 1%', '--precision: there is no measure "ocupancy"\n  did you mean "occupancy"?'],
  ['occupancy: 0', '--precision occupancy: half the width must be above 0'],
  [
    'charges: 3pp',
    '--precision charges: percentage points (pp) are for percentages, and its unit is "per year"; ' +
      'write a plain number in that unit, or %',
  ],
  ['new-charge@5y: 1pp', '--precision new-charge@5y: 3 observed years are too few to follow anybody for 5'],
])('%s is refused', (text, complaint) => {
  expect(() => wantedIn(text, scenario)).toThrow(complaint);
});
