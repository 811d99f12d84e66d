/**
 * HTML: makes text safe, and writes tables of a study as tables of a page.
 */
import { numberLabel } from '../charts/label.ts';
import { formatInteger } from '../tables/format.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Outside text, made safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** A table with a caption for screen readers; cells are HTML, and those of `numeric` columns are right-aligned. */
export function htmlRows(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[] = [],
): string {
  const align = (column: number): string => (numeric[column] ? ' class="number"' : '');
  const head = header.map((name, column) => `<th scope="col"${align(column)}>${escapeHtml(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell, i) => `<td${align(i)}>${cell}</td>`).join('')}</tr>`);
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`;
}

/** A table of a study, or the columns asked for. A long table is thinned, and its caption says how. */
export function htmlTable(table: Table, caption: string, columns: readonly string[] = []): string {
  const names = new Set(columns);
  const shown = table.schema.columns.filter(({ name }) => columns.length === 0 || names.has(name));
  const { rows, thinned } = thin(table);
  const header = shown.map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`));
  const cells = rows.map((row) =>
    shown.map(({ name, unit, kind }) => {
      const value = table.column(name)[row];
      if (typeof value === 'string') return escapeHtml(value);
      if (kind === 'boolean') return value === 1 ? 'yes' : 'no';
      if (kind === 'integer') return unit === 'year' ? String(value) : formatInteger(value);
      return numberLabel(value);
    }),
  );
  const numeric = shown.map(({ kind }) => kind === 'integer' || kind === 'number');
  return htmlRows(`${caption}${thinned}`, header, cells, numeric);
}

const MANY_ROWS = 200;
const FIRST_DRAWS = 20;

/** Keeps all rows of a short table; of a long one, the first day of each year, every sixth month, or the first draws, if it has such a column. */
function thin(table: Table): { rows: readonly number[]; thinned: string } {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  if (table.rows <= MANY_ROWS) return { rows, thinned: '' };
  const has = (name: string): boolean => table.schema.columns.some((column) => column.name === name);
  if (has('date')) {
    const dates = textsOf(table, 'date');
    const first = new Map<string, string>();
    for (const date of dates) {
      const known = first.get(date.slice(0, 4));
      if (known === undefined || date < known) first.set(date.slice(0, 4), date);
    }
    const kept = new Set(first.values());
    return { rows: rows.filter((row) => kept.has(dates[row])), thinned: ' (the first week of each year)' };
  }
  if (has('month')) {
    const months = numbersOf(table, 'month');
    return { rows: rows.filter((row) => months[row] % 6 === 0), thinned: ' (every sixth month)' };
  }
  if (has('draw')) {
    const draws = numbersOf(table, 'draw');
    return { rows: rows.filter((row) => draws[row] <= FIRST_DRAWS), thinned: ` (the first ${FIRST_DRAWS} draws)` };
  }
  return { rows, thinned: '' };
}
