/** Twins: nobody parts without a cause, levers are named rightly, and groups add up to everybody. */
import { beforeAll, describe, expect, test } from 'vitest';
import { DAYS_PER_YEAR, parseDay } from '../../../src/engine/calendar.ts';
import { cellOf } from '../../../src/experiment/study.ts';
import { livesTables } from '../../../src/lives/lives.ts';
import { halvesOf, personName } from '../../../src/lives/record.ts';
import { causesOf, type TwinNames, throughOf } from '../../../src/lives/twins/causes.ts';
import { twinOutcomesOf } from '../../../src/lives/twins/outcomes.ts';
import { type PairAccount, pairAccountIn } from '../../../src/lives/twins/pair-account.ts';
import { subgroups } from '../../../src/lives/twins/subgroups.ts';
import { blend } from '../../../src/lives/twins/switches.ts';
import { groupsTable } from '../../../src/lives/twins/tables.ts';
import { twinSums } from '../../../src/lives/twins/tallies.ts';
import { runsIn, type TwinsPlan, type TwinsRead, twinsIn, twinsPlan } from '../../../src/lives/twins/twins.ts';
import { arrivalDayOf } from '../../../src/people/arrivals.ts';
import { lifeEventNames } from '../../../src/people/life-events.ts';
import { isHeld } from '../../../src/people/person.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { digestOf } from '../../../src/simulation/summary.ts';
import { concatenate, toRecords } from '../../../src/tables/table.ts';
import { policy, tinyScenario } from '../../tiny.ts';

/** Places for all and a climate that stands still: nobody can stand in another's way. And conditions are often broken. */
const ROOM =
  policy('room', '1900-01-01', 'facility.places', '{high: 900, low: 900, transitional: 900}') +
  policy('homes', '1900-01-01', 'monitoring.places', '900') +
  policy('treated', '1900-01-01', 'treatment.places', '900') +
  policy('seats', '1900-01-01', 'programme.places', '{multiply: 100}') +
  policy('helpers', '1900-01-01', 'reentry.capacity', '{multiply: 100}') +
  policy('calm', '1900-01-01', 'staff.contact_weight', '0') +
  policy('rested', '1900-01-01', 'staff.wear', '0') +
  policy('breaching', '1900-01-01', 'supervision.breach_share', '0.9');

const lived = (plan: TwinsPlan, replicate = 0): TwinsRead => {
  const steps = twinsIn(plan, replicate);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};
const told = (plan: TwinsPlan, key: number): PairAccount | undefined => {
  const steps = pairAccountIn(plan, 0, key);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};
const read = (first: Scenario, second: Scenario, quick = true) => lived(twinsPlan(first, second, 1, quick));
const kindsIn = ({ parted }: TwinsRead) =>
  new Set(
    parted.flatMap(({ divergence: { day, first, second } }) =>
      [first, second].flatMap((one) => (one?.day === day ? [lifeEventNames[one.kind]] : [])),
    ),
  );
const tiny = tinyScenario();
const FROM = parseDay('2013-03-01');
const early = tinyScenario(policy('early', '2010-06-01', 'facility.places.high', '15'));
const fewer = tinyScenario(policy('fewer', '2013-03-01', 'facility.places.high', '15'));

