/**
 * Capacity page: one page with the number of places at a stated risk, its chart, the quarters, the numbers tried, and how sure it is.
 */

import { CAPACITY, CAPACITY_QUARTERS } from '../tables/capacity.ts';
import { formatInteger, formatTogether, percentTexts } from '../tables/format.ts';
import { recordsOf, type Table } from '../tables/table.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { StudyInputs } from './study-inputs.ts';
import { studyPage } from './study-page.ts';

/** What a page shows. */
export interface CapacityPage {
  readonly answer: string;
  readonly subtitle: string;
  /** What the answer keeps and how sure it is, a sentence each. */
  readonly notes: readonly string[];
  /** The numbers tried, and the quarters as it is and with the answer. */
  readonly tried: Table;
  readonly quarters: Table;
  readonly inputs: StudyInputs;
  readonly command: string;
  readonly version: string;
}

/** A complete page in HTML; the chart lies beside it as `capacity.svg`. */
export function capacityPage(page: CapacityPage): string {
  const { answer, subtitle, notes, tried, quarters, inputs, command, version } = page;
  const sections = `<section><h2>How sure?</h2>
<ul>
${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('\n')}
</ul>
<p>Nothing about an individual may be decided with this.</p>
</section>
<section><h2>Quarter by quarter</h2>
${quartersRows(quarters)}
</section>
<section><h2>Numbers tried</h2>
${triedRows(tried)}
</section>`;
  return studyPage({
    ...{ heading: 'Places', finding: answer, subtitle, chart: 'capacity.svg', sections, inputs, command, version },
    numbers: 'every number is in results.xlsx and the CSV files, with levels and units.',
  });
}

function quartersRows(table: Table): string {
  const records = recordsOf(table, CAPACITY_QUARTERS);
  const risks = percentTexts(records.flatMap(({ risk, risk_high }) => [risk, risk_high]));
  const rows = records.map((row, at) => [
    escapeHtml(row.scenario),
    `${row.quarter.slice(0, 4)} Q${Math.ceil(Number(row.quarter.slice(5, 7)) / 3)}`,
    risks[2 * at],
    risks[2 * at + 1],
    whole(row.peak),
    whole(row.usable),
    whole(row.queue),
  ]);
  return htmlRows(
    'Overflow: runs in which on some evening more people are held at the level than it has usable places. Queue: people at liberty who wait for the level on the last evening, mean',
    ['places', 'quarter', 'runs that overflow', 'risk up to', 'fullest day', 'usable places', 'queue'],
    rows,
    [false, false, true, true, true, true, true],
  );
}

function triedRows(table: Table): string {
  const records = recordsOf(table, CAPACITY);
  const risks = percentTexts(records.map(({ risk_high }) => risk_high));
  const inTime = percentTexts(records.map(({ in_time }) => in_time));
  const costs = formatTogether(records.map(({ cost }) => cost));
  const rows = records.map((row, at) => [
    formatInteger(row.places),
    `${row.breaches} of ${row.runs}`,
    risks[at],
    inTime[at],
    whole(row.queue),
    costs[at],
    row.is_answer ? 'the answer' : row.passes_risk && row.passes_wait ? 'passes' : 'fails',
  ]);
  return htmlRows(
    'Cost in million kroner a year of custody and supervision, building apart',
    ['places', 'runs that overflow', 'risk up to', 'begin in time', 'queue', 'cost', ''],
    rows,
    [true, true, true, true, true, true, false],
  );
}

/** People and places are whole. */
function whole(x: number): string {
  return Number.isNaN(x) ? 'n/a' : formatInteger(Math.round(x));
}
