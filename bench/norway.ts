/**
 * The whole Norwegian model: one replicate of `scenarios/norway/baseline.yaml`, from the start of its burn-in to its end.
 */

import { DAYS_PER_YEAR } from '../src/engine/calendar.ts';
import { cellOf } from '../src/experiment/study.ts';
import { readScenario, type Scenario } from '../src/index.ts';
import { simulate } from '../src/simulation/simulate.ts';

/** The scenario of the benchmark, read from the folder of the project. */
export function norway(project: string): Scenario {
  return readScenario('scenarios/norway/baseline.yaml', project);
}

/** Lives one replicate; says how many years that were and how many life events went on record. */
export function runNorway(scenario: Scenario, replicate: number): { readonly years: number; readonly events: number } {
  const cell = cellOf(scenario, { draw: 0, replicate });
  const { world } = simulate(cell);
  return { years: (cell.end - cell.burnInStart) / DAYS_PER_YEAR, events: world.journal.count };
}
