import { describe, expect, test } from 'vitest';
import { activityMeasures } from '../../src/measures/activity.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import { NONE, status } from '../../src/people/person.ts';
import { tally } from '../../src/people/tallies.ts';
import type { World } from '../../src/people/world.ts';
import { attends, isInClass, isWaitingForProgramme } from '../../src/prison/enrolment.ts';
import { dropoutChance, forgetProgrammes, type ProgrammeParameters } from '../../src/prison/programme.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';
import { emptyPrison, given, inmate, pass, week } from './pupils.ts';

test.each([
  [0.271, 0.5, 0.5, 0.271, 'middling risk in the usual climate: as published'],
  [0.271, 0.5, NaN, 0.271, 'where no climate is known it is the usual'],
  [0.5, 1, 0.5, 0.6225, 'the highest risk: half a log-odds above'],
  [0.5, 0, 0.5, 0.3775, 'the lowest: half a log-odds below'],
  [0.5, 0.5, 1, 0.2689, 'the best climate'],
  [0.5, 0.5, 0, 0.7311, 'the worst'],
  [0, 1, 0, 0, 'nobody is nobody'],
  [1, 0, 1, 1, 'everybody is everybody'],
])('share %f, rank %f, climate %f: %f, %s', (dropoutShare, rank, climate, expected) => {
  const numbers = {
    dropoutShare: [dropoutShare] as unknown as Float64Array,
    dropoutRisk: 1,
    climateDropout: -2,
    usualClimate: 0.5,
  };
  expect(dropoutChance(0, rank, climate, numbers)).toBeCloseTo(expected, 4);
});

