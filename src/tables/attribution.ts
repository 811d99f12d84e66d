/**
 * Attribution: the table of the contribution of each policy of a bundle.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** The parts of each measure in order, and the whole last. */
export const ATTRIBUTION = {
  name: 'attribution',
  meaning:
    'contribution of each policy of a bundle to a measure: Shapley values over paired runs, which add up to the whole',
  columns: [
    column.text('measure', 'the measure in words'),
    column.text('unit', 'unit of the measure'),
    column.text('part', 'the policy, or policies that are one part; "all together" for the whole'),
    column.number('added', 'of the measure', 'its contribution'),
    column.number('low', 'of the measure', 'lower end of the 95 % interval'),
    column.number('high', 'of the measure', 'upper end of the 95 % interval'),
    column.text(
      'settling',
      'the parts under which a queue does not settle, and how it grows or falls; otherwise empty',
    ),
  ],
} as const satisfies TableSchema;

/** The name of the whole. */
export const WHOLE = 'all together';
