/** What is counted is what happened: every table of a summary can be reckoned again from the record of lives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearOf } from '../../src/engine/calendar.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { NONE, status, statuses } from '../../src/people/person.ts';
import { verdicts } from '../../src/prison/court.ts';
import { placesOfUnits } from '../../src/prison/facility.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { definitions, MONTHS, type Summary, sums } from '../../src/simulation/summary.ts';
import { livedWorlds } from '../laws/lived-worlds.ts';
import { randomWorld, worlds } from '../laws/random-world.ts';
import { walk } from '../laws/walk.ts';
import { type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

test('the stock of every week and its fullest day are those of the lives', () => {
  for (const { cell, summary, lives } of livedWorlds()) {
    const counted = countStock(cell, [...lives.values()], summary);
    expect(cellsOf(summary.stock)).toEqual(cellsOf(counted.stock));
    expect(cellsOf(summary.fullest)).toEqual(cellsOf(counted.fullest));
    expect(cellsOf(summary.waiting)).toEqual(cellsOf(counted.waiting));
    expect(cellsOf(summary.processing)).toEqual(cellsOf(counted.processing));
  }
});

test('the overflow of every week is who is in no unit in the evening, and who is in one beyond its places', () => {
  let over = 0;
  for (const { cell, summary } of livedWorlds()) {
    const { overflow, fullNights, shape } = summary;
    const counted = new Int32Array(overflow.length);
    const nights = new Set<string>();
    walk(cell, (step, world, { facility }) => {
      if (step !== 'lodging' || world.today < cell.start) return;
      const { level, unit, sex } = world.people;
      const places = placesOfUnits(facility).slice();
      for (let row = 0; row < world.rows.highest; row++) {
        if (!world.isPresent(row) || level[row] === NONE) continue;
        const isIn = unit[row] !== NONE && places[world.heldAt(level[row], unit[row], sex[row])]-- > 0;
        if (isIn) continue;
        counted[Math.floor((world.today - cell.start) / 7) * shape.levels + level[row]]++;
        nights.add(`${world.today} ${level[row]}`);
      }
    });
    expect(cellsOf(overflow)).toEqual(cellsOf(counted));
    expect(fullNights.reduce((sum, count) => sum + count, 0)).toBe(nights.size);
    over += counted.reduce((sum, people) => sum + people, 0);
  }
  expect(over).toBeGreaterThan(100);
});

test('the flow of every year, and the days in remand, are those of the lives', () => {
  for (const { cell, summary, lives } of livedWorlds()) {
    const flow = new Int32Array(summary.flow.length);
    const remandDays = new Float64Array(summary.shape.years);
    for (const life of lives.values()) {
      for (const { event: name, day, detail } of life) {
        if (day < cell.start) continue;
        const year = yearOf(day) - yearOf(cell.start);
        flow[year * lifeEventNames.length + event[name]]++;
        if (name === 'remandEnded') remandDays[year] += detail;
      }
    }
    expect(cellsOf(summary.flow)).toEqual(cellsOf(flow));
    expect(summary.sums.filter((_, at) => at % sums.length === sums.indexOf('remand-days'))).toEqual(remandDays);
  }
});

test('every release is followed in every definition: to an event, to another exit, or as far as it goes', () => {
  let releases = 0;
  fc.assert(
    fc.property(randomWorld, (cell) => {
      const [first, second, third, fourth, ...byCharge] = followed(simulate(cell).summary);
      releases += Number(first!.reduce((sum, count) => sum + count, 0));
      for (const other of [second, third, fourth]) expect(other).toEqual(first);
      expect(byCharge[0]).toEqual(byCharge[1]);
      for (const [at, people] of byCharge[0]!.entries()) expect(people).toBeLessThanOrEqual(first![at]!);
    }),
    { ...worlds, numRuns: 30 },
  );
  expect(releases).toBeGreaterThan(500);
});

test.each([
  ['when people complete a second sentence at home after the curves have ended', { limitDays: 4000, revokedShare: 0 }],
  ['when people return to prison by a monitoring that is revoked', { limitDays: 120, revokedShare: 1 }],
])('also over eight years, %s', (_, levers) => {
  const { monitoring, arrivals, reoffending } = tinyCell().parameters[0].values;
  const atHome = withLevers(tinyCell(), {
    arrivals: { ...arrivals, perYear: 150, windowYears: 80 },
    monitoring: { ...monitoring, places: 1000, eligibleShare: 1, ...levers },
    reoffending: { ...reoffending, shift: -0.5, followUpYears: 20 },
  });
  const cell = { ...atHome, burnInStart: atHome.start, end: atHome.start + 8 * 366 };
  const [first, ...others] = followed(simulate(cell).summary);
  expect(first!.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
  for (const other of others.slice(0, 3)) expect(other).toEqual(first);
  expect(others[3]).toEqual(others[4]);
});

test('where no monitoring is revoked, the curves are those of the lives, month by month', () => {
  fc.assert(
    fc.property(randomWorld, (random) => {
      const { monitoring } = random.parameters[0].values;
      const cell = withLevers(random, { monitoring: { ...monitoring, revokedShare: 0 } });
      const { summary, world } = simulate(cell, true);
      const counted = countReturns(cell, [...livesIn(world).values()]);
      expect(cellsOf(summary.events)).toEqual(cellsOf(counted.events));
      expect(cellsOf(summary.competing)).toEqual(cellsOf(counted.competing));
      expect(cellsOf(summary.censored)).toEqual(cellsOf(counted.censored));
    }),
    worlds,
  );
});

/** People followed, by definition and by the level that they left. */
function followed({ events, competing, censored, shape }: Summary): readonly (readonly number[])[] {
  const groups = shape.levels + 1;
  return definitions.map((_, definition) =>
    Array.from({ length: groups }, (_, group) => {
      const at = (definition * groups + group) * MONTHS;
      const parts = [events, competing, censored].map((counts) => counts.subarray(at, at + MONTHS));
      return parts.reduce((total, counts) => total + counts.reduce((sum, count) => sum + count, 0), 0);
    }),
  );
}

