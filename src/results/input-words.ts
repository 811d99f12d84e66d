/**
 * Input words: dated figures in words, for tables, reports and the terminal.
 */
import { formatDay } from '../engine/calendar.ts';
import { writtenPath } from '../scenario/change.ts';
import type { DatedInput } from '../scenario/inputs.ts';

/** What a row does, without its day: `set 230`, `multiply 0.9`, `add -50`, `grow 2 %`, `line`. */
export function actionInWords({ cells }: Pick<DatedInput, 'cells'>): string {
  return [cells.change, cells.value].filter((part) => part !== '').join(' ');
}

/** When a row holds: `2012`, `2012-07`, `from 2021-07-01 until 2021-12-31`. */
export function timeInWords({ by, cells, from, until }: Pick<DatedInput, 'by' | 'cells' | 'from' | 'until'>): string {
  if (by !== 'day') return cells.date;
  return `from ${formatDay(from)}${until === Infinity ? '' : ` until ${formatDay(until - 1)}`}`;
}

/** Cost and time of building, if a row gives them: `building costs 120 million kroner, building takes 900 days`. */
export function buildingInWords({ cells }: Pick<DatedInput, 'cells'>): string {
  const parts = [
    cells.building_cost === '' ? '' : `building costs ${amountInWords(cells.building_cost)} kroner`,
    cells.building_days === '' ? '' : `building takes ${cells.building_days} days`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** From a million on in millions, in full. */
function amountInWords(text: string): string {
  const amount = Number(text);
  return amount >= 1e6 ? `${amount / 1e6} million` : text;
}

/** The rows of one lever and its members in one line, each with basis, source and file. */
export function rowsInWords(inputs: readonly DatedInput[], path: string): string {
  return inputs
    .filter(({ change }) => change.path === path)
    .map((input) => {
      const member = writtenPath(input.change).slice(path.length + 1);
      const { basis, cells, file } = input;
      const passport = [basis, cells.source, cells.note, buildingInWords(input), file].filter((part) => part !== '');
      const what = [timeInWords(input), member, actionInWords(input)].filter((part) => part !== '').join(' ');
      return `${what} (${passport.join(', ')})`;
    })
    .join('; ');
}
