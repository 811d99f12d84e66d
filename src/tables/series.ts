/**
 * Series: the tables that charts read, means over cells with intervals. Whoever runs a study makes them, whoever draws reads them.
 */
import type { TableSchema } from './table.ts';

/** One row for every arm, week and level. */
export const PEOPLE_BY_LEVEL: TableSchema = {
  name: 'people-by-level',
  meaning: 'People inside by security level and week, mean over replicates with intervals, and places',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
    { name: 'level', unit: '', meaning: 'security level; people on remand count in theirs', kind: 'text' },
    { name: 'people', unit: 'people', meaning: 'mean over replicates', kind: 'number' },
    { name: 'low', unit: 'people', meaning: 'lower end of the 95 % interval', kind: 'number' },
    { name: 'high', unit: 'people', meaning: 'upper end of the 95 % interval', kind: 'number' },
    { name: 'low50', unit: 'people', meaning: 'lower end of the 50 % interval', kind: 'number' },
    { name: 'high50', unit: 'people', meaning: 'upper end of the 50 % interval', kind: 'number' },
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
  meaning: 'People by state and week, mean over replicates; the total with its interval',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
    { name: 'state', unit: '', meaning: 'remand, a security level, electronic monitoring..., or total', kind: 'text' },
    { name: 'order', unit: 'rank', meaning: 'place in the stack, the lowest at the bottom', kind: 'integer' },
    { name: 'people', unit: 'people', meaning: 'mean over replicates', kind: 'number' },
    { name: 'low', unit: 'people', meaning: 'lower end of the 95 % interval; drawn for the total', kind: 'number' },
    { name: 'high', unit: 'people', meaning: 'upper end of the 95 % interval; drawn for the total', kind: 'number' },
  ],
};

/** One row for every arm and week. */
export const WAITING: TableSchema = {
  name: 'waiting',
  meaning: 'People waiting for a place by week, mean over replicates with interval',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
    { name: 'people', unit: 'people', meaning: 'mean over replicates', kind: 'number' },
    { name: 'low', unit: 'people', meaning: 'lower end of the 95 % interval', kind: 'number' },
    { name: 'high', unit: 'people', meaning: 'upper end of the 95 % interval', kind: 'number' },
  ],
};

/** Where the week outside stands among the places of `WEEK`. */
export const OUTSIDE = 'outside';

/** One row for every arm, place and kind of time. */
export const WEEK: TableSchema = {
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
