import { describe, expect, test } from 'vitest';
import { event } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, status } from '../../src/people/person.ts';
import { step as bedAllocation } from '../../src/prison/bed-allocation.ts';
import { chanceAfterOdds, otherSanctionOf, otherSanctions, verdictOf, verdicts } from '../../src/prison/court.ts';
import { handlers } from '../../src/simulation/day.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, livesIn, tinyCell, withLevers } from '../tiny.ts';
import { countOf, lawWith, onePerson, recordOf } from './one-person.ts';

test.each([
  [0.1, 0.5, 0.2, 0.9, verdicts.acquitted, 'acquittal comes first, whatever the sanction would have been'],
  [0.1, 0.95, 0.2, 0.9, verdicts.acquitted, 'also where no prison would have followed'],
  [0.2, 0.5, 0.2, 0.9, verdicts.prison, 'a draw equal to the share is not below it'],
  [0.2, 0.9, 0.2, 0.9, verdicts.otherSanction, 'the same for prison'],
  [0.9, 0.89, 0.2, 0.9, verdicts.prison, 'convicted, and below the chance of prison'],
  [0.9, 0.91, 0.2, 0.9, verdicts.otherSanction, 'convicted, and above it'],
  [0.0001, 0.0001, 0, 0, verdicts.otherSanction, 'nobody is acquitted and nobody sent to prison'],
  [0.9999, 0.9999, 0, 1, verdicts.prison, 'everybody is sent to prison'],
  [0.9999, 0.0001, 1, 1, verdicts.acquitted, 'everybody is acquitted'],
])(
  'draws %f and %f with %f acquitted and %f to prison give verdict %i: %s',
  (...facts: readonly [number, number, number, number, number, string]) => {
    const [acquittal, sanction, share, chance, verdict] = facts;
    expect(verdictOf(acquittal, sanction, share, chance)).toBe(verdict);
  },
);

test.each([
  [0.5, 1, 0.5, 'a factor of 1 changes nothing'],
  [0.2, 1, 0.2, 'a factor of 1 changes nothing'],
  [0.5, 2, 2 / 3, 'odds of 1 to 1 become 2 to 1'],
  [0.5, 3, 0.75, 'odds of 1 to 1 become 3 to 1'],
  [0.2, 4, 0.5, 'odds of 1 to 4 become 1 to 1'],
  [0.2, 0, 0, 'odds of nothing'],
  [0.75, 1 / 3, 0.5, 'odds of 3 to 1 become 1 to 1'],
  [0, 7, 0, 'what cannot happen stays so'],
  [1, 7, 1, 'what must happen stays so'],
])('a chance of %f after odds times %f is %f: %s', (chance, factor, after) => {
  expect(chanceAfterOdds(chance, factor)).toBeCloseTo(after, 12);
});

const { other, community, fine } = otherSanctions;

test.each<[number, number, number, number, string]>([
  [0.0001, 0.2, 0.4, community, 'community sentences come from below'],
  [0.1999, 0.2, 0.4, community, 'up to their share'],
  [0.2, 0.2, 0.4, other, 'a draw equal to the share is not below it'],
  [0.5, 0.2, 0.4, other, 'between the two'],
  [0.6, 0.2, 0.4, other, 'exactly at the upper share'],
  [0.6001, 0.2, 0.4, fine, 'fines come from above'],
  [0.9999, 0.2, 0.4, fine, 'to the end'],
  [0.9999, 0.2, 0, other, 'no fines'],
  [0.0001, 0, 0.4, other, 'no community sentences'],
  [0.0001, 0, 1, fine, 'fines alone'],
  [0.9999, 1, 0, community, 'community sentences alone'],
  [0.5, 0.8, 0.8, community, 'where both do not fit, community sentences come first'],
  [0.81, 0.8, 0.8, fine, 'and fines take what is left'],
])('draw %f with shares %f and %f is other sanction %i: %s', (draw, communityShare, fineShare, sanction) => {
  expect(otherSanctionOf(draw, communityShare, fineShare)).toBe(sanction);
});

const groups = 9;
const rows = (value: number) => Array.from({ length: groups }, () => Float64Array.of(value, value));
const bands = (value: number) => new Float64Array(10).fill(value);

/** A law under which every case ends so, and every sentence has so many days. */
function certain(ends: 'prison' | 'acquitted' | 'other', days = 200, levers: Levers = {}) {
  const court = {
    custodyShare: rows(ends === 'prison' ? 1 : 0),
    acquittedShare: new Float64Array(groups).fill(ends === 'acquitted' ? 1 : 0),
    fineShare: new Float64Array(groups),
  };
  return lawWith({
    court: { ...court, ...levers.court },
    sentence: {
      bandFrom: bands(days),
      bandTo: bands(days),
      bandMean: bands(days),
      recordFactor: 1,
      lengthFactor: 1,
      factorFrom: 91,
      maximum: 21,
      lapsedShare: 0,
      ...levers.sentence,
    },
    remand: { share: new Float64Array(6), shareWithoutPrison: 0 },
    detention: { leastDays: 1e6 },
    ...(levers.release === undefined ? {} : { release: levers.release }),
  });
}

