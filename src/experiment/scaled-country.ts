/**
 * Scaled country: a scenario with a share of its people and places, to see in less time what the whole would do.
 *
 * First charges and places are multiplied on top of every other policy; shares, rates and durations stay. It is a what-if of a smaller
 * country: chance weighs more in it, and small numbers, such as those of a level with few places, are rounded more.
 */

import type { YearlyFigure } from '../evidence/observations.ts';
import { Failure } from '../failure.ts';
import { multiplied } from '../scenario/change.ts';
import { type Scenario, withPolicies } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';

/** The country `factor` times as large; the scenario itself at 1. */
export function scaledCountry(scenario: Scenario, factor: number): Scenario {
  if (factor === 1) return scenario;
  const counted = [...catalogue.values()].filter(({ parameter }) => GROWS.includes(parameter.unit));
  const changes = counted.map((lever) => multiplied(lever, scenario.dimensions, factor));
  const policy = {
    name: 'size',
    from: scenario.burnInStart,
    until: Infinity,
    label: 'experiment',
    because: 'A country of another size is simulated.',
    after: scenario.policies.map(({ name }) => name),
    changes,
  } as const;
  return withPolicies(scenario, [...scenario.policies, policy]);
}

/** How many times a figure of the whole country is that of one `factor` times as large. Throws a Failure for a unit not known. */
export function wholeOver(factor: number, { measure, year, unit, place }: YearlyFigure): number {
  if (factor === 1 || STAYS.includes(unit)) return 1;
  if (isCount(unit)) return 1 / factor;
  throw new Failure({
    place,
    problem: `${measure} of ${year}: whether "${unit}" grows with the country is not known`,
    reason: 'match.scale is below 1, so figures that count people are scaled',
    remedy: `write one of ${[...COUNTS, ...STAYS].join(', ')} as its unit, or leave match.scale out`,
  });
}

/** Whether figures of this unit count people or events. */
export function isCount(unit: string): boolean {
  return COUNTS.includes(unit);
}

/** Whether figures of this unit count events of a year. */
export function isOfYear(unit: string): boolean {
  return unit === 'per year';
}

/** The units of the levers that count people or places. */
const GROWS: readonly string[] = ['places', 'persons per year'];
/** The units of figures that count people or events, and of those that do not. */
const COUNTS: readonly string[] = ['persons', 'per year'];
const STAYS: readonly string[] = ['percent', 'days', 'share'];
