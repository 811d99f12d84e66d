import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, formatDay } from '../../src/engine/calendar.ts';
import { memberOf } from '../../src/engine/distribution.ts';
import { event } from '../../src/people/life-events.ts';
import { NONE, NOT_YET, status } from '../../src/people/person.ts';
import { bandOfYear, expectedLength, lengthWithin } from '../../src/prison/sentence.ts';
import { executedLength, lawfulLength } from '../../src/prison/sentence-terms.ts';
import { handlers } from '../../src/simulation/day.ts';
import { walk } from '../laws/walk.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';
import { lawWith, onePerson, recordOf } from './one-person.ts';

test.each([
  [0.5, 30, 90, 60, 60, 'with the mean in the middle every length is alike'],
  [0.25, 30, 90, 60, 45, 'a quarter of the way'],
  [0.5, 30, 90, 50, 45, 'a mean at a third of the way: the square of u'],
  [0.25, 0, 100, 80, 70.71067811865476, 'a mean at four fifths: the fourth root of u'],
  [0.9, 30, 30, 30, 30, 'a class of one length'],
  [0.5, 10, 20, 10, 10, 'a mean at the lower end: nobody is above it'],
  [0.5, 10, 20, 20, 20, 'a mean at the upper end: nobody is below it'],
])('draw %f in a class from %i to %i with mean %i is %f: %s', (u, from, to, mean, length) => {
  expect(lengthWithin(u, from, to, mean)).toBeCloseTo(length, 10);
});

