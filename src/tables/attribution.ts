/**
 * Attribution: the table of the contribution of each policy of a bundle, or of places, evidence and the rest; and that of the runs that
 * the latter are read from.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** The parts of each measure in order, and the whole last. */
export const ATTRIBUTION = {
  name: 'attribution',
  meaning:
    'contribution of each part of a difference to a measure, over paired runs: of policies (Shapley values), or of places, evidence and the rest (nested runs, in order); they add up to the whole',
  columns: [
    column.text('measure', 'the measure in words'),
    column.text('unit', 'unit of the measure'),
    column.text(
      'part',
      'the policy or policies that are one part, or the name of a part of nested runs; "all together" for the whole',
    ),
    column.number('added', 'of the measure', 'its contribution'),
    column.number('low', 'of the measure', 'lower end of the 95 % interval'),
    column.number('high', 'of the measure', 'upper end of the 95 % interval'),
    column.text(
      'settling',
      'the parts under which a queue does not settle, and how it grows or falls; otherwise empty',
    ),
  ],
} as const satisfies TableSchema;

/** The runs of a division into places, evidence and the rest, in order of replicate. */
export const NESTED_RUNS = {
  name: 'runs',
  meaning:
    'members charged again within the years followed, by replicate, run and scenario; every part is made of these counts',
  columns: [
    column.integer('replicate', '', 'the replicate; the same number means the same luck in every run'),
    column.text('run', 'what is held in it'),
    column.text('scenario', 'baseline or scenario'),
    column.integer('members', 'persons', 'people followed'),
    column.integer('charged', 'persons', 'those with a later charge'),
  ],
} as const satisfies TableSchema;

/** The name of the whole. */
export const WHOLE = 'all together';
