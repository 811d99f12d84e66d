/**
 * Deaths in a world against the hazards that were asked for, and what the levers of health move. With places for all,
 * nobody returning and nobody dying of anything else, every day at risk is a trial of its own, so that the exact binomial
 * test applies. Each is judged at a level of 0.001; the luck is fixed, so a failure is a defect and not chance.
 */
import { describe, expect, test } from 'vitest';
import { careKind } from '../../src/people/care.ts';
import type { LifeEventName } from '../../src/people/life-events.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { exactBinomialTest } from '../../src/statistics/binomial.ts';
import { type Levers, type LifeEventRecord, livesIn, tinyCell, withLevers, withSteadyClimate } from '../tiny.ts';

const LEVEL = 0.001;
const given = tinyCell().parameters[0].values;
const { mortality, health } = given;
const day = (rate: number) => -Math.expm1(-rate / 365.25);

/** Places for all, nobody at home, and nobody charged again. */
const ample: Levers = {
  arrivals: { ...given.arrivals, perYear: 1500, windowYears: 80 },
  facility: { ...given.facility, places: Float64Array.of(1e6, 1e6, 1e6) },
  monitoring: { ...given.monitoring, eligibleShare: 0, lastShare: 0 },
  treatment: { ...given.treatment, places: 1e6 },
  programme: { ...given.programme, wishPlanned: new Float64Array(6), wishOther: new Float64Array(6) },
  reentry: { ...given.reentry, successShare: new Float64Array(3) },
  reoffending: { ...given.reoffending, shift: -60 },
};
const quiet = { ...mortality, rate: 0.0001, ageSlope: 0.001 };
const deadly = {
  ...quiet,
  suicideDayOne: 8,
  suicideServing: 1,
  suicideShape: 0.5,
  overdoseRate: mortality.overdoseRate.map((rate) => 20 * rate),
};
/** All alike: neither screening nor treatment nor dependence matters. */
const alike = { ...deadly, screenedRatio: 1, opioidRatio: 1, agonistRatio: Float64Array.of(1, 1, 1, 1) };

const livesOf = (levers: Levers) =>
  livesIn(simulate(withLevers(withSteadyClimate(tinyCell()), { ...ample, ...levers }), true).world);
const alikeLives = [...livesOf({ mortality: alike }).values()];
const end = tinyCell().end;

describe('suicide is commonest on the first day in custody', () => {
  const held = alikeLives.flatMap((life) => spellsOf(life, INWARDS, OUTWARDS));
  const suicides = sincesOf(alikeLives, 'suicide');
  const on = (from: number, to: number) => suicides.filter((since) => since >= from && since < to).length;

  test.each([
    ['day one', 0, 1, 8],
    ['day two', 1, 2, 8 * (Math.SQRT2 - 1)],
    ['the 25th day', 24, 25, 8 * (5 - Math.sqrt(24))],
  ])('on %s as the curve says', (_, from, to, rate) => {
    const trials = daysIn(held, from, to);
    expect(trials).toBeGreaterThan(1000);
    expect(exactBinomialTest(on(from, to), trials, day(rate))).toBeGreaterThan(LEVEL);
  });

  test('day one has more than any of the six days after it, by chance hardly ever', () => {
    const [first, others] = [on(0, 1), on(1, 7)];
    expect(first / daysIn(held, 0, 1)).toBeGreaterThan(others / daysIn(held, 1, 7));
    expect(exactBinomialTest(first, first + others, daysIn(held, 0, 1) / daysIn(held, 0, 7))).toBeLessThan(LEVEL);
  });
});

describe('suicide of people who serve', () => {
  const livesWith = (suicideServing: number) => [...livesOf({ mortality: { ...alike, suicideServing } }).values()];
  /** Suicides by whether the stay began on remand, and of these, before and after a pass into serving. */
  const split = (lives: readonly (readonly LifeEventRecord[])[]) => {
    const found = { remand: 0, passed: 0, serving: 0 };
    for (const life of lives) {
      const at = life.findIndex(({ event }) => event === 'suicide');
      if (at < 0) continue;
      const before = life
        .slice(0, at)
        .findLast(({ event }) => ['remanded', 'admitted', 'fineBegun', 'recaptured'].includes(event))!;
      const isStraight =
        before.event === 'admitted' && life.some(({ event, day }) => event === 'passedStraight' && day === before.day);
      found[before.event === 'remanded' ? 'remand' : isStraight ? 'passed' : 'serving']++;
    }
    return found;
  };

  test('none where their risk is 0: neither after a summons nor straight from remand; those on remand stay', () => {
    const [all, none] = [split(alikeLives), split(livesWith(0))];
    expect(all.passed).toBeGreaterThan(20);
    expect(all.serving).toBeGreaterThan(100);
    expect([none.passed, none.serving]).toEqual([0, 0]);
    expect(none.remand).toBeGreaterThanOrEqual(all.remand);
  });

  test('and the lower it is, the fewer', () => {
    const [all, some] = [split(alikeLives), split(livesWith(0.3))];
    expect(some.passed).toBeLessThan(all.passed);
    expect(some.serving).toBeLessThan(0.5 * all.serving);
    expect(some.passed).toBeGreaterThan(0);
  });
});

