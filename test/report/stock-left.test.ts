/** A stock cohort that is not the headline is never dropped in silence: why, and what to do. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { stockLeft } from '../../src/report/stock-left.ts';
import { type Scenario, scenarioOf } from '../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../tiny.ts';

const stocked = (scenario: Scenario, day: string) => scenarioOf({ ...scenario, stockDay: parseDay(day) });
const moved = (from: string) => tinyScenario(policy('crime', from, 'reoffending.shift', '1.5'));

test('nothing is said without one, or of one that is followed', () => {
  expect(stockLeft(tinyScenario(), moved('2012-07-01'), 'newly sentenced to prison')).toEqual([]);
  const day = '2012-07-01';
  expect(stockLeft(stocked(tinyScenario(), day), stocked(moved(day), day), 'inside on one day')).toEqual([]);
});

test.each([
  [
    '2012-07-01',
    '2012-03-01',
    '2012-07-01',
    'because the arms part before that day, on 2012-03-01, and so do not have the same people inside on it: begin the policies on 2012-07-01 or later, or name 2012-03-01 or an earlier day.',
  ],
  ['2012-07-01', '2010-01-01', '2012-07-01', 'begin the policies on 2012-07-01 or later.'],
  [
    '2014-06-01',
    '2014-06-01',
    '2014-06-01',
    'because the years simulated end on 2014-12-31, less than a year later: simulate more years, or name an earlier day.',
  ],
  [
    '2012-07-01',
    '2012-07-01',
    '2012-08-01',
    'because the two scenarios do not name the same day: write the same stock_cohort in both.',
  ],
])('of %s with a policy from %s beside %s', (day, from, other, reason) => {
  const [sentence] = stockLeft(stocked(tinyScenario(), other), stocked(moved(from), day), 'newly sentenced to prison');
  expect(sentence).toContain(`The people inside on ${day} (stock_cohort) are not the people followed`);
  expect(sentence.endsWith(reason)).toBe(true);
});
