/**
 * Study process: a program that runs a tiny study over a store and prints a line a block, for tests that kill it.
 *
 * Arguments: folder of the store, replicates, workers.
 */
import { blocksOf, type Study } from '../../src/experiment/study.ts';
import { cellStore } from '../../src/files/cell-store.ts';
import { engineVersion } from '../../src/files/engine-version.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { stored } from '../../src/runners/stored-cells.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import { tinyScenario } from '../tiny.ts';

const [folder, replicates, workers] = process.argv.slice(2);
const study: Study = {
  arms: [{ name: 'as it is', scenario: tinyScenario() }],
  replicates: Number(replicates),
  draws: 0,
};
const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort(new Error('stopped')));
const { signal } = stopping;
const inner = workers === '1' ? inProcess({ signal }) : workerThreads({ workers: Number(workers), signal });
const tally = { found: 0, computed: 0 };
const store = cellStore(folder!, (line) => process.stdout.write(`told ${line}\n`));
try {
  const runner = stored({ store, engine: engineVersion(), tally }, inner);
  for await (const cells of runner(study, blocksOf(study), () => {})) process.stdout.write(`${cells[0].digest}\n`);
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
}
process.stdout.write(`found ${tally.found}, computed ${tally.computed}\n`);
