/**
 * Lines: a table for the terminal. The first column is words, the others are numbers.
 */

/** Rows as lines, each column as wide as it must be. The first row is the head. */
export function lines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

/** Three figures, without an exponent. */
export function threeFigures(value: number): string {
  if (!Number.isFinite(value)) return `${value}`;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(digits, 6));
}
