/** Which life event meets which definition of recidivism: a table of known answers, and that none is without an event. */
import { expect, test } from 'vitest';
import { event, type LifeEventName } from '../../src/people/life-events.ts';
import { definitionsByEvent, definitionsMet } from '../../src/simulation/recidivism-definition.ts';
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
  ['sanctioned', 1, false, ['new-sanction']],
  ['sanctioned', 2, false, []],
  ['monitored', 0, false, ['new-sanction']],
  ['admitted', 1, false, ['new-sanction', 'new-prison-sentence']],
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
