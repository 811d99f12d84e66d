/**
 * Series: the tables that the charts of a study read, means over cells with intervals.
 *
 * Experiments make most of them and a study's folder keeps those; differences and observed figures are made from its summary.
 */
import { boolean, date, integer, number, text } from './columns.ts';
import type { TableSchema } from './table.ts';

/** The level whose rows hold everybody inside. */
export const ALL_LEVELS = 'all levels';

/** One row for every arm, week and level, and one for all levels. */
export const PEOPLE_BY_LEVEL = {
  name: 'people-by-level',
  meaning: 'People inside by security level and week, mean over runs with their middle, and places',
  columns: [
    text('arm', 'arm, as shown'),
    date('date', 'first day of the week'),
    text('level', 'security level, or all; people on remand count in theirs'),
    number('people', 'people', 'mean over runs'),
    number('low', 'people', 'lower end of the middle 95 % of runs'),
    number('high', 'people', 'upper end of the middle 95 % of runs'),
    number('low50', 'people', 'lower end of the middle 50 % of runs'),
    number('high50', 'people', 'upper end of the middle 50 % of runs'),
    number('places', 'places', 'places that may be used; missing where there is no limit'),
  ],
} as const satisfies TableSchema;

/** One row for every arm, definition and month since release. */
export const RECIDIVISM = {
  name: 'recidivism',
  meaning: 'Share of released people with a first return by month since release, mean over replicates with interval',
  columns: [
    text('arm', 'arm, as shown'),
    text('definition', 'what counts as a return, such as new charge'),
    integer('month', 'months', 'months since release'),
    number('share', 'share', 'mean over replicates'),
    number('low', 'share', 'lower end of the 95 % interval'),
    number('high', 'share', 'upper end of the 95 % interval'),
  ],
} as const satisfies TableSchema;

/** The state whose rows hold the total of all others with its interval; it is drawn as lines, not stacked. */
export const TOTAL = 'total';

/** One row for every arm, week and state; rows of the state `total` are optional. */
export const WHO_IS_WHERE = {
  name: 'who-is-where',
  meaning: 'People by state and week, mean over runs with the middle 95 % of runs',
  columns: [
    text('arm', 'arm, as shown'),
    date('date', 'first day of the week'),
    text('state', 'remand, a security level, electronic monitoring..., or total'),
    integer('order', 'rank', 'place in the stack, the lowest at the bottom'),
    number('people', 'people', 'mean over replicates'),
    number('low', 'people', 'lower end of the middle 95 % of runs'),
    number('high', 'people', 'upper end of the middle 95 % of runs'),
  ],
} as const satisfies TableSchema;

/** One row for every arm and week. */
export const WAITING = {
  name: 'waiting',
  meaning: 'People waiting for a place by week, mean over runs with the middle 95 % of runs',
  columns: [
    text('arm', 'arm, as shown'),
    date('date', 'first day of the week'),
    number('people', 'people', 'mean over runs'),
    number('low', 'people', 'lower end of the middle 95 % of runs'),
    number('high', 'people', 'upper end of the middle 95 % of runs'),
  ],
} as const satisfies TableSchema;

/** Where the week outside stands among the places of `WEEK`. */
export const OUTSIDE = 'outside';

/** One row for every arm, place and kind of time. */
export const WEEK_BY_ACTIVITY = {
  name: 'week',
  meaning: 'Hours of a week by what they are spent on: outside, on remand and at every level; mean over replicates',
  columns: [
    text('arm', 'arm, as shown'),
    text('place', 'outside, remand, or a security level'),
    text('kind', 'what time is spent on'),
    integer('order', 'rank', 'place in the bar, the first at the left'),
    number('hours', 'hours a week', 'mean over people and replicates'),
    number('low', 'hours a week', 'lower end of the 95 % interval'),
    number('high', 'hours a week', 'upper end of the 95 % interval'),
  ],
} as const satisfies TableSchema;

const AXIS = text('axis', 'what a policy is to bring, such as fewer charges');
const PAID_FOR = text('paidFor', 'what one would pay for, in words');

