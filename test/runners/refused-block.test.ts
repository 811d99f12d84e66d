/** A block that the scenario makes impossible is told to people in the same words, wherever it is run. */
import { expect, test } from 'vitest';
import { blocksOf, type RunBlocks, type Study } from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import { policy, tinyScenario } from '../tiny.ts';

const scenario = tinyScenario(policy('hopeless', '1900-01-01', 'reoffending.shift', '{add: 9}'));
const study: Study = { arms: [{ name: 'hopeless', scenario }], replicates: 2, draws: 0 };
const reproduce = () => 'stepdown run hopeless --replicate 0';

test.each<[string, RunBlocks]>([
  ['in this thread', inProcess({ reproduce })],
  ['in two others', workerThreads({ workers: 2, reproduce })],
])('more charges of one person than luck can tell apart, %s', async (_, run) => {
  let thrown: unknown;
  try {
    for await (const cells of run(study, blocksOf(study), () => {})) expect(cells).toEqual([]);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(Failure);
  const { exitCode, message } = thrown as Failure;
  expect(exitCode).toBe(2);
  expect(message).toContain('somebody is charged more than 511 times');
  expect(message).toContain('reproduce: stepdown run hopeless --replicate 0');
});
