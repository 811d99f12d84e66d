/**
 * Impossible worlds: the tiny world with numbers that cannot be, in some parameter draws or always.
 */
import { type Scenario, scenarioFrom } from '../src/browser.ts';
import { policy, tinyScenario } from './tiny.ts';

/** The parameter whose range is too wide in a doubtful world. */
export const TOO_WIDE = 'needs.record_correlation';

/**
 * The text of the tiny world with correlations that contradict each other in the upper part of their range, so that some parameter
 * draws are impossible. `policies` as in `tinyScenario`.
 */
export function doubtfulText(policies = ''): string {
  const scenario = JSON.parse(tinyScenario(policies).text);
  const wide = [0, 0.99];
  const range = {
    housing: wide,
    work: wide,
    drugs: wide,
    opioids: [0, 0],
    alcohol: wide,
    thinking: wide,
    mental: wide,
  };
  const passport = scenario.evidence[0][TOO_WIDE];
  return JSON.stringify({ ...scenario, evidence: [{ ...scenario.evidence[0], [TOO_WIDE]: { ...passport, range } }] });
}

/** The scenario of that text. */
export function doubtfulScenario(policies = ''): Scenario {
  return scenarioFrom('doubtful', { read: () => doubtfulText(policies) });
}

/** The tiny world in which, from a day on, correlations of needs contradict each other. */
export function hopelessScenario(from = '1900-01-01'): Scenario {
  return tinyScenario(policy('hopeless', from, TOO_WIDE, CONTRADICTING));
}

/** Every need but that of opioids all but settled by the record, although needs differ among themselves. */
export const CONTRADICTING = '{housing: 0.99, work: 0.99, drugs: 0.99, alcohol: 0.99, thinking: 0.99, mental: 0.99}';