describe('a seat', () => {
  test('goes to whoever wants it in their unit, and no seat is given twice', () => {
    const world = emptyPrison();
    const [a, b, c] = [3, 1, 2].map((index) => inmate(world, index)) as [number, number, number];
    const elsewhere = inmate(world, 4, 0, 1);
    week(world);
    expect([a, b, c, elsewhere].map((row) => attends(world.people, row))).toEqual([false, true, true, true]);
    expect(isWaitingForProgramme(world.people, a)).toBe(true);
    expect(isInClass(world.people, b)).toBe(true);
    expect(record(world)).toEqual(['0 programmeBegun 0', '0 programmeBegun 0', '0 programmeBegun 0']);
  });

  test('is free again on the first roll after it is left, for those who asked first', () => {
    const world = emptyPrison();
    const first = [1, 2].map((index) => inmate(world, index));
    week(world);
    pass(world, 7);
    const early = inmate(world, 9);
    week(world);
    pass(world, 56);
    const late = inmate(world, 3);
    week(world);
    expect(first.map((row) => world.people.completed[row])).toEqual([0, 0]);
    pass(world, 7);
    expect(first.map((row) => world.people.completed[row])).toEqual([1, 1]);
    world.people.excludedUntil[first[0]] = world.today + 99;
    week(world);
    expect([early, late].map((row) => attends(world.people, row))).toEqual([true, true]);
    expect(counted(world, 'programme-waited')).toBe(63 + 7);
  });

  test.each([
    ['first-come', 2, 'asked first'],
    ['need-first', 1, 'has the need'],
    ['release-date-first', 0, 'is released first'],
  ] as const)('goes by %s to number %i, who %s', (waitingRule, winner, _) => {
    const world = emptyPrison();
    const rule: ProgrammeParameters = {
      ...given,
      places: given.places.map(() => Float64Array.of(0, 0)),
      needFor: given.needFor.map(() => Float64Array.of(0, 0, 0, 0, 0, 1, 0)),
      waitingRule,
    };
    const last = inmate(world, 7);
    week(world, rule);
    pass(world, 7, rule);
    const rows = [inmate(world, 8), inmate(world, 6), last];
    const { needs, releaseDay } = world.people;
    needs[rows[0]] = 0;
    needs[rows[2]] = 0;
    releaseDay[rows[0]] = world.today + 100;
    week(world, { ...rule, places: rule.places.map(() => Float64Array.of(1, 0)) });
    pass(world, 7, rule);
    week(world, { ...rule, places: rule.places.map(() => Float64Array.of(2, 0)) });
    expect(rows.map((row) => attends(world.people, row))).toEqual([0, 1, 2].map((at) => at === winner));
  });

  test('is not for those whom the condition leaves out, and who no longer fit stop waiting', () => {
    const world = emptyPrison();
    const short: ProgrammeParameters = {
      ...given,
      eligible: given.eligible.map(() => 'days_left >= 30 and not remand'),
    };
    const [stays, leaves, remanded] = [1, 2, 3].map((index) => inmate(world, index)) as [number, number, number];
    world.people.releaseDay[leaves] = world.today + 29;
    world.moveTo(remanded, status.remand, 0, 0);
    week(world, short);
    expect([stays, leaves, remanded].map((row) => attends(world.people, row))).toEqual([true, false, false]);
    const none: ProgrammeParameters = { ...short, places: short.places.map(() => Float64Array.of(0, 0)) };
    const waits = inmate(world, 4);
    world.people.releaseDay[waits] = world.today + 35;
    week(world, none);
    expect(isWaitingForProgramme(world.people, waits)).toBe(true);
    pass(world, 7, none);
    week(world, none);
    expect(world.people.programme[waits]).toBe(NONE);
    expect(attends(world.people, stays)).toBe(true);
  });

  test('is for a programme in the plan before any other', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    world.people.matched[row] = need.thinking;
    week(world);
    expect(world.people.programme[row]).toBe(3);
  });

  test('is lost by moving to another unit: the programme is waited for there from then on, and goes on where there is a seat', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    for (const index of [2, 3]) inmate(world, index, 0, 1);
    week(world);
    pass(world, 3);
    world.moveTo(row, status.serving, 0, 1);
    pass(world, 4);
    week(world);
    expect(isWaitingForProgramme(world.people, row)).toBe(true);
    expect(world.people.programmeSince[row]).toBe(world.today);
    pass(world, 70);
    week(world);
    expect(attends(world.people, row)).toBe(true);
    expect(record(world).filter((line) => line.includes('programmeEnded'))).toHaveLength(2);
    expect(record(world).filter((line) => line.includes('programmeBegun'))).toHaveLength(3);
    expect(world.diary.due(row, event.programmeEnded)).toBe(world.today + 69 - 7);
    pass(world, 63);
    expect(world.people.completed[row]).toBe(1);
    expect(counted(world, 'programme-starts')).toBe(3);
  });

  test.each([
    ['to another level', (world: World, row: number) => world.moveTo(row, status.serving, 1, 0)],
    ['to another unit', (world: World, row: number) => world.moveTo(row, status.serving, 0, 1)],
    [
      'out of company for two days',
      (world: World, row: number) => world.people.excludedUntil.fill(world.today + 9, row, row + 1),
    ],
  ])('is lost by going %s, and the weeks attended are not: the rest goes on, eligible or not', (_, go) => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    const begins: ProgrammeParameters = { ...given, eligible: given.eligible.map(() => 'days_left >= 300') };
    week(world, begins);
    pass(world, 56, begins);
    world.people.releaseDay[row] = world.today + 200;
    go(world, row);
    for (let at = 0; at < 5; at++) {
      week(world, begins);
      pass(world, 7, begins);
    }
    const ended = record(world).filter((line) => line.includes('programmeEnded'));
    expect(ended).toHaveLength(1);
    expect(Number(ended[0].split(' ')[0])).toBeLessThan(56 + 35);
    expect(world.people.programmeLeft[row]).toBe(0);
  });

  test('that is lost on the very last day leaves one day to go', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    week(world);
    pass(world, 69);
    world.moveTo(row, status.serving, 0, 1);
    pass(world, 1);
    expect(isWaitingForProgramme(world.people, row)).toBe(true);
    week(world);
    pass(world, 2);
    expect(world.people.completed[row]).toBe(1);
  });

  test('is lost by exclusion from company, and asked for again after it', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    week(world);
    world.people.excludedUntil[row] = world.today + 10;
    pass(world, 7);
    week(world);
    expect(attends(world.people, row)).toBe(false);
    pass(world, 7);
    week(world);
    expect(attends(world.people, row)).toBe(true);
  });

  test('is lost by leaving prison, for good: the end that was foreseen comes to nothing', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    week(world);
    pass(world, 5);
    world.moveTo(row, status.liberty, NONE);
    pass(world, 80);
    expect(world.people.programme[row]).toBe(NONE);
    expect(world.people.completed[row]).toBe(0);
    expect(record(world)).toEqual(['0 programmeBegun 0']);
  });
});

