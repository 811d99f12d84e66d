/** Which life event meets which definition of recidivism: a table of known answers, and that none is without an event. */
import { expect, test } from 'vitest';
import { event, type LifeEventName } from '../../src/people/life-events.ts';
import {
  countsForCharge,
  definitionsByEvent,
  definitionsMet,
  isByCharge,
} from '../../src/simulation/recidivism-definition.ts';
import { definitions } from '../../src/simulation/summary.ts';

/** The names of the definitions that an event meets. */
function met(name: LifeEventName, detail = 0, isRecalled = false): readonly string[] {
  const bits = definitionsMet(event[name], detail, isRecalled);
  return definitions.filter((_, at) => (bits & (1 << at)) !== 0);
}

test.each([
  ['charged', 3, false, ['new-charge']],
  ['charged', 3, true, ['new-charge']],
  ['verdict', 0, false, []],
  ['verdict', 1, false, ['new-conviction']],
  ['verdict', 2, false, ['new-conviction']],
  ['sanctioned', 0, false, []],
  ['sanctioned', 1, false, ['new-sanction', 'new-charge-to-sanction']],
  ['sanctioned', 2, false, []],
  ['monitored', 0, false, ['new-sanction', 'new-charge-to-sanction']],
  ['admitted', 1, false, ['new-sanction', 'new-prison-sentence', 'new-charge-to-sanction', 'new-charge-to-prison']],
  ['admitted', 1, true, []],
  ['remanded', 0, false, []],
  ['died', 0, false, []],
] as const)('%s with the detail %i, recalled: %s, meets %j', (name, detail, isRecalled, expected) => {
  expect(met(name, detail, isRecalled)).toEqual(expected);
});

test('every definition is met by at least one event', () => {
  const all = Object.values(definitionsByEvent).flatMap(({ meets }) => meets);
  expect(definitions.filter((definition) => !all.includes(definition))).toEqual([]);
});

test('every new prison sentence is a new sanction', () => {
  const prison = Object.values(definitionsByEvent).filter(({ meets }) => meets.includes('new-prison-sentence'));
  expect(prison.every(({ meets }) => meets.includes('new-sanction'))).toBe(true);
});

test('the definitions dated by a charge are two, and a sentence counts only for a charge after the release, begun in two years', () => {
  expect(definitions.filter(isByCharge)).toEqual(['new-charge-to-sanction', 'new-charge-to-prison']);
  expect(countsForCharge(100, 100, 830)).toBe(true);
  expect(countsForCharge(100, 100, 831)).toBe(false);
  expect(countsForCharge(99, 100, 200)).toBe(false);
});
