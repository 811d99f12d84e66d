/**
 * Forecast page: one page with the finding, the fan chart, the numbers at the end of every year, and how sure they are.
 */

import { sentenceClasses } from '../../people/sentence-classes.ts';
import type { Table } from '../../tables/table.ts';
import { escapeHtml, htmlRows } from '../html.ts';
import type { StudyInputs } from '../study-inputs.ts';
import { studyPage } from '../study-page.ts';
import { changeHeader, changeRows, changesInWords } from './changes.ts';
import { levelColumns, levelHeads, OVERFLOW_MEANS, queueColumns, queueHeads, runTexts, shownMeans } from './columns.ts';
import type { ForecastReading } from './reading.ts';

/** What a page shows. */
export interface ForecastPage {
  readonly finding: string;
  readonly subtitle: string;
  readonly reading: ForecastReading;
  readonly levels: readonly string[];
  /** Sentences on those who wait at the end, and how long people waited. */
  readonly waits: readonly string[];
  /** Sentences on the bands, then on the record of earlier forecasts. */
  readonly certainty: readonly string[];
  readonly record: readonly string[];
  readonly inputs: StudyInputs;
  /** What changed since an earlier forecast, and its folder as typed; undefined if it was not asked. */
  readonly changes: { readonly table: Table; readonly against: string } | undefined;
  readonly command: string;
  readonly version: string;
}

/** A complete page in HTML; the chart lies beside it as `fan.svg`. */
export function forecastPage(page: ForecastPage): string {
  const { finding, subtitle, reading, levels, waits, certainty, record, inputs, changes, command, version } = page;
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const sections = `${reading.variants.map((variant) => tablesOfVariant(reading, variant, levels)).join('\n')}
${waits.length === 0 ? '' : `<section><h2>How long do people wait for a place?</h2>\n${waits.map(paragraph).join('\n')}\n<p>Each year by level and sentence is in waiting-days.csv.</p></section>`}
${changes === undefined ? '' : changesSection(reading, changes.table, changes.against, levels)}
<section><h2>How sure?</h2>
${certainty.map(paragraph).join('\n')}
<h3>How far forecasts of the past missed</h3>
${record.map(paragraph).join('\n')}
<p>Nothing about an individual may be decided with a forecast.</p>
</section>`;
  return studyPage({
    ...{ heading: 'Forecast', finding, subtitle, chart: 'fan.svg', sections, inputs, command, version },
    numbers:
      'every number, also by status and sex, flows and each period, is in forecast.csv, forecast.parquet and results.xlsx.',
  });
}

function changesSection(reading: ForecastReading, table: Table, against: string, levels: readonly string[]): string {
  const variants = changeRows(table, reading, levels).map(({ variant, rows }, _, all) => {
    const of = all.length === 1 ? '' : `, first charges ${variant}`;
    const header = ['period', 'number', ...changeHeader];
    const numeric = [false, false, ...changeHeader.map(() => true)];
    return htmlRows(`Middle runs; ${changesInWords(table)}${of}`, header, safe(rows), numeric);
  });
  return `<section id="changes"><h2>What changed since ${escapeHtml(against)}</h2>
${variants.join('\n')}
</section>`;
}

/** Cells made safe for a page. */
function safe(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map(escapeHtml));
}

function tablesOfVariant(reading: ForecastReading, variant: string, levels: readonly string[]): string {
  const of = reading.variants.length === 1 ? '' : `, first charges ${variant}`;
  const numeric = [false, false, true, true, true, true, true];
  const held = levelColumns(reading, variant, levels);
  const queue = queueColumns(reading, variant);
  const last = reading.yearEnds.at(-1)!;
  const waiting = ['all', ...levels].flatMap((level) =>
    ['all', ...sentenceClasses].map((sentence) => [level, sentence]),
  );
  const waited = ['waiting on the last evening', 'days waited, half', 'days waited, nine tenths'].map((what) =>
    runTexts(
      waiting.map(([level, sentence]) => {
        const of = sentence === 'all' ? level : level === 'all' ? sentence : `${level}, ${sentence}`;
        return reading.at(variant, what, of, last.name);
      }),
    ),
  );
  return `<section><h2>Who is held where, and for whom there is no place${escapeHtml(of)}</h2>
${htmlRows(
  `Middle run, and 95 % of runs in brackets. ${shownMeans(reading)} ${OVERFLOW_MEANS}`,
  ['level', 'period', ...levelHeads(reading)],
  safe(held),
  numeric,
)}
${htmlRows(
  'People who wait for a place on the last evening of the period, and the days they have waited; paper before the summons stands apart',
  ['period', ...queueHeads],
  safe(queue),
  [false, true, true, true, true],
)}
${htmlRows(
  `People who wait for a place on ${last.to}, by level and by what they wait to serve; days are of the runs in which anybody does, n/a if in none`,
  ['level', 'sentence', ...queueHeads.slice(0, 3)],
  safe(waiting.map((names, at) => [...names, ...waited.map((column) => column[at])])),
  [false, false, true, true, true],
)}
</section>`;
}
