import { describe, expect, test } from 'vitest';
import { event } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, recalls, status } from '../../src/people/person.ts';
import { setReleaseDate } from '../../src/prison/release.ts';
import { applyNewLaw } from '../../src/prison/retroactivity.ts';
import { settleLength, settleRelease } from '../../src/prison/sentence.ts';
import { liveOn, liveUntil, simulate } from '../../src/simulation/simulate.ts';
import { digestOf, type Summary } from '../../src/simulation/summary.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';
import { lawWith, onePerson, standInside } from './one-person.ts';

type Applies = 'new' | 'remaining' | 'all';

const law = {
  sentence: { lengthFactor: 1, factorFrom: 91, maximum: 21, appliesTo: 'new' },
  release: { conditionalPart: 2 / 3, conditionalLeast: 60, conditionalRest: 14, conditionalGranted: 1 },
} as const satisfies Levers;

/** What somebody has to serve after a change of the law: in all, before release, and from today until the release announced. */
function termsAfter(
  change: Levers,
  appliesTo: Applies,
  {
    imposed,
    credit = 0,
    inside,
    standing = status.serving,
    rest = 0,
    recall = recalls.none,
    basis = custodyGrounds.sentence,
  }: Facts,
) {
  const one = onePerson();
  const { world, row } = one;
  const { people, diary } = world;
  const before = lawWith(law);
  const now = lawWith({
    sentence: { ...law.sentence, ...change.sentence, appliesTo },
    release: { ...law.release, ...change.release },
  });
  people.imposedDays[row] = imposed;
  people.restDays[row] = rest;
  people.servedDays[row] = credit;
  people.recall[row] = recall;
  people.basis[row] = basis;
  settleLength(world, row, before.sentence);
  settleRelease(world, row, before.release);
  if (inside === undefined) {
    world.moveTo(row, standing, NONE);
    diary.set(row, event.recaptured, world.today + 10);
  } else {
    standInside(one, standing, inside);
  }
  if (standing !== status.waiting) setReleaseDate(world, row, before.release);
  applyNewLaw(world, before, now);
  const { sentenceDays, earliestDays, releaseDay } = people;
  if (standing !== status.waiting) expect(diary.due(row, event.released)).toBe(releaseDay[row]);
  return [sentenceDays[row], earliestDays[row], standing === status.waiting ? -1 : releaseDay[row] - world.today];
}

interface Facts {
  readonly imposed: number;
  readonly credit?: number;
  /** Days in the present stay; undefined for who is not inside. */
  readonly inside?: number;
  readonly standing?: number;
  readonly rest?: number;
  readonly recall?: number;
  readonly basis?: number;
}

const half: Levers = { release: { conditionalPart: 0.5 } };
const { waiting, absent, monitored, conditional, liberty } = status;

