/** Decisions: a tiny study with draws has them, one without has none, and the numbers are those of the measures. */
import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../src/experiment/compare.ts';
import type { Comparison } from '../../../src/experiment/comparison.ts';
import { drawnFrom } from '../../../src/experiment/parameter-draw.ts';
import type { Study } from '../../../src/experiment/study.ts';
import { inProcess } from '../../../src/runners/in-process.ts';
import {
  ACCEPTABILITY,
  COST_EFFECTIVENESS_PLANE,
  EVERYTHING,
  VALUE_OF_INFORMATION,
} from '../../../src/tables/series.ts';
import { toRecords } from '../../../src/tables/table.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const study: Study = {
  arms: [
    { name: 'baseline', scenario: tinyScenario() },
    { name: 'monitored', scenario: tinyScenario(policy('monitored', '2012-06-01', 'monitoring.places', '8')) },
  ],
  draws: 14,
  replicates: 2,
};
const run = (changed: Partial<Study> = {}) => compare({ ...study, ...changed }, inProcess(), () => {});

let found: Comparison;
beforeAll(async () => {
  found = await run();
});

const rowsOf = ({ name }: { readonly name: string }, { series } = found) =>
  toRecords(series.find(({ schema }) => schema.name === name)!);

describe('a study of several draws', () => {
  test('shows what each arm avoids and costs in each draw, and the means are those of the paired differences', () => {
    for (const [axis, measure] of [
      ['charges', 'charges'],
      ['people-inside', 'occupancy'],
    ] as const) {
      const rows = rowsOf(COST_EFFECTIVENESS_PLANE).filter((row) => row['axis'] === axis);
      expect(rows.map((row) => row['draw'])).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
      const mean = (column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0) / 14;
      const difference = (name: string) =>
        found.differences.find((one) => one.measure === name && one.level === undefined && one.status === undefined)!
          .difference;
      expect(mean('avoided')).toBeCloseTo(-difference(measure), 9);
      expect(mean('cost')).toBeCloseTo(difference('cost'), 9);
    }
  });

  test('has curves from a price of 0 on that add up to 1, with one arm to choose at each price', () => {
    const byPrice = new Map<string, { share: number; frontier: number }>();
    for (const row of rowsOf(ACCEPTABILITY)) {
      const key = `${row['axis']} ${row['willingness']}`;
      const { share, frontier } = byPrice.get(key) ?? { share: 0, frontier: 0 };
      byPrice.set(key, { share: share + Number(row['share']), frontier: frontier + Number(row['frontier']) });
    }
    expect(byPrice.has('charges 0')).toBe(true);
    for (const { share, frontier } of byPrice.values()) {
      expect(share).toBeCloseTo(1, 9);
      expect(frontier).toBe(1);
    }
  });

  test('values every mechanism with an uncertain parameter no higher than everything, or says that draws are too few', () => {
    const rows = rowsOf(VALUE_OF_INFORMATION).filter((row) => row['axis'] === 'charges');
    const { passports } = study.arms[0].scenario;
    const uncertain = [...passports.values()].filter(({ uncertainty }) => uncertainty !== undefined);
    const nouns = uncertain.map(({ path }) => path.split('.')[0]);
    expect([...new Set(rows.map((row) => row['group']))]).toEqual([EVERYTHING, ...new Set(nouns)]);
    for (const row of rows) {
      const whole = rows.find((one) => one['group'] === EVERYTHING && one['willingness'] === row['willingness'])!;
      const [value, size] = [Number(row['value']), Number(row['parameters'])];
      if (row !== whole && 14 < 2 * size + 10) expect(value).toBeNaN();
      else expect(value).toBeLessThanOrEqual(Number(whole['value']));
    }
  });

  test('counts as uncertain only what a draw moves', () => {
    const [{ scenario }] = study.arms;
    const { passports } = scenario;
    const uncertain = [...passports.values()].filter(({ uncertainty }) => uncertainty !== undefined);
    const [everything] = rowsOf(VALUE_OF_INFORMATION);
    expect(everything!['parameters']).toBe(uncertain.length);
    expect(drawnFrom(scenario, 3).quantileOf(uncertain[0].path)).toBeGreaterThan(0);
  });

  test('tells at three prices an axis which arm to choose, and what it would be worth to know all', () => {
    const own = found.choices.filter(({ axis }) => axis === 'charges');
    expect(own).toHaveLength(3);
    for (const decision of own) {
      expect(found.arms).toContain(decision.frontier);
      expect(decision.share).toBeGreaterThanOrEqual(0.5);
      expect(decision.perfectInformationLow).toBeLessThanOrEqual(decision.perfectInformation);
      expect(decision.holdsChance).toBe(false);
    }
  });
});

test('with one replicate a draw it is said that chance counts as doubt', async () => {
  const { choices } = await run({ draws: 3, replicates: 1 });
  expect(choices.length).toBeGreaterThan(0);
  for (const { holdsChance } of choices) expect(holdsChance).toBe(true);
});

test.each([
  ['without draws', { draws: 0 }],
  ['of one draw', { draws: 1 }],
  ['of one arm', { arms: study.arms.slice(0, 1), draws: 2 }],
  ['of arms that do not differ', { arms: [study.arms[0], { ...study.arms[0], name: 'same' }], draws: 2 }],
] as const)('a study %s leaves nothing to decide', async (_, changed) => {
  const without = await run({ ...changed, replicates: 1 });
  expect(without.choices).toEqual([]);
  for (const schema of [COST_EFFECTIVENESS_PLANE, ACCEPTABILITY, VALUE_OF_INFORMATION])
    expect(rowsOf(schema, without)).toEqual([]);
});
