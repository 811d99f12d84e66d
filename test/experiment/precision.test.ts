/** Enough replicates: a study grows until intervals are as narrow as asked for, and says when it could not. */
import { expect, test } from 'vitest';
import { replicatesFor, type Wanted } from '../../src/experiment/precision.ts';
import { lookUpMeasure, measureNameOf } from '../../src/measures/measure-name.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { policy, tinyScenario } from '../tiny.ts';

const scenarios = [tinyScenario(), tinyScenario(policy('short', '2012-01-01', 'sentence.length_factor', '0.8'))];
const study = { arms: scenarios.map((scenario, at) => ({ name: `arm ${at}`, scenario })), draws: 0, replicates: 2 };
const measures = measuresOf(scenarios[0].dimensions['level']);
const runner = inProcess({ signal: new AbortController().signal, reproduce: () => '' });
const wantedOf = (margin: number, isRelative = false): Wanted => ({
  name: 'occupancy',
  measure: lookUpMeasure('occupancy', measures)!,
  margin,
  isRelative,
});
const run = (wanted: Wanted, most: number) => replicatesFor(study, [wanted], most, runner);

test('every measure has a name of its own', () => {
  const names = measures.map(measureNameOf);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('a wide interval needs the fewest, a narrow one more, and it is as narrow as asked for', async () => {
  const wide = await run(wantedOf(50), 100);
  expect(wide.replicates).toBe(5);
  const margin = wide.reached[0].margin / 1.5;
  const narrow = await run(wantedOf(margin), 100);
  expect(narrow.replicates).toBeGreaterThan(5);
  expect(narrow.reached[0].margin).toBeLessThanOrEqual(margin);
});

test('it stops at the most allowed and tells how narrow the interval is', async () => {
  const { replicates, reached } = await run(wantedOf(1e-6, true), 7);
  expect(replicates).toBe(7);
  expect(reached[0].margin).toBeGreaterThan(reached[0].allowed);
});