describe('half instead of two thirds of a sentence', () => {
  test.each<[number, number, Applies, number, number, string]>([
    [300, 0, 'new', 200, 200, 'what was announced stands'],
    [300, 100, 'new', 200, 100, 'what was announced stands'],
    [300, 0, 'all', 150, 150, 'on the first day all is as under the new law'],
    [300, 0, 'remaining', 150, 150, 'and so is what remains'],
    [300, 100, 'all', 150, 50, 'half of it, less what is served'],
    [300, 100, 'remaining', 175, 75, 'half of the time is served, and half of 150 remains'],
    [300, 149, 'all', 150, 1, 'a day short'],
    [300, 150, 'all', 150, 0, 'enough is served: out today'],
    [300, 180, 'all', 150, 0, 'more than enough: out today, not before'],
    [300, 180, 'remaining', 195, 15, 'a tenth of 150 remains'],
    [300, 199, 'remaining', 200, 1, 'the last day is the last day'],
    [73, 10, 'all', 73, 63, 'a sentence that does not qualify still does not'],
    [74, 10, 'all', 60, 50, 'nor is the least any less'],
    [109, 30, 'all', 60, 30, '109 days: 73 before, the least now'],
    [109, 30, 'remaining', 66, 36, '43 of 73 remain, 35.3 of 60'],
    [7670, 3835, 'all', 3835, 0, 'half of 21 years to the day'],
    [7671, 3000, 'all', 3835, 835, 'no sentence is longer than 21 years'],
  ])(
    'of %i days with %i served, binding %s: release after %i, in %i days, %s',
    (imposed, inside, applies, earliest, left) => {
      expect(termsAfter(half, applies, { imposed, inside })).toEqual([Math.min(imposed, 7670), earliest, left]);
    },
  );

  test.each<[Applies, number, number, number]>([
    ['new', 60, 200, 120],
    ['all', 60, 150, 70],
    ['remaining', 60, 170, 90],
  ])('days in remand count as served: binding %s with %i credited', (applies, credit, earliest, left) => {
    expect(termsAfter(half, applies, { imposed: 300, credit, inside: 20 })).toEqual([300, earliest, left]);
  });

  test.each<[Applies, number]>([
    ['new', 200],
    ['remaining', 150],
    ['all', 150],
  ])('who waits has all before them: binding %s', (applies, earliest) => {
    expect(termsAfter(half, applies, { imposed: 300, standing: waiting })).toEqual([300, earliest, -1]);
  });

  test('at home as inside', () => {
    expect(termsAfter(half, 'all', { imposed: 300, inside: 100, standing: monitored })).toEqual([300, 150, 50]);
  });

  test('days at large do not count: who is back in ten days has all that was left before them then', () => {
    expect(termsAfter(half, 'new', { imposed: 300, credit: 100, standing: absent })).toEqual([300, 200, 110]);
    expect(termsAfter(half, 'all', { imposed: 300, credit: 100, standing: absent })).toEqual([300, 150, 60]);
    expect(termsAfter(half, 'remaining', { imposed: 300, credit: 100, standing: absent })).toEqual([300, 175, 85]);
  });

  test('a recall is served whole', () => {
    const facts = { imposed: 300, credit: 200, inside: 20, recall: recalls.fromRelease };
    expect(termsAfter(half, 'all', facts).at(2)).toBe(80);
  });

  test.each([
    ['a trial period', { imposed: 300, credit: 200, standing: conditional }],
    ['liberty', { imposed: 300, credit: 200, standing: liberty }],
  ])('%s is left alone', (_, facts) => {
    expect(termsAfter(half, 'all', facts).slice(0, 2)).toEqual([300, 200]);
  });

  test('and so are fine default and detention', () => {
    const inside = 10;
    expect(termsAfter(half, 'all', { imposed: 300, inside, basis: custodyGrounds.fineDefault }).slice(0, 2)).toEqual([
      300, 200,
    ]);
    expect(termsAfter(half, 'all', { imposed: 300, inside, basis: custodyGrounds.detention }).slice(0, 2)).toEqual([
      300, 200,
    ]);
  });
});

