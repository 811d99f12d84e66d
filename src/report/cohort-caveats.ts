/**
 * Cohort caveats: what may mislead in the finding of a cohort: a difference whose sign turns with the years followed, and a queue
 * that does not settle.
 */
import { isSameMeasure, type MeasureIdentity } from '../measures/measure-identity.ts';
import { differenceEnds, intervalText } from '../tables/estimate.ts';
import { clearSign, type Difference, moreOrLess, numberWord } from './cohort-cost.ts';
import { inWords } from './headline.ts';
import type { MeasureRow } from './input.ts';
import { type SettledOrNot, unsettledLabel } from './settling.ts';

/** Says that fewer are charged again within some years and more within others, where both are clear; empty else. */
export function turnsSentence(population: string, differences: readonly Difference[]): readonly string[] {
  const clear = differences
    .filter((row) => row.measure === 'cohort-charged' && row.population === population && clearSign(row) !== 0)
    .sort((one, other) => one.horizon! - other.horizon!);
  const last = clear.at(-1);
  const first = clear.find((row) => clearSign(row) !== clearSign(last!));
  if (first === undefined) return [];
  const inside = differences.find((row) =>
    isSameMeasure(row, { measure: 'cohort-days-inside', population, horizon: first.horizon! }),
  );
  // more time inside can only mean fewer charges, and less of it more
  const isTimeInside = inside !== undefined && clearSign(inside) === -clearSign(first);
  const because = isTimeInside
    ? ` At first each of them is inside for ${moreOrLess(inside, 'days')}, and whoever is inside is not charged.`
    : '';
  return [
    `The sign turns with the years followed: within ${yearsOf(first)} ${amountOf(first)} of 100 are charged again, within ${yearsOf(last!)} ${amountOf(last!)}; an answer that names no horizon would mislead.${because}`,
  ];
}

function yearsOf({ horizon }: Difference): string {
  return `${numberWord(horizon!)} year${horizon === 1 ? '' : 's'}`;
}

/** `0.12 fewer (95 % interval 0.05 to 0.19)`, of a clear difference. */
function amountOf({ difference, ...found }: Difference): string {
  const ends = differenceEnds(found);
  const size = ends.high < 0 ? { low: -ends.high, high: -ends.low } : ends;
  return `${inWords(difference ?? Number.NaN, ends)} (95 % interval ${intervalText(size)})`;
}

/** Says that the queue under an arm or the baseline does not settle, and what that means for the people followed; empty if both do. */
export function queueSentence(
  { arm, baseline }: { readonly arm: string; readonly baseline: string },
  measures: readonly (MeasureIdentity & SettledOrNot & Pick<MeasureRow, 'arm'>)[],
): readonly string[] {
  const queues = measures.filter(
    (row) => isSameMeasure(row, { measure: 'queue-length' }) && (row.arm === arm || row.arm === baseline),
  );
  const words = queues.flatMap((row) => {
    const label = unsettledLabel(row);
    return label === undefined ? [] : [`under ${row.arm} the queue ${label}`];
  });
  if (words.length === 0) return [];
  return [
    `This result rests on a queue that does not come to rest: ${words.join('; ')}. How long these people wait for a place, and are at liberty meanwhile, depends on when they are sentenced, so it holds for these years and for no others.`,
  ];
}
