/**
 * Lever moves: reads the table of what every lever moves, which comes with the program.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCsv } from '../tables/csv.ts';
import { LEVER_MOVES } from '../tables/lever-moves.ts';
import { type RowOf, recordsOf } from '../tables/table.ts';
import { readFailure } from './disk-failure.ts';

/** The rows of the table. */
export function leverMoves(): readonly RowOf<typeof LEVER_MOVES>[] {
  const path = fileURLToPath(new URL('../../assets/levers/moves.csv', import.meta.url));
  try {
    return recordsOf(parseCsv(readFileSync(path, 'utf8'), LEVER_MOVES, path), LEVER_MOVES);
  } catch (error) {
    throw readFailure(error, path);
  }
}
