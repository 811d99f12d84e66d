import { beforeAll, describe, expect, test } from 'vitest';
import { DAYS_PER_YEAR, formatDay, parseDay } from '../../src/engine/calendar.ts';
import { cellOf, type Study } from '../../src/experiment/study.ts';
import { amountOf, meaningInTable } from '../../src/lives/event-detail.ts';
import { livesOf, livesTables, replicatesOf } from '../../src/lives/lives.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { NOT_YET } from '../../src/people/person.ts';
import { isByCharge } from '../../src/simulation/recidivism-definition.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { DAYS_TO_BEGIN, definitions, MONTHS } from '../../src/simulation/summary.ts';
import { EVENTS, PEOPLE, RELEASES } from '../../src/tables/lives.ts';
import { concatenate, type Table, toRecords, type Value } from '../../src/tables/table.ts';
import { newWorld, walk } from '../laws/walk.ts';
import { livesIn, policy, tinyScenario } from '../tiny.ts';

type Record = { readonly [name: string]: Value };
type Lives = { readonly people: Record[]; readonly releases: Record[]; readonly events: Record[] };

const scenarios = [
  '',
  policy('harsher', '2012-03-01', 'court.custody_odds', '6') +
    policy('revoked', '2012-03-01', 'monitoring.revoked_share', '0.4') +
    policy('recalled', '2012-03-01', 'supervision.recalled_share', '0.5') +
    policy('expelled', '2013-03-01', 'release.expelled_share', '0.7') +
    policy('brief', '2012-03-01', 'arrivals.window_years', '2') +
    policy('unfollowed', '2012-03-01', 'arrivals.followed_years', '1'),
  policy('detained', '2000-01-01', 'detention.least_days', '60') +
    policy('by-every-court', '2000-01-01', 'detention.share', '{multiply: 8}') +
    policy('not-for-long', '2000-01-01', 'detention.frame_usual', '1') +
    policy('tried-soon', '2000-01-01', 'detention.minimum_maximum', '0.5'),
].map(tinyScenario);
const arms = scenarios.map((scenario, arm) => ({ name: `arm ${arm}`, scenario }));
const study: Study = { arms, draws: 0, replicates: 3 };

function together(parts: Iterable<Table>): Lives {
  const all = [...parts];
  const of = (name: string) => toRecords(concatenate(all.filter(({ schema }) => schema.name === name)));
  return { people: of('people'), releases: of('releases'), events: of('events') };
}

const keys = [0, 1, 2].flatMap((arm) => [0, 1, 2].map((replicate) => ({ arm, draw: 0, replicate })));
let lives: readonly Lives[];
beforeAll(() => {
  lives = keys.map((key) => together(livesOf(study, key)));
});
const cellAt = (at: number) => cellOf(scenarios[keys[at].arm], keys[at]);

