/**
 * Twins: the tables of pairs of lives: where they part, through what, who gains, and one pair day by day.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

const WHAT = column.text('what', 'the first event that differs, seen from the second arm');
const DECISIONS = column.text('decisions', 'named draws that settle such an event; empty where it follows by rule');
const SCARCE = column.text('scarce', 'what is handed out in turn in it: a place or a seat; empty for nothing');
const HOW = column.text(
  'how',
  'alone: this group of levers alone gives it; any of several: each alone does; needed: none alone does, but not without these; together, or through others: neither; empty where levers were not told apart',
);
const LEVERS = column.text('levers', 'policies, or nouns whose numbers differ');

/** One row a pair that parted. */
export const DIVERGENCES = {
  name: 'divergences',
  meaning:
    'people whose lives differ between the arms, and the first event in which they do, of the first 4 replicates',
  columns: [
    column.integer('replicate', '', 'which replicate; people of two replicates are never the same'),
    column.text('person', 'who: stream and number of the arrival, the same in both arms'),
    column.text('date', 'first day on which something happens in one life and not in the other, ISO 8601'),
    WHAT,
    column.text('first', 'what comes next in the first arm; empty for nothing'),
    column.text('first_on', 'and when, ISO 8601'),
    column.text('second', 'what comes next in the second arm; empty for nothing'),
    column.text('second_on', 'and when, ISO 8601'),
    DECISIONS,
    SCARCE,
    HOW,
    LEVERS,
    column.integer('days_apart', 'days', 'observed, on which the person is in another state in the second arm'),
    column.integer('days_followed', 'days', 'observed, on which the person is followed in both arms'),
  ],
} as const satisfies TableSchema;

/** One row a kind of first divergence. */
export const CAUSES = {
  name: 'causes',
  meaning: 'kinds of first divergence with the levers behind them, the most common first',
  columns: [
    WHAT,
    DECISIONS,
    SCARCE,
    HOW,
    LEVERS,
    column.integer('people', 'people', 'of all replicates together, whose lives part so'),
    column.number('share', 'percent', 'of all people whose lives part'),
    column.text('first_on', 'first day on which lives part so, in any replicate, ISO 8601'),
  ],
} as const satisfies TableSchema;

/** One row a group and outcome. */
export const GROUPS = {
  name: 'groups',
  meaning:
    'outcomes over the observed years by group of people, paired person by person; means over replicates, with Student intervals over replicates since people of a replicate share a world',
  columns: [
    column.text('trait', 'by what people are told apart; of everybody, everybody'),
    column.text('group', 'which of them'),
    column.text('outcome', 'the outcome in words'),
    column.text('unit', 'of the outcome, a person over the observed years'),
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

/** States of both lives of one pair in order, and single days. */
export const LIFE_LINES = {
  name: 'life_lines',
  meaning:
    'one person in both arms: where they are, and what happens on single days; years as numbers, 2014.5 is midsummer',
  columns: [
    column.text('arm', 'arm, as shown; empty for what both share'),
    column.text('kind', 'state, charge, or parting'),
    column.text('what', 'the state, or what happens'),
    column.number('begins', 'year', 'when it begins'),
    column.number('ends', 'year', 'when it ends; of a single day, that day'),
  ],
} as const satisfies TableSchema;