describe('nobody parts', () => {
  test('from themself', () => {
    const { pairs, parted, onlyFirst, onlySecond } = read(tiny, tinyScenario());
    expect([parted, onlyFirst, onlySecond]).toEqual([[], 0, 0]);
    expect(pairs).toBeGreaterThan(300);
  });

  test('under a policy that sets what is in force', () => {
    const same = tinyScenario(policy('same', '2013-01-01', 'placement.review_days', '{multiply: 1}'));
    const plan = twinsPlan(tiny, same, 1, false);
    expect([plan.parting, plan.switches, runsIn(plan)]).toEqual([Infinity, undefined, 2]);
    expect(lived(plan).parted).toEqual([]);
  });

  test('before the first day of a policy', () => {
    const { parted } = read(tiny, fewer);
    expect(parted.length).toBeGreaterThan(10);
    expect(Math.min(...parted.map(({ divergence }) => divergence.day))).toBeGreaterThanOrEqual(FROM);
  });

  test('in what lies before the decision that a lever moves', () => {
    const shorter = read(tiny, tinyScenario(policy('shorter', '2013-03-01', 'sentence.length_factor', '0.6')));
    const kinds = kindsIn(shorter);
    expect(kinds).toContain('fullTime');
    // a charge may come first where places come free earlier or later: in one arm the person still waits at liberty
    for (const before of ['remanded', 'remandEnded', 'verdict', 'sanctioned', 'sentenced', 'lapsed']) {
      expect(kinds).not.toContain(before);
    }
  });

  test('whom a lever cannot touch, where there is room for all', () => {
    const recalled = tinyScenario(`${ROOM}${policy('recalled', '2013-03-01', 'supervision.recalled_share', '1')}`);
    expect(kindsIn(read(tinyScenario(ROOM), recalled))).toEqual(new Set(['recalled']));
  });
});

describe('pairs', () => {
  let found: TwinsRead;
  const study = { arms: [tiny, fewer].map((scenario, at) => ({ name: `${at}`, scenario })), draws: 0, replicates: 1 };
  beforeAll(() => {
    found = read(tiny, fewer);
  });

  test('are the people of the tables of lives, and part where their events do', () => {
    const parts = [...livesTables(study, [0])];
    const of = (name: string) => toRecords(concatenate(parts.filter(({ schema }) => schema.name === name)));
    const people = (arm: string) => of('people').filter((row) => row['arm'] === arm);
    expect(found.pairs).toBe(people('0').length);
    const lives = new Map<string, string[]>();
    for (const { arm, person, date, event, detail } of of('events')) {
      const life = lives.get(`${arm} ${person}`) ?? [];
      life.push(`${date} ${event} ${detail}`);
      lives.set(`${arm} ${person}`, life);
    }
    const differing = people('0')
      .map(({ person }) => String(person))
      .filter((person) => String(lives.get(`0 ${person}`)) !== String(lives.get(`1 ${person}`)));
    expect(found.parted.map(({ key }) => personName(key))).toEqual(differing);
  });

  test('are charged again after their first index release as the table of releases has it', () => {
    const releases = toRecords(
      concatenate([...livesTables(study, [0])].filter(({ schema }) => schema.name === 'releases')),
    );
    const outcome = (arm: string, person: unknown) => {
      const first = releases.find((row) => row['arm'] === arm && row['person'] === person && row['index'] === true);
      if (first === undefined) return undefined;
      const since = (name: string) => parseDay(String(first[name])) - parseDay(String(first['date']));
      if (first['new_charge'] !== '' && since('new_charge') < 2 * DAYS_PER_YEAR) return true;
      return since('followed_until') >= 2 * DAYS_PER_YEAR ? false : undefined;
    };
    const counts = [0, 0, 0, 0];
    for (const person of new Set(releases.map((row) => row['person']))) {
      const [one, other] = ['0', '1'].map((arm) => outcome(arm, person));
      if (one !== undefined && other !== undefined) counts[(one ? 0 : 2) + (other ? 0 : 1)]++;
    }
    const [both, onlyFirst, onlySecond, neither] = found.tallies.charged;
    expect([both, onlyFirst, onlySecond, neither]).toEqual(counts);
    expect(both! + neither!).toBeGreaterThan(30);
    const [all, sameCase, oneLife] = [0, 4, 8].map((at) => found.tallies.charged.slice(at, at + 4));
    expect(all!.every((count, at) => count >= sameCase![at] && sameCase![at] >= oneLife![at])).toBe(true);
    expect(oneLife![0] + oneLife![3]).toBeGreaterThan(10);
  });

  test.each([
    ['when observed', fewer],
    ['in the burn-in', early],
  ])(
    'in both arms spend as many days in custody, and are charged and die as often, as the arms count: parted %s',
    (_, other) => {
      const { tallies, parted } = other === fewer ? found : read(tiny, other);
      expect(parted.length).toBeGreaterThan(10);
      for (const [arm, scenario] of [tiny, other].entries()) {
        const { summary } = simulate(cellOf(scenario, { draw: 0, replicate: 0 }));
        const { levels, weeks, years } = summary.shape;
        const perStatus = levels + 1;
        let days = 0;
        for (let at = 0; at < summary.stock.length; at++) {
          if (isHeld(Math.floor(at / perStatus) % (summary.stock.length / weeks / perStatus)))
            days += summary.stock[at];
        }
        const names = twinOutcomesOf(scenario.dimensions['level']).map(({ label }) => label);
        const total = (label: string) => tallies.counts[names.indexOf(label) * twinSums.length + arm];
        expect(total('days in custody')).toBe(days);
        const flow = (name: string) => {
          const kind = lifeEventNames.indexOf(name as never);
          return Array.from({ length: years }, (_, year) => summary.flow[year * lifeEventNames.length + kind]);
        };
        const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
        expect(total('deaths')).toBe(sum(flow('died')));
        const arrived = tallies.people[0] - countBefore(tiny.start);
        expect(total('new charges')).toBe(sum(flow('charged')) - arrived);
      }
    },
  );

  /** People of the first arm who arrived before a day and are pairs. */
  function countBefore(day: number): number {
    const rows = toRecords(concatenate([...livesTables(study, [0])].filter(({ schema }) => schema.name === 'people')));
    return rows.filter((row) => row['arm'] === '0' && parseDay(String(row['arrived'])) < day).length;
  }

  test('are the same whichever replicate is read first', () => {
    const plan = twinsPlan(tiny, fewer, 2, true);
    const second = lived(plan, 1);
    expect(lived(plan, 0)).toEqual(found);
    expect(second.parted).not.toEqual(found.parted);
  });

  test('with the arms exchanged part on the same days, and gain what they lost', () => {
    const mirrored = read(fewer, tiny);
    expect(mirrored.parted.map(({ key, divergence: { day } }) => [key, day])).toEqual(
      found.parted.map(({ key, divergence: { day } }) => [key, day]),
    );
    const everybody = (counts: Float64Array, order: readonly number[]) =>
      twinOutcomesOf(tiny.dimensions['level']).map((_, at) => order.map((sum) => counts[at * twinSums.length + sum]));
    expect(everybody(mirrored.tallies.counts, [1, 0, 3, 2])).toEqual(everybody(found.tallies.counts, [0, 1, 2, 3]));
  });
});

