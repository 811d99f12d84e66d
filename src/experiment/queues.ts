/**
 * Queues: the queue of every arm of a study, kept run by run, so that the mean of one that does not settle is withheld.
 *
 * One rule (`settling.ts`) for all that read means: comparisons, stopping rules, sweeps and attributions.
 */
import { DAYS_PER_WEEK } from '../engine/calendar.ts';
import type { Measure } from '../measures/measure.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Unsettled, unsettled } from './settling.ts';
import { type CellResult, cellOf, type Study } from './study.ts';

/** Whether the measure is that of a queue: the only one withheld where it does not settle. */
export function isQueue({ id }: Pick<Measure, 'id'>): boolean {
  return id === 'queue-length';
}

/** How the queue of a scenario fails to settle, from people waiting by week, one list per run; undefined if it settles. */
export function unsettledQueue(scenario: Scenario, runs: readonly ArrayLike<number>[]): Unsettled | undefined {
  const { start, end } = scenario;
  const { parameters } = cellOf(scenario, { draw: 0, replicate: 0 });
  return unsettled(runs, { start, end, changes: parameters.map(({ from }) => from) });
}

/** Collects the queues of a study without parameter draws. */
export class Queues {
  readonly #study: Study;
  readonly #runs: readonly Float32Array[][];

  constructor(study: Study) {
    this.#study = study;
    this.#runs = study.arms.map(() => []);
  }

  /** Adds a cell. */
  add({ key, summary: { waiting } }: CellResult): void {
    const weeks = Float32Array.from(waiting, (personDays) => personDays / DAYS_PER_WEEK);
    this.#runs[key.arm].push(weeks);
  }

  /** How the queue of an arm fails to settle over the runs so far; undefined if it settles. */
  unsettled(arm: number): Unsettled | undefined {
    return unsettledQueue(this.#study.arms[arm].scenario, this.#runs[arm]);
  }
}