/** A table of counts in few words: its size, and the cells that are not 0. */
function cellsOf(counts: Int32Array): readonly string[] {
  return [`${counts.length} cells`, ...[...counts].flatMap((count, at) => (count === 0 ? [] : [`${at}: ${count}`]))];
}

interface Standing {
  readonly at: number;
  readonly level: number;
}

/** Where somebody stands on the evening of an event; status -1 for gone. `serving` is the status that serving gives them. */
function standingAfter(
  { event: name, detail }: LifeEventRecord,
  before: Standing,
  levels: number,
  serving: number,
): Standing {
  const outside = (where: number) => ({ at: where, level: levels });
  switch (name) {
    case 'charged':
      // a charge forgives a fine that waits to be served
      return before.at === status.waiting && serving !== status.defaulting ? before : outside(status.liberty);
    case 'remandReleased':
    case 'lapsed':
    case 'servedInRemand':
    case 'fullTime':
    case 'fineServed':
    case 'supervisionEnded':
    case 'monitoringCompleted':
      return outside(status.liberty);
    case 'remanded':
      return { at: status.remand, level: 0 };
    case 'passedStraight':
    case 'recaptured':
      return { at: serving, level: 0 };
    case 'sentenced':
    case 'defaulted':
    case 'monitoringRevoked':
    case 'recalled':
      return outside(status.waiting);
    case 'admitted':
    case 'fineBegun':
    case 'misconduct':
      return { at: serving, level: detail };
    case 'absconded':
      return outside(status.absent);
    case 'toTreatment':
      return outside(status.treatment);
    case 'monitored':
      return outside(status.monitored);
    case 'moved':
      return detail === levels ? outside(status.monitored) : { at: serving, level: detail };
    case 'probation':
    case 'conditional':
    case 'supervised':
      return outside(status.conditional);
    case 'died':
    case 'departed':
    case 'expelled':
      return outside(-1);
    default:
      return before;
  }
}

