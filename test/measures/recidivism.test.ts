/** Recidivism: person-years and rates by known counts, the published definitions recounted from lives, and figures of a level. */
import { expect, test } from 'vitest';
import { DAYS_PER_YEAR, parseDay } from '../../src/engine/calendar.ts';
import { cellOf, type Study } from '../../src/experiment/study.ts';
import { livesOf } from '../../src/lives/lives.ts';
import { identityOf, isSameMeasure } from '../../src/measures/measure-identity.ts';
import { eventsPerPersonYears, recidivismMeasures } from '../../src/measures/recidivism.ts';
import { measureOfTarget } from '../../src/measures/target-measure.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { DAYS_TO_BEGIN, definitions, emptySummary, MONTHS } from '../../src/simulation/summary.ts';
import { toRecords } from '../../src/tables/table.ts';
import { policy, tinyScenario } from '../tiny.ts';

const scenario = tinyScenario(policy('severe', '2000-01-01', 'court.custody_odds', '6'));
const study: Study = {
  arms: [{ name: 'eight years', scenario: { ...scenario, end: scenario.start + Math.ceil(8 * DAYS_PER_YEAR) } }],
  draws: 0,
  replicates: 1,
};
const KEY = { arm: 0, draw: 0, replicate: 0 };
const cell = cellOf(study.arms[0]!.scenario, KEY);
const levels = scenario.dimensions['level'];
const { summary } = simulate(cell);
const reading = { summary, days: cell.end - cell.start, parameters: cell.parameters[0].values };
const measure = (target: string) =>
  recidivismMeasures(levels).find((one) => isSameMeasure(identityOf(one), measureOfTarget(target, levels)))!;
const releases = [...livesOf(study, KEY)]
  .filter(({ schema }) => schema.name === 'releases')
  .flatMap((table) => toRecords(table))
  .filter(({ index, level }) => index === true && level !== 'monitoring');
const day = (text: unknown) => parseDay(String(text));

test('a month with its event counts half, people beyond the last month count in full', () => {
  const counted = emptySummary({ weeks: 1, years: 1, levels: 1, offences: 1 });
  counted.events[0] = 1;
  counted.competing[11] = 1;
  counted.censored[MONTHS - 1] = 2;
  expect(eventsPerPersonYears(counted, 0, [0])).toBeCloseTo(100 / ((0.5 + 11.5 + 120) / 12), 12);
  counted.events[MONTHS - 1] = 1;
  expect(eventsPerPersonYears(counted, 0, [0])).toBeCloseTo(100 / ((0.5 + 11.5 + 180) / 12), 12);
});

test('re-imprisonments per person-year are those of the lives, at all levels and from the first two', () => {
  for (const level of [undefined, levels[0], levels[1]]) {
    let [happened, days] = [0, 0];
    for (const release of releases.filter((one) => level === undefined || one['level'] === level)) {
      const horizon = day(release['date']) + 5 * DAYS_PER_YEAR;
      const first = release['new_prison_sentence'] === '' ? Infinity : day(release['new_prison_sentence']);
      const until = Math.min(first, day(release['followed_until']));
      if (first <= horizon && until === first) happened++;
      days += Math.min(until, horizon) - day(release['date']);
    }
    const rate = recidivismMeasures(levels).find((one) => one.id === 'reimprisonment-rate' && one.level === level)!;
    const recounted = (100 * happened * DAYS_PER_YEAR) / days;
    expect(Math.abs(rate.value(reading) / recounted - 1)).toBeLessThan(0.02);
    expect(happened).toBeGreaterThan(20);
  }
});

test.each([
  ['new-charge-to-prison@2y', 'new_charge_to_prison', undefined],
  ['new-charge-to-sanction@2y', 'new_charge_to_sanction', undefined],
  ['new-charge-to-prison-from-closed@5y', 'new_charge_to_prison', levels[0]],
  ['new-charge-to-prison-from-open@5y', 'new_charge_to_prison', levels[1]],
])('%s is the share in the lives of those whom no later release, exit or end cuts off', (target, column, level) => {
  const years = Number(target.at(-2));
  const last = cell.end - DAYS_TO_BEGIN;
  const own = releases.filter((one) => level === undefined || one['level'] === level);
  // product-limit estimate in exact days; death and expulsion are rare here
  const ends = own
    .filter((one) => day(one['date']) <= last)
    .map((one) => {
      const first = one[column] === '' ? Infinity : day(one[column]);
      const until = Math.min(first, day(one['followed_until']), last);
      return { after: until - day(one['date']), isEvent: first === until, hasLeft: one['exit'] !== '' && first > last };
    })
    .sort((a, b) => a.after - b.after);
  let free = 1;
  for (const [gone, { after, isEvent }] of ends.entries()) {
    if (isEvent && after <= years * DAYS_PER_YEAR) free *= 1 - 1 / (ends.length - gone);
  }
  expect(Math.abs(measure(target).value(reading) - 100 * (1 - free))).toBeLessThan(2.5);
  expect(measure(target).value(reading)).toBeGreaterThan(10);
});

test('an offence within two years leads back to more than a sentence begun within two years, and other sanctions add to it', () => {
  const value = (target: string) => measure(target).value(reading);
  expect(value('new-charge-to-prison@2y')).toBeGreaterThan(value('new-prison-sentence@2y'));
  expect(value('new-charge-to-sanction@2y')).toBeGreaterThan(value('new-charge-to-prison@2y'));
  expect(value('relapse-rise@2y')).toBeCloseTo(
    100 * (value('new-charge-to-sanction@2y') / value('new-charge-to-prison@2y') - 1),
    10,
  );
});

test('a study too short to see sentences begin gives no value', () => {
  const short = { ...reading, days: 2 * DAYS_PER_YEAR + DAYS_TO_BEGIN - 1 };
  expect(measure('new-charge-to-prison@2y').value(short)).toBeNaN();
  expect(measure('new-prison-sentence@2y').value(short)).not.toBeNaN();
  expect(definitions).toHaveLength(6);
});
