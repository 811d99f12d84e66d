/** Expected charges at release: with other evidence let in, of the same people, and of those who met something or did not. */
import { describe, expect, test } from 'vitest';
import { exposureAt } from '../../src/community/exposure.ts';
import { logistic } from '../../src/engine/mathematics.ts';
import type { World } from '../../src/people/world.ts';
import { day } from '../../src/simulation/day.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { expectations, naiveComparisons, naiveSums, type Summary } from '../../src/simulation/summary.ts';
import { tinyCell, withLevers } from '../tiny.ts';

const modes = ['none', 'A', 'all'] as const;
type Mode = (typeof modes)[number];
const cells = Array.from({ length: 6 }, (_, replicate) => tinyCell(replicate));
const { effects } = cells[0].parameters[0].values;
/** Summaries of some replicates of the tiny world under a mode. */
const under = (evidence: Mode) => cells.map((cell) => simulate(withLevers(cell, { effects: { evidence } })).summary);
const runs: Readonly<Record<Mode, readonly Summary[]>> = { none: under('none'), A: under('A'), all: under('all') };

function total(summaries: readonly Summary[], name: (typeof expectations)[number]): number {
  return summaries.reduce((sum, { expected }) => sum + expected[expectations.indexOf(name)], 0);
}

/** Percent expected to be charged under a mode, of the people of some runs. */
function percent(summaries: readonly Summary[], mode: Mode): number {
  return total(summaries, mode) / total(summaries, 'people') / 1e4;
}

function sumOf({ naive }: Summary, comparison: (typeof naiveComparisons)[number], name: (typeof naiveSums)[number]) {
  return naive[naiveComparisons.indexOf(comparison) * naiveSums.length + naiveSums.indexOf(name)];
}

describe('side by side in one run', () => {
  test.each(modes)('%s gives what a run under it gives, but for who is released', (mode) => {
    expect(Math.abs(percent(runs.all, mode) - percent(runs[mode], mode))).toBeLessThan(0.5);
  });

  test('evidence moves the risks of the same people, and more evidence moves others', () => {
    const [none, a, all] = modes.map((mode) => percent(runs.all, mode)) as [number, number, number];
    expect(new Set([none, a, all]).size).toBe(3);
  });

  test('a mode that is in force is the sum of the risks as they are', () => {
    const { summary, risks } = indexRisks();
    expect(total([summary], 'people')).toBe(risks.length);
    const sum = risks.reduce((all, risk) => all + Math.round(1e6 * risk), 0);
    expect(total([summary], 'all')).toBe(sum);
  });

  test('without any effect in use all modes are one', () => {
    const nothing = { used: effects.used.map(() => 0), centre: new Float64Array(3) };
    const { summary } = simulate(withLevers(cells[0], { effects: nothing }));
    expect(total([summary], 'people')).toBeGreaterThan(50);
    for (const mode of modes) expect(total([summary], mode)).toBe(total([summary], 'none'));
  });
});

describe('naive comparisons', () => {
  const [summary] = runs.all as unknown as [Summary];

  test.each(naiveComparisons)('%s: everybody is on one side, chances are whole millionths', (comparison) => {
    const [met, others] = [sumOf(summary, comparison, 'met'), sumOf(summary, comparison, 'others')];
    if (comparison === 'home') expect(met + others).toBe(total([summary], 'people'));
    else expect(met + others).toBe(sumOf(summary, 'home', 'others'));
    for (const name of ['charged', 'own', 'without'] as const) {
      expect(sumOf(summary, comparison, name)).toBeLessThanOrEqual(1e6 * met);
      expect(Number.isInteger(sumOf(summary, comparison, name))).toBe(true);
    }
  });

  test('what helps leaves those who met it a higher risk without it, and the effect is 0 where it is not in use', () => {
    const alone = (name: string) => {
      const used = effects.used.map((_, index) => (effects.exposure[index] === name ? 1 : 0));
      return simulate(withLevers(cells[0], { effects: { used, ceiling: used.map(() => 99) } })).summary;
    };
    expect(Object.keys(exposureAt)).toContain('open-years');
    const open = alone('open-years');
    expect(sumOf(open, 'open-level', 'without')).toBeGreaterThan(sumOf(open, 'open-level', 'charged'));
    expect(sumOf(open, 'home', 'without')).toBe(sumOf(open, 'home', 'charged'));
    const home = alone('home');
    expect(sumOf(home, 'home', 'without')).toBeGreaterThan(sumOf(home, 'home', 'charged'));
    expect(sumOf(home, 'open-level', 'without')).toBe(sumOf(home, 'open-level', 'charged'));
  });

  test('without evidence no effect is put in anywhere', () => {
    for (const one of runs.none) {
      for (const comparison of naiveComparisons) {
        expect(sumOf(one, comparison, 'without')).toBe(sumOf(one, comparison, 'charged'));
        expect(sumOf(one, comparison, 'own')).toBe(sumOf(one, comparison, 'charged'));
      }
    }
  });
});

/** A run, and the chances of a charge within two years at its index releases, read off the world in the evening. */
function indexRisks() {
  const risks: number[] = [];
  const steps = day.map((one) => ({
    ...one,
    step: (world: World, given: Parameters) => {
      one.step(world, given);
      if (one.name !== 'diaries') return;
      const { indexDay, homeDay, logit } = world.people;
      for (let row = 0; row < world.rows.highest; row++) {
        if (!world.isPresent(row)) continue;
        if (indexDay[row] === world.today || homeDay[row] === world.today) risks.push(logistic(logit[row]));
      }
    },
  }));
  return { summary: simulate(cells[0], false, steps).summary, risks };
}
