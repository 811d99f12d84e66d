import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { gatePassageOf } from '../../src/people/custody-transition.ts';
import { need } from '../../src/people/needs.ts';
import { NONE, recalls, status } from '../../src/people/person.ts';
import { careChance, daysUntilSelfHarm, medicationHandouts, staffHours } from '../../src/prison/health.ts';

const { none, fromRelease, fromMonitoring } = recalls;

describe('every passage of the gate in a case has a number of its own', () => {
  test.each([
    ['into remand', status.remand, NONE, none, 0],
    ['into serving', status.serving, NONE, none, 1],
    ['into serving after a fine was not paid', status.defaulting, NONE, none, 1],
    ['into preventive detention', status.detained, NONE, none, 1],
    ['into a treatment institution', status.treatment, NONE, none, 1],
    ['into serving after a recall', status.serving, 0, fromRelease, 2],
    ['into serving after monitoring was revoked', status.serving, NONE, fromMonitoring, 3],
    ['out of remand', status.liberty, NONE, none, 4],
    ['at large', status.absent, NONE, none, 5],
    ['released in full', status.liberty, 0, none, 6],
    ['released on conditions', status.conditional, 1, none, 6],
    ['home to be monitored', status.monitored, NONE, none, 6],
    ['released again after a recall', status.liberty, 0, fromRelease, 7],
    ['released after revoked monitoring', status.liberty, 0, fromMonitoring, 8],
  ])('%s', (_, standing, lastLevel, recall, expected) => {
    expect(gatePassageOf(standing, lastLevel, recall)).toBe(expected);
  });
});

describe('whom care reaches', () => {
  const given = { careShare: Float64Array.of(0.9, 0.5, 0.36), independence: 1, dependentRatio: 0.8 };
  const every = need.mental | need.opioids | need.drugs;
  test.each([
    ['contact, whatever the needs', 0, 0, 1, 0.9],
    ['contact with needs', 0, every, 1, 0.9],
    ['contact with a service that is part of the prison', 0, 0, 0, 0.72],
    ['contact with one half independent', 0, 0, 0.5, 0.81],
    ['psychiatric care without a need', 1, need.opioids, 1, 0],
    ['psychiatric care with one', 1, need.mental, 1, 0.5],
    ['psychiatric care in a service that is part of the prison', 1, need.mental, 0, 0.5],
    ['agonist treatment without a need', 2, need.mental | need.drugs, 1, 0],
    ['agonist treatment with one', 2, need.opioids, 1, 0.36],
    ['agonist treatment in a service that is part of the prison', 2, every, 0, 0.36],
  ])('%s', (_, kind, needs, independence, expected) => {
    expect(careChance(kind, needs, { ...given, independence })).toBeCloseTo(expected, 12);
  });
});

describe('days until self-harm', () => {
  const RATE = 0.36525;
  const DAY = 0.001;
  test.each([
    ['a steady risk of one in a thousand a day', 10.5 * DAY, 0, 1, 0, 1, 0, 10],
    ['counted from a day on', 10.5 * DAY, 30, 1, 0, 1, 0, 40],
    ['twice the risk in the first weeks', 10.5 * DAY, 0, 1, 0, 2, 28, 5],
    ['the first weeks use up 56, then one a day', 60.5 * DAY, 0, 1, 0, 2, 28, 32],
    ['from their middle', 10.5 * DAY, 20, 1, 0, 2, 28, 25],
    ['after them', 10.5 * DAY, 28, 1, 0, 2, 28, 38],
    ['isolation multiplies', 10.5 * DAY, 0, 5, 10, 1, 0, 2],
    ['ten days of it use up 50', 50.5 * DAY, 0, 5, 10, 1, 0, 10],
    ['both together: ten a day', 15 * DAY, 0, 5, 10, 2, 28, 1],
    ['100 in isolation, 36 to day 28, then one a day', 140.5 * DAY, 0, 5, 10, 2, 28, 32],
    ['isolation beyond the first weeks: 280, then five a day', 292.5 * DAY, 0, 5, 40, 2, 28, 30],
    ['isolation without risk is passed over', 0.5 * DAY, 0, 0, 10, 1, 0, 10],
  ])('%s', (_, reached, from, isolated, isolatedDays, early, earlyDays, expected) => {
    const u = -Math.expm1(-reached);
    expect(daysUntilSelfHarm(u, from, RATE, isolated, isolatedDays, early, earlyDays)).toBe(expected);
  });

  test('without risk never', () => {
    expect(daysUntilSelfHarm(0.5, 0, 0, 5, 10, 2, 28)).toBe(NEVER);
  });
});

test.each([
  [0, 0, 'nobody inside'],
  [60, 70.4, '60 inmates, 70.4 minutes each'],
  [3700, 4341.33, 'all prisons of 2014: 518 hours of doctors and 3,823 of nurses'],
])('%i inmates take %f hours per week: %s', (inmates, hours) => {
  expect(staffHours(inmates, { doctorMinutes: 8.4, nurseMinutes: 62 })).toBeCloseTo(hours, 2);
});

test.each([
  [100, 0.6, 3, 1260],
  [100, 0, 3, 0],
  [100, 0.6, 1, 420],
])('%i inmates, %f on medicine, %i rounds a day: handed over %i times a week', (inmates, share, rounds, expected) => {
  const given = { medicatedShare: share, medicationRounds: rounds };
  expect(medicationHandouts(inmates, given)).toBeCloseTo(expected, 9);
});
