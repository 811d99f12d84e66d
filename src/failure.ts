/**
 * Failure: the one error meant for people.
 *
 * It says where, what, why and what to do, in one to five lines. Any other error is a defect of this program.
 */

/** What a reader needs to put it right. `exitCode` 2: the command or scenario is wrong; 1: the run failed. */
export interface FailureFacts {
  /** File, line and column, command-line option, or folder. */
  readonly place?: string;
  /** What is wrong, with the offending value inside. */
  readonly problem: string;
  /** Why that cannot work, or what was expected. */
  readonly reason?: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** The command that shows the failure again. */
  readonly reproduce?: string;
  readonly exitCode?: 1 | 2;
}

/** One or more things that went wrong, in words for people. */
export class Failure extends Error {
  readonly facts: readonly FailureFacts[];
  readonly exitCode: 1 | 2;

  constructor(...facts: readonly FailureFacts[]) {
    super(facts.map(describeFailure).join('\n'));
    this.name = 'Failure';
    this.facts = facts;
    this.exitCode = facts.some((fact) => fact.exitCode === 1) ? 1 : 2;
  }
}

/** The lines a person reads: `place: problem`, then reason, remedy and how to reproduce, each on its own line. */
export function describeFailure(facts: FailureFacts): string {
  const lines = [facts.place ? `${facts.place}: ${facts.problem}` : facts.problem];
  if (facts.reason) lines.push(`  ${facts.reason}`);
  if (facts.remedy) lines.push(`  ${facts.remedy}`);
  if (facts.reproduce) lines.push(`  reproduce: ${facts.reproduce}`);
  return lines.join('\n');
}
