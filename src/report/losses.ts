/**
 * Losses in words: how many runs failed, which they were, and what that means for the results.
 */
import type { Losses, LostCell } from '../experiment/losses.ts';
import { formatNumber, nameInList } from '../tables/format.ts';

/** How many failed; beyond 5 %, that an input is wrong; and the parameters that all lost draws have in one tail. */
export function lossSentences({ of, asked, lost, isTooMany, tails }: Losses): readonly string[] {
  const left = asked - lost;
  const wrong =
    of === DRAWS
      ? 'A range is wrong: it allows numbers with which the model cannot run. Correct it before you rely on these results.'
      : 'An input is wrong: the model cannot run with it. Correct it before you rely on these results.';
  return [
    `Failed and left out, with their pairs: ${lost} of ${asked} ${of} (${percent(lost / asked)}). The results are those of the other ${left}, which may differ from those that failed.`,
    ...(isTooMany ? [`More than 5 % failed. ${wrong}`] : []),
    ...tails.map(
      ({ parameter, tail, share }) =>
        `In every draw that failed, ${parameter} lies in the ${tail} ${percent(share)} of its distribution.`,
    ),
  ];
}

/** The failed cells, of a parameter draw only the first, at most `most`; and the number of those not shown. */
export function shownLosses(
  { of, cells }: Losses,
  most: number,
): { readonly shown: readonly LostCell[]; readonly more: number } {
  const isFirst = ({ draw }: LostCell, at: number) => at === 0 || cells[at - 1].draw !== draw;
  const told = of === DRAWS ? cells.filter(isFirst) : cells;
  return { shown: told.slice(0, most), more: Math.max(0, told.length - most) };
}

/** The name of a cell: `way-out, draw 7, replicate 0`. */
export function cellInWords({ arm, draw, replicate }: LostCell): string {
  return [nameInList(arm), ...(draw === 0 ? [] : [`draw ${draw}`]), `replicate ${replicate}`].join(', ');
}

function percent(share: number): string {
  return `${formatNumber(100 * share)} %`;
}

const DRAWS = 'parameter draws';
