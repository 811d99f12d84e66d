/**
 * Sweep: the table of what each point of a grid of levers does to each measure. One row a measure and point.
 */
import type { TableSchema } from './table.ts';

export const SWEEP: TableSchema = {
  name: 'sweep',
  meaning: 'what levers do at each point of a grid: paired differences from the scenario itself, with 95 % intervals',
  columns: [
    { name: 'measure', unit: '', meaning: 'the measure as it is typed, such as new-charge@2y', kind: 'text' },
    { name: 'label', unit: '', meaning: 'the measure in words', kind: 'text' },
    { name: 'unit', unit: '', meaning: 'unit of the mean; differences of percentages are points', kind: 'text' },
    { name: 'better', unit: '', meaning: 'which side is better: lower, higher or neither', kind: 'text' },
    { name: 'lever', unit: '', meaning: 'the first lever', kind: 'text' },
    {
      name: 'value',
      unit: 'of the lever',
      meaning: 'its value; x0.8 multiplies what is in force, +10 adds',
      kind: 'text',
    },
    { name: 'other_lever', unit: '', meaning: 'the second lever; empty where one is swept', kind: 'text' },
    { name: 'other_value', unit: 'of the lever', meaning: 'its value', kind: 'text' },
    {
      name: 'in_force',
      unit: '',
      meaning: 'whether the point changes no number: it is the scenario itself',
      kind: 'boolean',
    },
    { name: 'baseline', unit: 'of the measure', meaning: 'mean of the scenario itself', kind: 'number' },
    { name: 'mean', unit: 'of the measure', meaning: 'mean over replicates', kind: 'number' },
    {
      name: 'difference',
      unit: 'of the measure',
      meaning: 'from the scenario itself, paired by replicate',
      kind: 'number',
    },
    {
      name: 'low',
      unit: 'of the measure',
      meaning: 'lower end of the 95 % interval of the difference',
      kind: 'number',
    },
    {
      name: 'high',
      unit: 'of the measure',
      meaning: 'upper end of the 95 % interval of the difference',
      kind: 'number',
    },
    { name: 'replicates', unit: 'count', meaning: 'replicates in which the measure is known in both', kind: 'integer' },
  ],
};
