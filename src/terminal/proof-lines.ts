/** Proof lines: prints the proofs of a scenario for `check`. A failed proof is a mistake of the program, so it throws. */
import { formatDay } from '../engine/calendar.ts';
import { type InvarianceProof, nullPolicyProof, sameBeforeProof } from '../experiment/invariance.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** One line per proof. Throws an Error if one fails. */
export function proofLines(scenario: Scenario): readonly string[] {
  const before = sameBeforeProof(scenario);
  return [
    lineOf('a policy that changes nothing changes no life', nullPolicyProof(scenario)),
    before === undefined
      ? 'proof: no day lies before the first change by a policy'
      : lineOf(`with and without policies, lives are the same before ${formatDay(before.until)}`, before),
  ];
}

function lineOf(claim: string, { withIt, without }: InvarianceProof): string {
  if (withIt !== without) throw new Error(`proof failed: ${claim}: ${withIt} and ${without}`);
  return `proof: ${claim} (${withIt.slice(0, 10)} = ${without.slice(0, 10)})`;
}
