import { describe, expect, test } from 'vitest';
import { canonicalText, digestOfBytes, digestOfIntegers, digestOfText } from '../../src/engine/digest.ts';

test('texts and bytes have the digests published with SHA-256', () => {
  expect(digestOfText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(digestOfText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(digestOfBytes(Uint8Array.of(0xc3, 0xa5))).toBe(digestOfText('å'));
});

describe('integers', () => {
  test('are written as length and members, 64 bits each, little-endian', () => {
    const bytes = new Uint8Array(8 * 4);
    bytes[0] = 3;
    bytes[8] = 1;
    bytes.fill(255, 16, 24);
    bytes.set([0, 0, 0, 0, 1], 24);
    expect(digestOfIntegers([Float64Array.of(1, -1, 2 ** 32)])).toBe(digestOfBytes(bytes));
  });

  test('have one digest whatever array holds them', () => {
    const digest = digestOfIntegers([Int32Array.of(1, 2, 3)]);
    expect(digestOfIntegers([Uint32Array.of(1, 2, 3)])).toBe(digest);
    expect(digestOfIntegers([Float64Array.of(1, 2, 3)])).toBe(digest);
    expect(digestOfIntegers([Float64Array.of(-0)])).toBe(digestOfIntegers([Int32Array.of(0)]));
  });

  test('divided otherwise among lists have another digest', () => {
    const digests = [
      [Int32Array.of(1, 2), Int32Array.of(3)],
      [Int32Array.of(1), Int32Array.of(2, 3)],
      [Int32Array.of(1, 2, 3), Int32Array.of()],
      [Int32Array.of(1, 2, 3)],
    ].map(digestOfIntegers);
    expect(new Set(digests).size).toBe(4);
  });

  test.each([0.5, NaN, Infinity, 2 ** 53])('%d is refused', (value) => {
    expect(() => digestOfIntegers([Float64Array.of(value)])).toThrow(`${value} is not an integer within 2^53`);
  });
});

describe('canonical text', () => {
  test('sorts keys and writes numbers in their shortest form', () => {
    expect(canonicalText({ b: [1, 0.1, 1e21, -0], a: { d: null, c: 'å"' }, B: true })).toBe(
      '{"B":true,"a":{"c":"å\\"","d":null},"b":[1,0.1,1e+21,0]}',
    );
  });

  test.each<[unknown, string]>([
    [{ a: [1, NaN] }, 'value.a[1] is NaN'],
    [{ a: Infinity }, 'value.a is Infinity'],
    [{ a: undefined }, 'value.a is undefined'],
    [new Array(2), 'value[0] is undefined'],
    [new Map(), 'value is a Map'],
    [{ when: new Date(0) }, 'value.when is a Date'],
    [Int32Array.of(1), 'value is a Int32Array'],
    [1n, 'value is bigint'],
    [() => 1, 'value is function'],
  ])('refuses what JSON would lose: case %#', (value, message) => {
    expect(() => canonicalText(value)).toThrow(RangeError);
    expect(() => canonicalText(value)).toThrow(message);
  });
});