describe('releases', () => {
  test.each(keys.map((_, at) => at))(
    'that are index releases give the survival table, count by count: cell %i',
    (at) => {
      const cell = cellAt(at);
      const { summary } = simulate(cell);
      const levels = [...scenarios[0].dimensions['level'], 'monitoring'];
      const counts = [summary.events, summary.competing, summary.censored].map(
        (counted) => new Int32Array(counted.length),
      );
      for (const release of lives[at].releases.filter(({ index }) => index)) {
        definitions.forEach((definition, number) => {
          const day = parseDay(String(release['date']));
          const last = isByCharge(definition) ? cell.end - DAYS_TO_BEGIN : cell.end;
          if (day > last) return;
          const first = String(release[definition.replaceAll('-', '_')]);
          const seen = parseDay(first === '' ? String(release['followed_until']) : first);
          const until = Math.min(seen, last);
          const month = Math.floor((until - day) / (DAYS_PER_YEAR / 12));
          const kind = month >= MONTHS || seen > last ? 2 : first !== '' ? 0 : release['exit'] !== '' ? 1 : 2;
          const group = number * levels.length + levels.indexOf(String(release['level']));
          counts[kind][group * MONTHS + Math.min(month, MONTHS - 1)]++;
        });
      }
      expect(counts).toEqual([summary.events, summary.competing, summary.censored]);
      expect(summary.events.some((count) => count > 0) && summary.censored.some((count) => count > 0)).toBe(true);
    },
  );

  test('among them are recalls, deaths, expulsions, revocations, index releases and others', () => {
    const releases = lives.flatMap((one) => one.releases);
    const kinds = new Set(releases.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['fullTime', 'conditional', 'probation', 'monitoringCompleted']));
    expect(new Set(releases.map(({ index }) => index))).toEqual(new Set([true, false]));
    expect(new Set(releases.map(({ exit }) => exit))).toEqual(new Set(['', 'died', 'expelled']));
    const happened = new Set(lives.flatMap((one) => one.events.map((row) => row['event'])));
    for (const name of ['recalled', 'monitoringRevoked', 'merged', 'passedStraight', 'servedInRemand', 'lapsed']) {
      expect(happened).toContain(name);
    }
  });

  test.each(keys.map((_, at) => at))('tell the days served and the sentence that the world had: cell %i', (at) => {
    const cell = cellAt(at);
    const world = newWorld(cell);
    const expected: unknown[] = [];
    world.observer = (_, kind, row) => {
      if (![event.fullTime, event.conditional, event.probation, event.monitoringCompleted].includes(kind)) return;
      const { stream, index, servedDays, sentenceDays } = world.people;
      const person = `${stream[row]}-${index[row]}`;
      if (world.today < cell.start) return;
      const date = formatDay(world.today);
      expected.push([person, date, lifeEventNames[kind], servedDays[row], sentenceDays[row]]);
    };
    walk(cell, () => {}, world);
    const told = lives[at].releases.map((row) => [
      row['person'],
      row['date'],
      row['kind'],
      row['served'],
      row['sentence'],
    ]);
    const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(told)).toEqual(inOrder(expected));
    expect(told.length).toBeGreaterThan(50);
  });

  test('return after the release and no later than they are followed', () => {
    for (const release of lives.flatMap((one) => one.releases)) {
      for (const definition of definitions) {
        const first = String(release[definition.replaceAll('-', '_')]);
        if (first === '') continue;
        expect(first > String(release['date']) && first <= String(release['followed_until'])).toBe(true);
      }
    }
  });
});

describe('people', () => {
  test('are all who were there on the first day observed or later, whether anything happened to them or not', () => {
    const cell = cellAt(0);
    const seen = new Set<string>();
    walk(cell, (step, world) => {
      if (step !== 'arrivals' || world.today < cell.start) return;
      const { stream, index } = world.people;
      for (let row = 0; row < world.rows.highest; row++) {
        if (world.isPresent(row)) seen.add(`${stream[row]}-${index[row]}`);
      }
    });
    expect(lives[0].people.map(({ person }) => person).sort()).toEqual([...seen].sort());
  });

  test('have the traits that they came with, also those who have left', () => {
    const cell = cellAt(3);
    const world = newWorld(cell);
    const came = new Map<string, unknown>();
    const { offence, sex } = scenarios[0].dimensions;
    world.observer = (_, kind, row) => {
      const { people } = world;
      if (kind !== event.charged || people.episode[row] !== 1) return;
      const first = people.firstSanctionDay[row];
      came.set(`${people.stream[row]}-${people.index[row]}`, {
        arrived: formatDay(people.arrivalDay[row]),
        born: formatDay(people.birthDay[row]),
        sex: sex![people.sex[row]],
        foreign: people.foreign[row] === 1,
        offence: offence![people.group[row]],
        first_sanction: first === NOT_YET ? '' : formatDay(first),
        sanctions_before: people.sanctions[row],
      });
    };
    walk(cell, () => {}, world);
    for (const person of lives[3].people) expect(person).toMatchObject(came.get(String(person['person']))!);
    expect(new Set(lives[3].people.map(({ left }) => left))).toEqual(new Set(['', 'died', 'departed', 'expelled']));
    expect(new Set(lives[3].people.map(({ sex: one }) => one)).size).toBe(2);
  });

  test('have the sanctions at the end that the world has', () => {
    const { world } = simulate(cellAt(1), true);
    const { stream, index, sanctions } = world.people;
    const told = new Map(lives[1].people.map((row) => [row['person'], row['sanctions']]));
    let present = 0;
    for (let row = 0; row < world.rows.highest; row++) {
      if (!world.isPresent(row)) continue;
      present++;
      expect(told.get(`${stream[row]}-${index[row]}`)).toBe(sanctions[row]);
    }
    expect(lives[1].people.filter(({ left }) => left === '').length).toBe(present);
  });

  test('are the same people in every arm', () => {
    const traits = (at: number) =>
      new Map(lives[at].people.map(({ arm, sanctions, left, left_on, ...rest }) => [rest['person'], rest]));
    const [one, other] = [traits(0), traits(3)];
    const shared = [...one.keys()].filter((person) => other.has(person));
    expect(shared.length).toBeGreaterThan(0.9 * one.size);
    for (const person of shared) expect(other.get(person)).toEqual(one.get(person));
  });
});

