/**
 * Over years: says what the means over all years observed hide: a policy that holds for a part of them, and a change-over that lasts.
 */
import { withUnit } from '../charts/label.ts';
import { DAYS_PER_YEAR, formatDay } from '../engine/calendar.ts';
import { partingDay, type Study } from '../experiment/study.ts';
import { isSameMeasure, type MeasureIdentity } from '../measures/measure-identity.ts';
import { differenceEnds, differenceText, type Ends, isInterval } from '../tables/estimate.ts';

/** A paired difference, of all years or of one. */
interface Difference extends MeasureIdentity, Ends {
  readonly arm: string;
  readonly difference: number | null;
}

/** A paired difference in one year. */
interface OfYear extends Difference {
  readonly label: string;
  readonly unit: string;
  readonly year: number | null;
}

/**
 * Of the arms that part from the baseline after the first observed day, how much of the means they hold; empty if none does.
 *
 *     Means of everybody, such as people inside and costs per year, are over the 5 years observed. Late begins on 2023-07-02, so they
 *     hold 1.5 of 5 years of it.
 */
export function lateSentences({ arms, ...study }: Study): readonly string[] {
  const { start, end } = arms[0].scenario;
  const years = yearsLong(end - start);
  const late = arms.slice(1).flatMap(({ name }, at) => {
    const day = partingDay({ arms, ...study }, { draw: 0, arms: [0, at + 1] });
    const held = yearsLong(end - Math.min(day, end));
    return day <= start || day >= end || held === years ? [] : [{ name, day, held }];
  });
  if (late.length === 0) return [];
  const each = late.map(
    ({ name, day, held }) => `${name} begins on ${formatDay(day)}, so they hold ${held} of ${years} years of it.`,
  );
  return [
    `Means of everybody, such as people inside and costs per year, are over the ${years} years observed. ${each.join(' ')}`,
  ];
}

function yearsLong(days: number): string {
  return String(Number((days / DAYS_PER_YEAR).toFixed(1)));
}

/**
 * Where a difference in the last year lies clearly apart from that over all years, both of them, one sentence for each arm.
 *
 *     Harsh in 2021 alone, clear of its means over all years, which hold the change-over: people inside +707 (+690 to +724) against
 *     +631 (+620 to +642).
 */
export function changeOverSentences(
  arms: readonly string[],
  lastYear: readonly OfYear[],
  differences: readonly Difference[],
): readonly string[] {
  return arms.flatMap((arm) => {
    const moved = lastYear.flatMap((last) => {
      const whole = differences.find((one) => one.arm === arm && isSameMeasure(one, last));
      return last.arm === arm && whole !== undefined && areApart(last, whole) ? [{ last, whole }] : [];
    });
    if (moved.length === 0) return [];
    const each = moved.map(({ last, whole }) => {
      const label = withUnit(last.label.replace(/, mean$/, ''), last.unit === 'percent' ? '' : last.unit);
      return `${label} ${amount(last, last.unit)} against ${amount(whole, last.unit)}`;
    });
    return [
      `${arm} in ${moved[0].last.year} alone, clear of its means over all years, which hold the change-over: ${each.join('; ')}.`,
    ];
  });
}

/** Whether two intervals have nothing in common. */
function areApart(one: Ends, other: Ends): boolean {
  const [a, b] = [differenceEnds(one), differenceEnds(other)];
  return isInterval(a) && isInterval(b) && (a.low > b.high || a.high < b.low);
}

function amount({ difference, ...ends }: Difference, unit: string): string {
  return differenceText(difference ?? Number.NaN, ends, unit);
}
