/**
 * Read planned places: a table of openings, closures, repairs and double cells, read as the dated figures that they are.
 *
 * A row moves the places of one unit for one sex; without unit and sex those of the whole level, spread over its units as its shares
 * say. An opening and a closure hold from their day on, a repair closes places until its last day is over, and double cells are second
 * beds, for which no place is built and no officer added.
 */
import type { Problems } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import type { LeverReading } from '../evidence/reading.ts';
import { readSheet, type SheetRow } from '../evidence/sheet.ts';

/** The columns of a table of planned places. */
const COLUMNS = ['event', 'level', 'unit', 'sex', 'date', 'until', 'places', 'basis', 'source'] as const;
const MORE = ['building_cost', 'building_days', 'note'] as const;

/** What a row of each kind does to places. */
const EVENTS = {
  opening: { sign: 1, lever: 'added' },
  closure: { sign: -1, lever: 'added' },
  repair: { sign: -1, lever: 'added' },
  double: { sign: 1, lever: 'doubled' },
} as const;
const KINDS = Object.keys(EVENTS) as readonly (keyof typeof EVENTS)[];

/** Whether a file with this header is a table of planned places. */
export function isPlannedPlaces(header: readonly { readonly name: string }[]): boolean {
  return header.some(({ name }) => name === 'event');
}

/** The rows of a table of planned places as rows of dated figures. Adds mistakes to the problems. */
export function readPlannedPlaces(
  file: string,
  text: string,
  { dimensions, problems }: Pick<LeverReading, 'dimensions' | 'problems'>,
): readonly SheetRow[] {
  return readSheet(file, text, COLUMNS, problems, MORE).flatMap((row) => figureRow(row, dimensions, problems) ?? []);
}

function figureRow(row: SheetRow, dimensions: LeverReading['dimensions'], problems: Problems): SheetRow | undefined {
  const { cell, placeOf } = row;
  const before = problems.length;
  const complain = (name: string, problem: string, remedy?: string) =>
    problems.push({
      place: placeOf(name),
      problem: `${name}: ${problem}`,
      ...(remedy === undefined ? {} : { remedy }),
    });
  const oneOf = (name: string, words: readonly string[]) => {
    if (words.includes(cell(name))) return;
    complain(name, `expected one of ${words.join(', ')}, got "${cell(name)}"`, suggestion(cell(name), words));
  };
  oneOf('event', KINDS);
  oneOf('level', dimensions['level'] ?? []);
  const isWhole = cell('unit') === '' && cell('sex') === '';
  if (!isWhole) {
    for (const name of ['unit', 'sex'] as const) {
      if (cell(name) !== '') oneOf(name, dimensions[name] ?? []);
      else {
        const remedy = 'give both, or leave both empty for the whole level';
        problems.push({ place: placeOf(name), problem: `${name}: a unit is planned for one sex`, remedy });
      }
    }
  } else if (cell('event') === 'double') {
    problems.push({ place: placeOf('unit'), problem: 'unit: double cells need a unit and a sex', remedy: 'give both' });
  }
  if (!/^[1-9]\d*$/.test(cell('places')))
    complain(
      'places',
      `expected a whole number above 0, got "${cell('places')}"`,
      'the event says whether they open or close',
    );
  if (!/^\d{4}-\d{2}-\d{2}$/.test(cell('date')))
    complain('date', `expected a day such as 2021-07-01, got "${cell('date')}"`);
  if (cell('event') === 'repair' && cell('until') === '') {
    complain('until', 'a repair ends', 'give the day on which the places open again, or write closure');
  }
  if (problems.length > before) return undefined;
  const { sign, lever } = EVENTS[cell('event') as keyof typeof EVENTS];
  const path = isWhole
    ? `facility.places.${cell('level')}`
    : `facility.${sexWord(cell('sex'), dimensions)}_${lever}.${cell('level')}.${cell('unit')}`;
  const cells: Readonly<Record<string, string>> = {
    lever: path,
    change: 'add',
    value: String(sign * Number(cell('places'))),
    unit: 'places',
    note: [cell('event'), cell('note')].filter((part) => part !== '').join('; '),
  };
  const columns: Readonly<Record<string, string>> = {
    lever: isWhole ? 'level' : 'unit',
    change: 'event',
    value: 'places',
    unit: 'places',
  };
  return {
    cell: (name) => cells[name] ?? cell(name),
    placeOf: (name) => placeOf(columns[name] ?? name),
  };
}

/** Men are the first sex, women the second. */
function sexWord(sex: string, dimensions: LeverReading['dimensions']): 'men' | 'women' {
  return dimensions['sex'].indexOf(sex) === 1 ? 'women' : 'men';
}
