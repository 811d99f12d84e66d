/**
 * Twins: the tables of paired counterfactual life courses: divergences, their causes, gains and losses, and one pair day by day.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

const WHAT = column.text('what', 'the first different event, seen from the second arm');
const DECISIONS = column.text('decisions', 'named draws that settle such an event; empty if it follows by rule');
const SCARCE = column.text('scarce', 'the scarce resource allocated in it: a place or a seat; empty for none');
const HOW = column.text(
  'how',
  'alone: this group of levers suffices; any of several: each of them suffices; needed: none suffices, but it needs these; together, or through others: neither; empty if levers were not told apart',
);
const LEVERS = column.text('levers', 'policies, or nouns with numbers that differ');

/** One row per pair that parted. */
export const DIVERGENCES = {
  name: 'divergences',
  meaning:
    'people whose lives differ between the arms, and the first event in which they do, of the first 4 replicates',
  columns: [
    column.integer('replicate', '', 'replicate; people of two replicates are never the same'),
    column.text('person', 'key of the person: stream and number of the arrival, the same in both arms'),
    column.text('date', 'first day with an event in one life and not in the other, ISO 8601'),
    WHAT,
    column.text('first', 'next event in the first arm; empty for none'),
    column.text('first_on', 'and when, ISO 8601'),
    column.text('second', 'next event in the second arm; empty for none'),
    column.text('second_on', 'and when, ISO 8601'),
    DECISIONS,
    SCARCE,
    HOW,
    LEVERS,
    column.integer('days_apart', 'days', 'observed, on which the person is in another state in the second arm'),
    column.integer('days_followed', 'days', 'observed, on which the person is followed in both arms'),
  ],
} as const satisfies TableSchema;

/** One row per kind of first divergence. */
export const CAUSES = {
  name: 'causes',
  meaning: 'kinds of first divergence with the levers behind them, the most common first',
  columns: [
    WHAT,
    DECISIONS,
    SCARCE,
    HOW,
    LEVERS,
    column.integer('people', 'people', 'people of all replicates whose lives part in this way'),
    column.number('share', 'percent', 'share of all people whose lives part'),
    column.text('first_on', 'first day on which lives part in this way, in any replicate, ISO 8601'),
  ],
} as const satisfies TableSchema;

/** One row per group and outcome. */
export const GROUPS = {
  name: 'groups',
  meaning:
    'outcomes over the observed years by group of people, paired person by person; means over replicates, with Student intervals over replicates because people of a replicate share a world',
  columns: [
    column.text('trait', 'trait that defines the group; everybody for all'),
    column.text('group', 'group within the trait'),
    column.text('outcome', 'the outcome in words'),
    column.text('unit', 'of the outcome, per person over the observed years'),
    column.number('people', 'people', 'of the group, mean over replicates'),
    column.number('first', 'of the outcome', 'mean in the first arm'),
    column.number('second', 'of the outcome', 'mean in the second arm'),
    column.number('difference', 'of the outcome', 'second less first; missing for fewer than 10 people'),
    column.number('low', 'of the outcome', 'lower end of its 95 % interval; missing for one replicate'),
    column.number('high', 'of the outcome', 'upper end of its 95 % interval'),
    column.number('less', 'percent', 'people who have less of it in the second arm'),
    column.number('more', 'percent', 'people who have more of it in the second arm'),
    column.text('better', 'which side is better for the person: lower or neither'),
  ],
} as const satisfies TableSchema;

/** The states of both lives of one pair in order, and single days. */
export const LIFE_LINES = {
  name: 'life_lines',
  meaning:
    'one person in both arms: states over time, and events on single days; years as numbers, 2014.5 is midsummer',
  columns: [
    column.text('arm', 'arm, as shown; empty for rows that both share'),
    column.text('kind', 'state, charge, or parting'),
    column.text('what', 'the state, or the event'),
    column.number('begins', 'year', 'its beginning'),
    column.number('ends', 'year', 'its end; for a single day, that day'),
  ],
} as const satisfies TableSchema;
