import { expect, test } from 'vitest';
import { type ExposureName, exposureAt, exposuresOf, roomForExposures } from '../../src/community/exposure.ts';
import { randomKey } from '../../src/engine/random.ts';
import { NONE, type People } from '../../src/people/person.ts';
import { World } from '../../src/people/world.ts';

type Columns = { readonly [Name in keyof People]?: number };
type Met = Partial<Record<ExposureName, number>>;

const TODAY = 10_500;

/** Exposures other than 0 of somebody released today from the most closed level who met nothing but what `columns` say. */
function met(columns: Columns): Met {
  const world = new World({ key: randomKey('met', 0), firstDay: 10_000, lastDay: 20_000, levels: 3, units: 2 });
  world.today = TODAY;
  const row = world.enter(1, 7);
  const all = { lastLevel: 0, custodyDay: 10_100, excludedUntil: 9_000, isolatedUntil: 9_000, ...columns };
  for (const [name, value] of Object.entries(all)) (world.people[name as keyof typeof all] as Int32Array)[row] = value;
  const exposures = exposuresOf(world, row, 0.6, roomForExposures());
  const names = (Object.keys(exposureAt) as ExposureName[]).filter((name) => exposures[exposureAt[name]] !== 0);
  return Object.fromEntries(names.map((name) => [name, exposures[exposureAt[name]]]));
}

const closed = { 'closed-only': 1 };

test.each<readonly [string, Columns, Met]>([
  ['nothing', {}, closed],
  ['no sentence', { lastLevel: NONE }, {}],
  ['half a year beyond the most closed level', { openDays: 182 }, { 'open-years': 182 / 365.25 }],
  ['all at home', { lastLevel: 3 }, { home: 1 }],
  ['first at an open level, then at home', { lastLevel: 3, openDays: 100 }, { 'open-years': 100 / 365.25 }],
  ['basic and higher education, well run', { completed: 0b101, fidelity: 0.8 }, { ...closed, education: 0.8 }],
  [
    'all six programmes, half as designed',
    { completed: 0b111111, fidelity: 0.5 },
    { ...closed, education: 0.5, cognitive: 0.5, violence: 0.5, addiction: 0.5 },
  ],
  ['programmes begun and dropped', { attempted: 0b111111 }, closed],
  ['a year of work', { workDays: 260 }, { ...closed, 'work-years': 1 }],
  ['visits', { visited: 1 }, { ...closed, visited: 1 }],
  ['isolation on remand', { isolatedDays: 14 }, { ...closed, isolated: 1 }],
  ['exclusion in this stay', { isolatedUntil: 10_200 }, { ...closed, isolated: 1 }],
  ['exclusion in an earlier one', { isolatedUntil: 10_050 }, closed],
  ['one too short to count', { excludedUntil: 10_200 }, closed],
  ['a home and a job that stand', { arranged: 3, arrangedUntil: TODAY + 1 }, { ...closed, housing: 1, job: 1 }],
  ['a home and a job, lost today', { arranged: 3, arrangedUntil: TODAY }, closed],
  ['a better climate', { climateMet: 0.85 }, { ...closed, climate: 0.85 - 0.6 }],
  ['a worse one', { climateMet: 0.5 }, { ...closed, climate: 0.5 - 0.6 }],
])('%s', (_, columns, exposures) => {
  expect(met(columns)).toEqual(exposures);
});
