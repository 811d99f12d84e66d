/**
 * Series: the tables behind the charts of a study: means over cells with intervals.
 *
 * Experiments make most of them, and the study's folder keeps them; differences and observed figures come from its summary.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** The level of rows that hold everybody inside. */
export const ALL_LEVELS = 'all levels';

/** One row per arm, week and level, and one for all levels. */
export const PEOPLE_BY_LEVEL = {
  name: 'people-by-level',
  meaning: 'People inside by security level and week, mean over runs with their middle, and places',
  columns: [
    column.text('arm', 'arm, as shown'),
    column.date('date', 'first day of the week'),
    column.text('level', 'security level, or all; people on remand count in theirs'),
    column.number('people', 'people', 'mean over runs'),
    column.number('low', 'people', 'lower end of the middle 95 % of runs'),
    column.number('high', 'people', 'upper end of the middle 95 % of runs'),
    column.number('low50', 'people', 'lower end of the middle 50 % of runs'),
    column.number('high50', 'people', 'upper end of the middle 50 % of runs'),
    column.number('places', 'places', 'usable places, second beds included; missing if there is no limit'),
  ],
} as const satisfies TableSchema;

/** One row per arm, definition and month since release. */
export const RECIDIVISM = {
  name: 'recidivism',
  meaning: 'Share of released people with a first return by month since release, mean over replicates with interval',
  columns: [
    column.text('arm', 'arm, as shown'),
    column.text('definition', 'definition of return, such as new charge'),
    column.integer('month', 'months', 'months since release'),
    column.number('share', 'share', 'mean over replicates'),
    column.number('low', 'share', 'lower end of the 95 % interval'),
    column.number('high', 'share', 'upper end of the 95 % interval'),
  ],
} as const satisfies TableSchema;

/** One row per arm and month since entry, the baseline first. */
export const COHORT = {
  name: 'cohort',
  meaning:
    'Share of the same people charged again by month since entry, and paired difference from the baseline, with intervals',
  columns: [
    column.text('arm', 'arm, as shown'),
    column.text('population', 'the people followed'),
    column.integer('month', 'months', 'months since the verdict, or since the first charge'),
    column.number('share', 'share', 'mean over replicates'),
    column.number('low', 'share', 'lower end of the 95 % interval'),
    column.number('high', 'share', 'upper end of the 95 % interval'),
    column.number('difference', 'share', 'mean paired difference from the baseline; missing for the baseline'),
    column.number('difference-low', 'share', 'lower end of its 95 % interval'),
    column.number('difference-high', 'share', 'upper end of its 95 % interval'),
  ],
} as const satisfies TableSchema;

/** The state of rows that hold the total of all others with its interval; it is drawn as lines, not stacked. */
export const TOTAL = 'total';

/** One row per arm, week and state; rows of the state `total` are optional. */
export const WHO_IS_WHERE = {
  name: 'who-is-where',
  meaning: 'People by state and week, mean over runs with the middle 95 % of runs',
  columns: [
    column.text('arm', 'arm, as shown'),
    column.date('date', 'first day of the week'),
    column.text('state', 'remand, a security level, electronic monitoring..., or total'),
    column.integer('order', 'rank', 'position in the stack, the lowest at the bottom'),
    column.number('people', 'people', 'mean over replicates'),
    column.number('low', 'people', 'lower end of the middle 95 % of runs'),
    column.number('high', 'people', 'upper end of the middle 95 % of runs'),
  ],
} as const satisfies TableSchema;

/** One row per arm and week. */
export const WAITING = {
  name: 'waiting',
  meaning: 'People waiting for a place by week, mean over runs with the middle 95 % of runs',
  columns: [
    column.text('arm', 'arm, as shown'),
    column.date('date', 'first day of the week'),
    column.number('people', 'people', 'mean over runs'),
    column.number('low', 'people', 'lower end of the middle 95 % of runs'),
    column.number('high', 'people', 'upper end of the middle 95 % of runs'),
  ],
} as const satisfies TableSchema;

/** The name of the week outside among the places of `WEEK`. */
export const OUTSIDE = 'outside';

/** One row per arm, place and kind of time. */
export const WEEK_BY_ACTIVITY = {
  name: 'week',
  meaning: 'Weekly hours by use of time: outside, on remand and at every level; mean over replicates',
  columns: [
    column.text('arm', 'arm, as shown'),
    column.text('place', 'outside, remand, or a security level'),
    column.text('kind', 'use of time'),
    column.integer('order', 'rank', 'position in the bar, the first at the left'),
    column.number('hours', 'hours per week', 'mean over people and replicates'),
    column.number('low', 'hours per week', 'lower end of the 95 % interval'),
    column.number('high', 'hours per week', 'upper end of the 95 % interval'),
  ],
} as const satisfies TableSchema;

