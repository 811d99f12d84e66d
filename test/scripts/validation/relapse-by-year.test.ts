/** Relapse by year of release: the same people as the pooled measure, and years that cannot be seen are marked. */
import { expect, test } from 'vitest';
import { lastYearSeen, relapseByYear, releasedByYear } from '../../../scripts/validation/relapse-by-year.ts';
import { parseDay } from '../../../src/engine/calendar.ts';
import { cellOf } from '../../../src/experiment/study.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { definitions, MONTHS } from '../../../src/simulation/summary.ts';
import { tinyScenario } from '../../tiny.ts';

const tiny = tinyScenario();
const scenario = { ...tiny, end: parseDay('2019-01-01') };

test('releases of the years that can be seen are those that the summary follows, and those back are its events', () => {
  const released = releasedByYear(scenario);
  const { summary } = simulate(cellOf(scenario, { draw: 0, replicate: 0 }));
  const groups = summary.shape.levels + 1;
  const at = definitions.indexOf('new-charge-to-prison') * groups * MONTHS;
  const inside = (part: Int32Array) => part.subarray(at, at + summary.shape.levels * MONTHS);
  const people = [summary.events, summary.competing, summary.censored]
    .flatMap((part) => [...inside(part)])
    .reduce((sum, count) => sum + count, 0);
  const until = [...released].filter(([year]) => year <= 2016).reduce((sum, [, one]) => sum + one.people, 0);
  // follow-up by charges ends two years before 2019, on a day of 2017 before which nobody is left out
  expect(people).toBeGreaterThanOrEqual(until);
  expect(people - until).toBeLessThanOrEqual(2);
  const back = [...released.values()].reduce((sum, one) => sum + one.back, 0);
  expect(back).toBeGreaterThan(0);
});

test('the last year is the one whose releases can be followed for two years and their sentences for two more', () => {
  expect(lastYearSeen(scenario)).toBe(2014);
  expect(lastYearSeen({ end: parseDay('2022-01-01') })).toBe(2017);
  expect(lastYearSeen({ end: parseDay('2021-12-01') })).toBe(2016);
});

test('years that cannot be seen are not testable, and others have a verdict', () => {
  expect(relapseByYear(tiny).match(/not testable/g)).toHaveLength(3);
  const longer = { ...tiny, end: parseDay('2021-01-01') };
  const table = relapseByYear(longer);
  expect(table).toMatch(/\| 2015 \| 20\.0 \| [\d.]+ \| (met|\*\*missed\*\*) \|/);
  expect(table).toMatch(/\| 2017 \| 15\.0 \| - \| not testable/);
});
