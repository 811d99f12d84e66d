/** Runs: the simulations that validation reads, each cell once. */
import { availableParallelism } from 'node:os';
import { blocksOf, type CellResult, type Study } from '../../src/experiment/study.ts';
import { readScenarioFile } from '../../src/files/scenario-file.ts';
import { livesOf } from '../../src/lives/lives.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { EVENTS, PEOPLE, RELEASES } from '../../src/tables/lives.ts';
import { concatenate } from '../../src/tables/table.ts';
import { type FirstRelease, firstReleases } from './stylised-facts.ts';

export function scenarioOf(name: string): Scenario {
  return readScenarioFile(name, process.cwd()).scenario;
}

/** A study of one or more arms of central values. */
export function studyOf(arms: Study['arms'], replicates: number): Study {
  return { arms, replicates, draws: 0 };
}

/** Every cell of a study. */
export async function cellsOf(study: Study): Promise<readonly CellResult[]> {
  const run = workerThreads({ workers: Math.min(availableParallelism(), study.replicates) });
  const cells: CellResult[] = [];
  for await (const block of run(study, blocksOf(study), () => {})) cells.push(...block);
  return cells;
}

/** First index releases in one replicate of a scenario. */
export function releasesOf(scenario: Scenario): readonly FirstRelease[] {
  const parts = [...livesOf(studyOf([{ name: 'lives', scenario }], 1), { arm: 0, draw: 0, replicate: 0 })];
  const table = (name: string) => concatenate(parts.filter(({ schema }) => schema.name === name));
  return firstReleases(table(PEOPLE.name), table(RELEASES.name), table(EVENTS.name));
}
