/**
 * Twins tables: divergences, their causes, and gains and losses by group, as tables.
 */
import { formatDay } from '../../engine/calendar.ts';
import { lifeEventNames } from '../../people/life-events.ts';
import { meanInterval } from '../../statistics/intervals.ts';
import { type Table, tableOfRows, type Value } from '../../tables/table.ts';
import { CAUSES, DIVERGENCES, GROUPS } from '../../tables/twins.ts';
import { personName } from '../record.ts';
import { behindOf, type Cause, type TwinNames, throughOf, whatOf } from './causes.ts';
import type { Outcome } from './outcomes.ts';
import type { Subgroup } from './subgroups.ts';
import { type PairTallies, twinSums } from './tallies.ts';
import type { TwinsRead } from './twins.ts';

/** The fewest people of a group in a replicate for a difference to be given. */
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

/** Causes in order, with their share of the people whose lives part. */
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
