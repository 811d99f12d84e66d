/** Dialect: what stands between the cells of a file, and in which order its dates are written. */
import { type Day, dayOf } from '../engine/calendar.ts';

export { separatorOf } from '../tables/csv.ts';

/** Orders of year, month and day. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The order that all dates of a file allow; undefined if several do, an empty list of orders if none does. */
export function orderOf(dates: readonly string[]): readonly DateOrder[] {
  const told = dates.filter((date) => !/^\d{4}-/.test(date));
  if (told.length === 0) return ['ymd'];
  return dateOrders.filter((order) => told.every((date) => dayIn(date, order) !== undefined));
}

/** The day that a text writes in an order, with `-`, `.` or `/` between; undefined if it is none. A time of day is left away. */
export function dayIn(text: string, order: DateOrder): Day | undefined {
  // a year first is never taken for anything else
  if (order !== 'ymd' && /^\d{4}-\d\d-\d\d/.test(text.trim())) return dayIn(text, 'ymd');
  const parts = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?:[T ].*)?$/.exec(text.trim());
  if (parts === null) return undefined;
  const read = Object.fromEntries([...order].map((letter, at) => [letter, parts[at + 1]]));
  const [year, month, day] = [read['y'], read['m'], read['d']];
  if (year.length !== 4 || month.length > 2 || day.length > 2) return undefined;
  try {
    return dayOf(+year, +month, +day);
  } catch {
    return undefined;
  }
}
