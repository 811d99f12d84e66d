/** Laws of seats in programmes and at work, week by week in the tiny world, whatever the numbers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NONE, type Row } from '../../src/people/person.ts';
import { tally, tallyNames } from '../../src/people/tallies.ts';
import type { World } from '../../src/people/world.ts';
import { daysLeft } from '../../src/prison/eligibility.ts';
import { attends, isWaitingForProgramme, programmeNames } from '../../src/prison/enrolment.ts';
import { dropoutChance } from '../../src/prison/programme.ts';
import { priorityOf, waitingRules } from '../../src/prison/programme-allocation.ts';
import { seatsOf } from '../../src/prison/seats.ts';
import { works, workshopNames } from '../../src/prison/work.ts';
import { type DayStep, day } from '../../src/simulation/day.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { tinyCell, withLevers } from '../tiny.ts';

const cell = tinyCell();
const few = (kinds: number, levels: number) =>
  fc.array(fc.array(fc.nat(12), { minLength: levels, maxLength: levels }), { minLength: kinds, maxLength: kinds });
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
const numbers = fc.record({
  seats: few(programmeNames.length, cell.levels),
  places: few(workshopNames.length, cell.levels),
  weeks: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 6 }),
  wishPlanned: shares,
  wishOther: shares,
  dropoutShare: shares,
  waitingRule: fc.constantFrom(...waitingRules),
  eligible: fc.constantFrom('everybody', 'days_left >= 60', 'not remand', 'need.3 or sanctions > 2'),
});

test('seats are never over-filled, no seat stays free while somebody waits for it, and turns are kept', () => {
  fc.assert(
    fc.property(numbers, ({ seats, places, weeks, wishPlanned, wishOther, dropoutShare, waitingRule, eligible }) => {
      const rows = (table: readonly (readonly number[])[]) => table.map((row) => Float64Array.from(row));
      const moved = withLevers(cell, {
        programme: {
          places: rows(seats),
          weeks: Float64Array.from(weeks),
          wishPlanned: Float64Array.from(wishPlanned),
          wishOther: Float64Array.from(wishOther),
          dropoutShare: Float64Array.from(dropoutShare),
          waitingRule,
          eligible: programmeNames.map(() => eligible),
        },
        work: { places: rows(places) },
      });
      const asked = new Map<string, number>();
      const steps = day.flatMap((step): DayStep[] => {
        if (step.name === 'programme') {
          const remember = (world: World) => rememberAsked(world, asked);
          return [{ name: 'before', weekly: true, step: remember }, step];
        }
        if (step.name !== 'work') return [step];
        const check = (world: World, given: Parameters) => keepsTheLaw(world, given, asked);
        return [step, { name: 'after', weekly: true, step: check }];
      });
      const { summary } = simulate({ ...moved, end: cell.start + 500 }, false, steps);
      expect(summary.tallies.every((amount) => Number.isInteger(amount) && amount >= 0)).toBe(true);
      const total = (name: keyof typeof tally) => {
        const { years, levels } = summary.shape;
        let sum = 0;
        for (let year = 0; year < years; year++) {
          for (let level = 0; level <= levels; level++) {
            sum += summary.tallies[(year * tallyNames.length + tally[name]) * (levels + 1) + level];
          }
        }
        return sum;
      };
      expect(total('programme-weeks')).toBeLessThanOrEqual(total('programme-places'));
      expect(total('work-weeks')).toBeLessThanOrEqual(total('work-places'));
      expect(total('programme-weeks') + total('programme-waiting')).toBeLessThanOrEqual(total('inmate-weeks'));
      expect(total('work-weeks') + total('day-release-weeks')).toBeLessThanOrEqual(total('inmate-weeks'));
    }),
    { seed: 1, numRuns: 12 },
  );
});

test('dropping out is a chance, never falls with risk or its share, and never rises with a climate that helps', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      unit,
      unit,
      unit,
      unit,
      unit,
      fc.double({ min: 0, max: 3, noNaN: true }),
      (a, b, share, rank, climate, lean) => {
        const given = { dropoutRisk: lean, climateDropout: -lean, usualClimate: 0.5 };
        const chance = (dropout: number, risk: number, met: number) =>
          dropoutChance(0, risk, met, { ...given, dropoutShare: Float64Array.of(dropout) });
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(chance(share, rank, climate)).toBeGreaterThanOrEqual(0);
        expect(chance(share, rank, climate)).toBeLessThanOrEqual(1);
        expect(chance(share, high, climate)).toBeGreaterThanOrEqual(chance(share, low, climate));
        expect(chance(high, rank, climate)).toBeGreaterThanOrEqual(chance(low, rank, climate));
        expect(chance(share, rank, high)).toBeLessThanOrEqual(chance(share, rank, low));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

function keyOf({ people }: World, row: Row): string {
  return `${people.stream[row]}:${people.index[row]}`;
}

function rememberAsked(world: World, asked: Map<string, number>): void {
  asked.clear();
  for (const row of world.roll.subarray(0, world.called)) {
    if (isWaitingForProgramme(world.people, row)) asked.set(keyOf(world, row), world.people.programmeSince[row]);
  }
}

/** What must hold once seats and places were handed out this week. */
function keepsTheLaw(world: World, given: Parameters, asked: ReadonlyMap<string, number>): void {
  const { people, today, units } = world;
  const kinds = programmeNames.length;
  const seats = seatsOf(given.programme.places, given.facility.unitShare).table.slice();
  const places = seatsOf(given.work.places, given.facility.unitShare).table.slice();
  const called = [...world.roll.subarray(0, world.called)];
  const cellOf = (row: Row) => (people.level[row] * units + people.unit[row]) * kinds + people.programme[row];
  for (const row of called) {
    if (attends(people, row)) seats[cellOf(row)]--;
    if (works(people, row)) {
      places[(people.level[row] * units + people.unit[row]) * workshopNames.length + people.workshop[row]]--;
      expect(people.unit[row]).not.toBe(NONE);
    }
  }
  expect(Math.min(...seats)).toBeGreaterThanOrEqual(0);
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  const turnOf = (row: Row) => {
    const needed = given.programme.needFor[people.programme[row]].some(
      (weight, bit) => weight > 0 && (people.needs[row] & (1 << bit)) !== 0,
    );
    return priorityOf(
      given.programme.waitingRule,
      asked.get(keyOf(world, row)) ?? today,
      today + daysLeft(world, row),
      needed,
    );
  };
  for (const row of called.filter((one) => isWaitingForProgramme(people, one))) {
    if (people.unit[row] === NONE || people.excludedUntil[row] > today) continue;
    expect(seats[cellOf(row)]).toBe(0);
    for (const other of called) {
      const hasBegun = attends(people, other) && people.programmeSince[other] === today;
      if (hasBegun && cellOf(other) === cellOf(row)) {
        expect(turnOf(other)).toBeLessThanOrEqual(turnOf(row));
      }
    }
  }
}
