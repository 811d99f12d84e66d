/** With member: puts the numbers of one member into the policies that they belong to. */
import type { Member } from './members.ts';
import type { Policy } from './policy.ts';
import { type Scenario, withPolicies } from './scenario.ts';

/** The scenario with the numbers of a member in its policies. */
export function withMember(scenario: Scenario, { values }: Member): Scenario {
  const { columns } = scenario.members!;
  const policies = scenario.policies.map((policy): Policy => {
    const changes = policy.changes.map((change) => {
      const at = columns.findIndex((column) => column.policy === policy.name && column.path === change.path);
      return at < 0 ? change : { ...change, value: values[at] };
    });
    return { ...policy, changes };
  });
  return withPolicies(scenario, policies);
}
