/**
 * Groups: the option `--group "name: policy, policy"`, policies that are switched together.
 */
import { suggestion } from '../../evidence/nearest.ts';
import { Failure } from '../../failure.ts';

/** The policies of each group by name; `differing` holds the policies allowed. Throws a Failure with everything that is wrong. */
export function policyGroupsOf(
  typed: readonly string[],
  differing: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  const problems: { problem: string; remedy: string }[] = [];
  for (const text of typed) {
    const [, name, list] = /^\s*([^:]*[^:\s])\s*:(.*)$/s.exec(text) ?? [];
    const members = (list ?? '')
      .split(',')
      .map((member) => member.trim())
      .filter((member) => member !== '');
    if (name === undefined || members.length === 0) {
      const remedy = 'as in "inside: contact-staff, an-ordinary-week"';
      problems.push({ problem: `--group "${text}": expected a name and policies`, remedy });
      continue;
    }
    for (const member of members) {
      if (!differing.includes(member)) {
        const problem = `--group ${name}: "${member}" is not a policy in which the scenarios differ`;
        problems.push({ problem, remedy: suggestion(member, new Set(differing)) });
      } else if ([...groups.values()].flat().includes(member)) {
        problems.push({ problem: `--group ${name}: ${member} is in another group`, remedy: 'keep it in one' });
      }
    }
    if (groups.has(name)) problems.push({ problem: `--group ${name} is given twice`, remedy: 'join the two' });
    groups.set(name, members);
  }
  if (problems.length > 0) throw new Failure(...problems);
  return groups;
}
