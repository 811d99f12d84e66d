/**
 * Policies begin: the days to mark in charts over time, on which arms part from the baseline.
 */
import type { PolicyBegins } from '../../charts/chart.ts';
import { formatDay } from '../../engine/calendar.ts';
import { partingDay } from '../../experiment/study.ts';
import type { ShownStudy } from './shown-study.ts';

/**
 * The days in order, each once; only those within the years observed, after their first day. Arms that part on several days
 * are named.
 */
export function policiesBegin({ arms, scenarios }: Pick<ShownStudy, 'arms' | 'scenarios'>): readonly PolicyBegins[] {
  const [{ start, end }] = scenarios as [ShownStudy['scenarios'][number]];
  const study = { arms: scenarios.map((scenario, at) => ({ name: arms[at], scenario })), replicates: 1, draws: 0 };
  const partings = arms.slice(1).map((arm, at) => ({ arm, day: partingDay(study, { draw: 0, arms: [0, at + 1] }) }));
  const within = partings.filter(({ day }) => day > start && day < end);
  const days = [...new Set(within.map(({ day }) => day))].sort((a, b) => a - b);
  return days.map((day) => {
    const names = within.filter((one) => one.day === day).map(({ arm }) => arm);
    return { on: formatDay(day), label: days.length === 1 ? 'policy begins' : `${names.join(' and ')} begins` };
  });
}
