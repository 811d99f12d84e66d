/**
 * Reading: the part of a cell that measures read: its summary, the days observed, and the parameters in force at the end.
 */
import type { Measure, Reading } from '../measures/measure.ts';
import { blocksOf, type CellResult, cellOf, type RunBlocks, type Study } from './study.ts';

/** The reading of a cell of a study. */
export function readingOf(study: Study, { key, summary }: Pick<CellResult, 'key' | 'summary'>): Reading {
  const { scenario } = study.arms[key.arm];
  const parameters = cellOf(scenario, key, study.design).parameters.findLast(
    ({ from }) => from <= scenario.end,
  )!.values;
  return { summary, days: scenario.end - scenario.start, parameters };
}

/**
 * Runs a study and gives the values of some measures, each in its own unit: `values[measure][arm]` holds one value per cell, in
 * order of parameter draw and replicate, so that equal places hold the same people with the same luck. NaN marks a missing value.
 */
export async function measureValues(
  study: Study,
  measures: readonly Measure[],
  run: RunBlocks,
): Promise<readonly (readonly Float64Array[])[]> {
  const values = measures.map(() => study.arms.map((): number[] => []));
  for await (const cells of run(study, blocksOf(study), () => {})) {
    for (const cell of cells) {
      const reading = readingOf(study, cell);
      measures.forEach((measure, at) => {
        values[at][cell.key.arm].push(measure.value(reading));
      });
    }
  }
  return values.map((byArm) => byArm.map((own) => Float64Array.from(own)));
}