function countStock(cell: Cell, lives: readonly (readonly LifeEventRecord[])[], { shape, stock }: Summary) {
  const cells = statuses.length * (shape.levels + 1);
  const days = cell.end - cell.start;
  const daily = new Int32Array(days * cells);
  const queueing = new Int32Array(days);
  for (const life of lives) {
    let standing: Standing = { at: -1, level: shape.levels };
    let ground: number = status.serving;
    let since = 0;
    let isSummoned = false;
    const stay = (until: number) => {
      if (standing.at < 0) return;
      for (let day = Math.max(since, cell.start); day < until; day++) {
        daily[(day - cell.start) * cells + standing.at * (shape.levels + 1) + standing.level]++;
        if (isSummoned) queueing[day - cell.start]++;
      }
    };
    for (const happening of life) {
      stay(happening.day);
      if (happening.event === 'sentenced') ground = status.serving;
      if (happening.event === 'detained') ground = status.detained;
      if (happening.event === 'defaulted') ground = status.defaulting;
      standing = standingAfter(happening, standing, shape.levels, ground);
      isSummoned =
        standing.at === status.waiting &&
        (isSummoned || happening.event === 'summoned' || happening.event === 'arrested');
      since = happening.day;
    }
    stay(cell.end);
  }
  const counted = {
    stock: new Int32Array(stock.length),
    fullest: new Int32Array(stock.length),
    processing: new Int32Array(shape.weeks),
    waiting: new Int32Array(shape.weeks),
  };
  for (let day = 0; day < days; day++) {
    const week = Math.floor(day / 7);
    for (let at = 0; at < cells; at++) {
      const people = daily[day * cells + at];
      counted.stock[week * cells + at] += people;
      counted.fullest[week * cells + at] = Math.max(people, counted.fullest[week * cells + at]);
    }
    counted.waiting[week] += queueing[day];
    counted.processing[week] += daily[day * cells + status.waiting * (shape.levels + 1) + shape.levels] - queueing[day];
  }
  return counted;
}

/**
 * Index releases and what came first after each, reckoned release by release. From an institution: the first of a calendar
 * year. At home: the first, and another only when every definition is met since and a new year has begun.
 */
function countReturns(cell: Cell, lives: readonly (readonly LifeEventRecord[])[]) {
  const size = definitions.length * (cell.levels + 1) * MONTHS;
  const counted = { events: new Int32Array(size), competing: new Int32Array(size), censored: new Int32Array(size) };
  for (const life of lives) {
    const latest = { institution: 0, home: 0 };
    let homeMetAt = 0;
    for (const [at, { event: name, day, detail: level }] of life.entries()) {
      if (name !== 'atRisk' || level > cell.levels || day < cell.start) continue;
      const kind = level === cell.levels ? 'home' : 'institution';
      if (latest[kind] === yearOf(day) || (kind === 'home' && at < homeMetAt)) continue;
      latest[kind] = yearOf(day);
      const firsts = definitions.map((_, definition) => firstAfter(life, at + 1, definition, cell.end));
      const lastCharge = cell.end - 730;
      for (const [definition, first] of firsts.entries()) {
        const isLate = definition >= 4 && first.on > lastCharge;
        if (definition >= 4 && day > lastCharge) continue;
        const { into, on } = isLate ? { into: 'censored' as const, on: lastCharge } : first;
        const month = Math.floor((on - day) / (365.25 / 12));
        const row = (definition * (cell.levels + 1) + level) * MONTHS;
        if (month < MONTHS) counted[into][row + month]++;
        else counted.censored[row + MONTHS - 1]++;
      }
      if (kind === 'home') homeMetAt = Math.max(...firsts.slice(0, 4).map((first) => first.at));
    }
  }
  return counted;
}

function firstAfter(life: readonly LifeEventRecord[], from: number, definition: number, end: number) {
  let isRecalled = false;
  let [isWaiting, charged] = [false, Number.NEGATIVE_INFINITY];
  for (let at = from; at < life.length; at++) {
    const { event: name, day, detail } = life[at];
    if (name === 'recalled') isRecalled = true;
    if (name === 'charged') isRecalled = false;
    if (name === 'charged' && !isWaiting) charged = day;
    if (name === 'sentenced') isWaiting = true;
    if (['lapsed', 'servedInRemand', 'passedStraight', 'admitted', 'monitored'].includes(name)) isWaiting = false;
    const begins = name === 'admitted' && !isRecalled;
    const meets = [
      name === 'charged',
      name === 'verdict' && detail !== verdicts.acquitted,
      begins || name === 'monitored' || (name === 'sanctioned' && detail === 1),
      begins,
    ];
    if (definition < 4 && meets[definition]) return { into: 'events', on: day, at } as const;
    const leads = definition >= 4 && meets[definition - 2] && day - charged <= 730;
    if (leads) return { into: 'events', on: charged, at } as const;
    if (name === 'died' || name === 'expelled') return { into: 'competing', on: day, at } as const;
    if (name === 'departed') return { into: 'censored', on: day, at } as const;
  }
  return { into: 'censored', on: end, at: life.length } as const;
}
