/**
 * Series: the tables that charts read, means over cells with intervals. Whoever runs a study makes them, whoever draws reads them.
 */
import type { Column, TableSchema } from './table.ts';

/** The level whose rows hold everybody inside. */
export const ALL_LEVELS = 'all levels';

/** One row for every arm, week and level, and one for all levels. */
export const PEOPLE_BY_LEVEL: TableSchema = {
  name: 'people-by-level',
  meaning: 'People inside by security level and week, mean over runs with their middle, and places',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
    { name: 'level', unit: '', meaning: 'security level, or all; people on remand count in theirs', kind: 'text' },
    { name: 'people', unit: 'people', meaning: 'mean over runs', kind: 'number' },
    { name: 'low', unit: 'people', meaning: 'lower end of the middle 95 % of runs', kind: 'number' },
    { name: 'high', unit: 'people', meaning: 'upper end of the middle 95 % of runs', kind: 'number' },
    { name: 'low50', unit: 'people', meaning: 'lower end of the middle 50 % of runs', kind: 'number' },
    { name: 'high50', unit: 'people', meaning: 'upper end of the middle 50 % of runs', kind: 'number' },
    {
      name: 'places',
      unit: 'places',
      meaning: 'places that may be used; missing where there is no limit',
      kind: 'number',
    },
  ],
};

/** One row for every arm, definition and month since release. */
export const RECIDIVISM: TableSchema = {
  name: 'recidivism',
  meaning: 'Share of released people with a first return by month since release, mean over replicates with interval',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'definition', unit: '', meaning: 'what counts as a return, such as new charge', kind: 'text' },
    { name: 'month', unit: 'months', meaning: 'months since release', kind: 'integer' },
    { name: 'share', unit: 'share', meaning: 'mean over replicates', kind: 'number' },
    { name: 'low', unit: 'share', meaning: 'lower end of the 95 % interval', kind: 'number' },
    { name: 'high', unit: 'share', meaning: 'upper end of the 95 % interval', kind: 'number' },
  ],
};

/** The state whose rows hold the total of all others with its interval; it is drawn as lines, not stacked. */
export const TOTAL = 'total';

/** One row for every arm, week and state; rows of the state `total` are optional. */
export const WHO_IS_WHERE: TableSchema = {
  name: 'who-is-where',
  meaning: 'People by state and week, mean over runs with the middle 95 % of runs',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
    { name: 'state', unit: '', meaning: 'remand, a security level, electronic monitoring..., or total', kind: 'text' },
    { name: 'order', unit: 'rank', meaning: 'place in the stack, the lowest at the bottom', kind: 'integer' },
    { name: 'people', unit: 'people', meaning: 'mean over replicates', kind: 'number' },
    { name: 'low', unit: 'people', meaning: 'lower end of the middle 95 % of runs', kind: 'number' },
    { name: 'high', unit: 'people', meaning: 'upper end of the middle 95 % of runs', kind: 'number' },
  ],
};

/** One row for every arm and week. */
export const WAITING: TableSchema = {
  name: 'waiting',
  meaning: 'People waiting for a place by week, mean over runs with the middle 95 % of runs',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
    { name: 'people', unit: 'people', meaning: 'mean over runs', kind: 'number' },
    { name: 'low', unit: 'people', meaning: 'lower end of the middle 95 % of runs', kind: 'number' },
    { name: 'high', unit: 'people', meaning: 'upper end of the middle 95 % of runs', kind: 'number' },
  ],
};

/** Where the week outside stands among the places of `WEEK`. */
export const OUTSIDE = 'outside';

/** One row for every arm, place and kind of time. */
export const WEEK_BY_ACTIVITY: TableSchema = {
  name: 'week',
  meaning: 'Hours of a week by what they are spent on: outside, on remand and at every level; mean over replicates',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'place', unit: '', meaning: 'outside, remand, or a security level', kind: 'text' },
    { name: 'kind', unit: '', meaning: 'what time is spent on', kind: 'text' },
    { name: 'order', unit: 'rank', meaning: 'place in the bar, the first at the left', kind: 'integer' },
    { name: 'hours', unit: 'hours a week', meaning: 'mean over people and replicates', kind: 'number' },
    { name: 'low', unit: 'hours a week', meaning: 'lower end of the 95 % interval', kind: 'number' },
    { name: 'high', unit: 'hours a week', meaning: 'upper end of the 95 % interval', kind: 'number' },
  ],
};

const text = (name: string, meaning: string): Column => ({ name, unit: '', meaning, kind: 'text' });
const number = (name: string, unit: string, meaning: string): Column => ({ name, unit, meaning, kind: 'number' });
const AXIS = text('axis', 'what a policy is to bring, such as fewer charges');
const PAID_FOR = text('paidFor', 'what one would pay for, in words');

/** One row for every axis, arm other than the baseline and draw; none unless there are several draws. */
export const COST_EFFECTIVENESS_PLANE: TableSchema = {
  name: 'cost-effectiveness-plane',
  meaning: 'What each arm brings and costs over the baseline in each parameter draw, mean over its replicates',
  columns: [
    AXIS,
    text('effect', 'what there is to be fewer of'),
    text('per', 'how it is counted'),
    text('arm', 'arm, as shown'),
    { name: 'draw', unit: '', meaning: 'parameter draw', kind: 'integer' },
    number('avoided', 'see effect and per', 'baseline less arm'),
    number('cost', 'million kroner a year', 'arm less baseline'),
  ],
};

/** One row for every axis, price and arm; none unless there are several draws. */
export const ACCEPTABILITY: TableSchema = {
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
    { name: 'frontier', unit: '', meaning: 'whether its mean net benefit is the highest', kind: 'boolean' },
    text('scale', 'what gives the range its scale, in words'),
    number('scaleLow', 'kroner', 'lower end of the middle 95 % of that over draws'),
    number('scaleMiddle', 'kroner', 'median of that over draws'),
    number('scaleHigh', 'kroner', 'upper end of the middle 95 % of that over draws'),
  ],
};

/** The group of all parameters together in `VALUE_OF_INFORMATION`. */
export const EVERYTHING = 'everything';

/** One row for every axis, price and group of parameters; none unless there are several draws. */
export const VALUE_OF_INFORMATION: TableSchema = {
  name: 'value-of-information',
  meaning: 'What it would be worth to know a group of parameters exactly before choosing an arm',
  columns: [
    AXIS,
    PAID_FOR,
    number('willingness', 'kroner', 'what one would pay for it'),
    text('group', 'the mechanism whose parameters would be known, or everything'),
    { name: 'parameters', unit: '', meaning: 'uncertain parameters in the group', kind: 'integer' },
    number('value', 'million kroner a year', 'expected value; missing where draws are too few for so many parameters'),
    number('low', 'million kroner a year', 'lower end of the 95 % interval'),
    number('high', 'million kroner a year', 'upper end of the 95 % interval'),
  ],
};
