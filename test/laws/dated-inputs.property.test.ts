/** Laws of dated inputs over random tables: an event changes nothing before its day, and the order of rows changes nothing. */
import { serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from '../../src/engine/calendar.ts';
import { digestOfBytes } from '../../src/engine/digest.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { historyOf } from '../../src/scenario/history.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { liveUntil } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { tinyWithInputs } from '../tiny.ts';

const HEADER = 'date,until,lever,change,value,unit,basis,source,note';
const [FIRST, LAST] = [parseDay('2009-02-01'), parseDay('2014-12-01')];

/** Rows by year of one lever, with a gap filled by a rule; growth at the end or not. */
const series = fc
  .tuple(
    fc.constantFrom('arrivals.per_year,set,$,persons per year', 'reoffending.charging,multiply,$,ratio'),
    fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 4 }),
    fc.constantFrom('', 'line', 'hold'),
    fc.boolean(),
  )
  .map(([form, values, rule, grows]) => {
    const [lever, change, , unit] = form.split(',');
    const scale = change === 'set' ? 1000 : 0.1;
    const figure = (year: number, value: number) =>
      `${year},,${lever},${change},${(value * scale).toFixed(1)},${unit},inferred,Law,test`;
    const shift = rule === '' ? 0 : 2;
    return [
      ...values.map((value, at) => figure(2009 + at + (at === 0 ? 0 : shift), value)),
      ...(rule === '' ? [] : [`2010,,${lever},${rule},,,inferred,Law,`]),
      ...(grows ? [`${2009 + values.length + shift},,${lever},grow,-7.5 %,per year,assumed,Law,`] : []),
    ];
  });

const levers = [
  ['facility.places.high', 'add', '300', 'places'],
  ['facility.places.low', 'multiply', '0.5', 'ratio'],
  ['facility.men_added.high.east', 'add', '4', 'places'],
  ['facility.women_added.low.west', 'add', '2', 'places'],
  ['facility.men_doubled.high.east', 'add', '1', 'places'],
];

const event = fc
  .record({
    lever: fc.constantFrom(...levers),
    from: fc.integer({ min: FIRST, max: LAST }),
    days: fc.option(fc.integer({ min: 1, max: 700 })),
  })
  .map(({ lever: [lever, change, value, unit], from, days }) => ({
    from,
    row: `${formatDay(from)},${days === null ? '' : formatDay(from + days)},${lever},${change},${value},${unit},planned,Law,`,
    key: `${lever} ${from}`,
  }));

/** Rows in a random order, and one event more. */
const tables = fc
  .record({
    series,
    events: fc.uniqueArray(event, { minLength: 1, maxLength: 6, selector: ({ key }) => key }),
    order: fc.infiniteStream(fc.nat()),
  })
  .map(({ series: rows, events, order }) => {
    const [extra, ...others] = events;
    const table = [...rows, ...others.map(({ row }) => row)];
    const keyed = [...table, extra.row].map((row) => [order.next().value as number, row] as const);
    return { table, extra, shuffled: [...keyed].sort(([a], [b]) => a - b).map(([, row]) => row) };
  });

const read = (rows: readonly string[]) => tinyWithInputs([HEADER, ...rows].join('\n'));
const worldBefore = (scenario: Scenario, day: number) => {
  const { world, summary } = liveUntil(cellOf(scenario, { draw: 0, replicate: 0 }), day);
  return [digestOfBytes(serialize(world)), summary === undefined ? '' : digestOf(summary)];
};

test('no number differs before the day of an event, whatever the table', () => {
  fc.assert(
    fc.property(tables, ({ table, extra }) => {
      const [without, withIt] = [read(table), read([...table, extra.row])];
      expect(historyOf(withIt, catalogue, extra.from)).toBe(historyOf(without, catalogue, extra.from));
      expect(historyOf(withIt, catalogue, extra.from + 1)).not.toBe(historyOf(without, catalogue, extra.from + 1));
    }),
    { numRuns: 12 },
  );
});

test('the order of rows changes neither text nor number', () => {
  fc.assert(
    fc.property(tables, ({ table, extra, shuffled }) => {
      const [one, other] = [read([...table, extra.row]), read(shuffled)];
      expect(other.text).toBe(one.text);
      expect(historyOf(other, catalogue, Infinity)).toBe(historyOf(one, catalogue, Infinity));
    }),
    { numRuns: 12 },
  );
});

test('on the morning of an opening the world is the one without it, to the last number', () => {
  fc.assert(
    fc.property(tables, ({ table, extra }) => {
      const [without, withIt] = [read(table), read([...table, extra.row])];
      expect(worldBefore(withIt, extra.from)).toEqual(worldBefore(without, extra.from));
    }),
    { numRuns: 4 },
  );
});

test('an opening changes lives from its day on', () => {
  const opening = '2013-01-01,,facility.men_added.high.east,add,10,places,planned,Law,';
  const [without, withIt] = [read([ROW]), read([ROW, opening])];
  const day = parseDay('2013-01-01');
  expect(worldBefore(withIt, day)).toEqual(worldBefore(without, day));
  expect(worldBefore(withIt, day + 30)).not.toEqual(worldBefore(without, day + 30));
});

const ROW = '2009,,arrivals.per_year,set,9120,persons per year,observed,Law,';
