/**
 * What the engine gives is recorded: one digest per scenario, of a short run. A change of the program that moves one is a
 * change of results: it takes `npm run golden`, and a line *Results change* in the changelog.
 */
import { expect, test } from 'vitest';
import { runBlock, type Study } from '../../src/experiment/study.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { tinyCell } from '../tiny.ts';
import { groups, shortened } from './recorded.ts';

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

function digestOfCell(replicate: number): string {
  return digestOf(simulate(tinyCell(replicate)).summary);
}