/** One row for every axis, arm other than the baseline and draw; none unless there are several draws. */
export const COST_EFFECTIVENESS_PLANE = {
  name: 'cost-effectiveness-plane',
  meaning: 'What each arm brings and costs over the baseline in each parameter draw, mean over its replicates',
  columns: [
    AXIS,
    text('effect', 'what there is to be fewer of'),
    text('per', 'how it is counted'),
    text('arm', 'arm, as shown'),
    integer('draw', '', 'parameter draw'),
    number('avoided', 'see effect and per', 'baseline less arm'),
    number('cost', 'million kroner a year', 'arm less baseline'),
  ],
} as const satisfies TableSchema;

/** One row for every axis, price and arm; none unless there are several draws. */
export const ACCEPTABILITY = {
  name: 'acceptability',
  meaning: 'How often each arm has the highest net benefit, over parameter draws, by what one would pay for the effect',
  columns: [
    AXIS,
    PAID_FOR,
    number('willingness', 'kroner', 'what one would pay for it'),
    text('arm', 'arm, as shown'),
    number('share', 'share', 'draws in which the arm has the highest expected net benefit'),
    number('low', 'share', 'lower end of the 95 % interval'),
    number('high', 'share', 'upper end of the 95 % interval'),
    boolean('frontier', 'whether its mean net benefit is the highest'),
    text('scale', 'what gives the range its scale, in words'),
    number('scaleLow', 'kroner', 'lower end of the middle 95 % of that over draws'),
    number('scaleMiddle', 'kroner', 'median of that over draws'),
    number('scaleHigh', 'kroner', 'upper end of the middle 95 % of that over draws'),
  ],
} as const satisfies TableSchema;

/** The group of all parameters together in `VALUE_OF_INFORMATION`. */
export const EVERYTHING = 'everything';

/** One row for every axis, price and group of parameters; none unless there are several draws. */
export const VALUE_OF_INFORMATION = {
  name: 'value-of-information',
  meaning: 'What it would be worth to know a group of parameters exactly before choosing an arm',
  columns: [
    AXIS,
    PAID_FOR,
    number('willingness', 'kroner', 'what one would pay for it'),
    text('group', 'the mechanism whose parameters would be known, or everything'),
    integer('parameters', '', 'uncertain parameters in the group'),
    number('value', 'million kroner a year', 'expected value; missing where draws are too few for so many parameters'),
    number('low', 'million kroner a year', 'lower end of the 95 % interval'),
    number('high', 'million kroner a year', 'upper end of the 95 % interval'),
  ],
} as const satisfies TableSchema;

/** One row for every measure and arm other than the baseline; made from the summary. */
export const DIFFERENCES = {
  name: 'differences',
  meaning: 'Paired differences from the baseline by measure and arm',
  columns: [
    text('measure', 'identifier of the measure'),
    text('label', 'the measure in words'),
    text('unit', 'unit of the measure'),
    text('arm', 'arm, as shown'),
    number('baseline', 'of the measure', 'mean in the baseline'),
    number('value', 'of the measure', 'mean in the arm'),
    number('difference', 'of the measure', 'value less baseline, paired by replicate'),
    number('low', 'of the measure', 'lower end of the 95 % interval of the difference'),
    number('high', 'of the measure', 'upper end of the 95 % interval of the difference'),
    text('better', 'which side is better: lower, higher or neither'),
  ],
} as const satisfies TableSchema;

/** One row for every observed figure that the simulation measures too; made from the targets and the summary. */
export const OBSERVED = {
  name: 'observed',
  meaning: 'Observed numbers, the simulation of the same quantity, and whether it falls within the stated tolerance',
  columns: [
    text('measure', 'identifier of the measure'),
    text('label', 'the measure in words'),
    text('unit', 'unit of the measure'),
    number('observed', 'of the measure', 'what was observed'),
    number('simulated', 'of the measure', 'mean over replicates'),
    number('low', 'of the measure', 'lower end of the 95 % interval of the simulation'),
    number('high', 'of the measure', 'upper end of the 95 % interval of the simulation'),
    number('tolerance', 'share', 'allowed distance from the observed number'),
    text('verdict', 'within or miss'),
    boolean('fitted', 'whether the figure was used to choose a parameter, so that agreement is no test'),
    text('period', 'years observed'),
    text('source', 'where the observed number is published'),
  ],
} as const satisfies TableSchema;
