import { describe, expect, test } from 'vitest';
import { Agenda, NEVER } from '../../src/engine/agenda.ts';

/** What falls due on a day, as [row, kind] in the order taken; `handle` may set further dates. */
function live(agenda: Agenda, day: number, handle: (row: number, kind: number) => void = () => {}) {
  const happened: [number, number][] = [];
  agenda.open(day);
  for (let row = agenda.next(); row >= 0; row = agenda.next()) {
    for (let kind = agenda.takeDue(row); kind >= 0; kind = agenda.takeDue(row)) {
      happened.push([row, kind]);
      handle(row, kind);
    }
    agenda.settle(row);
  }
  return happened;
}

test('what is set for a day happens on that day, once', () => {
  const agenda = new Agenda(3, 4, 100, 110);
  agenda.set(2, 1, 101);
  expect(live(agenda, 100)).toEqual([]);
  expect(agenda.due(2, 1)).toBe(101);
  expect(live(agenda, 101)).toEqual([[2, 1]]);
  expect(agenda.due(2, 1)).toBe(NEVER);
  expect(live(agenda, 102)).toEqual([]);
});

test('a date moved later or earlier happens on its last day only', () => {
  const agenda = new Agenda(2, 4, 0, 9);
  agenda.set(0, 0, 1);
  agenda.set(0, 0, 4);
  agenda.set(1, 0, 4);
  agenda.set(1, 0, 2);
  const days = [0, 1, 2, 3, 4, 5].map((day) => live(agenda, day).map(([row]) => row));
  expect(days).toEqual([[], [], [1], [], [0], []]);
});

test('several events of one row on one day come in the order of their kinds', () => {
  const agenda = new Agenda(62, 1, 0, 3);
  for (const kind of [61, 30, 29, 3, 9, 0]) agenda.set(0, kind, 1);
  live(agenda, 0);
  expect(live(agenda, 1).map(([, kind]) => kind)).toEqual([0, 3, 9, 29, 30, 61]);
});

test('a handler may set something for the same day, for its own row or for another', () => {
  const agenda = new Agenda(3, 3, 0, 3);
  agenda.set(0, 2, 0);
  const happened = live(agenda, 0, (row, kind) => {
    if (row === 0 && kind === 2) {
      agenda.set(0, 1, 0);
      agenda.set(1, 0, 0);
    }
  });
  expect(happened).toEqual([
    [0, 2],
    [0, 1],
    [1, 0],
  ]);
});

test('a row emptied by its own handler, and used again at once, keeps only its new dates', () => {
  const agenda = new Agenda(2, 2, 0, 5);
  agenda.set(0, 0, 0);
  agenda.set(0, 1, 3);
  live(agenda, 0, (row, kind) => {
    if (kind !== 0) return;
    agenda.clearAll(row);
    agenda.set(row, 1, 2);
  });
  expect([1, 2, 3].map((day) => live(agenda, day))).toEqual([[], [[0, 1]], []]);
});

test('a cleared date never comes', () => {
  const agenda = new Agenda(2, 2, 0, 5);
  agenda.set(0, 0, 1);
  agenda.set(1, 0, 1);
  agenda.set(1, 1, 2);
  agenda.clear(0, 0);
  agenda.clearAll(1);
  expect([0, 1, 2, 3].flatMap((day) => live(agenda, day))).toEqual([]);
});

test('days after the horizon are kept and never come; Infinity is NEVER', () => {
  const agenda = new Agenda(2, 1, 0, 2);
  agenda.set(0, 0, 1000);
  agenda.set(0, 1, Number.POSITIVE_INFINITY);
  expect([0, 1, 2].flatMap((day) => live(agenda, day))).toEqual([]);
  expect([agenda.due(0, 0), agenda.due(0, 1)]).toEqual([1000, NEVER]);
});

test('more room keeps every date', () => {
  const agenda = new Agenda(2, 1, 0, 5);
  agenda.set(0, 1, 1);
  agenda.ensure(50);
  agenda.set(49, 0, 1);
  live(agenda, 0);
  expect(live(agenda, 1).sort()).toEqual([
    [0, 1],
    [49, 0],
  ]);
});

test('two agendas restored from one snapshot live on apart, whatever their capacity', () => {
  const agenda = new Agenda(2, 4, 0, 9);
  agenda.set(3, 0, 2);
  agenda.set(1, 1, 3);
  live(agenda, 0);
  const snapshot = agenda.snapshot();
  agenda.clearAll(3);
  const small = new Agenda(2, 1, 0, 9);
  const large = new Agenda(2, 40, 0, 9);
  small.restore(snapshot);
  large.restore(snapshot);
  large.set(39, 0, 1);
  small.set(1, 1, 1);
  expect([1, 2, 3].map((day) => live(small, day))).toEqual([[[1, 1]], [[3, 0]], []]);
  expect([1, 2, 3].map((day) => live(large, day))).toEqual([[[39, 0]], [[3, 0]], [[1, 1]]]);
  expect([1, 2, 3].map((day) => live(agenda, day))).toEqual([[], [], [[1, 1]]]);
});

describe('what cannot be is refused, with the number', () => {
  const agenda = new Agenda(2, 3, 10, 20);
  live(agenda, 10);
  agenda.open(11);

  test.each<[string, () => void]>([
    ['day 10 is before day 11', () => agenda.set(0, 0, 10)],
    ['day NaN', () => agenda.set(0, 0, Number.NaN)],
    ['day 12.5', () => agenda.set(0, 0, 12.5)],
    ['row 3 is outside', () => agenda.set(3, 0, 12)],
    ['row -1 is outside', () => agenda.set(-1, 0, 12)],
    ['kind 2 is not', () => agenda.set(0, 2, 12)],
    ['kind -1 is not', () => agenda.clear(0, -1)],
    ['day 13 cannot be opened', () => agenda.open(13)],
    ['day 11 cannot be opened', () => agenda.open(11)],
    ['row 1 was not taken', () => agenda.settle(1)],
    ['63 kinds', () => new Agenda(63, 1, 0, 1)],
    ['from day 5 to day 4', () => new Agenda(1, 1, 5, 4)],
    ['does not fit', () => new Agenda(1, 1, 0, 1).restore(agenda.snapshot())],
  ])('%s', (message, act) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });

  test('a row is not exchanged before it is settled', () => {
    const open = new Agenda(1, 2, 0, 3);
    open.set(0, 0, 0);
    open.open(0);
    open.next();
    expect(() => open.exchange(0, 1)).toThrow('rows 0 and 1 cannot be exchanged before they are settled');
  });

  test('a day is not opened while events of the day before are left', () => {
    const left = new Agenda(1, 1, 0, 3);
    left.set(0, 0, 0);
    left.open(0);
    expect(() => left.open(1)).toThrow('on day 0 events are left');
  });

  test('nor after the horizon', () => {
    const short = new Agenda(1, 1, 0, 0);
    short.open(0);
    expect(() => short.open(1)).toThrow('the horizon ends with 0');
  });
});