describe('other changes', () => {
  const shorter: Levers = { sentence: { lengthFactor: 0.5 } };
  const milder: Levers = { sentence: { maximum: 10 } };
  test.each<[string, Levers, Applies, Facts, readonly number[]]>([
    ['half as long, all', shorter, 'all', { imposed: 300, inside: 50 }, [150, 100, 50]],
    [
      'half as long, remaining: 250 of 300 and 150 of 200 remain',
      shorter,
      'remaining',
      { imposed: 300, inside: 50 },
      [175, 125, 75],
    ],
    ['half as long, new', shorter, 'new', { imposed: 300, inside: 50 }, [300, 200, 150]],
    ['a short sentence is not touched by the factor', shorter, 'all', { imposed: 90, inside: 10 }, [90, 60, 50]],
    ['a longer one never falls below', shorter, 'all', { imposed: 120, inside: 10 }, [91, 61, 51]],
    ['more than is left: out today', shorter, 'all', { imposed: 300, inside: 120 }, [150, 100, 0]],
    [
      'the rest of an earlier sentence is no part of it',
      shorter,
      'all',
      { imposed: 300, inside: 0, rest: 60 },
      [210, 140, 140],
    ],
    ['another maximum, all', milder, 'all', { imposed: 7000, inside: 1000 }, [3652, 2435, 1435]],
    ['another maximum, who is below it', milder, 'all', { imposed: 3000, inside: 1000 }, [3000, 2000, 1000]],
    ['a longer least', { release: { conditionalLeast: 90 } }, 'all', { imposed: 120, inside: 30 }, [120, 90, 60]],
    [
      'a longer rest, so that 74 days no longer qualify',
      { release: { conditionalRest: 15 } },
      'all',
      { imposed: 74, inside: 30 },
      [74, 74, 44],
    ],
    [
      'nobody is granted it any more',
      { release: { conditionalGranted: 0 } },
      'all',
      { imposed: 300, inside: 50 },
      [300, 200, 250],
    ],
    ['the same, new', { release: { conditionalGranted: 0 } }, 'new', { imposed: 300, inside: 50 }, [300, 200, 150]],
    [
      'a harsher law: release goes away',
      { release: { conditionalPart: 0.9 } },
      'all',
      { imposed: 300, inside: 150 },
      [300, 270, 120],
    ],
    [
      'a harsher law for what remains',
      { release: { conditionalPart: 0.9 } },
      'remaining',
      { imposed: 300, inside: 150 },
      [300, 218, 68],
    ],
    ['no change of the law', {}, 'all', { imposed: 300, inside: 50 }, [300, 200, 150]],
    ['no change of the law, for what remains', {}, 'remaining', { imposed: 300, inside: 50 }, [300, 200, 150]],
    [
      'what the law on lengths is not',
      { sentence: { lapsedShare: 0.9 } },
      'all',
      { imposed: 300, inside: 50 },
      [300, 200, 150],
    ],
  ])('%s', (_, change, applies, facts, expected) => {
    expect(termsAfter(change, applies, facts)).toEqual(expected);
  });
});

test('a sentence imposed under one law is served under it, though another holds when it begins', () => {
  const { world, row } = onePerson();
  const before = lawWith(law);
  world.people.imposedDays[row] = 300;
  settleLength(world, row, before.sentence);
  settleRelease(world, row, before.release);
  standInside({ world, row }, status.serving, 0);
  setReleaseDate(world, row, { ...before.release, conditionalPart: 0.5 });
  expect(world.people.releaseDay[row] - world.today).toBe(200);
});

describe('in the tiny world, from the first day of the second year on', () => {
  const { arrivals, facility } = tinyCell().parameters[0].values;
  const cell = withLevers(tinyCell(), {
    arrivals: { perYear: 4 * arrivals.perYear },
    facility: { places: facility.places.map((places) => 12 * places) },
  });
  const day = cell.start + 365;
  const cellWith = (release: NonNullable<Levers['release']>, appliesTo: Applies) => {
    const changed = withLevers(cell, { release, sentence: { appliesTo } });
    const later = { from: day, values: changed.parameters.at(-1)!.values };
    return { ...cell, parameters: [...cell.parameters, later] };
  };
  const personDays = ({ stock, shape }: Summary) => {
    let days = 0;
    const perStatus = shape.levels + 1;
    const cells = stock.length / shape.weeks;
    for (let week = 53; week < 79; week++) {
      for (let level = 0; level < shape.levels; level++)
        days += stock[week * cells + status.serving * perStatus + level];
    }
    return days;
  };

  test('the wider a milder law reaches, the fewer serve in the half year after it', () => {
    const inside = (['new', 'remaining', 'all'] as const).map((applies) =>
      personDays(simulate(cellWith({ conditionalPart: 0.4 }, applies)).summary),
    );
    expect(inside[1]).toBeLessThan(inside[0]);
    expect(inside[2]).toBeLessThan(inside[1]);
  });

  test('whom the law binds is nothing to anybody while the law stays as it is', () => {
    const { summary } = simulate(cell);
    for (const applies of ['remaining', 'all'] as const) {
      expect(digestOf(simulate(cellWith({}, applies)).summary)).toBe(digestOf(summary));
    }
  });

  test('arms that part on the day of the change live as if they had never had a past in common', () => {
    const changed = cellWith({ conditionalPart: 0.4 }, 'all');
    const branched = liveOn(changed, liveUntil(cell, day)).summary;
    expect(digestOf(branched)).toBe(digestOf(simulate(changed).summary));
  });
});
