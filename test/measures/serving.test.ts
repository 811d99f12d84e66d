import { expect, test } from 'vitest';
import { measuresOf } from '../../src/measures/measures.ts';
import { servingMeasures } from '../../src/measures/serving.ts';
import { event, type LifeEventName } from '../../src/people/life-events.ts';
import { status } from '../../src/people/person.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { emptySummary } from '../../src/simulation/summary.ts';
import { tinyCell } from '../tiny.ts';

const parameters = tinyCell().parameters[0].values;

/** A measure of two years with 60 people inside on every day of them, after so many events. */
function measured(id: string, events: Partial<Record<LifeEventName, number>> = {}): number {
  const summary = emptySummary({ weeks: 1, years: 1, levels: 2, offences: 1 });
  summary.stock[status.serving * 3] = 60 * 730.5;
  for (const [name, count] of Object.entries(events)) summary.flow[event[name as LifeEventName]] = count;
  const health = {
    ...parameters.health,
    doctorMinutes: 10,
    nurseMinutes: 50,
    medicatedShare: 0.5,
    medicationRounds: 2,
  };
  return servingMeasures()
    .find((measure) => measure.id === id)!
    .value({ summary, days: 730.5, parameters: { ...parameters, health } });
}

test.each([
  ['plan-reviews', 'needReviewed'],
  ['care-started', 'treated'],
  ['rests-ordered', 'restOrdered'],
  ['petitions', 'petitioned'],
  ['extensions', 'extended'],
  ['probations', 'probation'],
] as const)('%s counts %s, a year', (id, name) => {
  expect(measured(id, { [name]: 30 })).toBeCloseTo(15);
});

test('care takes an hour a week for each inmate, and half of them are handed medicine fourteen times', () => {
  expect([measured('health-hours'), measured('medication-handouts')]).toEqual([60, 420]);
});

test('shares are of those to whom it could happen', () => {
  expect(measured('conditional-refused', { refused: 1, conditional: 3 })).toBe(25);
  expect(measured('recall-share', { recalled: 1, supervised: 5 })).toBe(20);
  expect(measured('recall-share')).toBeNaN();
});

test('in the tiny world every measure of execution is there once, and shares lie between 0 and 100', () => {
  const cell = tinyCell();
  const { summary } = simulate(cell);
  const all = measuresOf(['high', 'low', 'transitional']);
  for (const { id, unit } of servingMeasures()) {
    const found = all.filter((measure) => measure.id === id);
    expect(found).toHaveLength(1);
    const value = found[0].value({ summary, days: cell.end - cell.start, parameters });
    expect(value).toBeGreaterThanOrEqual(0);
    if (unit === 'percent') expect(value).toBeLessThanOrEqual(100);
  }
});
