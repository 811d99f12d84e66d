/**
 * Parameters: the table of every number of a scenario with its passport.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

export const PARAMETERS = {
  name: 'parameters',
  meaning: 'numbers before dated figures and policies, with their passports; one row per number',
  columns: [
    column.text('parameter', 'name of the parameter'),
    column.text('member', 'members of its dimensions, outer first, joined by dots; empty for a single value'),
    column.number('value', 'see unit', 'central value; missing for words'),
    column.text('word', 'value of a parameter that is a word; empty for numbers'),
    column.text('unit', 'unit of the value'),
    column.text('meaning', 'meaning of the parameter'),
    column.text('grade', 'A, B, C or assumption'),
    column.text('place', 'place of observation'),
    column.text('period', 'period of observation'),
    column.text('population', 'population observed; empty if the passport does not say'),
    column.text('design', 'design of the study; empty if the passport does not say'),
    column.text('causal', 'yes, no, or empty if the passport does not say'),
    column.text('source', 'publications, separated by semicolons; empty for an assumption'),
    column.text('note', 'note of the passport'),
    column.text(
      'dated',
      'figures by date that take the place of the value or change it, each with its source; empty if none',
    ),
  ],
} as const satisfies TableSchema;
