/**
 * What the engine gives is recorded: one digest per scenario, of a short run. A change of the program that moves one is a
 * change of results: it takes `npm run golden`, and a line *Results change* in the changelog.
 */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runBlock, type Study } from '../../src/experiment/study.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { readOver, tinyCell } from '../tiny.ts';

/** Every scenario that comes with the program, and the baselines that they extend; first of a group the one to compare with. */
const groups = [
  ['norway/baseline', ...questions()],
  ['harbour/baseline', 'harbour/way-out'],
  ['norway/calibrated/scenario'],
];

test('every scenario lives the lives that it is recorded to live', async () => {
  const digests = groups.flatMap((names) => {
    const arms = names.map((name) => ({ name, scenario: shortened(name) }));
    const study: Study = { arms, replicates: 1, draws: 0 };
    const cells = runBlock(study, { draw: 0, replicate: 0, arms: arms.map((_, arm) => arm) });
    return cells.map(({ key, digest }) => [names[key.arm], digest]);
  });
  const tiny = [0, 1, 2].map((replicate) => [`tiny, replicate ${replicate}`, digestOfCell(replicate)]);
  const recorded = Object.fromEntries([...digests, ...tiny]);
  await expect(`${JSON.stringify(recorded, null, 2)}\n`).toMatchFileSnapshot('digests.json.golden');
});

/** The scenario as it is, of which a year is observed after three to fill it. */
function shortened(name: string) {
  const path = `scenarios/${name}-short.yaml`;
  const text = `title: Short\nextends: ${name.replace(/^.*\//, '')}.yaml\nyears: 1\nburn_in_years: 3\n`;
  return scenarioFrom(path, { read: readOver({ [path]: text }) });
}

function digestOfCell(replicate: number): string {
  return digestOf(simulate(tinyCell(replicate)).summary);
}

function questions(): readonly string[] {
  return readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}
