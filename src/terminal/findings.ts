/**
 * Findings: prints what happened to the same people under each arm, above the table.
 */
import type { Comparison } from '../experiment/comparison.ts';
import { CANNOT_SEE, cohortFinding, tooShort } from '../report/cohort-finding.ts';
import { headlineSentence } from '../report/headline.ts';
import type { Colours } from './terminal.ts';

/** The finding of every arm and what lies behind it, in lines of at most `width` characters; empty with one arm. */
export function findingLines(
  { arms, cohorts, differences }: Comparison,
  colours: Colours,
  width: number,
): readonly string[] {
  const lines = cohorts.flatMap((cohort) => {
    const finding = cohortFinding(cohort, differences);
    if (finding === undefined) return [];
    const { account = [] } = finding;
    return [
      ...wrapped(headlineSentence(finding), width).map((line) => colours.bold(line)),
      ...account.flatMap((sentence) => wrapped(sentence, width - INDENT.length)).map((line) => `${INDENT}${line}`),
      '',
    ];
  });
  const [baseline, ...others] = arms;
  const missing = others
    .filter((arm) => !cohorts.some((cohort) => cohort.arm === arm))
    .flatMap((arm) => [...wrapped(tooShort(arm, baseline!), width), '']);
  return lines.length === 0 ? missing : [...lines, ...missing, ...wrapped(CANNOT_SEE, width), ''];
}

const INDENT = '  ';

/** A sentence in lines, with the plain spaces and signs of a terminal. */
function wrapped(sentence: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of sentence.replaceAll('\u2009', '\u00a0').replaceAll('\u2212', '-').split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}
