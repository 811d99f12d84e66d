/** Runs: the simulations behind the validation, each cell once. */
import { availableParallelism } from 'node:os';
import type { Study } from '../../src/experiment/study.ts';
import { allCells, type CellResult, livesOf, type Scenario, workerThreads } from '../../src/index.ts';
import { EVENTS, PEOPLE, RELEASES } from '../../src/tables/lives.ts';
import { concatenate } from '../../src/tables/table.ts';
import { type FirstRelease, firstReleases } from './stylised-facts.ts';

/** A study of one or more arms of central values. */
export function studyOf(arms: Study['arms'], replicates: number): Study {
  return { arms, replicates, draws: 0 };
}

/** Every cell of a study, on as many threads as there are cores. */
export function cellsOf(study: Study): Promise<readonly CellResult[]> {
  const blocks = Math.max(1, study.draws) * study.replicates;
  return allCells(study, workerThreads({ workers: Math.min(availableParallelism(), blocks) }));
}

/** First index releases in one replicate of a scenario. */
export function releasesOf(scenario: Scenario): readonly FirstRelease[] {
  const parts = [...livesOf(studyOf([{ name: 'lives', scenario }], 1), { arm: 0, draw: 0, replicate: 0 })];
  const table = (name: string) => concatenate(parts.filter(({ schema }) => schema.name === name));
  return firstReleases(table(PEOPLE.name), table(RELEASES.name), table(EVENTS.name));
}
