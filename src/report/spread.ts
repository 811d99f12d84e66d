/**
 * Spread: variance components of the headline measures (scenario, parameters, chance), each with its own interval, because
 * few runs split a variance imprecisely.
 */
import { escapeHtml, htmlRows } from './html.ts';
import type { DifferenceSpread, MeasureSpread, ReportInput, SpreadShare } from './input.ts';

/** Two tables with their sentences; empty if parameters were not drawn, or with one replicate per draw. */
export function spreadAccount({ spreads = [], differenceSpreads = [] }: ReportInput): string {
  if (spreads.length === 0 && differenceSpreads.length === 0) return '';
  const levels = spreads.map(({ label, scenario, parameters, chance }) => [
    escapeHtml(label),
    ...[scenario, parameters, chance].map(shareText),
  ]);
  const changes = differenceSpreads.map(({ label, arm, parameters }) => [
    escapeHtml(label),
    escapeHtml(arm),
    shareText(parameters),
    shareText(restOf(parameters)),
  ]);
  const parts = [
    '<h3>Where does the spread come from?</h3>',
    '<p>Results vary from run to run. The tables show how much of the variance lies between arms (scenario), between draws of the parameters, and between replicates of one draw (chance), with 95 % intervals. Much of it cancels in a difference between arms, because arms share people, luck and parameters.</p>',
    ...(levels.length === 0
      ? []
      : [htmlRows('Variance components over all runs', ['measure', 'scenario', 'parameters', 'chance'], levels)]),
    ...(changes.length === 0
      ? []
      : [htmlRows('Variance components of a difference', ['difference in', 'arm', 'parameters', 'chance'], changes)]),
  ];
  return parts.join('\n');
}

/** The first rows of both tables as sentences. */
export function spreadSentences(
  { spreads = [], differenceSpreads = [] }: ReportInput,
  most: number,
): readonly string[] {
  return [...spreads.slice(0, most).map(levelSentence), ...differenceSpreads.slice(0, most).map(changeSentence)];
}

function levelSentence({ label, scenario, parameters, chance }: MeasureSpread): string {
  return `Variance of ${label} over all runs: scenario ${shareText(scenario)}, parameters ${shareText(parameters)}, chance ${shareText(chance)}.`;
}

function changeSentence({ label, arm, parameters }: DifferenceSpread): string {
  return `Variance of the difference for ${arm} in ${label}: parameters ${shareText(parameters)}, the rest chance.`;
}

/** The share of chance: whatever does not come from parameters. */
function restOf({ share, low, high }: SpreadShare): SpreadShare {
  return { share: 1 - share, low: 1 - high, high: 1 - low };
}

/** `92 % (85 to 96)`. */
function shareText({ share, low, high }: SpreadShare): string {
  const [own, ...ends] = [share, low, high].map((part) => String(Math.round(100 * part)));
  return `${own}\u2009% (${ends.join(' to ')})`;
}
