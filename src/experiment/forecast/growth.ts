/**
 * Growth: first charges that grow by a part of themselves every year of a forecast.
 *
 * Growth begins on the first observed day; where the scenario gives first charges by year beyond it, after the last of them. It is a
 * dated input like others, in steps of a month: a policy that multiplies works on top of it, and one that sets first charges ends it.
 */
import { type Day, startOfYear, yearOf } from '../../engine/calendar.ts';
import { withGrowth } from '../../scenario/growth.ts';
import type { DatedInput } from '../../scenario/inputs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';

/** The lever that grows. */
const GROWING = 'arrivals.per_year';

/** The scenario with this yearly growth, 0.02 for 2 %; itself for none. */
export function growing(scenario: Scenario, rate: number): Scenario {
  if (rate === 0) return scenario;
  return withGrowth(scenario, catalogue, { lever: GROWING, from: growthBegins(scenario), rate, source: '--grow' });
}

/** The day on which growth begins: the first observed one, or the year after the last figure that the scenario gives. */
export function growthBegins({ start, inputs }: Scenario): Day {
  const last = inputs.findLast(({ change }) => change.path === GROWING)?.from;
  return last === undefined || last < start ? start : startOfYear(yearOf(last) + 1);
}

/** The row of an input by which first charges grow without end already; undefined if there is none. */
export function growthGiven({ inputs }: Scenario): DatedInput | undefined {
  const last = inputs.findLast(({ change, kind }) => change.path === GROWING && kind !== 'season');
  return last?.kind === 'grow' ? last : undefined;
}
