/** What is printed to paste is a scenario, for every lever, and goes where the range ends. */
import { expect, test } from 'vitest';
import { cellsOf } from '../../src/evidence/value.ts';
import { exampleOf } from '../../src/levers/example.ts';
import { rangeOf } from '../../src/levers/range.ts';
import { epochOn, epochsOf } from '../../src/scenario/epoch.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { readOver } from '../tiny.ts';

const read = readOver({});
const scenarioOf = (name: string) => scenarioFrom(`scenarios/${name}.yaml`, { read });

test.each(['norway/baseline', 'normality', 'harbour/way-out'])('every lever of %s can be pasted', (name) => {
  const scenario = scenarioOf(name);
  const { values } = epochOn(epochsOf(scenario, catalogue), scenario.start);
  const texts = [...catalogue.values()].map((lever, at) => {
    const { path, noun, parameter } = lever;
    const value = parameter.kind === 'condition' ? scenario.passports.get(path)!.value : values[noun][lever.name];
    return exampleOf(path, value, `${name}.yaml`, scenario).replace('one-lever', `lever-${at}`);
  });
  const [head] = texts[0].split('policies:');
  const policies = texts.map((one) => one.split('policies:\n')[1]);
  const files = { 'scenarios/pasted.yaml': `${head}policies:\n${policies.join('')}` };
  const pasted = scenarioFrom('scenarios/pasted.yaml', { read: readOver(files) });
  expect(pasted.policies.length).toBe(scenario.policies.length + catalogue.size);
  expect(epochsOf(pasted, catalogue).length).toBeGreaterThan(0);
});

test('a range ends at the evidence, at a fifth either way, or at other words; cells that add up have none', () => {
  const { passports } = scenarioOf('norway/baseline');
  const ends = (path: string) => rangeOf(passports.get(path)!)?.ends.map((end) => cellsOf(end));
  expect(ends('monitoring.covered_share')).toEqual([[0.35], [0.6]]);
  expect(ends('monitoring.places')).toEqual([[104], [156]]);
  expect(ends('monitoring.order')).toEqual([['end-first']]);
  expect(ends('programme.eligible')).toBeUndefined();
  expect(ends('sentence.year_share')?.every((cells) => Math.abs(sum(cells) - 1) < 1e-9) ?? true).toBe(true);
});

const sum = (cells: readonly unknown[]) => cells.reduce<number>((total, cell) => total + Number(cell), 0);
