import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { event } from '../../src/people/life-events.ts';
import { custodyGrounds, status, statuses } from '../../src/people/person.ts';
import { isExtended, isGranted, probationDays } from '../../src/prison/detention.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { must, walk } from '../laws/walk.ts';
import { type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

test.each([
  [0.3, 0.6, 0.2, 0.4, true, 'low risk and luck'],
  [0.6, 0.6, 0.2, 0.4, true, 'a rank equal to the ceiling is not above it'],
  [0.61, 0.6, 0.2, 0.4, false, 'too high a risk'],
  [0.3, 0.6, 0.4, 0.4, false, 'a draw equal to the share is not below it'],
  [0.3, 0.6, 0.5, 0.4, false, 'no luck'],
  [0.3, 0.6, 0.0001, 0, false, 'nothing is ever granted'],
  [1, 1, 0.9999, 1, true, 'everything is granted'],
  [0.0001, 0, 0.1, 1, false, 'nobody is safe enough'],
])('rank %f of at most %f, draw %f of %f: released %s, because %s', (rank, ceiling, draw, share, granted) => {
  expect(isGranted(rank, ceiling, draw, share)).toBe(granted);
});

test.each([
  [0.7, 0.6, 0.2, 0.5, true, 'high risk, and the court agrees'],
  [0.6, 0.6, 0.2, 0.5, false, 'a rank equal to the ceiling is not above it'],
  [0.3, 0.6, 0.2, 0.5, false, 'low risk: nobody sues for it'],
  [0.7, 0.6, 0.5, 0.5, false, 'a draw equal to the share is not below it'],
  [0.7, 0.6, 0.9, 0.5, false, 'the court does not agree'],
  [0.7, 0.6, 0.0001, 0, false, 'a law without extension'],
  [0.7, 0.6, 0.9999, 1, true, 'always'],
])('rank %f against %f, draw %f of %f: extended %s, because %s', (rank, ceiling, draw, share, extended) => {
  expect(isExtended(rank, ceiling, draw, share)).toBe(extended);
});

test.each([
  [0.0001, 1, 5, 365, 'the shortest'],
  [0.25, 1, 5, 730, 'two years'],
  [0.5, 1, 5, 1095, 'three years: 1095.75'],
  [0.9999, 1, 5, 1826, 'the longest: five years'],
  [0.5, 3, 3, 1095, 'always the same'],
])('draw %f between %i and %i years: probation of %i days, %s', (u, from, to, days) => {
  expect(probationDays(u, from, to)).toBe(days);
});

describe('what each lever moves, in a tiny world in which many are detained', () => {
  test.each<[string, Levers, Levers, (lives: readonly Life[]) => number]>([
    ['a longer least sentence detains fewer', { leastDays: 90 }, { leastDays: 400 }, times('detained')],
    ['a smaller share detains fewer', {}, { share: all(0.5) }, times('detained')],
    ['a greater factor sets longer frames', {}, { frameFactor: 2 }, minus(greatestRatio)],
    ['a wider spread sets some longer ones', {}, { frameSpread: 0.5 }, minus(greatestRatio)],
    ['a shorter usual frame cuts them', {}, { frameUsual: 1 }, mean('detained')],
    ['so does a shorter longest frame', {}, { frameMaximum: 1 }, mean('detained')],
    ['a greater minimum term releases fewer', {}, { minimumShare: 0.9 }, times('probation')],
    ['a shortest minimum term of its own releases more', {}, { minimumMaximum: 0 }, minus(times('probation'))],
    ['a wider spread of it releases some sooner', {}, { minimumSpread: 0.25 }, leastPartServed],
    ['a higher ceiling of risk releases more', {}, { riskCeiling: 0.9 }, minus(times('probation'))],
    ['and extends fewer', {}, { riskCeiling: 0.9 }, times('extended')],
    ['more petitions granted release more', {}, { grantedShare: 0.9 }, minus(times('probation'))],
    ['more extensions', { extendedShare: 0.2 }, { extendedShare: 1 }, minus(times('extended'))],
    ['longer extensions', {}, { extensionYears: 2 }, minus(mean('extended'))],
    ['a longer shortest probation', {}, { probationFrom: 2, probationTo: 5 }, minus(mean('supervised'))],
    ['a longer longest probation', { probationTo: 2 }, { probationTo: 5 }, minus(mean('supervised'))],
    ['sikring holds people for the whole sentence first', {}, { law: 'sikring' }, minus(leastPartServed)],
    ['more years of security', { law: 'sikring' }, { law: 'sikring', securityYears: 9 }, minus(mean('detained'))],
  ])('%s', (_, before, after, measure) => {
    expect(measure(livesWith(after))).toBeLessThan(measure(livesWith(before)));
  });
});

test('with more petitions granted, nobody comes out of the first stay later', () => {
  const firstRelease = (levers: Levers) => {
    const days = new Map<string, number>();
    for (const { key, life } of livesWith(levers)) {
      const detained = life.findIndex((one) => one.event === 'detained');
      const out = life.slice(detained).find((one) => one.event === 'probation' || one.event === 'fullTime');
      if (detained >= 0 && out !== undefined) days.set(`${key} ${life[detained].day}`, out.day);
    }
    return days;
  };
  const [fewer, more] = [firstRelease({ grantedShare: 0.2 }), firstRelease({ grantedShare: 0.6 })];
  const shared = [...fewer.keys()].filter((key) => more.has(key));
  expect(shared.length).toBeGreaterThan(20);
  expect(shared.filter((key) => more.get(key)! > fewer.get(key)!)).toEqual([]);
  expect(shared.filter((key) => more.get(key)! < fewer.get(key)!).length).toBeGreaterThan(3);
});

test('a law dated by a policy binds those sentenced under it; the frames already set stand', () => {
  const cell = detaining({});
  const { values } = cell.parameters[0];
  const change = cell.start + 400;
  const reform = { from: change, values: { ...values, detention: { ...values.detention, law: 'sikring' as const } } };
  const { world } = simulate({ ...cell, parameters: [...cell.parameters, reform] }, true);
  const frames = [...livesIn(world).values()].flatMap(framesIn);
  const [before, after] = [frames.filter(({ day }) => day < change), frames.filter(({ day }) => day >= change)];
  expect(before.length).toBeGreaterThan(10);
  expect(after.length).toBeGreaterThan(10);
  expect(before.filter(({ sentence, frame }) => frame > 1.71 * sentence)).toEqual([]);
  expect(after.filter(({ sentence, frame }) => frame !== sentence + 1826)).toEqual([]);
});

test('nobody is lost: who is detained has a petition ahead, and nobody else but those at large', () => {
  const cell = withLevers(detaining({}), {
    absence: { escapesPerYear: Float64Array.of(0.4, 0.4, 0.4), meanDays: 60 },
    arrivals: { windowYears: 2 },
  });
  let [held, atLarge] = [0, 0];
  walk(cell, (step, world) => {
    if (step !== 'diaries') return;
    const { people, diary, today, rows } = world;
    for (let row = 0; row < rows.highest; row++) {
      if (!world.isPresent(row)) continue;
      const due = diary.due(row, event.petitioned);
      const standing = people.status[row];
      const isAtLarge = standing === status.absent && people.basis[row] === custodyGrounds.detention;
      if (standing === status.detained) must(due > today && due < NEVER, `on day ${today} no petition lies ahead`);
      else if (isAtLarge) must(due >= diary.due(row, event.recaptured), 'tried while at large');
      else must(due === NEVER, `a petition of somebody with the status ${standing}`);
      if (standing === status.detained) held++;
      if (isAtLarge) atLarge++;
    }
  });
  expect(held).toBeGreaterThan(1000);
  expect(atLarge).toBeGreaterThan(10);
});

test('after a recall from probation people are detained again, and may be released once more', () => {
  const cell = withLevers(detaining({ grantedShare: 1, riskCeiling: 1, frameUsual: 10 }), {
    supervision: { breachShare: 0.99, recalledShare: 1 },
  });
  const lives = [...livesIn(simulate(cell, true).world).values()];
  const again = lives.filter((life) => life.filter((one) => one.event === 'probation').length > 1);
  expect(again.length).toBeGreaterThan(0);
});

test('the stock is flow times stay: its person-days are the days of all stays, one by one', () => {
  const cell = withLevers(detaining({}), { treatment: { places: 0 } });
  const { summary, world } = simulate(cell, true);
  let days = 0;
  let stays = 0;
  for (const life of livesIn(world).values()) {
    let since = NaN;
    let isDetention = false;
    for (const { event, day } of [...life, { event: undefined, day: cell.end }]) {
      if (event === 'detained') isDetention = true;
      if (event === 'charged') isDetention = false;
      if (isDetention && (event === 'admitted' || event === 'recaptured')) since = day;
      if (Number.isNaN(since) || (event !== undefined && !ENDS.has(event))) continue;
      days += Math.max(0, day - Math.max(since, cell.start));
      since = NaN;
      stays++;
    }
  }
  const perStatus = summary.shape.levels + 1;
  const cells = statuses.length * perStatus;
  const counted = summary.stock.filter((_, at) => Math.floor((at % cells) / perStatus) === status.detained);
  expect(stays).toBeGreaterThan(50);
  expect(days).toBe(counted.reduce((sum, one) => sum + one, 0));
});

test('where hardly anybody goes when a frame ends, the stock still fills while the other is full', () => {
  const stocks = (extendedShare: number) => {
    const levers = { extendedShare, riskCeiling: 0.3, frameUsual: 1, leastDays: 90 };
    const yearly: number[] = [];
    walk(detaining(levers), (step, world) => {
      if (step !== 'diaries' || world.today % 365 !== 0) return;
      yearly.push(world.people.status.filter((one: number) => one === status.detained).length);
    });
    return yearly;
  };
  const [without, almostAll] = [stocks(0), stocks(0.95)];
  const growth = (yearly: readonly number[]) => yearly.at(-1)! - yearly.at(-3)!;
  expect(growth(almostAll)).toBeGreaterThan(growth(without) + 3);
  expect(almostAll.at(-1)!).toBeGreaterThan(1.5 * without.at(-1)!);
});

/** What ends a stay in detention, for good or for a time. */
const ENDS: ReadonlySet<string> = new Set(['probation', 'fullTime', 'died', 'expelled', 'absconded']);

type Levers = Partial<Parameters['detention']>;

interface Life {
  readonly key: string;
  readonly life: readonly LifeEventRecord[];
}

/** Years of such a world go by fast: sentences from three months on lead to short frames. */
function detaining(levers: Levers): Cell {
  const detention: Levers = {
    leastDays: 90,
    share: all(1),
    frameSpread: 0.2,
    minimumShare: 0.4,
    minimumSpread: 0.1,
    extensionYears: 1,
    ...levers,
  };
  return withLevers(tinyCell(), { detention });
}

function livesWith(levers: Levers): readonly Life[] {
  const { world } = simulate(detaining(levers), true);
  return [...livesIn(world)].map(([key, life]) => ({ key, life }));
}

function all(share: number): Float64Array {
  return new Float64Array(9).fill(share);
}

/** How often it happened. */
function times(name: LifeEventRecord['event']) {
  return (lives: readonly Life[]) => happenings(lives, name).length;
}

/** The mean detail of what happened; of trial periods, those after detention only. */
function mean(name: LifeEventRecord['event']) {
  return (lives: readonly Life[]) => {
    const details = happenings(lives, name).map(({ detail }) => detail);
    return details.reduce((sum, detail) => sum + detail, 0) / details.length;
  };
}

function minus(measure: (lives: readonly Life[]) => number) {
  return (lives: readonly Life[]) => -measure(lives);
}

function happenings(lives: readonly Life[], name: LifeEventRecord['event']): readonly LifeEventRecord[] {
  return lives.flatMap(({ life }) =>
    life.filter((one, at) => one.event === name && (name !== 'supervised' || life[at - 1].event === 'probation')),
  );
}

/** The greatest ratio of a frame to its sentence. */
function greatestRatio(lives: readonly Life[]): number {
  return Math.max(...lives.flatMap(({ life }) => framesIn(life)).map(({ sentence, frame }) => frame / sentence));
}

/** The least part of a sentence after which somebody was released on probation whom remand had kept for less than a fifth. */
function leastPartServed(lives: readonly Life[]): number {
  const parts = lives.flatMap(({ life }) => {
    const at = life.findIndex((one) => one.event === 'detained');
    const out = life.slice(at).find((one) => one.event === 'probation');
    if (at < 0 || out === undefined) return [];
    const sentence = life[at - 1].detail;
    const charged = life.slice(0, at).findLastIndex((one) => one.event === 'charged');
    const remand = life.slice(charged, at).find((one) => one.event === 'remandEnded')?.detail ?? 0;
    return remand > sentence / 5 ? [] : [(remand + out.day - life[at].day) / sentence];
  });
  return Math.min(...parts);
}

/** Every frame that was set, with the sentence in whose place it stands. */
function framesIn(life: readonly LifeEventRecord[]): readonly { day: number; sentence: number; frame: number }[] {
  return life.flatMap(({ event, day, detail }, at) =>
    event === 'detained' ? [{ day, sentence: life[at - 1].detail, frame: detail }] : [],
  );
}