describe('events', () => {
  test('are the record that the digest hashes, life by life and in order', () => {
    const { world } = simulate(cellAt(4), true);
    const { level, offence, unit } = scenarios[1].dimensions;
    const names = { levels: [...level, 'monitoring'], offences: offence };
    const told = new Map<string, unknown[]>();
    for (const { person, date, burn_in, event: name, amount, meaning } of lives[4].events) {
      const life = told.get(String(person)) ?? [];
      life.push({ event: name, day: parseDay(String(date)), burn_in, amount, meaning });
      told.set(String(person), life);
    }
    const recorded = livesIn(world);
    expect(told.size).toBe(lives[4].people.length);
    for (const [person, life] of told) {
      const record = recorded.get(person.replace('-', ':'))!.map(({ event: name, day, detail }) => {
        const kind = lifeEventNames.indexOf(name);
        const meaning = meaningInTable(kind, detail, names, unit);
        return { event: name, day, burn_in: day < scenarios[1].start, amount: amountOf(kind, detail), meaning };
      });
      expect(life).toEqual(record);
    }
  });

  test('explain every amount, and flag the burn-in; no code is left as a number', () => {
    const all = lives.flatMap((one) => one.events);
    const amounts = new Set(all.filter(({ amount }) => !Number.isNaN(amount)).map(({ meaning }) => meaning));
    expect(amounts).toEqual(new Set(['days', 'needs']));
    expect(new Set(all.map(({ burn_in }) => burn_in))).toEqual(new Set([true, false]));
    const said = new Set(lives.flatMap((one) => one.events.map((row) => `${row['event']}: ${row['meaning']}`)));
    for (const words of [
      'charged: violence',
      'verdict: acquitted',
      'verdict: prison',
      'sanctioned: community sentence',
      'moved: low',
      'atRisk: monitoring',
      'atRisk: ',
      'sentenced: days',
    ]) {
      expect(said).toContain(words);
    }
  });
});

describe('the tables of a study', () => {
  test('hold all arms of the replicates that were asked for, of the first parameter draw, in order', () => {
    const known = tinyScenario(policy('known', '1990-01-01', 'placement.review_days', '90'));
    const drawn: Study = { ...study, arms: arms.slice(0, 2).map(({ name }) => ({ name, scenario: known })), draws: 2 };
    const { people } = together(livesTables(drawn, [0, 2]));
    const cells = new Set(people.map(({ arm, draw, replicate }) => `${arm}, ${draw}, ${replicate}`));
    expect([...cells]).toEqual(['arm 0, 1, 0', 'arm 1, 1, 0', 'arm 0, 1, 2', 'arm 1, 1, 2']);
  });

  test('of one cell alone are those of that cell in the whole', () => {
    const alone: Study = { ...study, replicates: 1, only: { draw: 0, replicate: 2 } };
    expect([replicatesOf(study), replicatesOf(alone)]).toEqual([[0, 1, 2], [2]]);
    expect(together(livesTables(alone, [2])).releases).toEqual([2, 5, 8].flatMap((at) => lives[at].releases));
  });

  test('explain every column', () => {
    for (const { columns } of [PEOPLE, RELEASES, EVENTS]) {
      expect(columns.slice(0, 3).map(({ name }) => name)).toEqual(['arm', 'draw', 'replicate']);
      for (const { meaning, kind, unit } of columns) {
        expect(meaning).not.toBe('');
        if (kind === 'integer' && !/draw|replicate/.test(meaning)) expect(unit).not.toBe('');
      }
    }
  });
});