describe('the rest of a sentence, when somebody is charged in the trial period', () => {
  /** From a charge to the end of its case; what is to be served then. */
  function caseInTrial(
    { sentence, served, standing = status.conditional, basis = custodyGrounds.sentence }: Trial,
    law: ReturnType<typeof certain>,
  ) {
    const { world, row } = onePerson();
    const { people } = world;
    people.sentenceDays[row] = sentence;
    people.servedDays[row] = served;
    people.basis[row] = basis;
    world.moveTo(row, standing, NONE);
    world.diary.set(row, event.supervisionEnded, world.today + 100);
    handlers.charged(world, row, law);
    handlers.verdict(world, row, law);
    if (world.diary.due(row, event.sentenced) === world.today) handlers.sentenced(world, row, law);
    return { world, row, days: people.sentenceDays[row] };
  }
  interface Trial {
    readonly sentence: number;
    readonly served: number;
    readonly standing?: number;
    readonly basis?: number;
  }

  test.each<[Trial, number, number, number, string]>([
    [{ sentence: 300, served: 200 }, 1, 200, 300, 'as many days as release spared'],
    [{ sentence: 74, served: 60 }, 1, 200, 214, 'the fortnight that the shortest of them leaves'],
    [{ sentence: 90, served: 60 }, 1, 30, 60, 'a month for a month'],
    [{ sentence: 7670, served: 5114 }, 1, 30, 2586, 'a third of 21 years'],
    [{ sentence: 7670, served: 5114 }, 1, 6000, 7670, 'together never more than 21 years'],
    [{ sentence: 300, served: 299 }, 1, 200, 201, 'a day'],
    [{ sentence: 300, served: 300 }, 1, 200, 200, 'nothing'],
    [{ sentence: 300, served: 200 }, 0, 200, 200, 'a court that never orders it'],
    [{ sentence: 300, served: 200, standing: status.liberty }, 1, 200, 200, 'nobody has a rest after the trial period'],
    [
      { sentence: 3000, served: 900, basis: custodyGrounds.detention },
      1,
      200,
      200,
      'probation from detention has a law of its own',
    ],
  ])('%j, ordered with chance %f, with a new sentence of %i: %i, %s', (trial, restServed, length, days) => {
    expect(caseInTrial(trial, certain('prison', length, { court: { restServed } })).days).toBe(days);
  });

  test.each(['acquitted', 'other'] as const)('is forgiven when the case ends otherwise: %s', (ends) => {
    const { world, row } = caseInTrial(
      { sentence: 300, served: 200 },
      certain(ends, 200, { court: { restServed: 1 } }),
    );
    expect(world.people.status[row]).toBe(status.liberty);
    const law = certain('prison', 200, { court: { restServed: 1 } });
    handlers.charged(world, row, law);
    handlers.verdict(world, row, law);
    handlers.sentenced(world, row, law);
    expect(world.people.sentenceDays[row]).toBe(200);
    expect(recordOf(world).some((line) => line.includes('restOrdered'))).toBe(false);
  });

  test('the two are one sentence: its length decides when release is possible', () => {
    const law = certain('prison', 60, { court: { restServed: 1 } });
    const { world, row } = caseInTrial({ sentence: 300, served: 200 }, law);
    expect([world.people.sentenceDays[row], world.people.earliestDays[row]]).toEqual([160, 107]);
    expect(recordOf(world).filter((line) => line.includes('rest'))).toEqual(['0 restOrdered 100']);
  });

  test('the factor on lengths is not applied to it again', () => {
    const law = certain('prison', 200, { court: { restServed: 1 }, sentence: { lengthFactor: 0.5 } });
    expect(caseInTrial({ sentence: 300, served: 200 }, law).days).toBe(200);
  });

  test('a charge ends the trial period', () => {
    const { world, row } = caseInTrial({ sentence: 300, served: 200 }, certain('acquitted'));
    expect(world.people.status[row]).toBe(status.liberty);
    expect(world.diary.due(row, event.supervisionEnded)).toBeGreaterThan(world.today + 1000);
  });
});