test('people who come in one arm alone are counted, and only after the policy', () => {
  const busier = read(tiny, tinyScenario(policy('busier', '2013-03-01', 'arrivals.per_year', '{multiply: 1.5}')));
  const quieter = read(tiny, tinyScenario(policy('quieter', '2013-03-01', 'arrivals.per_year', '{multiply: 0.5}')));
  expect([busier.onlyFirst, quieter.onlySecond]).toEqual([0, 0]);
  expect(busier.onlySecond).toBeGreaterThan(20);
  expect(quieter.onlyFirst).toBeGreaterThan(20);
  for (const { key } of busier.parted) expect(arrivalDayOf(halvesOf(key).index)).toBeLessThan(tiny.end);
  expect(busier.pairs + quieter.onlyFirst).toBeGreaterThan(quieter.pairs);
});

describe('groups', () => {
  const { tallies } = read(tiny, fewer);
  const groups = subgroups(tiny.dimensions['sex']);
  const outcomes = twinOutcomesOf(tiny.dimensions['level']);

  test('of every trait together are everybody', () => {
    const traits = [...new Set(groups.map(({ trait }) => trait))];
    expect(traits.length).toBe(12);
    const size = outcomes.length * twinSums.length;
    for (const trait of traits) {
      const members = groups.flatMap((group, at) => (group.trait === trait ? [at] : []));
      const people = members.reduce((sum, at) => sum + tallies.people[at], 0);
      expect([trait, people]).toEqual([trait, tallies.people[0]]);
      for (let at = 0; at < size; at++) {
        const total = members.reduce((sum, group) => sum + tallies.counts[group * size + at], 0);
        expect([trait, at, total]).toEqual([trait, at, tallies.counts[at]]);
      }
    }
  });

  test('all have somebody, but for the gravest, and say nothing of fewer than ten', () => {
    const table = toRecords(groupsTable([tallies, tallies], groups, outcomes));
    for (const row of table) expect(Number.isNaN(row['difference'])).toBe(Number(row['people']) < 10);
    expect(table.filter((row) => Number(row['people']) >= 10).length).toBeGreaterThan(0.8 * table.length);
    const women = table.find((row) => row['group'] === 'female' && row['outcome'] === 'days in custody')!;
    expect(women['difference']).toBeCloseTo(Number(women['second']) - Number(women['first']), 9);
  });

  test('of one replicate have no interval', () => {
    const [row] = toRecords(groupsTable([tallies], groups, outcomes));
    expect([row!['low'], row!['high']]).toEqual([Number.NaN, Number.NaN]);
    expect(row!['difference']).not.toBeNaN();
  });
});

