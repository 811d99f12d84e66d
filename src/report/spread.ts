/**
 * Spread: where the spread of the headline numbers comes from: the scenario, the parameters, or chance; each with its own
 * interval, since a split of few runs is not well known either.
 */
import { escapeHtml, htmlRows } from './html.ts';
import type { DifferenceSpread, MeasureSpread, ReportInput, SpreadShare } from './input.ts';

/** Two tables with their sentences; nothing where parameters were not drawn, or with one replicate each. */
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
    '<p>All runs of all arms differ. So much of it lies between arms, between draws of the parameters, and between replicates of one draw, with 95 % intervals. Much of it cancels in a difference between arms, which share people, luck and parameters.</p>',
    ...(levels.length === 0
      ? []
      : [htmlRows('Parts of the spread over all runs', ['measure', 'scenario', 'parameters', 'chance'], levels)]),
    ...(changes.length === 0
      ? []
      : [htmlRows('Parts of the spread of a difference', ['difference in', 'arm', 'parameters', 'chance'], changes)]),
  ];
  return parts.join('\n');
}

/** The first of both as sentences. */
export function spreadSentences(
  { spreads = [], differenceSpreads = [] }: ReportInput,
  most: number,
): readonly string[] {
  return [...spreads.slice(0, most).map(levelSentence), ...differenceSpreads.slice(0, most).map(changeSentence)];
}

function levelSentence({ label, scenario, parameters, chance }: MeasureSpread): string {
  return `Spread of ${label} over all runs: scenario ${shareText(scenario)}, parameters ${shareText(parameters)}, chance ${shareText(chance)}.`;
}

function changeSentence({ label, arm, parameters }: DifferenceSpread): string {
  return `Spread of the difference of ${arm} in ${label}: parameters ${shareText(parameters)}, the rest chance.`;
}

/** What is not from parameters. */
function restOf({ share, low, high }: SpreadShare): SpreadShare {
  return { share: 1 - share, low: 1 - high, high: 1 - low };
}

/** `92 % (85 to 96)`. */
function shareText({ share, low, high }: SpreadShare): string {
  const [own, ...ends] = [share, low, high].map((part) => String(Math.round(100 * part)));
  return `${own}\u2009% (${ends.join(' to ')})`;
}
