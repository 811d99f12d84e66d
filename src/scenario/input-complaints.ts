/**
 * Input complaints: what is wrong with rows of dated figures together: gaps in a series, and rows that contradict each other.
 */
import { addMonths, type Day, formatDay } from '../engine/calendar.ts';
import type { Problems } from '../evidence/document.ts';
import type { SheetRow } from '../evidence/sheet.ts';
import { writtenPath } from './change.ts';
import { type Clash, clashes, type DatedInput, datedSeasons, datedSeries } from './inputs.ts';

/** Where the cells of each row are. */
export type PlacesOfRows = ReadonlyMap<DatedInput, SheetRow['placeOf']>;

/**
 * Adds to the problems every gap, double and rule without its neighbours in a series. A series of which a row could not be read
 * (`spoiled`, by lever) is left out, as the row would be missed.
 */
export function complainOfGaps(
  inputs: readonly DatedInput[],
  places: PlacesOfRows,
  spoiled: ReadonlySet<string>,
  problems: Problems,
): void {
  for (const [lever, rows] of datedSeasons(inputs)) {
    for (const [at, row] of rows.slice(1).entries()) complainOfDouble(lever, rows[at], row, places, problems);
  }
  for (const [lever, rows] of datedSeries(inputs)) {
    if (spoiled.has(lever)) continue;
    rows.forEach((row, at) => {
      const complain = (problem: string, remedy: string) =>
        problems.push({ place: places.get(row)!('date'), problem: `${lever}: ${problem}`, remedy });
      const before = rows[at - 1];
      if (before === undefined) {
        if (row.kind !== 'figure' && row.kind !== 'grow')
          complain(`nothing comes before ${row.cells.date} that ${row.kind} could take up`, 'write a figure first');
        return;
      }
      if (complainOfDouble(lever, before, row, places, problems)) return;
      const end = addMonths(before.from, before.by === 'year' ? 12 : 1);
      if (row.from < end) {
        complain(
          `${row.cells.date} lies within ${before.cells.date}, which has a figure`,
          'write the whole year by month',
        );
      } else if (row.from > end && before.kind === 'figure') {
        const gap = gapInWords(end, row.from, before.by);
        complain(
          `${gap} is missing`,
          'write every one, or fill the gap by a row with change line, hold or grow, from its first',
        );
      } else if (row.kind === 'line' && !isBetweenFigures(row, rows, at)) {
        const remedy = 'write figures before and after it, both by year or both by month, both set or both multiply';
        complain(`line needs a figure of its own kind before and after ${row.cells.date}`, remedy);
      }
    });
  }
}

/** Adds to the problems every clash of rows. */
export function complainOfClashes(inputs: readonly DatedInput[], places: PlacesOfRows, problems: Problems): void {
  for (const { earlier, later, why } of clashes(inputs)) {
    const [problem, remedy] = clashInWords(earlier, later, why);
    const other = `; the other is at ${places.get(earlier)!('date')}`;
    problems.push({ place: places.get(later)!('date'), problem, remedy: `${remedy}${other}` });
  }
}

function clashInWords(earlier: DatedInput, later: DatedInput, why: Clash['why']): readonly [string, string] {
  const [one, two] = [writtenPath(earlier.change), writtenPath(later.change)];
  const both = one === two ? one : `${one} and ${two}`;
  if (why === 'same day') return [`${both}: two rows move it on ${formatDay(later.from)}`, 'write one row for both'];
  if (why === 'other series') return [`${both}: two series give the same number`, 'write one series'];
  const day = formatDay(earlier.from);
  return [
    `${both}: a row sets it on ${day}, but the series goes on in ${later.cells.date}`,
    'end the series before that day, or let the row multiply or add, which works on top of the series',
  ];
}

/** Complains about two rows for one time; whether there was a reason to. */
function complainOfDouble(
  lever: string,
  before: DatedInput,
  row: DatedInput,
  places: PlacesOfRows,
  problems: Problems,
): boolean {
  if (row.from !== before.from) return false;
  const problem = `${lever}: ${row.cells.date} is given twice`;
  problems.push({ place: places.get(row)!('date'), problem, remedy: `the other is at ${places.get(before)!('date')}` });
  return true;
}

function isBetweenFigures(row: DatedInput, rows: readonly DatedInput[], at: number): boolean {
  const [before, after] = [rows.at(at - 1), rows.at(at + 1)];
  return [before, after].every(
    (other) => other?.kind === 'figure' && other.by === row.by && other.change.operation === before?.change.operation,
  );
}

/** Years or months from `from` to the day before `until`: `2013`, `2013 to 2015`, `2013-02 to 2013-05`. */
function gapInWords(from: Day, until: Day, by: DatedInput['by']): string {
  const name = (day: Day) => formatDay(day).slice(0, by === 'year' && isWholeYears(from, until) ? 4 : 7);
  const [first, last] = [name(from), name(until - 1)];
  return first === last ? first : `${first} to ${last}`;
}

function isWholeYears(from: Day, until: Day): boolean {
  return formatDay(from).endsWith('-01-01') && formatDay(until).endsWith('-01-01');
}
