/**
 * Text table: sets rows of cells in columns for a terminal, two spaces apart and without lines.
 */
import Table from 'cli-table3';

const NO_LINES = ['top', 'bottom', 'mid', 'left', 'right'].flatMap((side) =>
  side === 'left' || side === 'right' || side === 'mid'
    ? [side, `${side}-mid`]
    : [side, `${side}-mid`, `${side}-left`, `${side}-right`],
);

/** The setting of a column; with `width`, its cells are broken between words. */
export interface ColumnSetting {
  readonly align?: 'left' | 'right';
  readonly width?: number;
}

/** The rows as lines of text without trailing spaces. */
export function textTable(rows: readonly (readonly string[])[], columns: readonly ColumnSetting[]): string {
  const table = new Table({
    chars: {
      ...Object.fromEntries(NO_LINES.map((name) => [name, ''])),
      'left-mid': '',
      'mid-mid': '',
      'right-mid': '',
      middle: '  ',
    },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: columns.map((column) => column.align ?? 'left'),
    colWidths: columns.map((column) => column.width ?? null),
    wordWrap: true,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
