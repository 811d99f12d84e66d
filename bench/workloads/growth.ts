/**
 * Growth: the Norwegian model with more people, more years and more replicates.
 */

import { scaledCountry } from '../../src/experiment/scaled-country.ts';
import { allCells, cellOf } from '../../src/experiment/study.ts';
import { inProcess, readScenario, type Scenario, withRun } from '../../src/index.ts';
import { day } from '../../src/simulation/day.ts';
import { liveOn, liveUntil } from '../../src/simulation/simulate.ts';
import { liveYears, type ObservedYears } from './observed-years.ts';
import { processorMilliseconds, type Turn } from './processor-time.ts';

/** A workload: two observed years of a country as many times as large as Norway. Its work is years. */
export async function growthWithPeople(folder: string, scale: string): Promise<() => ObservedYears> {
  const cell = cellOf(scaledCountry(norway(folder), Number(scale)), FIRST);
  const branch = liveUntil(cell, cell.start);
  return () => liveYears(model, cell, branch, 2);
}

/** A workload: as many observed years of Norway as the number of the turn, all with the same end. Its work is 1. */
export async function growthWithYears(folder: string): Promise<(turn: number) => Turn> {
  const cell = cellOf(withRun(norway(folder), { years: MOST_YEARS + 1 }), FIRST);
  const branch = liveUntil(cell, cell.start);
  return (turn) => ({ ...liveYears(model, cell, branch, turn), work: 1 });
}

/** A workload: a study, in this thread, of as many replicates as the number of the turn. Norway at a fifth. Its work is 1. */
export async function growthWithReplicates(folder: string): Promise<(turn: number) => Promise<Turn>> {
  const scenario = withRun(scaledCountry(norway(folder), 0.2), { years: 1 });
  return async (turn) => {
    const began = process.cpuUsage();
    const study = { arms: [{ name: 'baseline', scenario }], replicates: turn, draws: 0 };
    const cells = await allCells(study, inProcess());
    if (cells.length !== turn) throw new Error(`${cells.length} cells came back from ${turn} replicates`);
    return { milliseconds: processorMilliseconds(began), work: 1 };
  };
}

const MOST_YEARS = 20;
const FIRST = { draw: 0, replicate: 0 } as const;
const model = { day, liveOn };

function norway(folder: string): Scenario {
  return readScenario('scenarios/norway/baseline.yaml', folder);
}
