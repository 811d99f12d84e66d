import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Journal } from '../../src/engine/journal.ts';

const laws = { seed: 1, numRuns: 1000 };
const signed = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const small = fc.integer({ min: -3, max: 40 });
const event = fc.tuple(
  fc.nat(50),
  fc.nat(15),
  fc.oneof(fc.nat(100), fc.integer({ min: 0, max: 0xffffffff })),
  fc.oneof(small, signed),
  fc.oneof(small, signed),
);
type Event = readonly [number, number, number, number, number];

function hashOf(events: readonly Event[]): string {
  const journal = new Journal();
  for (const each of events) journal.record(...each);
  return journal.hash;
}

test('the order of events plays no part', () => {
  const shuffled = fc.array(event, { maxLength: 60 }).chain((events) => {
    return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
  });
  fc.assert(
    fc.property(shuffled, ([events, others]) => {
      expect(hashOf(others)).toBe(hashOf(events));
    }),
    laws,
  );
});

test('one field changed in one event changes the hash', () => {
  fc.assert(
    fc.property(
      fc.array(event, { minLength: 1, maxLength: 5 }),
      fc.nat(4),
      fc.oneof(fc.nat(50), signed),
      (events, field, value) => {
        const changed = [...events[0]] as [number, number, number, number, number];
        changed[field] = field === 2 ? value >>> 0 : value;
        fc.pre(changed[field] !== events[0][field]);
        expect(hashOf([changed, ...events.slice(1)])).not.toBe(hashOf(events));
      },
    ),
    { ...laws, numRuns: 5000 },
  );
});

test('an event more changes the hash, also the same event again', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 5 }), (events) => {
      expect(hashOf([...events, events[0]])).not.toBe(hashOf(events));
    }),
    laws,
  );
});

test('two fields of one event exchanged, or fields exchanged between two events, change the hash', () => {
  fc.assert(
    fc.property(event, event, fc.nat(4), (first, second, field) => {
      fc.pre(first[field] !== second[field] && first.some((value, at) => at !== field && value !== second[at]));
      const a = [...first] as [number, number, number, number, number];
      const b = [...second] as [number, number, number, number, number];
      [a[field], b[field]] = [b[field], a[field]];
      expect(hashOf([a, b])).not.toBe(hashOf([first, second]));
    }),
    laws,
  );
  expect(hashOf([[1, 2, 3, 4, 5]])).not.toBe(hashOf([[1, 2, 3, 5, 4]]));
  expect(hashOf([[1, 2, 3, 4, 5]])).not.toBe(hashOf([[2, 1, 3, 4, 5]]));
});
