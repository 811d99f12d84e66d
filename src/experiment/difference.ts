/**
 * Difference: a measure under an arm less the same measure under another, paired by replicate, with an interval that also holds where
 * few people differ.
 *
 * Where a policy changes the outcome of few, most replicates differ by nothing and Student's interval over replicates is too narrow. A
 * measure that counts events among members then has the wider ends of two intervals: Student's, and that of the net count of the events
 * that only one arm has, stratum by stratum. Events that cancel out within a stratum are not seen, so the second is made for few events;
 * with many the first is the wider.
 */
import type { MemberEvents } from '../measures/measure.ts';
import type { Interval } from '../statistics/intervals.ts';
import { netCountInterval } from '../statistics/net-count.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import { studentQuantile } from '../statistics/student.ts';
import { knownMeans } from './draw-groups.ts';

/** Events that only the arm has (gained) and only the other has (lost), strata taken as wholes, among so many members. */
export interface Moved {
  readonly gained: number;
  readonly lost: number;
  readonly members: number;
}

/** Between arms that never part, nothing can move: no number of replicates would show a difference. */
export const NOTHING: Moved = { gained: 0, lost: 0, members: 0 };

/** What moved from one arm to the other within a replicate. */
export function movedBetween(own: MemberEvents, other: MemberEvents): Moved {
  let [gained, lost] = [0, 0];
  for (let stratum = 0; stratum < own.byStratum.length; stratum++) {
    const net = own.byStratum[stratum] - other.byStratum[stratum];
    if (net > 0) gained += net;
    else lost -= net;
  }
  return { gained, lost, members: other.members };
}

/** The interval around a difference in events per `per` members, at least as wide as the net count of what moved has it. */
export function widened(difference: number, { low, high }: Interval, moved: readonly Moved[], per: number): Interval {
  const total = (name: keyof Moved) => moved.reduce((sum, one) => sum + one[name], 0);
  const [gained, lost, members] = [total('gained'), total('lost'), total('members')];
  if (members === 0) return { low, high };
  const counted = netCountInterval(gained, lost);
  const ends = [counted.low, counted.high].map((end) => difference + (per * (end - gained + lost)) / members);
  return { low: Math.min(low, ends[0]), high: Math.max(high, ends[1]) };
}

/** A paired difference, and the places of the values that it is made of. */
interface Found extends Pick<PairedDifference, 'difference' | 'low' | 'high' | 'gain'> {
  readonly known: readonly number[];
}

/**
 * The paired difference of values in order of draw and replicate, `size` to a draw, with what moved between them: as Student has it if
 * nothing can move, or if nothing is counted. Draws of which a value is missing are left out; NaN if none is left.
 */
export function differenceOf(values: Float64Array, others: Float64Array, size: number, moved: readonly Moved[]): Found {
  const both = values.map((value, at) => value + others[at]);
  const known = [...both.keys()].filter((at) => {
    const group = Math.floor(at / size) * size;
    return !both.subarray(group, group + size).some(Number.isNaN);
  });
  if (known.length === 0) return { known, difference: NaN, low: NaN, high: NaN, gain: NaN };
  const means = (from: Float64Array) =>
    knownMeans(
      Float64Array.from(known, (at) => from[at]),
      size,
    );
  const { difference, low, high, gain, count, unpairedStandardError } = pairedDifference(means(values), means(others));
  const ends = widened(difference, { low, high }, moved, 100);
  if (ends.low === low && ends.high === high) return { known, difference, low, high, gain };
  const unpaired = 2 * studentQuantile(0.975, count - 1) * unpairedStandardError;
  const ratio = unpaired / (ends.high - ends.low);
  return { known, difference, ...ends, gain: ratio * ratio };
}
