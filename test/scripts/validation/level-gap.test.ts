import { expect, test } from 'vitest';
import { levelGapStudy, levelGaps } from '../../../scripts/validation/level-gap.ts';
import { blocksOf, cellOf, runBlock } from '../../../src/experiment/study.ts';
import { MONTHS } from '../../../src/simulation/summary.ts';
import { tinyScenario } from '../../tiny.ts';

const study = levelGapStudy(tinyScenario(), 1);

test('effects as they are and none, each at three qualities of assessment', () => {
  const found = study.arms.map(({ name, scenario }) => {
    const { effects, placement } = cellOf(scenario, { draw: 0, replicate: 0 }).parameters[0].values;
    return [name, effects.evidence, placement.assessmentAuc];
  });
  expect(found).toEqual([
    ['all 0.65', 'all', 0.65],
    ['all 0.7', 'all', 0.7],
    ['all 0.75', 'all', 0.75],
    ['none 0.65', 'none', 0.65],
    ['none 0.7', 'none', 0.7],
    ['none 0.75', 'none', 0.75],
  ]);
});

test('the gap is in new prison sentences, per cent of people released from the most closed level less that of the next', () => {
  const cells = blocksOf(study).flatMap((block) => runBlock(study, block));
  for (const { summary } of cells) {
    for (const part of [summary.events, summary.competing, summary.censored]) part.fill(0);
    const perLevel = (definition: number, level: number) => (definition * (summary.shape.levels + 1) + level) * MONTHS;
    summary.events[perLevel(5, 0) + 12] = 40;
    summary.censored[perLevel(5, 0) + 60] = 60;
    summary.events[perLevel(5, 1) + 40] = 10;
    summary.censored[perLevel(5, 1) + 60] = 90;
  }
  const gaps = levelGaps(study, cells);
  expect(gaps.length).toBe(12);
  const rounded = gaps
    .slice(0, 2)
    .map(({ years, released, high, low, gap }) =>
      [years, released, high, low, gap].map((value) => Math.round(value * 1000) / 1000),
    );
  expect(rounded).toEqual([
    [2, 20, 40, 0, 40],
    [5, 25, 40, 10, 30],
  ]);
});
