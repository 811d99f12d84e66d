/** Members of Norway: five draws of the start of every forecast are members, each within what the plan allows. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCalibrationPlan } from '../../src/evidence/calibration-plan.ts';
import { drawnFrom, parametersInDraw } from '../../src/experiment/parameter-draw.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { splitRecords } from '../../src/tables/csv.ts';
import { readOver } from '../tiny.ts';

const FOLDER = 'scenarios/norway/matched-2021';
const read = readOver({});
const scenario = scenarioFrom('scenarios/norway/2021.yaml', { read });
const { match } = readCalibrationPlan('scenarios/norway/calibration-2021.yaml', read, catalogue);
const [header, ...records] = splitRecords(readFileSync(`${FOLDER}/members.csv`, 'utf8'), 'members.csv');
const rows = records.map(({ cells }) => Object.fromEntries(header!.cells.map((name, at) => [name, cells[at]!])));
const manifest = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8'));

test('five draws are five members, whose numbers reach the parameters, with all else central', () => {
  const central = parametersInDraw(scenario, 0)[0]!.values;
  const lengths = [1, 2, 3, 4, 5].map((draw) => {
    const { values } = parametersInDraw(scenario, draw)[0]!;
    expect(values.court.custodyOdds).toBe(central.court.custodyOdds);
    expect(drawnFrom(scenario, draw).quantileOf('court.custody_odds')).toBeUndefined();
    return values.sentence.lengthFactor;
  });
  expect(new Set(lengths).size).toBe(5);
  const written = rows.map((row) => Number(row['fitted-length sentence.length_factor']));
  for (const length of lengths) expect(written).toContain(length);
});

test('every member was simulated within the cut-off, once, and the manifest says how many there are and what they are worth', () => {
  expect(rows).toHaveLength(scenario.members!.rows.length);
  expect(rows).toHaveLength(manifest.members);
  for (const { implausibility } of rows) expect(Number(implausibility)).toBeLessThanOrEqual(match!.cut_off);
  expect(new Set(rows.map(({ digest }) => digest)).size).toBe(rows.length);
  const weights = rows.map(({ weight }) => Number(weight));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  expect((sum * sum) / squares).toBeCloseTo(manifest.effectiveSize, 1);
});
