/** Morris screening: exact for straight lines, tells what depends on what, and moves groups together. */
import { describe, expect, test } from 'vitest';
import { randomKey } from '../../src/engine/random.ts';
import { elementaryEffects, screened, trajectoryOf } from '../../src/statistics/morris.ts';

const key = randomKey('morris', 0);
const alone = (count: number) => Array.from({ length: count }, (_, factor) => [factor]);

function screen(factors: readonly (readonly number[])[], f: (point: ArrayLike<number>) => number, count = 20) {
  const effects = Array.from({ length: count }, (_, number) => {
    const trajectory = trajectoryOf(factors, key, number);
    return elementaryEffects(trajectory, trajectory.points.map(f));
  });
  return factors.map((_, factor) => screened(effects.map((one) => one[factor])));
}

test('every factor moves once in a trajectory, by two thirds, among four levels', () => {
  for (let number = 0; number < 50; number++) {
    const { points, moved } = trajectoryOf([[0], [1, 2], [3]], key, number);
    expect(moved.toSorted()).toEqual([0, 1, 2]);
    for (const point of points) for (const level of point) expect(Math.round(level * 3) / 3).toBeCloseTo(level, 12);
    for (const [step, factor] of moved.entries()) {
      const changes = Array.from(points[step + 1], (level, member) => Math.abs(level - points[step][member]));
      const own = [[0], [1, 2], [3]][factor];
      for (const [member, change] of changes.entries())
        expect(change).toBeCloseTo(own.includes(member) ? 2 / 3 : 0, 12);
    }
  }
});

describe('of a straight line', () => {
  const found = screen(alone(4), (x) => 3 * x[0] - 2 * x[1] + 0.5 * x[2]);
  test.each([
    [0, 3, 3],
    [1, -2, 2],
    [2, 0.5, 0.5],
    [3, 0, 0],
  ])('factor %i has its slope, and no spread', (factor, mu, muStar) => {
    expect(found[factor].mu).toBeCloseTo(mu, 9);
    expect(found[factor].muStar).toBeCloseTo(muStar, 9);
    expect(found[factor].sigma).toBeCloseTo(0, 9);
  });
});

test('a factor whose effect depends on another has a spread, also where its mean is nothing', () => {
  const [, , lonely, first] = screen(alone(4), (x) => 4 * (x[3] - 0.5) * (x[1] - 0.5) + x[2], 200);
  expect(lonely!.sigma).toBeCloseTo(0, 9);
  expect(first!.sigma).toBeGreaterThan(1);
  expect(Math.abs(first!.mu)).toBeLessThan(first!.muStar / 2);
});

test('the g function of Campolongo and others is ranked by its known order', () => {
  const a = [0.9, 0, 9, 99];
  const found = screen(
    alone(4),
    (x) => a.reduce((product, own, d) => (product * (Math.abs(4 * x[d] - 2) + own)) / (1 + own), 1),
    100,
  );
  const order = [...found.keys()].sort((one, other) => found[other].muStar - found[one].muStar);
  expect(order).toEqual([1, 0, 2, 3]);
});

test('members of a group move in directions of their own, so they do not cancel for good', () => {
  const [group] = screen([[0, 1], [2]], (x) => x[0] - x[1], 100);
  expect(group!.muStar).toBeGreaterThan(0.5);
});
