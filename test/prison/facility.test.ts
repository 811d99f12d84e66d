import { expect, test } from 'vitest';
import { type FacilityParameters, overflow, room, usablePlaces } from '../../src/prison/facility.ts';

test.each([
  [100, 1, 0, 100, 'all of them'],
  [100, 0.95, 0, 95, 'below the ceiling'],
  [105, 0.95, 0, 99, '99.75: a part of a place holds nobody'],
  [100, 0.95, 5, 90, 'others hold some'],
  [10, 0.5, 5, 0, 'others hold all'],
  [10, 0.5, 9, 0, 'others hold more than all: none, not less than none'],
  [0, 1, 0, 0, 'nothing is built'],
  [100, 0, 0, 0, 'nothing may be filled'],
])('of %i places with ceiling %f and %i held by others, %i can be filled: %s', (places, ceiling, held, usable) => {
  expect(usablePlaces(places, ceiling, held)).toBe(usable);
});

const given: FacilityParameters = {
  places: Float64Array.of(100, 40),
  ceiling: Float64Array.of(0.95, 1),
  heldByOthers: Float64Array.of(5, 0),
};

test.each([
  [0, 0, 90, 0, 'empty'],
  [0, 89, 1, 0, 'one place is free'],
  [0, 90, 0, 0, 'full to the last place'],
  [0, 93, 0, 3, 'three beyond: remand and recall have entered'],
  [1, 39, 1, 0, 'each level has its own places'],
  [1, 50, 0, 10, 'places were cut: nobody is expelled'],
])('level %i with %i inside has room for %i and overflow of %i: %s', (level, inside, free, beyond) => {
  expect(room(given, level, inside)).toBe(free);
  expect(overflow(given, level, inside)).toBe(beyond);
});
