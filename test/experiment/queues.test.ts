/** A queue that does not settle is no number anywhere: stopping rules, sweeps and attributions withhold its mean as studies do. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { attribute, attributionPlan } from '../../src/experiment/attribution/attribution.ts';
import { componentsBetween } from '../../src/experiment/attribution/policy-components.ts';
import { compare } from '../../src/experiment/compare.ts';
import { resultsOfSweep, sweepPlan } from '../../src/experiment/sensitivity/sweep.ts';
import { replicatesFor } from '../../src/experiment/stopping.ts';
import { blocksOf } from '../../src/experiment/study.ts';
import { lookUpMeasure } from '../../src/measures/measure-name.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { readLeverValues } from '../../src/scenario/lever-values.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { stopLines } from '../../src/terminal/study-answer.ts';
import { sweepLines, sweepTable } from '../../src/terminal/sweep-table.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { policy, tinyScenario } from '../tiny.ts';

const FROM = parseDay('2012-01-01');
const asItIs = tinyScenario();
const few = tinyScenario(
  policy('few-places', '2012-01-01', 'facility.places', '{high: 9, low: 3, transitional: 0}') +
    policy('reviews', '2012-01-01', 'placement.review_days', '{multiply: 0.9}'),
);
const [queue, inside] = ['queue-length', 'occupancy'].map(
  (name) => lookUpMeasure(name, measuresOf(asItIs.dimensions['level']))!,
);
const GROWS = /^does not settle: \+\d+ per year, \d+ on 2014-12-2\d$/;

test('a stopping rule does not wait for the width of an interval that nothing can have', async () => {
  const study = {
    arms: [
      { name: 'as it is', scenario: asItIs },
      { name: 'few', scenario: few },
    ],
    draws: 0,
    replicates: 2,
  };
  const wanted = [{ name: 'queue-length', measure: queue!, margin: 1e-6, isRelative: false }];
  const rule = { wanted, budget: Number.POSITIVE_INFINITY, most: 12 };
  const stop = await replicatesFor(study, rule, inProcess(), () => 0);
  expect([stop.replicates, stop.stoppedBy]).toEqual([8, 'precision']);
  expect(stop.reached[0].unsettled?.arm).toBe('few');
  const [line, end] = stopLines(stop);
  expect(line.replace('precision   queue-length: few ', '')).toMatch(GROWS);
  expect(end).toContain('narrow enough but for the queue');
  const settled = { ...study, arms: study.arms.slice(0, 1) };
  const waits = await replicatesFor(settled, rule, inProcess(), () => 0);
  expect([waits.replicates, waits.stoppedBy]).toEqual([12, 'most-replicates']);
});

test('a sweep withholds mean and difference at the point, and says how the queue grows', async () => {
  const lever = readLeverValues('facility.places: x0.1, x1, x3', '--lever', catalogue, asItIs.dimensions, [])!;
  const plan = sweepPlan(asItIs, [lever], FROM, 4);
  const found = await resultsOfSweep(plan, blocksOf(plan.study), [queue!, inside!], inProcess());
  const [tight, same, roomy, tightInside] = found;
  expect([tight.mean, tight.difference, tight.low]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(tight.unsettled!.changePerYear).toBeGreaterThan(10);
  expect([same.unsettled, roomy.unsettled, tightInside.unsettled]).toEqual([undefined, undefined, undefined]);
  expect([same.difference, roomy.difference <= 0, tightInside.mean > 0]).toEqual([0, true, true]);
  // the words are those of a comparison of the same arms
  const arms = plan.study.arms.slice(0, 2);
  const { measures } = await compare({ arms, draws: 0, replicates: 4 }, inProcess());
  const own = measures.find((one) => one.measure === 'queue-length' && one.arm === arms[1].name)!;
  expect(tight.unsettled!.changePerYear).toBeCloseTo(own.changePerYear!, 4);
  const table = sweepTable(plan, found);
  const shown = await sweepLines(table, FROM, { stdout: { isTTY: false }, environment: {} } as unknown as Terminal);
  const [, , line] = shown.split('\n');
  expect(line).toMatch(/^ +\S*0\.1 +does not settle: \+\d+ per year, \d+ on 2014-12-2\d +n\/a *$/);
  expect(shown).toContain('n/a: a queue that does not settle has no mean');
});

test('a sweep from a scenario whose own queue grows has no differences at all', async () => {
  const lever = readLeverValues('facility.places.high: x1, 200', '--lever', catalogue, few.dimensions, [])!;
  const plan = sweepPlan(few, [lever], FROM, 4);
  const found = await resultsOfSweep(plan, blocksOf(plan.study), [queue!], inProcess());
  const [same, roomy] = found.toSorted((a, b) => a.point.arm - b.point.arm);
  expect([same.baseline, roomy.baseline, roomy.difference]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(roomy.baselineUnsettled).toEqual(same.unsettled);
  expect(roomy.mean).toBeGreaterThanOrEqual(0);
});

test('an attribution shares out nothing of a queue that grows under one of its combinations, and names it', async () => {
  const plan = attributionPlan(asItIs, componentsBetween(asItIs, few), 4);
  const added = await attribute(plan, [queue!, inside!], inProcess());
  const [ofQueue, ofInside] = [added.slice(0, 3), added.slice(3)];
  for (const { mean, unsettled } of ofQueue) {
    expect(mean).toBeNaN();
    expect(unsettled?.under).toBe('few-places');
  }
  expect(ofInside.every(({ mean, unsettled }) => Number.isFinite(mean) && unsettled === undefined)).toBe(true);
});
