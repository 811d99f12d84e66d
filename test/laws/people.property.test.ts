/** Nobody is lost, nobody is counted twice, nobody is forgotten: in any small world, on any day. */
import { expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { diaryNames, event } from '../../src/people/life-events.ts';
import { custodyGrounds, insideStatuses, isServing, NONE, recalls, status, statuses } from '../../src/people/person.ts';
import { classesOfWaiting, classOf, type World } from '../../src/people/world.ts';
import { livesIn } from '../tiny.ts';
import { livedWorlds } from './lived-worlds.ts';
import { must, walk } from './walk.ts';
import { watchedLaws } from './watched-worlds.ts';

const law = watchedLaws();

const passages: { readonly came: number }[] = [];
law(
  'who came is there or has gone, by death, expulsion or departure',
  () => {
    const passed = { came: 0, gone: 0, seen: 0 };
    passages.push(passed);
    return (step, world) => {
      const { kind } = world.journal.rows();
      for (; passed.seen < kind.length; passed.seen++) if (ends.has(kind[passed.seen])) passed.gone++;
      if (step === 'arrivals') passed.came = world.rows.count + passed.gone;
      const { came, gone } = passed;
      must(world.rows.count === came - gone, `${world.rows.count} of ${came} less ${gone}`);
    };
  },
  () => {
    for (const { came } of passages) expect(came).toBeGreaterThan(0);
  },
);

law(
  'the counts of the world are those of its people: by status, by level, and by unit and sex',
  () => (step, world) => {
    if (step !== 'diaries' || world.today % 3 !== 0) return;
    const stock = new Int32Array(world.stock.length);
    const inside = new Int32Array(world.inside.length);
    const held = new Int32Array(world.held.length);
    let present = 0;
    for (let row = 0; row < world.rows.highest; row++) {
      if (!world.isPresent(row)) continue;
      present++;
      const { status: standing, level: levels, unit: units, sex } = world.people;
      const [at, level, unit] = [standing[row], levels[row], units[row]];
      must(at < statuses.length, `row ${row} has no known status`);
      stock[at * (world.levels + 1) + Math.min(level, world.levels)]++;
      if (level !== NONE) inside[level]++;
      if (at === status.monitored) inside[world.monitoring]++;
      must((level !== NONE) === insideStatuses.includes(at), `row ${row} is at no place`);
      must(level !== NONE || unit === NONE, `row ${row} is in a unit of no level`);
      if (unit !== NONE) held[world.heldAt(level, unit, sex[row])]++;
    }
    must(present === world.rows.count, `${present} people in ${world.rows.count} rows`);
    must(String(world.stock) === String(stock), `stock ${world.stock}, people ${stock}`);
    must(String(world.inside) === String(inside), `inside ${world.inside}, people ${inside}`);
    must(String(world.held) === String(held), `held ${world.held}, people ${held}`);
    for (let level = 0; level < world.levels; level++) {
      const cells = world.held.subarray(world.heldAt(level, 0, 0), world.heldAt(level + 1, 0, 0));
      const inUnits = cells.reduce((sum, people) => sum + people, 0);
      const outside = [0, 1].map((sex) => world.waiting.length[world.listOf(level, classesOfWaiting.outside, sex)]);
      must(inUnits + outside[0] + outside[1] === inside[level], `level ${level}: units do not add up`);
    }
  },
);

let waiting = 0;
law(
  'who waits is there, waits in the list of their kind, and is counted once',
  () => (step, world) => {
    if (step !== 'diaries' || world.today % 3 !== 0) return;
    const length = new Int32Array(world.waiting.length.length);
    for (let row = 0; row < world.rows.highest; row++) {
      const list = world.waiting.listOf(row);
      if (list < 0) continue;
      length[list]++;
      waiting++;
      must(world.isPresent(row), `row ${row} waits and is gone`);
      must(list === belongsIn(world, row, list), `row ${row} waits in list ${list}`);
      must(mayWait(world, row, classOf(list)), `row ${row} waits in list ${list} as ${world.people.status[row]}`);
    }
    must(String(world.waiting.length) === String(length), `lists ${world.waiting.length}, people ${length}`);
  },
  () => {
    expect(waiting).toBeGreaterThan(300);
  },
);

const toCome = diaryNames.map((name) => event[name]).filter((kind) => kind !== event.died);
law('nobody is forgotten: everybody waits in a list, or has something to come besides death', () => (step, world) => {
  if (step !== 'diaries' || world.today % 20 !== 0) return;
  for (let row = 0; row < world.rows.highest; row++) {
    if (!world.isPresent(row) || world.waiting.listOf(row) >= 0) continue;
    let due = NEVER;
    for (const kind of toCome) due = Math.min(due, world.diary.due(row, kind));
    must(due > world.today && due < NEVER, `row ${row}, status ${world.people.status[row]}, has nothing to come`);
  }
});

test('a walk is a simulation: the same lives to the last event', () => {
  for (const { cell, hash, lives } of livedWorlds()) {
    const walked = walk(cell, () => {});
    expect(walked.journal.hash).toBe(hash);
    expect(livesIn(walked)).toEqual(lives);
  }
});

/** The list of the same class in which somebody may stand, where there is but one: their own sex, and their own level. */
function belongsIn(world: World, row: number, list: number): number {
  const { level, sex } = world.people;
  const kind = classOf(list);
  const isHere = kind === classesOfWaiting.outside || kind === classesOfWaiting.transfer;
  const destinations = isHere ? [level[row]] : [...Array(world.levels).keys(), world.monitoring, world.treatment];
  return destinations.map((to) => world.listOf(to, kind, sex[row])).find((one) => one === list) ?? -1;
}

function mayWait({ people }: World, row: number, kind: number): boolean {
  const { outside, transfer, inside, recalled } = classesOfWaiting;
  const [at, unit] = [people.status[row], people.unit[row]];
  if (kind === outside) return insideStatuses.includes(at) && unit === NONE;
  if (kind === transfer) return isServing(at) && unit !== NONE;
  if (kind === inside) return isServing(at);
  const comesAtOnce = people.recall[row] !== recalls.none || people.basis[row] === custodyGrounds.detention;
  // who is arrested while a sentence waits comes at once, too
  return at === status.waiting && (kind === recalled || !comesAtOnce);
}

const ends = new Set([event.died, event.expelled, event.departed]);
