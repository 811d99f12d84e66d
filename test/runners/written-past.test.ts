/** A past that was written is read as it was, cell by cell; what cannot be written as it is, is not written. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { pastFromBytes, pastToBytes } from '../../src/runners/written-past.ts';
import { type Branch, liveUntil } from '../../src/simulation/simulate.ts';
import { tinyCell } from '../tiny.ts';

const cell = tinyCell();
const asBranch = (past: unknown) => past as Branch;
const together = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

test.each([
  ['on the last morning of the burn-in', cell.start],
  ['with what was observed so far', parseDay('2012-05-01')],
])('a world %s', (_, day) => {
  const past = liveUntil(cell, day);
  const parts = pastToBytes(past)!;
  const read = pastFromBytes(together(parts))!;
  expect(read).toEqual(past);
  expect(read.summary === undefined).toBe(day === cell.start);
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  expect(size).toBeLessThan(past.world.diary.records.byteLength);
});

test('every kind of array, also a view of a longer one, and unequal bits of equal numbers', () => {
  const floats = Float64Array.of(Number.NaN, -0, Number.POSITIVE_INFINITY, 5e-324, 1 / 3);
  const past = {
    ...{ a: Int8Array.of(-1), b: Uint8Array.of(255), c: Int16Array.of(-300), d: Uint16Array.of(65535) },
    ...{ e: Int32Array.of(-1, 2), f: Uint32Array.of(4294967295), g: Float32Array.of(0.5), h: floats.subarray(1, 4) },
    ...{ empty: new Int32Array(0), inner: { yes: true, text: 'x', number: 1.5, nothing: undefined } },
  };
  const read = pastFromBytes(together(pastToBytes(asBranch(past))!));
  expect(read).toEqual(past);
  expect(Object.is((read as unknown as typeof past).h[0], -0)).toBe(true);
});

test.each<[string, unknown]>([
  ['a map', { map: new Map() }],
  ['a class', { day: new Date(0) }],
  ['a list', { list: [1, 2] }],
  ['a number that JSON does not have', { number: Number.NaN }],
  ['a negative zero', { number: -0 }],
  ['nothing at all', { nothing: null }],
  ['a function', { run: () => 1 }],
])('%s is not written', (_, past) => {
  expect(pastToBytes(asBranch(past))).toBeUndefined();
});

test.each<[string, (whole: Uint8Array) => Uint8Array]>([
  ['nothing', () => new Uint8Array(0)],
  ['a few bytes', (whole) => whole.subarray(0, 3)],
  ['half of them', (whole) => whole.subarray(0, whole.length / 2)],
  ['those of a machine with the other order of bytes', (whole) => replaced(whole, '"LE"', '"BE"')],
  ['a shorter array', (whole) => replaced(whole, '"cells":2,', '"cells":1,')],
  ['a longer array', (whole) => replaced(whole, '"cells":2,', '"cells":3,')],
])('%s is no past', (_, spoil) => {
  const whole = together(pastToBytes(asBranch({ one: Int32Array.of(1, 2) }))!);
  expect(pastFromBytes(whole)).toBeDefined();
  expect(pastFromBytes(spoil(whole))).toBeUndefined();
});

function replaced(bytes: Uint8Array, text: string, other: string): Uint8Array {
  return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(text, other), 'latin1'));
}
