/**
 * Findings: prints what happened to the same people under each arm, above the table.
 */

import { neededFor } from '../experiment/cohort-reach.ts';
import type { Comparison } from '../experiment/comparison.ts';
import type { Study } from '../experiment/study.ts';
import { CANNOT_SEE, cohortFinding } from '../report/cohort-finding.ts';
import { type Finding, headlineSentence } from '../report/headline.ts';
import { armsAlike, nothingFinding } from '../report/nothing.ts';
import { pairFindings } from '../report/pair-findings.ts';
import { stockLeft } from '../report/stock-left.ts';
import { tooShort } from '../report/unfollowed.ts';
import type { Colours } from './terminal.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** The finding of every arm, and of two others beside each other, and what lies behind it, in lines of at most `width` characters; empty with one arm. */
export function findingLines(
  study: Study,
  { arms, cohorts, differences, measures, pairs, armDigests }: Comparison,
  colours: Colours,
  width: number,
): readonly string[] {
  const [baseline, ...others] = arms;
  const scenarioOf = (arm: string) => study.arms[arms.indexOf(arm)].scenario;
  const leftOf = (arm: string, population?: string) => stockLeft(study.arms[0].scenario, scenarioOf(arm), population);
  const alike = armsAlike(arms, (arm) => armDigests.get(arm));
  const told = (finding: Finding) => [
    ...wrappedLines(headlineSentence(finding), width).map((line) => colours.bold(line)),
    ...(finding.account ?? []).flatMap((sentence) => wrappedLines(sentence, width, INDENT)),
    '',
  ];
  const lines = others.flatMap((arm) => {
    const cohort = cohorts.find((one) => one.arm === arm);
    const finding = alike.includes(arm)
      ? nothingFinding(arm, baseline!, differences)
      : cohort && cohortFinding(cohort, differences, measures, leftOf(arm, cohort.population));
    return finding === undefined ? [] : told(finding);
  });
  const between = pairFindings(pairs, baseline!).flatMap(told);
  const missing = others
    .filter((arm) => !alike.includes(arm) && !cohorts.some((cohort) => cohort.arm === arm))
    .flatMap((arm) => [
      ...wrappedLines(tooShort(arm, baseline!, neededFor(study, arms.indexOf(arm))), width),
      ...leftOf(arm).flatMap((sentence) => wrappedLines(sentence, width, INDENT)),
      '',
    ]);
  return lines.length === 0
    ? [...missing, ...between]
    : [...lines, ...missing, ...between, ...wrappedLines(CANNOT_SEE, width), ''];
}

const INDENT = '  ';
