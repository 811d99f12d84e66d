/**
 * Moves: what a lever moves, from the table that `scripts/lever-moves.ts` makes.
 */
import type { LEVER_MOVES } from '../tables/lever-moves.ts';
import type { RowOf } from '../tables/table.ts';

type MovesRow = RowOf<typeof LEVER_MOVES>;

/** A measure that a lever moves: its change at each end, NaN where it is not clear. */
export interface MovedMeasure {
  readonly measure: string;
  readonly label: string;
  /** `points` for a percentage, `%` for a change relative to the baseline, else the unit of the measure. */
  readonly unit: string;
  readonly changes: readonly number[];
}

/** What a lever moves at the ends of its range, in the order of the table. */
export interface Moves {
  readonly range: 'evidence' | 'fifth' | 'words' | 'none';
  readonly ends: readonly string[];
  readonly measures: readonly MovedMeasure[];
}

/** What the lever at `path` moves; undefined if the table is older than the lever. */
export function movesOf(rows: readonly MovesRow[], path: string): Moves | undefined {
  const own = rows.filter(({ lever }) => lever === path);
  if (own.length === 0) return undefined;
  const range = own[0].range as Moves['range'];
  const clear = own.filter(({ measure }) => measure !== '');
  const found = [...new Set(clear.map(({ end }) => end))];
  const ends = range === 'words' ? found : ['low', 'high'];
  const measures = [...new Set(clear.map(({ measure }) => measure))].map((measure): MovedMeasure => {
    const ofMeasure = clear.filter((row) => row.measure === measure);
    const { label, unit, baseline } = ofMeasure[0];
    const isShare = unit === 'percent' || unit === 'points';
    const isRelative = !isShare && baseline !== 0;
    const changes = ends.map((end) => {
      const difference = ofMeasure.find((row) => row.end === end)?.difference ?? Number.NaN;
      return isRelative ? (100 * difference) / Math.abs(baseline) : difference;
    });
    return { measure, label, unit: isShare ? 'points' : isRelative ? '%' : unit, changes };
  });
  return { range, ends, measures };
}
