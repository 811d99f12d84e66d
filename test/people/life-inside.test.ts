import { expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { event } from '../../src/people/life-events.ts';
import { dictionary, NOT_YET } from '../../src/people/person.ts';
import type { Trait } from '../../src/people/trait.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { tinyCell } from '../tiny.ts';

test('whoever never passed the gate has no life inside, so that a new case need not forget one', () => {
  const { people, diary, rows } = simulate(tinyCell()).world;
  const forgotten = [
    ...(['openDays', 'isolatedDays', 'weeksInside', 'incidents', 'programme', 'attempted', 'completed'] as const),
    ...(['fidelity', 'motivation', 'workshop', 'workDays', 'asked', 'arranged', 'arrangedUntil'] as const),
    ...(['ties', 'visited', 'familyFlags'] as const),
  ];
  let never = 0;
  for (let row = 0; row < rows.highest; row++) {
    if (!rows.has(row) || people.gateDay[row] !== NOT_YET) continue;
    never++;
    for (const name of forgotten) {
      const { atFirst = 0 }: Trait = dictionary[name];
      expect(people[name][row], name).toBe(atFirst);
    }
    for (const kind of [event.prepared, event.riskChanged]) expect(diary.due(row, kind)).toBe(NEVER);
  }
  expect(never).toBeGreaterThan(100);
});
