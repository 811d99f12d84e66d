/**
 * Twins tables: divergences, their causes, and what groups of people gain or lose, as tables.
 */
import { formatDay } from '../../engine/calendar.ts';
import { lifeEventNames } from '../../people/life-events.ts';
import { meanInterval } from '../../statistics/intervals.ts';
import { type Table, type TableSchema, tableOfRows, type Value } from '../../tables/table.ts';
import { personName } from '../record.ts';
import { behindOf, type Cause, type TwinNames, throughOf, whatOf } from './causes.ts';
import type { Outcome } from './outcomes.ts';
import type { Subgroup } from './subgroups.ts';
import { type PairTallies, twinSums } from './tallies.ts';
import type { TwinsRead } from './twins.ts';

type Kind = 'text' | 'integer' | 'number';
const column = (kind: Kind, name: string, unit: string, meaning: string) => ({ kind, name, unit, meaning });
const text = (name: string, meaning: string) => column('text', name, '', meaning);

const WHAT = text('what', 'the first event that differs, seen from the second arm');
const DECISIONS = text('decisions', 'named draws that settle such an event; empty where it follows by rule');
const SCARCE = text('scarce', 'what is handed out in turn in it: a place or a seat; empty for nothing');
const HOW = text(
  'how',
  'alone: this group of levers alone gives it; any of several: each alone does; needed: none alone does, but not without these; together, or through others: neither; empty where levers were not told apart',
);
const LEVERS = text('levers', 'policies, or nouns whose numbers differ');

/** One row a pair that parted. */
export const DIVERGENCES: TableSchema = {
  name: 'divergences',
  meaning:
    'people whose lives differ between the arms, and the first event in which they do, of the first 4 replicates',
  columns: [
    column('integer', 'replicate', '', 'which replicate; people of two replicates are never the same'),
    text('person', 'who: stream and number of the arrival, the same in both arms'),
    text('date', 'first day on which something happens in one life and not in the other, ISO 8601'),
    WHAT,
    text('first', 'what comes next in the first arm; empty for nothing'),
    text('first_on', 'and when, ISO 8601'),
    text('second', 'what comes next in the second arm; empty for nothing'),
    text('second_on', 'and when, ISO 8601'),
    DECISIONS,
    SCARCE,
    HOW,
    LEVERS,
    column('integer', 'days_apart', 'days', 'observed, on which the person is in another state in the second arm'),
    column('integer', 'days_followed', 'days', 'observed, on which the person is followed in both arms'),
  ],
};

/** One row a kind of first divergence. */
export const CAUSES: TableSchema = {
  name: 'causes',
  meaning: 'kinds of first divergence with the levers behind them, the most common first',
  columns: [
    WHAT,
    DECISIONS,
    SCARCE,
    HOW,
    LEVERS,
    column('integer', 'people', 'people', 'of all replicates together, whose lives part so'),
    column('number', 'share', 'percent', 'of all people whose lives part'),
    text('first_on', 'first day on which lives part so, in any replicate, ISO 8601'),
  ],
};

/** One row a group and outcome. */
export const GROUPS: TableSchema = {
  name: 'groups',
  meaning:
    'outcomes over the observed years by group of people, paired person by person; means over replicates, with Student intervals over replicates since people of a replicate share a world',
  columns: [
    text('trait', 'by what people are told apart; of everybody, everybody'),
    text('group', 'which of them'),
    text('outcome', 'the outcome in words'),
    text('unit', 'of the outcome, a person over the observed years'),
    column('number', 'people', 'people', 'of the group, mean over replicates'),
    column('number', 'first', 'of the outcome', 'mean in the first arm'),
    column('number', 'second', 'of the outcome', 'mean in the second arm'),
    column('number', 'difference', 'of the outcome', 'second less first; missing for fewer than 10 people'),
    column('number', 'low', 'of the outcome', 'lower end of its 95 % interval; missing for one replicate'),
    column('number', 'high', 'of the outcome', 'upper end of its 95 % interval'),
    column('number', 'less', 'percent', 'people who have less of it in the second arm'),
    column('number', 'more', 'percent', 'people who have more of it in the second arm'),
    text('better', 'which side is better for the person: lower or neither'),
  ],
};

/** In a replicate with fewer people of a group nothing is said of it. */
export const FEWEST = 10;

/** Everybody whose lives part, replicate by replicate. */
export function divergencesTable(reads: readonly Pick<TwinsRead, 'replicate' | 'parted'>[], names: TwinNames): Table {
  const rows = reads.flatMap(({ replicate, parted }) =>
    parted.map((pair): Value[] => {
      const { day, first, second } = pair.divergence;
      const { decisions, scarce } = behindOf(pair.divergence);
      const { how, levers } = throughOf(pair, names.levers);
      const event = (one: typeof first) => (one === undefined ? '' : lifeEventNames[one.kind]);
      const date = (one: typeof first) => (one === undefined ? '' : formatDay(one.day));
      return [
        ...[replicate, personName(pair.key), formatDay(day), whatOf(pair.divergence, names)],
        ...[event(first), date(first), event(second), date(second)],
        ...[decisions.join('; '), scarce ?? '', how, levers.join('; ')],
        ...[pair.apart, pair.followed],
      ];
    }),
  );
  return tableOfRows(DIVERGENCES, rows);
}

/** Causes in their order, of so many people whose lives part. */
export function causesTable(causes: readonly Cause[]): Table {
  const all = causes.reduce((sum, { people }) => sum + people, 0);
  const rows = causes.map(({ what, behind: { decisions, scarce }, how, levers, people, firstDay }): Value[] => [
    ...[what, decisions.join('; '), scarce ?? '', how, levers.join('; ')],
    ...[people, (100 * people) / all, formatDay(firstDay)],
  ]);
  return tableOfRows(CAUSES, rows);
}

/** Groups in order, each with all outcomes. */
export function groupsTable(
  replicates: readonly PairTallies[],
  groups: readonly Subgroup[],
  outcomes: readonly Outcome[],
): Table {
  const rows = groups.flatMap(({ trait, group }, at) =>
    outcomes.map(({ label, unit, better }, outcome): Value[] => {
      const people = replicates.map((one) => one.people[at]);
      const begin = (at * outcomes.length + outcome) * twinSums.length;
      const scale = unit === 'days' ? 1 : 100;
      const mean = (of: (counts: Float64Array) => number) =>
        meanInterval(replicates.map(({ counts }, replicate) => of(counts) / people[replicate]));
      const isHidden = Math.min(...people) < FEWEST;
      const [first, second] = [0, 1].map((arm) => mean((counts) => scale * counts[begin + arm]));
      const [less, more] = [2, 3].map((sum) => mean((counts) => 100 * counts[begin + sum]));
      const difference = mean((counts) => scale * (counts[begin + 1] - counts[begin]));
      const shown = [first, second, difference].map((one) => one!.mean);
      const ends = replicates.length > 1 ? [difference.low, difference.high] : [Number.NaN, Number.NaN];
      const numbers = [...shown, ...ends, less!.mean, more!.mean];
      const mostly = meanInterval(people).mean;
      return [trait, group, label, unit, mostly, ...numbers.map((x) => (isHidden ? Number.NaN : x)), better];
    }),
  );
  return tableOfRows(GROUPS, rows);
}
