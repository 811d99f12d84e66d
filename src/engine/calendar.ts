/**
 * The calendar: time as whole days since 1 January 1970, in Gregorian dates, computed in integers without clock or time zone.
 *
 * The arithmetic counts from 1 March of year 0, so that the leap day ends the year (after Howard Hinnant, "chrono-compatible
 * low-level date algorithms").
 */

/** Whole days since 1970-01-01; days before are negative. */
export type Day = number;

/** Mean length of a year of the Julian calendar, the convention for turning years of age or sentence into days. */
export const DAYS_PER_YEAR = 365.25;

export const DAYS_PER_WEEK = 7;

/** The day of a civil date (month 1 to 12). Throws RangeError for a date that does not exist. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const exists =
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(dayOfMonth) &&
    month >= 1 &&
    month <= 12 &&
    dayOfMonth >= 1 &&
    dayOfMonth <= lengthOfMonth(year, month);
  if (!exists) throw new RangeError(`there is no date with year ${year}, month ${month}, day ${dayOfMonth}`);
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
}

/** Reads `2016-01-01`. Throws RangeError, with the text, for any other form and for dates that do not exist. */
export function parseDay(text: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) throw new RangeError(`'${text}' is not a date written year-month-day, as in 2016-01-01`);
  try {
    return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  } catch {
    throw new RangeError(`'${text}' is not a date of the calendar`);
  }
}

/** Writes `2016-01-01`. Throws RangeError outside the years 0 to 9999. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = civilDate(day);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`day ${day} is outside the years 0 to 9999`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** The calendar year in which a day falls. */
export function yearOf(day: Day): number {
  return civilDate(day).year;
}

/** Whole years from one day to a later one, such as an age. */
export function wholeYears(from: Day, until: Day): number {
  return Math.floor((until - from) / DAYS_PER_YEAR);
}

/** The calendar years from one day to the last before `end`, in words: `2012 to 2014`, or `2012`. */
export function yearsInWords(start: Day, end: Day): string {
  const [first, last] = [yearOf(start), yearOf(end - 1)];
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** The month in which a day falls, 1 to 12. */
export function monthOf(day: Day): number {
  return civilDate(day).month;
}

/** Calendar quarters from January of a year to the one in which a day falls: 0 for January to March of that year. */
export function quartersSince(year: number, day: Day): number {
  const date = civilDate(day);
  return (date.year - year) * 4 + Math.floor((date.month - 1) / 3);
}

/** The first day of a calendar quarter, counted from January of a year. */
export function startOfQuarter(year: number, quarter: number): Day {
  return dayOf(year + Math.floor(quarter / 4), (quarter - 4 * Math.floor(quarter / 4)) * 3 + 1, 1);
}

/** The first of January. */
export function startOfYear(year: number): Day {
  return dayOf(year, 1, 1);
}

/** The same date a number of whole years later (or earlier); 29 February becomes 28 February in common years. */
export function addYears(day: Day, years: number): Day {
  const { year, month, dayOfMonth } = civilDate(day);
  return dayOf(year + years, month, Math.min(dayOfMonth, lengthOfMonth(year + years, month)));
}

/** The same day of the month a number of months later (or earlier); the last of a month that is too short. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civilDate(day);
  const later = 12 * year + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(later / 12), (((later % 12) + 12) % 12) + 1];
  return dayOf(inYear, inMonth, Math.min(dayOfMonth, lengthOfMonth(inYear, inMonth)));
}

/** Whole months from one day to a later one: those after which `addMonths` is not yet beyond it. */
export function wholeMonths(from: Day, until: Day): number {
  const [a, b] = [civilDate(from), civilDate(until)];
  const months = 12 * (b.year - a.year) + b.month - a.month;
  return addMonths(from, months) <= until ? months : months - 1;
}

const DAYS_PER_ERA = 146_097;

/** Days from 1 March of year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function civilDate(day: Day): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}
