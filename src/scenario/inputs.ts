/**
 * Inputs: dated figures of a jurisdiction, on top of which all policies work.
 *
 * A figure holds from its day until the next one of the same lever. The first figure of a lever also holds before its own day,
 * so a burn-in has the oldest figures known.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import type { Plain } from '../evidence/document.ts';
import { type Change, writtenPath } from './change.ts';
import type { Policy } from './policy.ts';
import type { inputBases } from './schema.ts';

/** The change of one lever by a figure, from a day on. */
export interface DatedInput {
  readonly from: Day;
  readonly change: Change;
  readonly basis: (typeof inputBases)[number];
}

/** The figures in force on `day`, as a policy applied before all others; undefined if there are none. */
export function inputsOn(inputs: readonly DatedInput[], day: Day): Policy | undefined {
  if (inputs.length === 0) return undefined;
  const changes = [...datedSeriesOf(inputs).values()].map((series) => {
    const held = series.findLast(({ from }) => from <= day) ?? series[0];
    return held.change;
  });
  return { name: 'inputs', from: -Infinity, until: Infinity, label: undefined, because: undefined, after: [], changes };
}

/** The figures by written lever, each in order of time. */
export function datedSeriesOf(inputs: readonly DatedInput[]): ReadonlyMap<string, readonly DatedInput[]> {
  const series = new Map<string, DatedInput[]>();
  for (const input of inputs) {
    const path = writtenPath(input.change);
    series.set(path, [...(series.get(path) ?? []), input]);
  }
  return series;
}

/** The figures as a self-contained scenario writes them. */
export function inputsText(inputs: readonly DatedInput[]): Plain {
  return inputs.map(({ from, change, basis }) => ({
    from: formatDay(from),
    basis,
    set: { [writtenPath(change)]: change.operation === 'set' ? change.value : { [change.operation]: change.value } },
  }));
}
