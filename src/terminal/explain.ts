/**
 * Explanation: prints the steps of a simulated day with their cost: `stepdown run SCENARIO --explain`.
 */
import { cellOf } from '../experiment/study.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { explain, type StepTime } from '../simulation/explain.ts';
import { formatInteger } from '../tables/format.ts';
import type { Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';

/** Simulates one replicate with a clock and prints the steps of its days. Writes no file. */
export function tellDay(scenario: Scenario, replicate: number, { stdout, now }: Terminal): void {
  const cell = cellOf(scenario, { draw: 0, replicate });
  const begun = now();
  const steps = explain(cell, now);
  const seconds = (now() - begun) / 1000;
  stdout.write(dayTable(steps));
  const years = (cell.end - cell.burnInStart) / 365.25;
  stdout.write(
    `\n${seconds.toFixed(2)} s for ${years.toFixed(0)} years, burn-in included; measuring takes part of that time\n`,
  );
}

/** The steps of a day in order, with calls, milliseconds and share of the total. */
export function dayTable(steps: readonly StepTime[]): string {
  const total = steps.reduce((sum, { when, time }) => sum + (when === 'event' ? 0 : time), 0);
  const rows = steps.map(({ name, when, calls, time }) => [
    when === 'event' ? `  ${name}` : name,
    `every ${when}`.replace('every event', 'as it falls due'),
    formatInteger(calls),
    time.toFixed(0),
    calls === 0 ? '' : ((1e3 * time) / calls).toFixed(2),
    `${((100 * time) / total).toFixed(1)} %`,
  ]);
  const header = ['step', 'when', 'calls', 'ms', 'µs per call', 'share'];
  const right = { align: 'right' } as const;
  return textTable([header, ...rows], [{}, {}, right, right, right, right]);
}
