/**
 * Reading: the part of a cell that measures read: its summary, the days observed, and the parameters in force at the end.
 */
import type { Measure, Reading } from '../measures/measure.ts';
import {
  blocksOf,
  type CellKey,
  type CellResult,
  cellOf,
  type Lose,
  partingDay,
  type RunBlocks,
  type Study,
} from './study.ts';

/**
 * The reading of a cell of a study. Cohorts enter from the day on which these arms part, by default all: equal in the cells of a
 * block, so that they count the same people.
 */
export function readingOf(
  study: Study,
  { key, summary }: Pick<CellResult, 'key' | 'summary'>,
  arms: readonly number[] = study.arms.map((_, arm) => arm),
): Reading {
  const { scenario } = study.arms[key.arm];
  const parameters = cellOf(scenario, key, study.design).parameters.findLast(
    ({ from }) => from <= scenario.end,
  )!.values;
  const { start, end, stockDay } = scenario;
  const stock = stockDay === undefined ? {} : { stockDay: stockDay - start };
  return { summary, days: end - start, parameters, parting: partingOf(study, key, arms), ...stock };
}

/** Days from the start of observation to the day on which these arms part; 0 if they part earlier or never. */
export function partingOf(study: Study, { draw }: Pick<CellKey, 'draw'>, arms: readonly number[]): number {
  const day = partingDay(study, { draw, arms });
  return Number.isFinite(day) ? Math.max(0, day - study.arms[0].scenario.start) : 0;
}

/**
 * Runs a study and gives the values of some measures, each in its own unit: `values[measure][arm]` holds one value per cell, in
 * order of parameter draw and replicate, so that equal places hold the same people with the same luck. NaN marks a missing value; a
 * lost block has it in every arm. Fails as `run` fails: without `lose`, at the first cell that fails.
 */
export async function measureValues(
  study: Study,
  measures: readonly Measure[],
  run: RunBlocks,
  lose?: Lose,
): Promise<readonly (readonly Float64Array[])[]> {
  const blocks = blocksOf(study);
  const places = new Map(blocks.map(({ draw, replicate }, at) => [`${draw} ${replicate}`, at]));
  const values = measures.map(() => study.arms.map(() => new Float64Array(blocks.length).fill(Number.NaN)));
  for await (const cells of run(study, blocks, () => {}, lose)) {
    for (const cell of cells) {
      const { arm, draw, replicate } = cell.key;
      const place = places.get(`${draw} ${replicate}`)!;
      const reading = readingOf(study, cell);
      measures.forEach((measure, at) => {
        values[at][arm][place] = measure.value(reading);
      });
    }
  }
  return values;
}
