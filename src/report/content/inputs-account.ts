/**
 * Inputs account: tells a reader which figures hold from which day, where they come from, and what events change.
 */
import { formatDay } from '../../engine/calendar.ts';
import { cellsOf } from '../../evidence/value.ts';
import { actionInWords, buildingInWords, timeInWords } from '../../results/input-words.ts';
import { cellNames, cellText } from '../../results/parameters-table.ts';
import { writtenPath } from '../../scenario/change.ts';
import { epochOn, epochsOf } from '../../scenario/epoch.ts';
import { type DatedInput, datedEvents } from '../../scenario/inputs.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import type { ReportArm, ReportInputRow } from '../input.ts';

/** All figures by date, for a terminal: each series with its values, then each event with the number before and after. */
export function inputLines(scenario: Scenario): readonly string[] {
  const { inputs } = scenario;
  if (inputs.length === 0) return [];
  return [
    `${inputs.length} ${inputs.length === 1 ? 'figure' : 'figures'} by date`,
    ...[...seriesRows(inputs)].flatMap(([path, rows]) => [
      `  ${path} (${unitOf(rows[0])}), ${originOf(rows)}`,
      `    ${rows.map((row) => `${timeInWords(row)} ${actionInWords(row)}`).join(', ')}`,
    ]),
    ...eventLines(scenario).map((line) => `  ${line}`),
  ];
}

/** The figures by date in sentences: of a series its ends, of an event the number before and after. */
function inputSentences(scenario: Scenario): readonly string[] {
  return [
    ...[...seriesRows(scenario.inputs)].map(([path, rows]) => {
      const ends = rows.length === 1 ? rows : [rows[0], rows.at(-1)!];
      const values = ends.map((row) => `${actionInWords(row)} in ${timeInWords(row)}`).join(' to ');
      return `${path}, ${rows.length} ${rows.length === 1 ? 'figure' : 'figures'} by date: ${values} (${originOf(rows)}).`;
    }),
    ...eventLines(scenario).map((line) => `${line}.`),
  ];
}

/** The figures by date for the report and the brief; undefined if there are none. */
export function inputsOf(scenario: Scenario): ReportArm['inputs'] {
  if (scenario.inputs.length === 0) return undefined;
  return { rows: scenario.inputs.map(inputRow), sentences: inputSentences(scenario) };
}

/** A figure by date as a report shows it. */
export function inputRow(input: DatedInput): ReportInputRow {
  return {
    lever: writtenPath(input.change),
    when: timeInWords(input),
    figure: actionInWords(input),
    unit: input.cells.unit,
    basis: input.basis,
    source: input.cells.source,
    note: [input.cells.note, buildingInWords(input)].filter((part) => part !== '').join('; '),
    file: input.file,
  };
}

/** Rows that are no events, by lever. */
function seriesRows(inputs: readonly DatedInput[]): ReadonlyMap<string, readonly DatedInput[]> {
  const series = inputs.filter(({ by }) => by !== 'day');
  const paths = [...new Set(series.map(({ change }) => writtenPath(change)))].sort();
  return new Map(paths.map((path) => [path, series.filter(({ change }) => writtenPath(change) === path)]));
}

/** Basis, sources and files of rows: `4 observed, 22 inferred; Yearbook; places.csv`. */
function originOf(rows: readonly DatedInput[]): string {
  const bases = [...new Set(rows.map(({ basis }) => basis))];
  const counts = bases.map((basis) => `${rows.filter((row) => row.basis === basis).length} ${basis}`).join(', ');
  const sources = [...new Set(rows.map(({ cells }) => cells.source))];
  const first =
    sources.length > MOST_SOURCES ? `${sources[0]} and ${sources.length - 1} other sources` : sources.join('; ');
  return [counts, first, [...new Set(rows.map(({ file }) => file))].join(', ')].join('; ');
}

const MOST_SOURCES = 2;

function unitOf({ change }: DatedInput): string {
  return catalogue.get(change.path)!.parameter.unit;
}

function eventLines(scenario: Scenario): readonly string[] {
  const events = datedEvents(scenario.inputs);
  if (events.length === 0) return [];
  const epochs = epochsOf(withPolicies(scenario, []), catalogue);
  return events.map((event) => {
    const { change, from, basis, cells, file } = event;
    const { noun, name, path } = change;
    const { parameter } = catalogue.get(path)!;
    const names = cellNames(parameter, scenario.dimensions);
    const values = [from - 1, from].map((day) => cellsOf(epochOn(epochs, day).values[noun][name]));
    const moved = change.cells.map((cell) => {
      const member = change.cells.length === 1 ? '' : `${names[cell]} `;
      return `${member}${cellText(values[0][cell])} -> ${cellText(values[1][cell])}`;
    });
    const effect = event.kind === 'grow' ? 'grows by months from then on' : `${moved.join(', ')} ${parameter.unit}`;
    const never = from >= scenario.end ? `, after the end on ${formatDay(scenario.end - 1)}` : '';
    const origin = [basis, cells.source, cells.note, buildingInWords(event), file].filter((part) => part !== '');
    const what = `${writtenPath(change)}: ${actionInWords(event)} ${timeInWords(event)}${never}`;
    return `${what}, ${effect} (${origin.join('; ')})`;
  });
}
