/**
 * Prove scenario: carries out `stepdown check --prove`, which lives the proofs of a scenario and prints each as it is done.
 */
import { formatDay } from '../engine/calendar.ts';
import {
  type InvarianceProof,
  type InvarianceTest,
  nullPolicyTest,
  prove,
  sameBeforeTest,
  yearsToProve,
} from '../experiment/invariance.ts';
import { inSteps } from '../runners/in-steps.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { startBar } from '../terminal/progress-bar.ts';
import { Interrupted, type Terminal } from '../terminal/terminal.ts';

/** Prints one line per proof. Throws an Error if one fails, because that is a mistake of the program. */
export async function proveScenario(scenario: Scenario, terminal: Terminal): Promise<void> {
  await tellProof('a policy that changes nothing changes no life', nullPolicyTest(scenario), terminal);
  const before = sameBeforeTest(scenario);
  if (before === undefined) {
    terminal.stdout.write('proof: no day lies before the first change by a policy\n');
    return;
  }
  const day = formatDay(before.withIt.end);
  await tellProof(`with and without policies, lives are the same before ${day}`, before, terminal);
}

async function tellProof(claim: string, test: InvarianceTest, terminal: Terminal): Promise<void> {
  const { withIt, without } = await lived(claim, test, terminal);
  if (withIt !== without) throw new Error(`proof failed: ${claim}: ${withIt} and ${without}`);
  terminal.stdout.write(`proof: ${claim} (${withIt.slice(0, 10)} = ${without.slice(0, 10)})\n`);
}

async function lived(claim: string, test: InvarianceTest, terminal: Terminal): Promise<InvarianceProof> {
  const { signal } = terminal;
  const years = yearsToProve(test);
  const bar = startBar({ heading: [claim, 'two runs'], blocks: years, cellsPerBlock: 1, unit: 'years' }, terminal);
  let done = 0;
  try {
    return await inSteps(prove(test), { signal, lived: () => bar.progress(++done, years) });
  } catch (error) {
    if (signal.aborted) throw new Interrupted('stopped; proofs are not stored, so the same command begins anew');
    throw error;
  } finally {
    bar.stop();
  }
}
