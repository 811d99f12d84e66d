/**
 * Survival: cumulative incidence by month with censoring and competing risks (Aalen-Johansen), and the Kaplan-Meier estimate.
 *
 * The input is counts by month since the start (release, say); index 0 is the first month. Order inside a month: people at risk at
 * its start may have the event or a competing one (death, expulsion), which makes the event impossible; people censored in a
 * month, whose follow-up ends, leave at its end, after the events. People still followed at the horizon are censored in the last
 * month. Results hold for the end of each month. The errors treat people as independent of one another.
 */
import { exp, log, normalQuantile } from '../engine/mathematics.ts';
import { type Interval, wilsonInterval } from './intervals.ts';

/** Numbers of people by month, in arrays of one length. Everybody who started is counted exactly once. */
export interface MonthlyCounts {
  readonly events: ArrayLike<number>;
  readonly competing: ArrayLike<number>;
  readonly censored: ArrayLike<number>;
}

/** A curve by month: number at risk at its start; estimate, standard error and interval at its end, as shares. */
export interface Curve {
  readonly atRisk: Int32Array;
  /** NaN, as are standard error and ends, once nobody is left at risk, unless everybody has had an event. */
  readonly estimate: Float64Array;
  readonly standardError: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Cumulative incidence of the event in the presence of competing risks: O. O. Aalen and S. Johansen, Scandinavian Journal of
 * Statistics 5 (1978). The variance is by the delta method, of Greenwood's type: G. E. Dinse and M. G. Larson, Biometrika 73
 * (1986); without censoring it is that of a proportion. Intervals are on the log(-log) scale.
 */
export function cumulativeIncidence(counts: MonthlyCounts, level = 0.95): Curve {
  const { events, competing } = counts;
  const atRisk = numberAtRisk(counts);
  const months = atRisk.length;
  const estimate = new Float64Array(months);
  const eventFreeBefore = new Float64Array(months);
  let eventFree = 1;
  let incidence = 0;
  let competed = false;
  for (let month = 0; month < months; month++) {
    const people = atRisk[month];
    eventFreeBefore[month] = eventFree;
    if (people > 0) {
      const leaving = events[month] + competing[month];
      const added = (eventFree * events[month]) / people;
      eventFree = leaving === people ? 0 : eventFree * ((people - leaving) / people);
      competed ||= competing[month] > 0;
      incidence = competed ? incidence + added : 1 - eventFree;
    }
    estimate[month] = people === 0 && eventFree > 0 ? Number.NaN : incidence;
  }
  const standardError = estimate.map((value, month) =>
    Math.sqrt(incidenceVariance(counts, atRisk, estimate, eventFreeBefore, value, month)),
  );
  return withInterval(atRisk, estimate, standardError, 1, level);
}

/**
 * Cumulative incidence at the end of each month by the actuarial method (S. J. Cutler and F. Ederer, Journal of Chronic Diseases 8,
 * 1958): people censored in a month are at risk for half of it, as they are if the ends of follow-up spread evenly over the
 * month. NaN once nobody is left at risk, unless everybody has had an event.
 */
export function actuarialIncidence(counts: MonthlyCounts): Float64Array {
  const { events, competing, censored } = counts;
  let eventFree = 1;
  let incidence = 0;
  return Float64Array.from(numberAtRisk(counts), (people, month) => {
    if (people === 0) return eventFree > 0 ? Number.NaN : incidence;
    const leaving = events[month] + competing[month];
    const exposed = Math.max(leaving, people - censored[month] / 2);
    if (leaving > 0) incidence += (eventFree * events[month]) / exposed;
    eventFree *= exposed === 0 ? 1 : (exposed - leaving) / exposed;
    return incidence;
  });
}

/**
 * The survival function, the share still without the event if nothing competes with it: E. L. Kaplan and P. Meier, JASA 53 (1958),
 * with Greenwood's variance and intervals on the log(-log) scale.
 */
export function kaplanMeier({ events, censored }: Omit<MonthlyCounts, 'competing'>, level = 0.95): Curve {
  const atRisk = numberAtRisk({ events, competing: new Int32Array(events.length), censored });
  const estimate = new Float64Array(atRisk.length);
  const standardError = new Float64Array(atRisk.length);
  let share = 1;
  let greenwood = 0;
  for (let month = 0; month < atRisk.length; month++) {
    const people = atRisk[month];
    const staying = people - events[month];
    if (people > 0) share = staying === 0 ? 0 : share * (staying / people);
    if (staying > 0) greenwood += events[month] / people / staying;
    estimate[month] = people === 0 && share > 0 ? Number.NaN : share;
    standardError[month] = estimate[month] * Math.sqrt(greenwood);
  }
  return withInterval(atRisk, estimate, standardError, 0, level);
}

function numberAtRisk({ events, competing, censored }: MonthlyCounts): Int32Array {
  const months = events.length;
  if (competing.length !== months || censored.length !== months) {
    throw new Error(`counts of ${months}, ${competing.length} and ${censored.length} months do not belong together`);
  }
  const atRisk = new Int32Array(months);
  let people = 0;
  for (let month = months - 1; month >= 0; month--) {
    for (const count of [events[month], competing[month], censored[month]]) {
      if (!(Number.isInteger(count) && count >= 0))
        throw new Error(`month ${month}: ${count} is not a number of people`);
      people += count;
    }
    atRisk[month] = people;
  }
  return atRisk;
}

/** The variance sums, over months, the effect of each month's events on the incidence: directly, and through those left at risk. */
function incidenceVariance(
  { events, competing }: MonthlyCounts,
  atRisk: Int32Array,
  estimate: Float64Array,
  eventFreeBefore: Float64Array,
  incidence: number,
  lastMonth: number,
): number {
  if (Number.isNaN(incidence)) return Number.NaN;
  let sum = 0;
  for (let month = 0; month <= lastMonth; month++) {
    const people = atRisk[month];
    if (people === 0) break;
    const had = events[month];
    const leaving = had + competing[month];
    const later = incidence - estimate[month];
    const before = eventFreeBefore[month];
    if (leaving < people) sum += (later * later * leaving) / people / (people - leaving);
    sum += ((before * before * had) / people) * ((people - had) / people / people);
    sum -= (2 * later * before * had) / people / people;
  }
  return Math.max(0, sum);
}

/**
 * Intervals by month. Before the first event they are Wilson's for those still at risk; once the curve has reached
 * `final`, which it never leaves, the interval of the month before is widened to include it.
 */
function withInterval(
  atRisk: Int32Array,
  estimate: Float64Array,
  standardError: Float64Array,
  final: 0 | 1,
  level: number,
): Curve {
  const low = new Float64Array(atRisk.length);
  const high = new Float64Array(atRisk.length);
  for (let month = 0; month < atRisk.length; month++) {
    const share = estimate[month];
    let ends = logLogInterval(share, standardError[month], level);
    if (share === 1 - final || (share === final && month === 0)) ends = wilsonInterval(share, atRisk[month], level);
    else if (share === final) ends = { low: Math.min(share, low[month - 1]), high: Math.max(share, high[month - 1]) };
    low[month] = ends.low;
    high[month] = ends.high;
  }
  return { atRisk, estimate, standardError, low, high };
}

function logLogInterval(share: number, standardError: number, level: number): Interval {
  const spread = exp((normalQuantile((1 + level) / 2) * standardError) / (-share * log(share)));
  return { low: exp(log(share) * spread), high: exp(log(share) / spread) };
}
