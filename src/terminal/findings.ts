/**
 * Findings: prints what happened to the same people under each arm, above the table.
 */
import type { Comparison } from '../experiment/comparison.ts';
import { CANNOT_SEE, cohortFinding, tooShort } from '../report/cohort-finding.ts';
import { headlineSentence } from '../report/headline.ts';
import { stockLeft } from '../report/stock-left.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Colours } from './terminal.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** The finding of every arm (`scenarios` in their order) and what lies behind it, in lines of at most `width` characters; empty with one arm. */
export function findingLines(
  { arms, cohorts, differences }: Comparison,
  scenarios: readonly Scenario[],
  colours: Colours,
  width: number,
): readonly string[] {
  const leftOf = (arm: string, population?: string) =>
    stockLeft(scenarios[0], scenarios[arms.indexOf(arm)], population);
  const lines = cohorts.flatMap((cohort) => {
    const finding = cohortFinding(cohort, differences, leftOf(cohort.arm, cohort.population));
    if (finding === undefined) return [];
    const { account = [] } = finding;
    return [
      ...wrappedLines(headlineSentence(finding), width).map((line) => colours.bold(line)),
      ...account.flatMap((sentence) => wrappedLines(sentence, width, INDENT)),
      '',
    ];
  });
  const [baseline, ...others] = arms;
  const missing = others
    .filter((arm) => !cohorts.some((cohort) => cohort.arm === arm))
    .flatMap((arm) => [
      ...wrappedLines(tooShort(arm, baseline!), width),
      ...leftOf(arm).flatMap((sentence) => wrappedLines(sentence, width, INDENT)),
      '',
    ]);
  return lines.length === 0 ? missing : [...lines, ...missing, ...wrappedLines(CANNOT_SEE, width), ''];
}

const INDENT = '  ';
