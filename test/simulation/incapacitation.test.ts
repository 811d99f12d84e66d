/** Incapacitation: everybody held averts charges day by day, whether or not they ever get out. */
import { expect, test } from 'vitest';
import { chargesAverted } from '../../src/community/victims.ts';
import { NONE, status } from '../../src/people/person.ts';
import { riskOf } from '../../src/people/risk.ts';
import { addAverted, PARTS } from '../../src/simulation/incapacitation.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { lawWith, onePerson } from '../prison/one-person.ts';
import { tinyCell, withLevers } from '../tiny.ts';

test.each([
  ['remand', 0, true],
  ['serving', 0, true],
  ['detained', 0, true],
  ['defaulting', 0, true],
  ['treatment', NONE, true],
  ['monitored', NONE, false],
  ['waiting', NONE, false],
  ['conditional', NONE, false],
  ['absent', NONE, false],
] as const)('the status %s at level %i averts: %s', (standing, level, averts) => {
  const { world, row } = onePerson();
  const { reoffending } = lawWith();
  world.moveTo(row, status[standing], level, level);
  const averted = new Float64Array(9);
  addAverted(world, 7, reoffending, averted);
  const expected = averts ? Math.round(PARTS * chargesAverted(7, riskOf(world, row, reoffending))) : 0;
  expect(averted[world.people.group[row]]).toBe(expected);
  expect(averted.reduce((sum, part) => sum + part, 0)).toBe(expected);
  if (averts) expect(expected).toBeGreaterThan(0);
});

test('nobody who has gone averts anything', () => {
  const { world, row } = onePerson();
  world.moveTo(row, status.serving, 0, 0);
  world.leave(row);
  const averted = new Float64Array(9);
  addAverted(world, 7, lawWith().reoffending, averted);
  expect([...averted]).toEqual(new Array(9).fill(0));
});

test('longer custody averts more offences although fewer people get out', () => {
  const cell = tinyCell();
  const { sentence, release } = cell.parameters[0].values;
  const total = (levers: Parameters<typeof withLevers>[1]) =>
    simulate(withLevers(cell, levers)).summary.averted.reduce((sum, part) => sum + part, 0);
  const usual = total({});
  expect(usual).toBeGreaterThan(0);
  const longer = { bandMean: sentence.bandTo, lengthFactor: 5 };
  expect(total({ sentence: longer, release: { ...release, conditionalGranted: 0 } })).toBeGreaterThan(usual);
});