describe('overdose is commonest in the first week outside', () => {
  const outside = alikeLives.flatMap((life) => spellsOf(life, OUTWARDS, INWARDS));
  const overdoses = sincesOf(alikeLives, 'overdose');
  const on = (from: number, to: number) => overdoses.filter((since) => since >= from && since < to).length;

  test.each([
    ['week one', 0, 7, 0],
    ['week two', 7, 14, 1],
    ['weeks three and four', 14, 28, 2],
    ['weeks five to 26', 28, 182, 3],
  ])('in %s as published', (_, from, to, period) => {
    const trials = daysIn(outside, from, to);
    expect(trials).toBeGreaterThan(1000);
    expect(exactBinomialTest(on(from, to), trials, day(alike.overdoseRate[period]))).toBeGreaterThan(LEVEL);
  });

  test('week one has more than week two, by chance hardly ever; and none comes after half a year', () => {
    const [first, second] = [on(0, 7), on(7, 14)];
    const atRisk = daysIn(outside, 0, 7);
    expect(first).toBeGreaterThan(second);
    expect(exactBinomialTest(first, first + second, atRisk / (atRisk + daysIn(outside, 7, 14)))).toBeLessThan(LEVEL);
    expect(overdoses.filter((since) => since >= 182)).toEqual([]);
  });
});

test('a suicide happens in custody, an overdose outside, and death follows at once', () => {
  for (const life of alikeLives) {
    const at = life.findIndex(({ event }) => event === 'suicide' || event === 'overdose');
    if (at < 0) continue;
    expect(life[at + 1]).toEqual({ event: 'died', day: life[at].day, detail: 0 });
    expect(life).toHaveLength(at + 2);
    const gate = life.slice(0, at).findLast(({ event }) => INWARDS.includes(event) || OUTWARDS.includes(event))!;
    expect(INWARDS.includes(gate.event)).toBe(life[at].event === 'suicide');
    if (gate.event !== 'admitted') expect(life[at].detail).toBe(life[at].day - gate.day);
  }
});

test.each([
  [0, 'nobody dies of other causes in custody'],
  [1, 'people do, as at liberty'],
])('with a share of %i inside, %s', (insideShare, _) => {
  const lives = livesOf({ mortality: { ...mortality, rate: 0.2, suicideDayOne: 0, insideShare } });
  const inside = [...lives.values()].filter((life) => {
    const gate = life.findLast(({ event }) => INWARDS.includes(event) || OUTWARDS.includes(event));
    return life.at(-1)!.event === 'died' && gate !== undefined && INWARDS.includes(gate.event);
  });
  if (insideShare === 0) expect(inside).toEqual([]);
  else expect(inside.length).toBeGreaterThan(100);
});