describe('the classes of a year', () => {
  const own = Float64Array.of(0.4, 0.2, 0.3, 0.1);
  const base = Float64Array.of(0.5, 0.2, 0.2, 0.1);

  test.each([
    [0.1, 0, 'the shortest stay shortest'],
    [0.4, 1, 'a place at the end of the first class of the group is rank 0.5, now in the second'],
    [0.6, 2, 'the first of the third: rank 0.7, now in the third'],
    [0.85, 3, 'late in the third: rank 0.867, now in the fourth'],
    [0.95, 3, 'the longest stay longest'],
  ])('in a year of longer sentences, draw %f falls into class %i: %s', (u, band) => {
    expect(bandOfYear(u, own, base, Float64Array.of(0.3, 0.3, 0.2, 0.2))).toBe(band);
  });

  test('where the group is like all, shares come out as given for the year', () => {
    const year = Float64Array.of(0.3, 0.3, 0.25, 0.15);
    const counts = [0, 0, 0, 0];
    for (let at = 0; at < 10_000; at++) counts[bandOfYear((at + 0.5) / 10_000, base, base, year)]!++;
    expect(counts).toEqual([3000, 3000, 2500, 1500]);
  });

  test('the same as in the base years change nobody, even where rounding could', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (u) => {
        expect(bandOfYear(u, own, base, base.slice())).toBe(memberOf(u, own));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('longer classes in the year make no sentence shorter, for any group and draw', () => {
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(unit, fc.double({ min: 0, max: 0.3, noNaN: true }), (u, moved) => {
        const longer = Float64Array.of(0.5 - moved, 0.2, 0.2, 0.1 + moved);
        const shorter = Float64Array.of(0.5 + moved / 2, 0.2, 0.2 - moved / 2, 0.1);
        expect(bandOfYear(u, own, base, longer)).toBeGreaterThanOrEqual(memberOf(u, own));
        expect(bandOfYear(u, own, base, shorter)).toBeLessThanOrEqual(memberOf(u, own));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

test.each([
  [0.2, 21, 1, 'never less than a day'],
  [0, 21, 1, 'never less than a day'],
  [-5, 21, 1, 'never less than a day'],
  [1.49, 21, 1, 'the nearest whole day'],
  [1.5, 21, 2, 'half a day counts up'],
  [7669.4, 21, 7669, 'just under 21 years'],
  [7670, 21, 7670, '21 years of 365.25 days are 7670.25, whole days 7670'],
  [7671, 21, 7670, 'the law caps'],
  [40_000, 21, 7670, 'the law caps'],
  [40_000, 30, 10957, 'another law caps later'],
])('a length of %f under a maximum of %i years is %i days: %s', (length, maximumYears, days) => {
  expect(lawfulLength(length, maximumYears)).toBe(days);
});

test.each([
  [60, 90, 0.8, 60, 'short: as imposed'],
  [89, 90, 0.8, 89, 'a day under the bound'],
  [90, 90, 0.8, 90, 'at the bound, never less than it, or a longer sentence would be the shorter'],
  [112, 90, 0.8, 90, '89.6 is less than the bound'],
  [200, 90, 0.8, 160, 'beyond it, the factor'],
  [90, 90, 1.2, 108, 'merged days lengthen'],
  [7670, 90, 1.2, 7670, 'the law caps'],
  [3652, 90, 1, 3652, 'a factor of 1 changes nothing'],
])('of %i days imposed, factor from %i of %f, %i are served: %s', (imposed, from, factor, days) => {
  expect(executedLength(imposed, from, factor, 21)).toBe(days);
});

/** The law of 2012 in round numbers: a factor of 1, everybody granted conditional release, nobody lapsed or detained. */
const law = (levers: Levers = {}) =>
  lawWith({
    sentence: { lengthFactor: 1, factorFrom: 91, maximum: 21, lapsedShare: 0, recordFactor: 1, ...levers.sentence },
    release: { conditionalPart: 2 / 3, conditionalLeast: 60, conditionalRest: 14, conditionalGranted: 1 },
    detention: { leastDays: 1e6 },
  });

/** From the verdict to the release announced, of somebody who passes straight from remand, or begins on the day of the verdict. */
function imposed(days: number, credit: number, from: 'remand' | 'liberty', levers: Levers = {}, today?: number) {
  const { world, row } = onePerson();
  const { people } = world;
  if (today !== undefined) world.today = today;
  people.sentenceDays[row] = days;
  people.creditDays[row] = credit;
  if (from === 'remand') world.moveTo(row, status.remand, 0, 0);
  handlers.sentenced(world, row, law(levers));
  if (from === 'liberty' && people.status[row] === status.waiting) {
    world.moveTo(row, status.serving, 0, 0);
    people.custodyDay[row] = world.today;
    world.diary.set(row, event.admitted, world.today);
  }
  if (world.diary.due(row, event.admitted) === world.today) handlers.admitted(world, row, law(levers));
  return {
    world,
    row,
    served: people.releaseDay[row] - world.today,
    conditional: people.conditionalGranted[row] === 1,
  };
}

describe('days still to serve after the verdict', () => {
  test.each<[number, number, number, boolean, string]>([
    [1, 0, 1, false, 'a day'],
    [30, 0, 30, false, 'a month, served whole'],
    [30, 10, 20, false, 'less ten days of remand'],
    [30, 29, 1, false, 'a day is left'],
    [60, 0, 60, false, 'two months, served whole'],
    [73, 0, 73, false, '73 days do not qualify'],
    [73, 60, 13, false, 'nor with remand'],
    [74, 0, 60, true, '74 do'],
    [74, 30, 30, true, 'remand counts towards the 60 days'],
    [74, 60, 0, true, 'whoever has served them is out today'],
    [74, 70, 0, true, 'or has served more'],
    [90, 0, 60, true, 'two thirds of 90'],
    [109, 0, 73, true, 'as long as the longest that does not qualify'],
    [110, 0, 74, true, 'a day more'],
    [109, 73, 0, true, 'served in remand to the day'],
    [109, 72, 1, true, 'a day short'],
    [300, 0, 200, true, 'two thirds'],
    [300, 100, 100, true, 'half of them in remand'],
    [300, 200, 0, true, 'all of them'],
    [300, 299, 0, true, 'nearly the whole sentence'],
    [365, 0, 244, true, 'a year'],
    [366, 0, 244, true, 'a leap year'],
    [366, 122, 122, true, 'a leap year, a third in remand'],
    [1095, 365, 365, true, 'three years, one of them in remand'],
    [7670, 0, 5114, true, '21 years'],
    [8000, 0, 5114, true, 'no sentence is longer'],
    [8000, 1000, 4114, true, 'nor with remand'],
  ])('%i days, %i credited: %i, conditional %s: %s', (days, credit, left, conditional) => {
    for (const from of ['remand', 'liberty'] as const) {
      expect(imposed(days, credit, from)).toMatchObject({ served: left, conditional });
    }
  });

  test.each<[number, number, string]>([
    [30, 30, 'remand as long as the sentence'],
    [30, 31, 'remand a day longer'],
    [30, 400, 'remand of more than a year'],
    [300, 300, 'a long sentence, served in remand'],
  ])('%i days, %i credited, at liberty: nothing is served: %s', (days, credit) => {
    const { world, row } = imposed(days, credit, 'liberty');
    expect(world.people.status[row]).toBe(status.liberty);
    expect(recordOf(world).at(-1)).toMatch(/servedInRemand/);
    expect(world.diary.due(row, event.atRisk)).toBe(world.today);
  });

  test('remand longer than the sentence, straight from it: out on the day of the verdict, in full', () => {
    expect(imposed(30, 45, 'remand')).toMatchObject({ served: 0, conditional: false });
  });

  test('the factor comes before the credit', () => {
    expect(imposed(300, 50, 'remand', { sentence: { lengthFactor: 0.5 } })).toMatchObject({ served: 50 });
  });
});

test.each([
  [2012, 1, 1, 30, '2012-01-31', 'a month of 31 days'],
  [2012, 1, 1, 60, '2012-03-01', 'over the leap day'],
  [2011, 1, 1, 60, '2011-03-02', 'without one'],
  [2012, 2, 29, 30, '2012-03-30', 'from the leap day'],
  [2012, 1, 1, 549, '2013-01-01', 'two thirds are 366 days: the leap year to the day'],
  [2011, 1, 1, 547, '2012-01-01', 'two thirds are 365: the year to the day'],
  [2011, 12, 31, 1, '2012-01-01', 'a day over new year'],
  [2010, 3, 1, 1095, '2012-02-29', 'three years are 730 days, and end on the leap day'],
])('admitted on %i-%i-%i to %i days: released on %s, %s', (year, month, dayOfMonth, days, date) => {
  const { world, row } = imposed(days, 0, 'remand', {}, dayOf(year, month, dayOfMonth));
  expect(formatDay(world.people.releaseDay[row])).toBe(date);
});

describe('the prospective sentence', () => {
  const bands = (days: number) => new Float64Array(10).fill(days);
  const expectedOf = (days: number, sex: number, sanctions: number, more: Levers['sentence']) => {
    const { world, row } = onePerson();
    world.people.sex[row] = sex;
    world.people.sanctions[row] = sanctions;
    world.people.firstSanctionDay[row] = sanctions > 0 ? world.today - 1000 : NOT_YET;
    const lengths = { bandFrom: bands(days), bandTo: bands(days), bandMean: bands(days), maximum: 21, ...more };
    return expectedLength(world, row, lawWith({ sentence: lengths }).sentence);
  };
  const expected = (days: number, sanctions: number, recordFactor: number, maximum = 21) =>
    expectedOf(days, 0, sanctions, { recordFactor, maximum });

  test.each([
    [200, 0, 1, 200, 'no record'],
    [200, 5, 1, 200, 'a record makes no difference'],
    [200, 0, 1.5, 200, 'a factor is for people with a record'],
    [200, 1, 1.5, 300, 'one sanction is a record'],
    [200, 40, 1.5, 300, 'as are forty'],
    [200, 1, 0.5, 100, 'a milder court'],
    [1, 1, 0.2, 1, 'never less than a day'],
    [33, 1, 1.5, 50, 'the nearest whole day, half a day counting up'],
    [7000, 1, 1.5, 7670, 'never more than the law allows'],
  ])('%i days, %i sanctions, factor %f: %i, %s', (days, sanctions, factor, length) => {
    expect(expected(days, sanctions, factor)).toBe(length);
  });

  test('a lower maximum holds from the charge on', () => {
    expect(expected(4000, 0, 1, 10)).toBe(3652);
  });

  test.each([
    [200, 'male', 1, 0.5, 200, "women's factor is not his"],
    [200, 'male', 0.5, 1, 100, 'his own is'],
    [200, 'female', 0.5, 1, 200, "men's factor is not hers"],
    [200, 'female', 1, 0.5, 100, 'half as long for the same offence'],
    [200, 'female', 1, 1, 200, 'a factor of 1 changes nothing'],
    [33, 'female', 1, 0.5, 17, 'the nearest whole day, half a day counting up'],
    [1, 'female', 1, 0.2, 1, 'never less than a day'],
    [7000, 'female', 1, 1.5, 7670, 'never more than the law allows'],
  ])('%i days, %s, factors %f for men and %f for women: %i, %s', (days, sex, men, women, length) => {
    const sexFactor = Float64Array.of(men, women);
    expect(expectedOf(days, sex === 'female' ? 1 : 0, 0, { sexFactor })).toBe(length);
  });

  test('a woman with a record: both factors', () => {
    expect(expectedOf(200, 1, 1, { sexFactor: Float64Array.of(1, 0.5), recordFactor: 1.5 })).toBe(150);
  });
});

test('sex_factor: shorter sentences for women, fewer women inside, and where there are places for all no man notices', () => {
  const { sentence, facility, monitoring, treatment } = tinyCell().parameters[0].values;
  const places = Float64Array.of(80, 60, 40);
  const inside = (women: number) => {
    const evenings = [0, 0];
    const cell = withLevers(tinyCell(), {
      sentence: { ...sentence, sexFactor: Float64Array.of(1, women) },
      facility: { ...facility, places, womenShare: new Float64Array(7).fill(0.5) },
      monitoring: { ...monitoring, places: 1000 },
      treatment: { ...treatment, places: 1000 },
    });
    walk(cell, (step, world) => {
      if (step !== 'lodging') return;
      const { unit, sex } = world.people;
      for (let row = 0; row < world.rows.highest; row++) {
        if (world.isPresent(row) && unit[row] !== NONE) evenings[sex[row]]++;
      }
    });
    return evenings;
  };
  const [alike, shorter] = [inside(1), inside(0.4)];
  expect(shorter[0]).toBe(alike[0]);
  expect(shorter[1]).toBeGreaterThan(0);
  expect(shorter[1]).toBeLessThan(0.7 * alike[1]);
});

test('a sentence that lapses takes the rest of an earlier one with it', () => {
  const { world, row } = onePerson();
  world.people.sentenceDays[row] = 200;
  world.people.restDays[row] = 100;
  handlers.sentenced(world, row, law({ sentence: { lapsedShare: 1 } }));
  expect(recordOf(world)).toEqual(['0 sentenced 200', '0 lapsed 0']);
  expect([world.people.status[row], world.people.level[row]]).toEqual([status.liberty, NONE]);
});
