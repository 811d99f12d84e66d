/**
 * Study inputs: the part "What went in" that the pages of forecast and capacity share: people, figures by date, planned places, growth
 * and policies, folded.
 */
import { escapeHtml, htmlRows } from './html.ts';
import type { ReportInputRow } from './input.ts';

/** What went into a study. */
export interface StudyInputs {
  /** The scenario in its own words, or in those of what it changes; empty if nothing is said. */
  readonly description: string;
  /** Sentences on the people inside on the first day, and on growth; nobody of a list is told. */
  readonly people: readonly string[];
  readonly growth: readonly string[];
  /** Figures by year or month, by day, and of places, each as written. */
  readonly series: readonly ReportInputRow[];
  readonly events: readonly ReportInputRow[];
  readonly places: readonly ReportInputRow[];
  /** Each policy in a few words, in order. */
  readonly policies: readonly string[];
}

/** The section, in HTML. */
export function inputsSection({ description, people, growth, series, events, places, policies }: StudyInputs): string {
  const tables = [
    ['Series: figures by year or month', series],
    ['Events: figures by day', events],
    ['Planned places', places],
  ] as const;
  const figures = series.length + events.length + places.length;
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>\n`;
  const list = policies.map((policy) => `<li>${escapeHtml(policy)}</li>`).join('\n');
  return `<section id="inputs"><h2>What went in</h2>
${[description, ...people, ...growth]
  .filter((text) => text !== '')
  .map(paragraph)
  .join('')}<details><summary>Figures by date: ${figures}; policies: ${policies.length}</summary>
${figures === 0 ? paragraph('No figures by date.') : ''}${tables
  .filter(([, rows]) => rows.length > 0)
  .map(([caption, rows]) => `${inputRows(`${caption}: ${rows.length}`, rows)}\n`)
  .join('')}${policies.length === 0 ? paragraph('No policies.') : `<h3>Policies</h3>\n<ul>\n${list}\n</ul>\n`}</details>
</section>`;
}

/** Figures by date as a table. */
export function inputRows(caption: string, inputs: readonly ReportInputRow[]): string {
  const header = ['when', 'lever', 'figure', 'unit', 'basis', 'source', 'note', 'file'] as const;
  return htmlRows(
    caption,
    header,
    inputs.map((input) => header.map((name) => escapeHtml(input[name]))),
  );
}
