/**
 * Settling: whether the queue of an arm comes to rest, because the mean of one that grows without end is no number.
 *
 * Where inputs stay the same over the last two years, a line is laid by least squares through the queue of their weeks, run by
 * run. A queue does not settle if its mean slope is more than 5 % of its level and more than one person per year, and the 95 %
 * interval over runs lies beyond 2 % altogether. Then no mean is given, but the change per year and the people in the first and last
 * whole week judged. A queue that moves by less than a person per year is at rest however short it is.
 *
 * A queue that falls cannot fall for ever. So it must also fall in the last year by itself, by the same rule: one that was worked off
 * before, as in a short study whose policy begins with it, has come to rest and has its mean.
 */
import { DAYS_PER_WEEK, DAYS_PER_YEAR, type Day, formatDay } from '../engine/calendar.ts';
import { mean } from '../statistics/describe.ts';
import { meanInterval } from '../statistics/intervals.ts';

/** A queue that does not settle. */
export interface Unsettled {
  /** People more, or fewer, per year over the last two years. */
  readonly changePerYear: number;
  /** People in the first week of these years, and the first day of that week, ISO 8601. */
  readonly firstLevel: number;
  readonly firstOn: string;
  /** People in the last whole week. */
  readonly lastLevel: number;
  /** The first day of that week, ISO 8601. */
  readonly lastOn: string;
}

/** The days of a study, and the days from which inputs changed. */
export interface Course {
  readonly start: Day;
  readonly end: Day;
  readonly changes: readonly Day[];
}

/** The number of last whole weeks judged: two years, or 0 if inputs change within them or the study is shorter. */
export function weeksJudged({ start, end, changes }: Course): number {
  const from = firstJudged({ start, end });
  return from < start || changes.some((day) => day > from && day < end) ? 0 : WEEKS;
}

/**
 * How the queue of an arm fails to settle, from the people waiting week by week, one list of whole weeks per independent run,
 * each from the start of the study; undefined if it does settle or cannot be judged.
 */
export function unsettled(queues: readonly ArrayLike<number>[], course: Course): Unsettled | undefined {
  const weeks = weeksJudged(course);
  if (weeks === 0 || queues.length === 0) return undefined;
  const whole = Math.floor((course.end - course.start) / DAYS_PER_WEEK);
  const last = queues.map((queue) => Float64Array.from({ length: weeks }, (_, at) => queue[whole - weeks + at]));
  const change = clearChange(last);
  if (change === undefined) return undefined;
  if (change < 0 && !(clearChange(last.map((queue) => queue.subarray(weeks / 2)))! < 0)) return undefined;
  return {
    changePerYear: change,
    firstLevel: mean(last.map((queue) => queue[0])),
    firstOn: formatDay(firstJudged(course)),
    lastLevel: mean(queues.map((queue) => queue[whole - 1])),
    lastOn: formatDay(course.start + DAYS_PER_WEEK * (whole - 1)),
  };
}

/** The change in people per year, if it is more than a queue that rests would show by chance; undefined if it is not. */
function clearChange(queues: readonly Float64Array[]): number | undefined {
  const level = mean(queues.map((queue) => mean(queue)));
  if (level === 0) return undefined;
  const change = meanInterval(queues.map((queue) => (slopeOf(queue) * DAYS_PER_YEAR) / DAYS_PER_WEEK));
  const surely = change.mean > 0 ? change.low : -change.high;
  const least = Math.max(LEAST_CHANGE, LEAST_SLOPE * level);
  const isClear = Math.abs(change.mean) > least && surely > SURELY_BEYOND * level;
  return isClear ? change.mean : undefined;
}

/** The slope of a line through values one apart, by least squares. */
export function slopeOf(values: ArrayLike<number>): number {
  const [centre, middle] = [mean(values), (values.length - 1) / 2];
  let [across, along] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    across += (at - middle) * (values[at] - centre);
    along += (at - middle) * (at - middle);
  }
  return across / along;
}

/** The first day of the weeks judged. */
function firstJudged({ start, end }: Pick<Course, 'start' | 'end'>): Day {
  const whole = Math.floor((end - start) / DAYS_PER_WEEK);
  return start + DAYS_PER_WEEK * (whole - WEEKS);
}

/** Weeks in two years. */
const WEEKS = 104;
/** People per year. */
const LEAST_CHANGE = 1;
/** Of the level, per year. */
const LEAST_SLOPE = 0.05;
const SURELY_BEYOND = 0.02;
