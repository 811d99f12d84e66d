import { describe, expect, test } from 'vitest';
import { Journal } from '../../src/engine/journal.ts';

test('an empty journal has the hash 0 and no rows', () => {
  const journal = new Journal();
  expect([journal.hash, journal.count, journal.rows().kind.length]).toEqual(['0000000000000000', 0, 0]);
});

test('the hash of known events is the same on every machine', () => {
  const journal = new Journal();
  journal.record(1, 2, 3, 16801, -5);
  expect(journal.hash).toBe('decae86aec1eba29');
  for (let index = 0; index < 1000; index++) journal.record(index % 7, 1, index, 16801 + index, 0);
  expect(journal.hash).toBe('ecc6ded44c27ad72');
});

describe('rows', () => {
  test('are kept for nobody, for all, or for those who are chosen', () => {
    const nobody = new Journal();
    const all = new Journal({ keepRows: true });
    const some = new Journal({ keepRows: (stream, index) => stream === 1 && index >= 2500 });
    for (let index = 0; index < 3000; index++) {
      for (const journal of [nobody, all, some]) journal.record(4, 1, index, -index, index * 2);
    }
    expect([nobody, all, some].map((journal) => journal.rows().kind.length)).toEqual([0, 3000, 500]);
    expect(new Set([nobody, all, some].map((journal) => journal.hash)).size).toBe(1);
    const { kind, stream, index, day, detail } = some.rows();
    expect([kind[0], stream[0], index[0], day[0], detail[0]]).toEqual([4, 1, 2500, -2500, 5000]);
    expect([index[499], day[499]]).toEqual([2999, -2999]);
  });

  test('hold the largest index of a person', () => {
    const journal = new Journal({ keepRows: true });
    journal.record(0, 0, 0xffffffff, 0, 0);
    expect(journal.rows().index[0]).toBe(0xffffffff);
  });
});

test('two journals restored from one snapshot go on apart', () => {
  const journal = new Journal({ keepRows: true });
  journal.record(1, 1, 1, 1, 1);
  const snapshot = structuredClone(journal.snapshot());
  const first = new Journal({ keepRows: true });
  const second = new Journal();
  first.restore(snapshot);
  second.restore(snapshot);
  first.record(2, 2, 2, 2, 2);
  second.record(2, 2, 2, 2, 2);
  journal.record(2, 2, 2, 2, 2);
  expect([first.hash, second.hash]).toEqual([journal.hash, journal.hash]);
  expect([first.count, first.rows().kind.length, second.rows().kind.length]).toEqual([2, 2, 1]);
});

test('what is no 32-bit integer is refused, with all five numbers', () => {
  const journal = new Journal();
  for (const [place, value] of [
    [0, 0.5],
    [1, NaN],
    [2, -1],
    [2, 2 ** 32],
    [3, Infinity],
    [4, 2 ** 31],
  ] as const) {
    const event = [1, 1, 1, 1, 1] as [number, number, number, number, number];
    event[place] = value;
    expect(() => journal.record(...event)).toThrow(RangeError);
    expect(() => journal.record(...event)).toThrow(String(value));
  }
  expect([journal.count, journal.hash]).toEqual([0, '0000000000000000']);
});
