import { describe, expect, expectTypeOf, test } from 'vitest';
import { formatDay, parseDay } from '../../src/engine/calendar.ts';
import { epochOn, epochsOf, parametersIn } from '../../src/scenario/epoch.ts';
import { withPolicies, withRun } from '../../src/scenario/scenario.ts';
import { catalogue, court, facility, heir, placement, withPolicy } from './tiny.ts';

const dates = (policies: string) => epochsOf(withPolicy(policies), catalogue).map((epoch) => formatDay(epoch.from));

test('without policies there is one epoch, from the beginning of the burn-in', () => {
  const epochs = epochsOf(heir(''), catalogue);
  expect(epochs).toEqual([
    {
      from: parseDay('1997-01-01'),
      values: {
        placement: { reviewDays: Float64Array.of(90, 60, 30), basis: 'risk-and-needs' },
        facility: { places: Float64Array.of(100, 50, 10), singleCells: 0.9, open: true },
        court: { custodyFactor: [Float64Array.of(1, 2), Float64Array.of(0.5, 0.5)] },
      },
    },
  ]);
});

test('a policy holds from its first day until it ends, and then it is as if it had never been', () => {
  const scenario = withPolicy(`p:
  from: 2016-01-01
  until: 2018-01-01
  set: {placement.review_days.high: 60, facility.places: {multiply: 1.25}, court.custody_factor.theft: {add: 1}, facility.open: no, placement.basis: offence}
`);
  const epochs = epochsOf(scenario, catalogue);
  expect(epochs.map((epoch) => formatDay(epoch.from))).toEqual(['1997-01-01', '2016-01-01', '2018-01-01']);
  expect(epochs[1].values).toEqual({
    placement: { reviewDays: Float64Array.of(60, 60, 30), basis: 'offence' },
    facility: { places: Float64Array.of(125, 63, 13), singleCells: 0.9, open: false },
    court: { custodyFactor: [Float64Array.of(1, 2), Float64Array.of(1.5, 1.5)] },
  });
  expect(epochs[2].values).toEqual(epochs[0].values);
  expect(epochOn(epochs, parseDay('2015-12-31'))).toBe(epochs[0]);
  expect(epochOn(epochs, parseDay('2016-01-01'))).toBe(epochs[1]);
});

test('a policy after another works on what the other leaves, also when the other ends', () => {
  const scenario = withPolicy(`a: {from: 2016-01-01, until: 2018-01-01, set: {facility.places.high: 50}}
b: {from: 2017-01-01, after: a, set: {facility.places.high: {multiply: 2}}}
`);
  const high = epochsOf(scenario, catalogue).map((epoch) => parametersIn(epoch, facility).places[0]);
  expect(high).toEqual([100, 50, 100, 200]);
});

describe('nothing downstream can tell what changes nothing', () => {
  test('a lever set to the value in force begins no epoch', () => {
    expect(
      dates(
        'p: {from: 2016-01-01, set: {placement.review_days: {high: 90}, facility.open: yes, facility.places: {multiply: 1}}}',
      ),
    ).toEqual(['1997-01-01']);
  });
  test('two policies that meet with the same value are one epoch', () => {
    expect(
      dates(`a: {from: 2016-01-01, until: 2017-01-01, set: {facility.places.low: 70}}
b: {from: 2017-01-01, set: {facility.places.low: 70}}`),
    ).toEqual(['1997-01-01', '2016-01-01']);
  });
  test('a noun that a date leaves alone keeps its object', () => {
    const [before, after] = epochsOf(withPolicy('p: {from: 2016-01-01, set: {facility.places.low: 70}}'), catalogue);
    expect(after.values['placement']).toBe(before.values['placement']);
    expect(after.values['court']).toBe(before.values['court']);
    expect(after.values['facility']).not.toBe(before.values['facility']);
    expect(before.values['facility']['places']).toEqual(Float64Array.of(100, 50, 10));
  });
});

test('a policy from before the burn-in holds from its first day; one outside the scenario never', () => {
  expect(dates('p: {from: 1990-01-01, set: {facility.places.low: 70}}')).toEqual(['1997-01-01']);
  expect(dates('p: {from: 1990-01-01, until: 1995-01-01, set: {facility.places.low: 70}}')).toEqual(['1997-01-01']);
  expect(dates('p: {from: 2022-01-01, set: {facility.places.low: 70}}')).toEqual(['1997-01-01']);
  const early = withPolicy('p: {from: 1990-01-01, set: {facility.places.low: 70}}');
  expect(parametersIn(epochsOf(early, catalogue)[0], facility).places[1]).toBe(70);
});

test('a draw moves each parameter by its own quantile, and policies work on what was drawn', () => {
  const scenario = withPolicy('p: {from: 2016-01-01, set: {placement.review_days: {multiply: 2}}}');
  const quantileOf = (path: string) => (path === 'placement.review_days' ? 0.25 : undefined);
  const [before, after] = epochsOf(scenario, catalogue, quantileOf);
  expect(parametersIn(before, placement).reviewDays).toEqual(Float64Array.of(75, 45, 22.5));
  expect(parametersIn(after, placement).reviewDays).toEqual(Float64Array.of(150, 90, 45));
  expect(after.values['court']).toBe(before.values['court']);
});

test('a drawn value that a policy pushes out of bounds stops there', () => {
  const scenario = withPolicy('p: {from: 2016-01-01, set: {facility.single_cells: {multiply: 1.1}}}');
  const after = epochsOf(scenario, catalogue, () => 0.999)[1];
  expect(parametersIn(after, facility).singleCells).toBe(1);
});

test('the parameters of a mechanism come with the types of its declaration', () => {
  const [epoch] = epochsOf(heir(''), catalogue);
  expectTypeOf(parametersIn(epoch, placement).basis).toEqualTypeOf<'risk-and-needs' | 'offence'>();
  expectTypeOf(parametersIn(epoch, court).custodyFactor).toEqualTypeOf<readonly Float64Array[]>();
  expect(Object.isFrozen(parametersIn(epoch, court))).toBe(true);
});

test('a scenario can be handed to another thread as it is', () => {
  const scenario = withPolicy('p: {from: 2016-01-01, set: {facility.places.low: 70}}');
  expect(epochsOf(structuredClone(scenario), structuredClone(catalogue))).toEqual(epochsOf(scenario, catalogue));
});

test('another run of the same scenario keeps its numbers', () => {
  const words = 'description: Mine.\n';
  const scenario = heir(`${words}policies:\n  p: {from: 2016-01-01, set: {facility.places.low: 70}}\n`);
  const shorter = withRun(scenario, { years: 2, seed: 'other' });
  expect(formatDay(shorter.end)).toBe('2014-01-01');
  expect(shorter.seed).toBe('other');
  expect(epochsOf(shorter, catalogue)).toHaveLength(1);
  expect(withPolicies(scenario, []).text).toBe(heir(words).text);
  expect(withPolicies(heir(words), scenario.policies)).toEqual(scenario);
});
