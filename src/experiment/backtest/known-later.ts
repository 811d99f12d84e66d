/**
 * Known later: what a forecast of the past knows although it was known only after its origin, which makes it *pseudo-real-time*.
 *
 * The mechanisms of the program were written later than every origin, so no backtest of it is a forecast in real time.
 */
import { startOfYear } from '../../engine/calendar.ts';
import { writtenPath } from '../../scenario/change.ts';
import { type DatedInput, datedEvents, datedSeasons, datedSeries } from '../../scenario/inputs.ts';
import { isAmong, type Mode } from './at-origin.ts';
import type { OriginArm } from './backtest.ts';

/** One kind of knowledge that came later. */
export interface KnownLater {
  readonly origin: number;
  readonly mode: Mode;
  /** What: a lever, a policy, or all numbers of a kind. */
  readonly what: string;
  readonly why: string;
  /** How many figures or numbers. */
  readonly count: number;
}

/** What the arm of an origin knows too early. */
export function knownLater({ scenario, origin, mode, until, given }: OriginArm): readonly KnownLater[] {
  const day = startOfYear(origin + 1);
  const row = (what: string, why: string, count: number) => ({ origin, mode, what, why, count });
  const inputs = rowsByLever(scenario.inputs).flatMap(([path, series]) => {
    const inferred = series.filter(({ from, basis }) => from < day && basis === 'inferred').length;
    const isGiven = isAmong(given, series[0].change);
    const later = isGiven ? series.filter(({ from }) => from >= day && from < (until ?? scenario.end)) : [];
    const isEarly = series.every(({ from, by }) => by !== 'day' && from >= day);
    return [
      ...(inferred === 0 ? [] : [row(path, 'inferred figures, whose rules may use later ones', inferred)]),
      ...(later.length === 0 ? [] : [row(path, 'figures of later years, which are given', later.length)]),
      ...(isEarly ? [row(path, 'the first figure is later, and holds before its day', 1)] : []),
    ];
  });
  const policies = scenario.policies
    .filter(({ from, label }) => label === FITTED && from < day)
    .map(({ name, changes }) => row(name, 'fitted to a whole history', changes.length));
  const later = scenario.policies
    .filter(({ from }) => from >= day && from < (until ?? scenario.end))
    .map(({ name, changes }) => row(name, `given: ${changes.map(writtenPath).join(', ')}`, changes.length));
  const numbers = [...scenario.passports.values()].filter(({ period }) => lastYearIn(period) > origin).length;
  return [
    row('mechanisms', 'the program and its equations were written later', 1),
    ...(numbers === 0 ? [] : [row('evidence', 'numbers whose period ends later', numbers)]),
    ...policies,
    ...later,
    ...inputs,
  ];
}

/** The rows of each lever: series, seasons, and events apart. */
function rowsByLever(inputs: readonly DatedInput[]): readonly (readonly [string, readonly DatedInput[]])[] {
  const events = datedEvents(inputs).map((event) => [writtenPath(event.change), [event]] as const);
  return [...datedSeries(inputs), ...datedSeasons(inputs), ...events];
}

function lastYearIn(period: string): number {
  return Math.max(-Infinity, ...(period.match(/\b(?:19|20)\d{2}\b/g) ?? []).map(Number));
}

const FITTED = 'calibration';
