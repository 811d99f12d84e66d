/**
 * Scenario account: what a scenario resolves to, in lines for a person.
 */
import { formatDay } from '../engine/calendar.ts';
import { cellsOf } from '../evidence/value.ts';
import { type Epoch, epochOn, epochsOf } from '../scenario/epoch.ts';
import type { Policy } from '../scenario/policy.ts';
import { type Scenario, withPolicies } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { cellNames, cellText } from './parameters-table.ts';

/** Dates, luck, parameters by grade, and every policy with its levers before and after. */
export function accountOf(scenario: Scenario): readonly string[] {
  const { place, start, end, burnInStart, seed, replicates, passports, policies } = scenario;
  return [
    `${place}, ${formatDay(start)} to ${formatDay(end - 1)}, after a burn-in from ${formatDay(burnInStart)}`,
    `seed "${seed}", ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`,
    `${passports.size} parameters: ${gradesOf(scenario)}`,
    policies.length === 0 ? 'no policies' : `${policies.length} ${policies.length === 1 ? 'policy' : 'policies'}`,
    ...policies.flatMap((policy) => policyLines(policy, scenario)),
  ];
}

function gradesOf({ passports }: Scenario): string {
  const counts = { A: 0, B: 0, C: 0, assumption: 0 };
  for (const { grade } of passports.values()) counts[grade]++;
  return `${counts.A} of grade A, ${counts.B} of B, ${counts.C} of C, ${counts.assumption} assumed`;
}

function policyLines(policy: Policy, scenario: Scenario): readonly string[] {
  const until = policy.until === Infinity ? '' : ` until ${formatDay(policy.until - 1)}`;
  const label = policy.label === undefined ? '' : ` (${policy.label})`;
  const never = policy.from >= scenario.end ? ', which is after the end' : '';
  return [
    `  ${policy.name}, from ${formatDay(policy.from)}${until}${never}${label}`,
    ...(never === '' ? changeLines(policy, scenario) : []),
  ];
}

/** One line for each number that a policy names: on its first day without it, and with it. */
function changeLines(policy: Policy, scenario: Scenario): readonly string[] {
  const others = scenario.policies.filter((other) => other !== policy && !other.after.includes(policy.name));
  const without = epochUnder(others, policy, scenario);
  const withIt = epochUnder([...others, policy], policy, scenario);
  return policy.changes.flatMap(({ noun, name, path, cells }) => {
    const { parameter } = catalogue.get(path)!;
    const names = cellNames(parameter, scenario.dimensions);
    const before = cellsOf(without.values[noun]![name]!);
    const after = cellsOf(withIt.values[noun]![name]!);
    return cells.map((cell) => {
      const lever = names[cell] === '' ? path : `${path}.${names[cell]}`;
      const [was, is] = [cellText(before[cell]!), cellText(after[cell]!)];
      return `    ${lever}: ${was === is ? `${is}, as before` : `${was} -> ${is}`} (${parameter.unit})`;
    });
  });
}

function epochUnder(policies: readonly Policy[], { from }: Policy, scenario: Scenario): Epoch {
  return epochOn(epochsOf(withPolicies(scenario, policies), catalogue), from);
}