describe('cases that come together', () => {
  /** Somebody waits to serve one sentence and is charged with another. */
  function merged(
    first: number,
    second: number,
    levers: Levers = {},
    ends: 'prison' | 'acquitted' | 'other' = 'prison',
  ) {
    const { world, row } = onePerson();
    const law = certain('prison', first, levers);
    handlers.charged(world, row, law);
    handlers.verdict(world, row, law);
    handlers.sentenced(world, row, law);
    handlers.charged(world, row, certain(ends, second, levers));
    const { people } = world;
    return { world, row, days: people.sentenceDays[row], earliest: people.earliestDays[row] };
  }

  test.each([
    [30, 30, 1, 60, 60, 'two short ones: served whole'],
    [40, 33, 1, 73, 73, 'together 73 days: served whole'],
    [40, 34, 1, 74, 60, 'together 74: release after 60, though neither qualified'],
    [60, 49, 1, 109, 73, 'together 109 days'],
    [300, 65, 1, 365, 244, 'a year'],
    [7000, 600, 1, 7600, 5067, 'just under 21 years'],
    [7000, 700, 1, 7670, 5114, 'and no more than that'],
    [1, 1, 1, 2, 2, 'a day and a day'],
    [50, 50, 0.5, 91, 61, 'the factor takes them as one sentence, and stops at its bound'],
    [200, 200, 0.5, 200, 134, 'the factor takes them as one sentence'],
    [90, 1, 0.5, 91, 61, 'never shorter than before'],
    [60, 20, 0.5, 80, 60, 'together below the bound: no factor'],
  ])(
    '%i and %i days with a factor of %f are %i, release after %i: %s',
    (first, second, lengthFactor, days, earliest) => {
      const found = merged(first, second, { sentence: { lengthFactor } });
      expect([found.days, found.earliest]).toEqual([days, earliest]);
    },
  );

  test.each(['acquitted', 'other'] as const)('nothing is added without prison: %s', (ends) => {
    const { world, row, days } = merged(200, 100, {}, ends);
    expect([days, world.people.status[row]]).toEqual([200, status.waiting]);
  });

  test('a milder law on the day of the second makes the first no shorter', () => {
    const { world, row } = merged(300, 0.5, {}, 'acquitted');
    handlers.charged(world, row, certain('prison', 10, { sentence: { lengthFactor: 0.2 } }));
    expect(world.people.sentenceDays[row]).toBe(300);
  });

  test('a record that the first case made counts in the second, not the second itself', () => {
    const { world, row } = onePerson();
    const law = certain('prison', 100, { sentence: { recordFactor: 2 } });
    handlers.charged(world, row, law);
    handlers.verdict(world, row, law);
    handlers.sentenced(world, row, law);
    expect(world.people.sentenceDays[row]).toBe(100);
    handlers.charged(world, row, law);
    expect(world.people.sentenceDays[row]).toBe(300);
  });

  test.each(['prison', 'acquitted', 'other'] as const)(
    'who is arrested begins to serve the next morning, full or not: %s',
    (ends) => {
      const full = { facility: { places: new Float64Array(3) } };
      const { world, row, days } = merged(200, 100, { court: { arrestedShare: 1 }, ...full }, ends);
      const law = certain('prison', 200, full);
      expect(countOf(world, 'arrested')).toBe(1);
      expect(days).toBe(ends === 'prison' ? 300 : 200);
      expect(world.diary.due(row, event.summoned)).toBeGreaterThan(world.today + 1e6);
      world.today++;
      bedAllocation(world, law.placement, law.facility, law.capacity, law.monitoring);
      expect([world.people.status[row], world.people.level[row], world.people.sentenceDays[row]]).toEqual([
        status.serving,
        0,
        days,
      ]);
    },
  );

  test('nobody is arrested where the police never do; who is not arrested waits on for the summons', () => {
    const { world, row } = merged(200, 100, { court: { arrestedShare: 0 } });
    expect(countOf(world, 'arrested')).toBe(0);
    expect(world.diary.due(row, event.summoned)).toBeLessThan(world.today + 10_000);
  });

  test('a fine while a sentence waits is taken as paid', () => {
    const { world, row } = merged(200, 100, { court: { fineShare: new Float64Array(groups).fill(1) } }, 'other');
    expect(recordOf(world).at(-1)).toMatch(/sanctioned/);
    expect(world.diary.due(row, event.defaulted)).toBeGreaterThan(world.today + 1e6);
  });
});

describe('in the tiny world each lever moves what its page says', () => {
  const { court, supervision } = tinyCell().parameters[0].values;
  const found = (levers: Partial<typeof court>) => {
    const cell = withLevers(tinyCell(1), { court: { ...court, ...levers }, supervision });
    return [...livesIn(simulate(cell, true).world).values()].flat();
  };

  test('rests are ordered as often as the court will', () => {
    const count = (restServed: number) =>
      found({ restServed }).filter(({ event: name }) => name === 'restOrdered').length;
    expect(count(0)).toBe(0);
    expect(count(1)).toBeGreaterThan(0);
  });

  test('fines take the place of conditional prison, and of nothing else', () => {
    const count = (share: number, kind: number) =>
      found({ fineShare: new Float64Array(groups).fill(share) }).filter(
        ({ event: name, detail }) => name === 'sanctioned' && detail === kind,
      ).length;
    expect(count(0, fine)).toBe(0);
    expect(count(0.15, fine)).toBeLessThan(count(0.6, fine));
    expect(count(0.15, other)).toBeGreaterThan(count(0.6, other));
  });

  test('slower courts, fewer verdicts', () => {
    const count = (daysToVerdict: number) =>
      found({ daysToVerdict }).filter(({ event: name }) => name === 'verdict').length;
    expect(count(400)).toBeLessThan(count(30));
  });
});
