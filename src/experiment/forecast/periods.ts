/**
 * Periods: the calendar months or quarters of a forecast.
 *
 * The first begins with observation, the last holds the day asked for and is counted to its own end, so that every period but the
 * first is whole.
 */
import { addYears, type Day, dayOf, monthOf, yearOf } from '../../engine/calendar.ts';

/** The lengths of a period, and the months in each. */
const monthsIn = { month: 1, quarter: 3 } as const;
export type PeriodLength = keyof typeof monthsIn;

/** A period: `2027-03`, or `2027 Q1`. */
export interface Period {
  readonly name: string;
  readonly from: Day;
  /** The day after the last. */
  readonly until: Day;
  /** Its months among those of a summary, in order. */
  readonly months: readonly number[];
}

/** The periods from the first observed day to the one that holds `last`. */
export function periodsOf(start: Day, last: Day, by: PeriodLength): readonly Period[] {
  const size = monthsIn[by];
  const [first, end] = [start, last].map((day) => Math.floor((yearOf(day) * 12 + monthOf(day) - 1) / size)) as [
    number,
    number,
  ];
  return Array.from({ length: end - first + 1 }, (_, at) => {
    const month = (first + at) * size;
    const months = Array.from({ length: size }, (_, next) => month + next - yearOf(start) * 12);
    return {
      name: nameOf(month, by),
      from: Math.max(start, firstOf(month)),
      until: firstOf(month + size),
      months: months.filter((one) => one >= monthOf(start) - 1),
    };
  });
}

/** The fewest whole years after the start that hold all these periods. */
export function yearsFor(start: Day, periods: readonly Period[]): number {
  const { until } = periods.at(-1)!;
  let years = Math.max(1, yearOf(until) - yearOf(start));
  while (addYears(start, years) < until) years++;
  return years;
}

function nameOf(month: number, by: PeriodLength): string {
  const [year, inYear] = [String(Math.floor(month / 12)).padStart(4, '0'), month % 12];
  return by === 'month' ? `${year}-${String(inYear + 1).padStart(2, '0')}` : `${year} Q${Math.floor(inYear / 3) + 1}`;
}

/** The first day of a month, counted from January of year 0. */
function firstOf(month: number): Day {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}
