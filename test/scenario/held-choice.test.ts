/** Held choices: the word holds from its day on whatever policies say, and nothing before it changes. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { epochOn, epochsOf } from '../../src/scenario/epoch.ts';
import { withHeld } from '../../src/scenario/held-choice.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { policy, tinyScenario } from '../tiny.ts';

const early = policy('early', '2010-01-01', 'capacity.response', 'build');
const late = `${policy('late', '2013-01-01', 'capacity.response', 'double')}    work.attendance: 0.4\n`;
const only = policy('only', '2014-01-01', 'capacity.response', 'release').replace('after: tiny', 'after: [tiny, late]');
const day = parseDay('2012-06-01')!;

test('earlier policies hold until the day, later ones move everything but the choice', () => {
  const scenario = tinyScenario(early + late.replace('after: tiny', 'after: [tiny, early]') + only);
  const held = withHeld(scenario, { noun: 'capacity', name: 'response', value: 'enough' }, day);
  const [before, after] = [scenario, held].map((one) => epochsOf(one, catalogue));
  const at = (epochs: typeof before, text: string) => epochOn(epochs!, parseDay(text)!).values;
  for (const date of ['2011-01-01', '2012-05-31']) expect(at(after, date)).toEqual(at(before, date));
  for (const date of ['2012-06-01', '2013-01-01', '2014-06-01']) {
    const { capacity, ...others } = at(after, date);
    const { capacity: own, ...same } = at(before, date);
    expect(others).toEqual(same);
    expect({ ...capacity, response: '' }).toEqual({ ...own, response: '' });
    expect(capacity!['response']).toBe('enough');
  }
  expect(held.policies.map(({ name }) => name)).toEqual(['tiny', 'early', 'capacity.response held: enough', 'late']);
  expect(held.policies.at(-1)!.after).toEqual(['early', 'tiny']);
});

test('on the day itself the held word wins', () => {
  const scenario = tinyScenario(policy('same', '2012-06-01', 'capacity.response', 'double'));
  const held = withHeld(scenario, { noun: 'capacity', name: 'response', value: 'fixed' }, day);
  expect(epochOn(epochsOf(held, catalogue), day).values['capacity']!['response']).toBe('fixed');
  expect(epochOn(epochsOf(scenario, catalogue), day).values['capacity']!['response']).toBe('double');
});