const AXIS = column.text('axis', 'the effect sought, such as fewer charges');
const PAID_FOR = column.text('paidFor', 'the effect paid for, in words');

/** One row per axis, draw and arm other than the baseline; none unless there are several draws. */
export const COST_EFFECTIVENESS_PLANE = {
  name: 'cost-effectiveness-plane',
  meaning: 'Effect and cost of each arm against the baseline in each parameter draw, mean over its replicates',
  columns: [
    AXIS,
    column.text('effect', 'the outcome to be reduced'),
    column.text('per', 'unit of the count'),
    column.text('arm', 'arm, as shown'),
    column.integer('draw', '', 'parameter draw'),
    column.number('avoided', 'see effect and per', 'baseline less arm'),
    column.number('cost', 'million kroner per year', 'arm less baseline'),
  ],
} as const satisfies TableSchema;

/** One row per axis, price and arm; none unless there are several draws. */
export const ACCEPTABILITY = {
  name: 'acceptability',
  meaning: 'How often each arm has the highest net benefit over parameter draws, by willingness to pay for the effect',
  columns: [
    AXIS,
    PAID_FOR,
    column.number('willingness', 'kroner', 'willingness to pay for it'),
    column.text('arm', 'arm, as shown'),
    column.number('share', 'share', 'draws in which the arm has the highest expected net benefit'),
    column.number('low', 'share', 'lower end of the 95 % interval'),
    column.number('high', 'share', 'upper end of the 95 % interval'),
    column.boolean('frontier', 'whether its mean net benefit is the highest'),
    column.text('scale', 'reference price of the range, in words'),
    column.number('scaleLow', 'kroner', 'lower end of the middle 95 % of the reference price over draws'),
    column.number('scaleMiddle', 'kroner', 'median of the reference price over draws'),
    column.number('scaleHigh', 'kroner', 'upper end of the middle 95 % of the reference price over draws'),
  ],
} as const satisfies TableSchema;

/** The group of all parameters together in `VALUE_OF_INFORMATION`. */
export const EVERYTHING = 'everything';

/** One row per axis, price and group of parameters; none unless there are several draws. */
export const VALUE_OF_INFORMATION = {
  name: 'value-of-information',
  meaning: 'Expected value of knowing a group of parameters exactly before choosing an arm (EVPPI)',
  columns: [
    AXIS,
    PAID_FOR,
    column.number('willingness', 'kroner', 'willingness to pay for it'),
    column.text('group', 'the mechanism with the known parameters, or everything'),
    column.integer('parameters', '', 'uncertain parameters in the group'),
    column.number(
      'value',
      'million kroner per year',
      'expected value; missing if draws are too few for its number of parameters',
    ),
    column.number('low', 'million kroner per year', 'lower end of the 95 % interval'),
    column.number('high', 'million kroner per year', 'upper end of the 95 % interval'),
  ],
} as const satisfies TableSchema;

/** One row per measure and arm other than the baseline; made from the summary. */
export const DIFFERENCES = {
  name: 'differences',
  meaning: 'Paired differences from the baseline by measure and arm',
  columns: [
    column.text('measure', 'identifier of the measure'),
    column.text('label', 'the measure in words'),
    column.text('unit', 'unit of the measure'),
    column.text('arm', 'arm, as shown'),
    column.number('baseline', 'of the measure', 'mean in the baseline'),
    column.number('value', 'of the measure', 'mean in the arm'),
    column.number('difference', 'of the measure', 'value less baseline, paired by replicate'),
    column.number('low', 'of the measure', 'lower end of the 95 % interval of the difference'),
    column.number('high', 'of the measure', 'upper end of the 95 % interval of the difference'),
    column.text('better', 'which side is better: lower, higher or neither'),
  ],
} as const satisfies TableSchema;

/** One row per observed figure that the simulation measures too; made from the targets and the summary. */
export const OBSERVED = {
  name: 'observed',
  meaning: 'Observed numbers, the simulation of the same quantity, and whether it falls within the stated tolerance',
  columns: [
    column.text('measure', 'identifier of the measure'),
    column.text('label', 'the measure in words'),
    column.text('unit', 'unit of the measure'),
    column.number('observed', 'of the measure', 'observed value'),
    column.number('simulated', 'of the measure', 'mean over replicates'),
    column.number('low', 'of the measure', 'lower end of the 95 % interval of the simulation'),
    column.number('high', 'of the measure', 'upper end of the 95 % interval of the simulation'),
    column.number('tolerance', 'share', 'allowed distance from the observed number'),
    column.text('verdict', 'within or miss'),
    column.boolean('fitted', 'whether the figure was used to choose a parameter, so that agreement is no test'),
    column.text('period', 'years observed'),
    column.text('source', 'publication of the observed number'),
  ],
} as const satisfies TableSchema;
