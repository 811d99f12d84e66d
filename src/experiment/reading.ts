/** Reading: what measures read of a cell: its summary, the days observed, and the parameters that held at the end. */
import type { Reading } from '../measures/measure.ts';
import { type CellResult, cellOf, type Study } from './study.ts';

/** The reading of a cell of a study. */
export function readingOf(study: Study, { key, summary }: Pick<CellResult, 'key' | 'summary'>): Reading {
  const { scenario } = study.arms[key.arm];
  const parameters = cellOf(scenario, key, study.design).parameters.findLast(
    ({ from }) => from <= scenario.end,
  )!.values;
  return { summary, days: scenario.end - scenario.start, parameters };
}