describe('every lever moves its own measure and nothing else', () => {
  const withHealth = (own: Partial<typeof health>) =>
    livesOf({ mortality: { ...deadly, screenedRatio: 0.5, opioidRatio: 40 }, health: { ...health, ...own } });
  const careShare = (agonist: number) => Float64Array.of(health.careShare[0], health.careShare[1], agonist);
  const base = withHealth({});

  test('agonist treatment of more people: fewer overdoses', () => {
    const more = withHealth({ careShare: careShare(1) });
    expect(count(more, 'overdose')).toBeLessThan(count(base, 'overdose'));
    expectSameBut(base, more, ['overdose', 'treated']);
  });

  test('agonist treatment that ends at release: more overdoses', () => {
    const none = withHealth({ continuity: 0 });
    expect(count(none, 'overdose')).toBeGreaterThan(count(base, 'overdose'));
    expectSameBut(base, none, ['overdose', 'treated']);
  });

  test('screening of everybody: fewer suicides; of nobody: more', () => {
    const [all, nobody] = [withHealth({ screenedShare: 1 }), withHealth({ screenedShare: 0 })];
    expect(count(all, 'suicide')).toBeLessThan(count(base, 'suicide'));
    expect(count(nobody, 'suicide')).toBeGreaterThan(count(base, 'suicide'));
    expectSameBut(base, all, ['suicide']);
    expectSameBut(base, nobody, ['suicide']);
  });

  test('a service that is part of the prison: less contact', () => {
    const part = withHealth({ independence: 0 });
    expect(treated(part, careKind.contact)).toBeLessThan(treated(base, careKind.contact));
    expect(treated(part, careKind.mental)).toBe(treated(base, careKind.mental));
    expectSameBut(base, part, ['treated']);
  });

  test('shorter waits: more people are treated before they leave', () => {
    const [contact, , agonist] = health.careDays;
    const short = withHealth({ careDays: Float64Array.of(contact!, 5, agonist!) });
    expect(treated(short, careKind.mental)).toBeGreaterThan(treated(base, careKind.mental));
    expect(treated(short, careKind.contact)).toBe(treated(base, careKind.contact));
    expectSameBut(base, short, ['treated']);
  });

  test('self-harm moves with its own numbers: isolation, mental need, first weeks', () => {
    for (const name of ['selfHarmRate', 'selfHarmMental', 'selfHarmIsolated', 'selfHarmEarly'] as const) {
      const more = withHealth({ [name]: 4 * health[name] });
      expect(count(more, 'selfHarmed')).toBeGreaterThan(count(base, 'selfHarmed'));
      expectSameBut(base, more, ['selfHarmed']);
    }
  });

  test('minutes of staff and rounds of medicine are levels of service: they move no life', () => {
    const none = { doctorMinutes: 0, nurseMinutes: 0, medicatedShare: 0, medicationRounds: 0 };
    expectSameBut(base, withHealth(none), []);
  });
});

const INWARDS: readonly LifeEventName[] = ['remanded', 'admitted', 'fineBegun', 'recaptured'];
const OUTWARDS: readonly LifeEventName[] = [
  'remandReleased',
  'fullTime',
  'conditional',
  'probation',
  'fineServed',
  'absconded',
];
const ENDS: readonly LifeEventName[] = ['died', 'departed', 'expelled'];

type Lives = ReadonlyMap<string, readonly LifeEventRecord[]>;

/** Days that were lived in spells from one kind of passage to the other, or to the end. Remand and serving are one. */
function spellsOf(
  life: readonly LifeEventRecord[],
  from: readonly LifeEventName[],
  to: readonly LifeEventName[],
): number[] {
  const spells: number[] = [];
  let since: number | undefined;
  for (const { event, day: today } of life) {
    if (since === undefined && from.includes(event)) since = today;
    if (since === undefined || !(to.includes(event) || ENDS.includes(event))) continue;
    // who dies has the day of death at risk; who passes the gate has it on the other side
    spells.push(today - since + (event === 'died' ? 1 : 0));
    since = undefined;
  }
  if (since !== undefined) spells.push(end - since);
  return spells;
}

function daysIn(spells: readonly number[], from: number, to: number): number {
  return spells.reduce((sum, length) => sum + Math.max(0, Math.min(length, to) - from), 0);
}

function sincesOf(lives: readonly (readonly LifeEventRecord[])[], name: LifeEventName): readonly number[] {
  return lives.flatMap((life) => life.filter(({ event }) => event === name).map(({ detail }) => detail));
}

function count(lives: Lives, name: LifeEventName): number {
  return sincesOf([...lives.values()], name).length;
}

function treated(lives: Lives, kind: number): number {
  return sincesOf([...lives.values()], 'treated').filter((detail) => detail === kind).length;
}

/** Lives are the same, event by event, but for the events named; and whole for those who did not die of one of them. */
function expectSameBut(one: Lives, other: Lives, but: readonly LifeEventName[]): void {
  const rest = (life: readonly LifeEventRecord[]) => life.filter(({ event }) => !but.includes(event));
  const diesOfIt = (life: readonly LifeEventRecord[]) =>
    life.some(({ event }) => but.includes(event) && (event === 'suicide' || event === 'overdose'));
  expect(new Set(other.keys())).toEqual(new Set(one.keys()));
  const different = [...one].filter(([key, life]) => {
    const changed = other.get(key)!;
    if (diesOfIt(life) || diesOfIt(changed)) return false;
    return JSON.stringify(rest(life)) !== JSON.stringify(rest(changed));
  });
  expect(different).toEqual([]);
}