describe('an end', () => {
  test.each([
    [0, 1, '69 programmeEnded 0', 1, 'by completion'],
    [0, 0, '69 programmeEnded 6', 0, 'by failing'],
    [1, 1, 'programmeEnded -1', 0, 'by dropping out, before the time'],
  ])('dropout %f, pass %f: %s', (dropout, passing, line, completed) => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    const numbers: ProgrammeParameters = {
      ...given,
      dropoutShare: given.dropoutShare.map(() => dropout),
      passShare: given.passShare.map(() => passing),
    };
    week(world, numbers);
    pass(world, 90, numbers);
    const end = record(world)[1];
    expect(end).toContain(line);
    if (dropout === 1) expect(Number(end.split(' ')[0])).toBeLessThan(69);
    expect(world.people.completed[row]).toBe(completed);
    expect(world.people.attempted[row]).toBe(1);
    week(world, numbers);
    expect(world.people.programme[row]).toBe(NONE);
  });

  test('leaves the mean fidelity of what was completed; a new case begins without', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    const two: ProgrammeParameters = {
      ...given,
      wishOther: Float64Array.of(1, 1, 0, 0, 0, 0),
      fidelity: Float64Array.of(0.9, 0.5, 0, 0, 0, 0),
    };
    for (let at = 0; at < 30; at++) {
      week(world, two);
      pass(world, 7, two);
    }
    expect(world.people.completed[row]).toBe(3);
    expect(world.people.fidelity[row]).toBeCloseTo(0.7);
    forgetProgrammes(world, row);
    expect([world.people.completed[row], world.people.attempted[row], world.people.fidelity[row]]).toEqual([0, 0, 0]);
  });
});

test('weeks, hours and seats are counted as whole numbers', () => {
  const world = emptyPrison();
  inmate(world, 1);
  week(world);
  expect(counted(world, 'programme-places')).toBe(48);
  expect(counted(world, 'programme-weeks')).toBe(1);
  pass(world, 7);
  week(world);
  expect(counted(world, 'programme-weeks')).toBe(2);
  expect(counted(world, 'class-weeks')).toBe(2);
  expect(counted(world, 'basic-minutes')).toBe(600);
});

describe('in the tiny world', () => {
  const cell = tinyCell();
  const before = measured({});
  const base = cell.parameters[0].values.programme;
  const times = (row: Float64Array, factor: number) => row.map((number) => Math.min(1, number * factor));

  test.each<[string, Levers, string, 1 | -1]>([
    ['no seats', { programme: { places: base.places.map((row) => row.map(() => 0)) } }, 'programme-starts', -1],
    [
      'a condition that nobody meets',
      { programme: { eligible: base.eligible.map(() => 'nobody') } },
      'programme-starts',
      -1,
    ],
    [
      'a condition that everybody meets',
      { programme: { eligible: base.eligible.map(() => 'everybody') } },
      'programme-starts',
      1,
    ],
    ['more who want', { programme: { wishOther: times(base.wishOther, 2) } }, 'programme-starts', 1],
    [
      'more who want what is planned',
      { programme: { wishPlanned: base.wishPlanned.map(() => 1) } },
      'programme-starts',
      1,
    ],
    ['more who drop out', { programme: { dropoutShare: times(base.dropoutShare, 3) } }, 'programme-dropout', 1],
    ['shorter programmes', { programme: { weeks: base.weeks.map((weeks) => weeks / 2) } }, 'programme-completions', 1],
    [
      'exams that nobody passes',
      { programme: { passShare: base.passShare.map(() => 0) } },
      'programme-completions',
      -1,
    ],
  ])('%s', (_, levers, id, direction) => {
    expect(Math.sign(measured(levers).get(id)! - before.get(id)!)).toBe(direction);
  });

  function measured(levers: Levers): ReadonlyMap<string, number> {
    const { summary } = simulate(withLevers(cell, levers));
    const reading = { summary, days: cell.end - cell.start, parameters: cell.parameters.at(-1)!.values };
    const first = [...activityMeasures(['high', 'low', 'transitional'])].reverse();
    return new Map(first.map(({ id, value }) => [id, value(reading)]));
  }
});

function record(world: World): readonly string[] {
  const { kind, day, detail } = world.journal.rows();
  return Array.from(kind, (number, at) => `${day[at] + 4000} ${lifeEventNames[number]} ${detail[at]}`);
}

function counted(world: World, name: keyof typeof tally): number {
  const columns = world.levels + 1;
  return world.tallies.slice(tally[name] * columns, (tally[name] + 1) * columns).reduce((sum, count) => sum + count);
}
