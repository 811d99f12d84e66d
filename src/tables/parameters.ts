/**
 * Parameters: the table of every number of a scenario with its passport.
 */
import { number, text } from './columns.ts';
import type { TableSchema } from './table.ts';

export const PARAMETERS = {
  name: 'parameters',
  meaning: 'numbers before any policy, with their passports; one row a number',
  columns: [
    text('parameter', 'name of the parameter'),
    text('member', 'members of the dimensions it varies by, outer first, joined by dots; empty for a single value'),
    number('value', 'see unit', 'central value; missing for words'),
    text('word', 'value of a parameter that is a word; empty for numbers'),
    text('unit', 'unit of the value'),
    text('meaning', 'what the parameter is'),
    text('grade', 'A, B, C or assumption'),
    text('place', 'where it was observed'),
    text('period', 'when it was observed'),
    text('population', 'of whom; empty where the passport does not say'),
    text('design', 'design of the study; empty where the passport does not say'),
    text('causal', 'yes, no, or empty where the passport does not say'),
    text('source', 'publications, separated by semicolons; empty for an assumption'),
    text('note', 'what else the passport says'),
  ],
} as const satisfies TableSchema;
