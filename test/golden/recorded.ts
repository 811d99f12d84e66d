/** The scenarios whose digests are recorded. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { readOver } from '../tiny.ts';

/** Every scenario that comes with the program, and the baselines that they extend; first of a group the one to compare with. */
export const groups = [
  ['norway/baseline', 'norway/enough-places', ...questions()],
  ['harbour/baseline', 'harbour/way-out'],
  ['norway/calibrated/scenario'],
];

/** The scenario as it is, of which a year is observed after three to fill it. */
export function shortened(name: string): Scenario {
  const path = `scenarios/${name}-short.yaml`;
  const text = `title: Short\nextends: ${basename(name)}.yaml\nyears: 1\nburn_in_years: 3\n`;
  return scenarioFrom(path, { read: readOver({ [path]: text }) });
}

function questions(): readonly string[] {
  return readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}
