/**
 * Growth: first charges that grow by a part of themselves every year of a forecast.
 *
 * Each year from the first has that part more than the year before it. Where the scenario gives first charges by year beyond its start,
 * growth begins after the last of them. It multiplies what is in force, whatever other policies do to it before or after.
 */
import { addYears, type Day, startOfYear, yearOf } from '../../engine/calendar.ts';
import type { Lever } from '../../evidence/catalogue.ts';
import { multiplied } from '../../scenario/change.ts';
import type { Policy } from '../../scenario/policy.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';

/** The lever that grows. */
const GROWING = 'arrivals.per_year';

/** The scenario with this yearly growth, 0.02 for 2 %; itself for none. */
export function growing(scenario: Scenario, growth: number): Scenario {
  if (growth === 0) return scenario;
  const { policies, dimensions, end } = scenario;
  const begins = growthBegins(scenario);
  const lever = catalogue.get(GROWING) as Lever;
  const years = Array.from({ length: Math.max(0, yearOf(end) - yearOf(begins) + 1) }, (_, at) => addYears(begins, at));
  const days = [...new Set([...years, ...policies.flatMap(({ from, until }) => [from, until])])]
    .filter((day) => day >= begins && day < end)
    .sort((a, b) => a - b);
  let factor = 1;
  const pieces = days.map((day, at): Policy => {
    if (years.includes(day)) factor *= 1 + growth;
    return {
      name: freeName(`growth ${at + 1}`, policies),
      from: day,
      until: days[at + 1] ?? Infinity,
      label: 'what-if',
      because: `first charges change by ${(100 * growth).toPrecision(3)} % a year`,
      after: policies
        .filter(({ from }) => from <= day)
        .map(({ name }) => name)
        .sort(),
      changes: [multiplied(lever, dimensions, factor)],
    };
  });
  return withPolicies(scenario, [...policies, ...pieces]);
}

/** The first day that grows: the first observed one, or the year after the last figure that the scenario gives. */
export function growthBegins({ start, inputs }: Scenario): Day {
  const last = inputs.findLast(({ change }) => change.path === GROWING)?.from;
  return last === undefined || last < start ? start : startOfYear(yearOf(last) + 1);
}

function freeName(name: string, policies: readonly Policy[]): string {
  return policies.some((policy) => policy.name === name) ? freeName(`${name}'`, policies) : name;
}
