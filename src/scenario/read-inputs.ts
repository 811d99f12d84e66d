/**
 * Read inputs: reads dated figures of a jurisdiction from files that a planner can replace.
 *
 * A file is CSV with one row per figure: the year, month or day from which it holds, the lever, the kind of change, the figure with
 * its unit, its basis, and its source. Figures by year or month must cover every one from the first to the last: a gap is never
 * filled silently, a row says by which rule. Planned places are a table of their own (`read-planned-places.ts`). A self-contained
 * scenario holds the same rows in place of a file. The order of rows decides nothing.
 */
import type { LocatedMap } from '../evidence/document.ts';
import { readNamed, type ScenarioReading } from '../evidence/reading.ts';
import { readShape } from '../evidence/shape.ts';
import { readHeader, readSheet, type SheetRow } from '../evidence/sheet.ts';
import { complainOfClashes, complainOfGaps } from './input-complaints.ts';
import { type DatedInput, inOrderOfTime } from './inputs.ts';
import { readInputRow } from './read-input-row.ts';
import { isPlannedPlaces, readPlannedPlaces } from './read-planned-places.ts';
import { INPUT_COLUMNS, inputShape } from './schema.ts';

/** Every figure under `inputs`, from files and from the scenario itself. */
export function readInputs({ entries }: LocatedMap, reading: ScenarioReading): readonly DatedInput[] {
  const { read, problems } = reading;
  const node = entries.get('inputs')?.node;
  if (node?.kind !== 'list') return [];
  const spoiled = new Set<string>();
  const placeOf = new Map<DatedInput, SheetRow['placeOf']>();
  const found = node.items.flatMap((item) => {
    const rows = item.kind === 'map' ? rowsWritten(item, reading) : readNamed(item, 'inputs', reading, rowsOfFile);
    return (rows ?? []).flatMap(({ row, file }) => {
      const input = readInputRow(row, file, reading);
      if (input === undefined) spoiled.add(row.cell('lever'));
      else placeOf.set(input, row.placeOf);
      return input ?? [];
    });
  });
  const inputs = inOrderOfTime(found);
  complainOfGaps(inputs, placeOf, spoiled, problems);
  complainOfClashes(inputs, placeOf, problems);
  return inputs;

  function rowsOfFile(file: string): readonly InputRow[] {
    const text = read(file);
    const known = problems.length;
    const isPlan = isPlannedPlaces(readHeader(file, text, problems));
    const rows = isPlan
      ? readPlannedPlaces(file, text, reading)
      : problems.length > known
        ? []
        : readSheet(file, text, FIRST, problems, MORE);
    if (rows.length === 0 && problems.length === known) {
      const remedy = 'add a row per figure, or take the file out of inputs';
      problems.push({ place: `${file}:1:1`, problem: 'the file has no rows', remedy });
    }
    return rows.map((row) => ({ row, file }));
  }
}

/** A row of a file, or of the scenario itself. */
interface InputRow {
  readonly row: SheetRow;
  readonly file: string;
}

/** The columns that a file must have, and those that it may have. */
const FIRST = INPUT_COLUMNS.slice(0, 8);
const MORE = INPUT_COLUMNS.slice(8);

function rowsWritten(item: LocatedMap, { problems }: ScenarioReading): readonly InputRow[] {
  const shape = readShape(inputShape, item, 'inputs', problems);
  if (shape === undefined) return [];
  const file = shape.file ?? item.file;
  const { place } = item.entries.get('rows')!.node;
  const header = INPUT_COLUMNS.join(',');
  return shape.rows.flatMap((line) =>
    readSheet(item.file, `${header}\n${line}`, INPUT_COLUMNS, problems).map((row) => ({
      row: { cell: row.cell, placeOf: () => place },
      file,
    })),
  );
}
