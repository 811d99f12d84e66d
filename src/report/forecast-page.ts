/**
 * Forecast page: one page with the finding, the fan chart, the numbers at the end of every year, and how sure they are.
 */

import { sentenceClasses } from '../people/sentence-classes.ts';
import {
  calendarQuarter,
  chanceText,
  type ForecastReading,
  OVERFLOW_MEANS,
  placesText,
  runText,
} from './forecast-words.ts';
import { escapeHtml, htmlRows } from './html.ts';
import { studyPage } from './study-page.ts';

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
  readonly command: string;
  readonly version: string;
}

/** A complete page in HTML; the chart lies beside it as `fan.svg`. */
export function forecastPage(page: ForecastPage): string {
  const { finding, subtitle, reading, levels, waits, certainty, record, command, version } = page;
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const sections = `${reading.variants.map((variant) => tablesOfVariant(reading, variant, levels)).join('\n')}
${waits.length === 0 ? '' : `<section><h2>How long do people wait for a place?</h2>\n${waits.map(paragraph).join('\n')}\n<p>Each year by level and sentence is in waiting-days.csv.</p></section>`}
<section><h2>How sure?</h2>
${certainty.map(paragraph).join('\n')}
<h3>How far forecasts of the past missed</h3>
${record.map(paragraph).join('\n')}
<p>Nothing about an individual may be decided with a forecast.</p>
</section>`;
  return studyPage({
    ...{ heading: 'Forecast', finding, subtitle, chart: 'fan.svg', sections, command, version },
    numbers:
      'every number, also by status and sex, flows and each period, is in forecast.csv, forecast.parquet and results.xlsx.',
  });
}

function tablesOfVariant(reading: ForecastReading, variant: string, levels: readonly string[]): string {
  const of = reading.variants.length === 1 ? '' : `, first charges ${variant}`;
  const numeric = [false, false, true, true, true, true, true];
  const held = levels.flatMap((level) =>
    reading.yearEnds.map(({ name, to }) => {
      const at = (what: string, period = name) => reading.at(variant, what, level, period);
      return [
        level,
        name,
        runText(at('people inside')),
        runText(at('peak day', calendarQuarter(to))),
        placesText(at('usable places')),
        chanceText(at('most people beyond all places', calendarQuarter(to))),
        runText(at('nights beyond places')),
      ].map(escapeHtml);
    }),
  );
  const queue = reading.yearEnds.map(({ name }) => {
    const at = (what: string) => reading.at(variant, what, 'all', name);
    const cells = ['waiting for a place', 'days waited, half', 'days waited, nine tenths', 'not yet summoned'].map(
      (what) => runText(at(what)),
    );
    return [name, ...cells].map(escapeHtml);
  });
  const last = reading.yearEnds.at(-1)!;
  const waiting = ['all', ...levels].flatMap((level) =>
    ['all', ...sentenceClasses].flatMap((sentence) => {
      const of = sentence === 'all' ? level : level === 'all' ? sentence : `${level}, ${sentence}`;
      const cells = ['waiting on the last evening', 'days waited, half', 'days waited, nine tenths'].map((what) =>
        runText(reading.at(variant, what, of, last.name)),
      );
      return [[level, sentence, ...cells].map(escapeHtml)];
    }),
  );
  return `<section><h2>Who is held where, and for whom there is no place${escapeHtml(of)}</h2>
${htmlRows(
  `Middle run, and 95 % of runs in brackets; fullest day and overflow are those of the quarter. ${OVERFLOW_MEANS}`,
  ['level', 'period', 'people inside', 'fullest day', 'places', 'chance of overflow', 'nights beyond own places'],
  held,
  numeric,
)}
${htmlRows(
  'People who wait for a place, and the days they have waited on the last evening; paper before the summons stands apart',
  ['period', 'people', 'half up to, days', 'nine tenths up to, days', 'not yet summoned'],
  queue,
  [false, true, true, true, true],
)}
${htmlRows(
  `People who wait for a place on ${last.to}, by level and by what they wait to serve; days are of the runs in which anybody does, n/a if in none`,
  ['level', 'sentence', 'people', 'half up to, days', 'nine tenths up to, days'],
  waiting,
  [false, false, true, true, true],
)}
</section>`;
}
