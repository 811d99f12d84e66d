/** Markdown: numbers and tables as docs/validation.md writes them. */

/** A figure in few digits; a dash if there is none. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return '-';
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

/** A row of a table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table with its header. */
export function tableOf(header: readonly string[], rows: readonly string[]): string {
  return [row(header), row(header.map(() => '---')), ...rows].join('\n');
}

/** A verdict in words. */
export function verdict(isMet: boolean): string {
  return isMet ? 'met' : '**missed**';
}