describe('levers', () => {
  const granted = policy('granted', '2013-03-01', 'release.conditional_granted', '0.2');
  const recalled = policy('recalled', '2013-03-01', 'supervision.recalled_share', '1');
  const namesOf = (plan: TwinsPlan): TwinNames => ({
    offences: tiny.dimensions['offence'],
    levels: [...tiny.dimensions['level'], 'monitoring'],
    arms: ['first', 'second'],
    levers: plan.switches?.groups.map(({ name }) => name),
  });

  test('that act in separate places are each behind what they do', () => {
    const plan = twinsPlan(tinyScenario(ROOM), tinyScenario(`${ROOM}${granted}${recalled}`), 1, false);
    const names = namesOf(plan);
    expect([plan.switches!.by, names.levers, runsIn(plan)]).toEqual(['policy', ['granted', 'recalled'], 6]);
    const { parted } = lived(plan);
    const seen = new Set<string>();
    for (const pair of parted) {
      const { day, first, second } = pair.divergence;
      const kinds = [first, second].flatMap((one) => (one?.day === day ? [lifeEventNames[one.kind]] : []));
      const { how, levers } = throughOf(pair, names.levers);
      expect([kinds, how, levers]).toEqual([kinds, 'alone', [kinds.includes('recalled') ? 'recalled' : 'granted']]);
      seen.add(levers[0]);
    }
    expect(seen).toEqual(new Set(['granted', 'recalled']));
  });

  test('of which neither does it alone are both needed', () => {
    const none =
      policy('none', '1900-01-01', 'monitoring.places', '0') +
      policy('never', '1900-01-01', 'monitoring.limit_days', '0');
    const more = (name: string, lever: string, value: string, after: string) =>
      `${name}:\n  from: 2013-03-01\n  after: [tiny, ${after}]\n  set:\n    ${lever}: ${value}\n`;
    const both =
      more('many', 'monitoring.places', '100', 'none') + more('long', 'monitoring.limit_days', '300', 'never');
    const plan = twinsPlan(tinyScenario(none), tinyScenario(none + both), 1, false);
    const causes = causesOf(lived(plan).parted, namesOf(plan));
    const monitored = causes.filter(({ what }) => what.startsWith('monitoring from the start'));
    expect(monitored.length).toBeGreaterThan(0);
    for (const { how, levers } of monitored) expect([how, levers]).toEqual(['needed', ['long', 'many']]);
  });

  test('of which each does it alone are both named', () => {
    const tight = policy('tight', '2013-03-01', 'facility.crowding.high', '0.6');
    const plan = twinsPlan(
      tiny,
      tinyScenario(policy('fewer', '2013-03-01', 'facility.places.high', '15') + tight),
      1,
      false,
    );
    const causes = causesOf(lived(plan).parted, namesOf(plan));
    const either = causes.filter(({ how }) => how === 'any of several');
    expect(either.map(({ levers }) => levers)).toContainEqual(['fewer', 'tight']);
  });

  test('are the policies of either scenario, and nouns where one policy moves several', () => {
    const either = twinsPlan(tinyScenario(granted), tinyScenario(recalled), 1, false);
    expect([either.switches!.by, namesOf(either).levers]).toEqual(['policy', ['granted', 'recalled']]);
    const both = `${granted}    supervision.breach_share: 0.5\n`;
    const nouns = twinsPlan(tiny, tinyScenario(both), 1, false);
    expect([nouns.switches!.by, namesOf(nouns).levers]).toEqual(['noun', ['release', 'supervision']]);
    const single = twinsPlan(tiny, tinyScenario(granted), 1, false);
    expect([single.switches!.by, namesOf(single).levers, runsIn(single)]).toEqual(['policy', ['granted'], 2]);
    expect(new Set(lived(single).parted.map(({ alone }) => alone))).toEqual(new Set([1]));
  });

  test('of all nouns together give the second arm, of none the first', () => {
    const [first, second] = [granted, recalled + policy('later', '2014-01-01', 'court.custody_odds', '3')].map((text) =>
      cellOf(tinyScenario(text), { draw: 0, replicate: 0 }),
    );
    const digest = (nouns: readonly string[]) => digestOf(simulate(blend(first!, second!, nouns)).summary);
    expect(digest(['release', 'supervision', 'court'])).toBe(digestOf(simulate(second!).summary));
    expect(digest([])).toBe(digestOf(simulate(first!).summary));
    expect(digest(['court'])).not.toBe(digest([]));
  });
});

