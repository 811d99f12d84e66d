import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { evidenceSchema, scenarioSchema } from '../../src/scenario/schema.ts';
import { baseline, catalogue, evidence, heir } from './tiny.ts';

const dimensions = heir('').dimensions;
const scenario = scenarioSchema(catalogue, dimensions);

/** The properties an editor offers under `set`. */
function levers(schema: Record<string, unknown>): Record<string, { description: string }> {
  const at = (node: unknown, key: string) => (node as Record<string, unknown>)[key];
  const policy = at(at(at(schema, 'properties'), 'policies'), 'additionalProperties');
  return at(at(at(policy, 'properties'), 'set'), 'properties') as Record<string, { description: string }>;
}

test('an editor completes every lever and its members, with unit, meaning and bounds', () => {
  expect(Object.keys(levers(scenario))).toEqual([
    'placement.review_days',
    'placement.review_days.high',
    'placement.review_days.low',
    'placement.review_days.transitional',
    'placement.basis',
    'facility.places',
    'facility.places.high',
    'facility.places.low',
    'facility.places.transitional',
    'facility.single_cells',
    'facility.open',
    'court.custody_factor',
    'court.custody_factor.violence',
    'court.custody_factor.theft',
  ]);
  expect(levers(scenario)['placement.review_days'].description).toBe(
    'days: time between two reviews, by level; from 7 to 3650',
  );
});

test('without dimensions the levers are there, and any member fits', () => {
  expect(Object.keys(levers(scenarioSchema(catalogue)))).toEqual([...catalogue.keys()]);
});

describe('the schemas accept what reading accepts and mark what it refuses', () => {
  const accepts = (schema: Record<string, unknown>, text: string) =>
    z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(parse(text)).success;

  test('a whole scenario, and one that only extends', () => {
    expect(accepts(scenario, baseline)).toBe(true);
    expect(accepts(scenario, 'extends: norway/baseline.yaml\npolicies: {a: {until: 2016-01-01}}')).toBe(true);
    expect(accepts(scenario, 'extnds: norway/baseline.yaml')).toBe(false);
    expect(accepts(scenario, 'years: ten')).toBe(false);
  });
  test.each([
    ['placement.review_days: 60', true],
    ['placement.review_days: {high: 60, low: {add: 1}}', true],
    ['placement.review_days.high: {multiply: 2}', true],
    ['court.custody_factor: {violence: {first: 2}, theft: 1}', true],
    ['court.custody_factor.violence: {first: 2}', true],
    ['court.custody_factor.violence.first: 2', true],
    ['placement.basis: offence', true],
    ['facility.open: no', true],
    ['placement.review_days: 3', false],
    ['placement.review_days: 40%', false],
    ['placement.review_days.high: {multiply: 2, add: 1}', false],
    ['placement.review_dayz: 60', false],
    ['placement.basis: risk', false],
    ['facility.places: 1.5', false],
  ])('set %s: %s', (set, accepted) => {
    const indented = set.replace(/^/gm, '      ');
    expect(accepts(scenario, `policies:\n  a:\n    from: 2016-01-01\n    set:\n${indented}\n`)).toBe(accepted);
  });
  test('evidence', () => {
    expect(accepts(evidenceSchema(catalogue), evidence)).toBe(true);
    expect(accepts(evidenceSchema(catalogue), evidence.replace('grade: B', 'grade: D'))).toBe(false);
    expect(accepts(evidenceSchema(catalogue), evidence.replace('facility.places', 'facility.placs'))).toBe(false);
  });
});
