/**
 * Pair findings: how any two arms that are not the baseline differ, in sentences that can be read aloud.
 */
import { differenceOfInterest } from '../measures/interest.ts';
import { costWords, numberWord } from './cohort-cost.ts';
import { notSameSentence, whoAndWhen } from './cohort-finding.ts';
import type { Finding } from './headline.ts';
import type { PairRow } from './input.ts';
import { beginsInWords } from './policy-begins.ts';

/** Pairs of more arms than three are told in a table. */
const MOST_TOLD = 1;

/** The pairs without the baseline. */
export function otherPairs<Pair extends { readonly baseline: string }>(pairs: readonly Pair[], baseline: string) {
  return pairs.filter((pair) => pair.baseline !== baseline);
}

/** The finding of the two arms beside the baseline; empty with more arms, whose table tells it. */
export function pairFindings(pairs: readonly PairRow[], baseline: string): readonly Finding[] {
  const others = otherPairs(pairs, baseline);
  return others.length > MOST_TOLD ? [] : others.map(pairFinding);
}

function pairFinding(pair: PairRow): Finding {
  const { arm, baseline, years, members, same, difference, low, high, costs } = pair;
  const within = years ?? Number.NaN;
  const identity = { measure: 'cohort-charged', population: pair.population, horizon: within };
  const [custody, crime] = [costs?.custody, costs?.crime].map(
    (one) => one && { difference: one.mean, low: one.low, high: one.high },
  );
  return {
    arm,
    baseline,
    of: `people ${whoAndWhen(pair)}`,
    happens: `are charged again within ${numberWord(within)} year${within === 1 ? '' : 's'}`,
    difference: difference ?? Number.NaN,
    low: low ?? Number.NaN,
    high: high ?? Number.NaN,
    interest: differenceOfInterest(identity, Number.NaN),
    account: [
      ...(same === members ? [] : [`${notSameSentence(pair)}.`]),
      ...(pair.begins === undefined ? [] : [`${beginsInWords(pair)}.`]),
      ...(custody?.difference == null || crime?.difference == null ? [] : [`${costWords(custody, crime, within)}.`]),
    ],
  };
}
