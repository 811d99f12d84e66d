/**
 * Evidence mode: the option `--evidence`, the evidence on reoffending admitted from the first day of the burn-in.
 */

import type { EvidenceMode } from '../../community/effects.ts';
import { formatDay } from '../../engine/calendar.ts';
import { Failure } from '../../failure.ts';
import type { ScenarioFile } from '../../files/scenario-file.ts';
import { overlap } from '../../scenario/change.ts';
import { choiceChange } from '../../scenario/held-choice.ts';
import type { Policy } from '../../scenario/policy.ts';
import { withPolicies } from '../../scenario/scenario.ts';

/**
 * The scenario of a file under the mode, or unchanged if none is given. The mode is an additional policy, so the scenario itself
 * records it. Throws a Failure if a policy of the scenario moves the same lever.
 */
export function scenarioUnderEvidence<File extends ScenarioFile>(file: File, mode: EvidenceMode | undefined): File {
  if (mode === undefined) return file;
  const { path, scenario } = file;
  const policy = policyOf(mode, scenario.burnInStart);
  const other = scenario.policies.find(({ changes }) => changes.some((change) => overlap(change, policy.changes[0])));
  if (other === undefined) return { ...file, scenario: withPolicies(scenario, [...scenario.policies, policy]) };
  throw new Failure({
    place: path,
    problem: `policies.${other.name} moves effects.evidence from ${formatDay(other.from)} on, and so would ${policy.name}`,
    remedy: 'leave out either the option or the policy',
  });
}

function policyOf(mode: EvidenceMode, from: number): Policy {
  return {
    name: `--evidence ${mode}`,
    from,
    until: Infinity,
    label: 'option',
    because: 'Evidence on reoffending admitted, the same in every arm.',
    after: [],
    changes: [choiceChange({ noun: 'effects', name: 'evidence', value: mode })],
  };
}
