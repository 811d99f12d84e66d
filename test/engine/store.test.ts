import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/engine/store.ts';

const declaration = {
  age: 'uint8',
  change: 'int8',
  level: 'int16',
  episode: 'uint16',
  day: 'int32',
  index: 'uint32',
  risk: 'float64',
} as const;

test('columns are the arrays that were declared, of zeros', () => {
  const people = columnsOf(declaration, 3);
  expect([people.age, people.change, people.level, people.episode]).toEqual([
    new Uint8Array(3),
    new Int8Array(3),
    new Int16Array(3),
    new Uint16Array(3),
  ]);
  expect([people.day, people.index, people.risk]).toEqual([new Int32Array(3), new Uint32Array(3), new Float64Array(3)]);
  expect(people.capacity).toBe(3);
});

test('more room keeps what is there, at least doubles, and adds zeros', () => {
  const people = columnsOf(declaration, 2);
  people.day[1] = -7;
  people.risk[0] = 0.25;
  people.ensure(3);
  expect([...people.day]).toEqual([0, -7, 0, 0]);
  expect([...people.risk]).toEqual([0.25, 0, 0, 0]);
  people.ensure(1);
  expect(people.capacity).toBe(4);
});

test('two rows exchange what is in every column', () => {
  const people = columnsOf(declaration, 3);
  const names = Object.keys(declaration) as (keyof typeof declaration)[];
  names.forEach((name, at) => {
    people[name].set([at + 1, 50, at + 101]);
  });
  people.exchange(0, 2);
  expect(names.map((name) => [...people[name]])).toEqual(names.map((_, at) => [at + 101, 50, at + 1]));
});

describe('a snapshot', () => {
  test('is a copy: neither side sees the later writes of the other', () => {
    const people = columnsOf(declaration, 2);
    people.day[0] = 1;
    const snapshot = people.snapshot();
    people.day[0] = 2;
    const first = columnsOf(declaration, 1);
    first.restore(snapshot);
    first.day[0] = 3;
    const second = columnsOf(declaration, 1);
    second.restore(snapshot);
    expect([people.day[0], first.day[0], second.day[0], second.capacity]).toEqual([2, 3, 1, 2]);
  });

  test('never makes a larger store smaller, and leaves zeros beyond it', () => {
    const snapshot = columnsOf(declaration, 2).snapshot();
    const people = columnsOf(declaration, 4);
    people.day.fill(9);
    people.restore(snapshot);
    expect([...people.day]).toEqual([0, 0, 0, 0]);
  });

  test('survives being passed to a worker', () => {
    const people = columnsOf(declaration, 2);
    people.risk[1] = 0.5;
    const other = columnsOf(declaration, 2);
    other.restore(structuredClone(people.snapshot()));
    expect(other.snapshot()).toEqual(people.snapshot());
  });

  test('of other columns is refused, naming the column', () => {
    const snapshot = columnsOf({ age: 'int32' }, 2).snapshot() as never;
    expect(() => columnsOf({ age: 'uint8' }, 2).restore(snapshot)).toThrow("no uint8 column 'age'");
  });
});

test('a column cannot bear the name of a verb, nor a store an impossible capacity', () => {
  expect(() => columnsOf({ ensure: 'int8' }, 1)).toThrow("'ensure'");
  expect(() => columnsOf({ age: 'int8' }, -1)).toThrow('capacity -1');
  expect(() => columnsOf({ age: 'int8' }, 1).ensure(2.5)).toThrow('capacity 2.5');
});