describe('the pair that is told', () => {
  const granted = policy('granted', '2013-03-01', 'release.conditional_granted', '0.2');

  test('has the two lives of the record and parts where the pair does', () => {
    const plan = twinsPlan(tinyScenario(ROOM), tinyScenario(ROOM + granted), 1, true);
    const { parted } = lived(plan);
    const { key, divergence } = parted[5];
    const pair = told(plan, key)!;
    expect(pair.divergence).toMatchObject({ ...divergence, shared: expect.any(Number) });
    expect(pair.first.slice(0, pair.divergence!.shared)).toEqual(pair.second.slice(0, pair.divergence!.shared));
    expect(pair.first[pair.divergence!.shared]).toEqual(divergence.first);
    expect(pair.second[pair.divergence!.shared]).toEqual(divergence.second);
  });

  test('decides with the same luck in both arms, and directly where nobody stands in the way', () => {
    const plan = twinsPlan(tinyScenario(ROOM), tinyScenario(ROOM + granted), 1, true);
    for (const { key } of lived(plan).parted.slice(0, 3)) {
      const { draws, origin } = told(plan, key)!;
      expect(origin).toBe('own');
      const drawn = draws.filter(([, first, second]) => first !== undefined && second !== undefined);
      expect(drawn.length).toBeGreaterThan(0);
      for (const [, first, second] of drawn) expect(first!.luck).toBe(second!.luck);
    }
  });

  test('parts through others where there are fewer places', () => {
    const plan = twinsPlan(tiny, fewer, 1, true);
    const origins = new Set(
      lived(plan)
        .parted.slice(0, 5)
        .map(({ key }) => told(plan, key)!.origin),
    );
    expect(origins).toEqual(new Set(['shared']));
  });

  test('is nobody where nobody has the key', () => {
    expect(told(twinsPlan(tiny, fewer, 1, true), 7)).toBeUndefined();
  });

  test('may be one whose lives are the same', () => {
    const plan = twinsPlan(tiny, tinyScenario(), 1, true);
    const cell = cellOf(tiny, { draw: 0, replicate: 0 });
    const { index } = simulate(cell, true).world.journal.rows();
    const pair = told(plan, 2 ** 32 + index[0])!;
    expect([pair.divergence, pair.origin, pair.draws]).toEqual([undefined, undefined, []]);
    expect(pair.second).toEqual(pair.first);
    expect(pair.first.length).toBeGreaterThan(0);
  });
});
