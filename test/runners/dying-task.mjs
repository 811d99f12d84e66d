// Dying task: ours, but with a death in it, as often as STEPDOWN_TEST_DEATH says; a file in its folder stands for each.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueSymbol } from 'piscina';
import { register } from 'tsx/esm/api';

register();

const { default: runTask } = await import('../../src/runners/task.ts');
const { folder, replicate, times, way } = JSON.parse(process.env.STEPDOWN_TEST_DEATH);

const ways = {
  exit: () => process.exit(9),
  memory: () => {
    for (const hoard = []; ; ) hoard.push(new Array(100_000).fill(0.5));
  },
  error: () => {
    throw new RangeError('out of luck');
  },
  'another program': (batch) => ({ ...runTask(batch)[valueSymbol], engine: 'another' }),
};

export default function runTaskOrDie(batch) {
  const { blocks } = batch;
  const deaths = readdirSync(folder).length;
  if (!blocks.some((block) => block.replicate === replicate) || deaths === times) return runTask(batch);
  writeFileSync(join(folder, `${deaths}-${blocks.length}`), '');
  return ways[way](batch);
}
