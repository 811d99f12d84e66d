/**
 * Match plan: says how members are looked for, and how far a simulation may be from each figure.
 */
import { z } from 'zod';
import { grades } from './grade.ts';
import { strict, text } from './shape.ts';

const share = z.number().min(0).max(1);

const errorsShape = strict({
  measure: text.describe('the name of observed figures'),
  observation: share.describe('standard deviation of the error of observation, as a share of the figure'),
  model: share.describe('standard deviation of the discrepancy: how far the best setting may still be off, as a share'),
  grade: z.enum(grades).describe('how well these two are known'),
  because: text.describe('why so much'),
});

export const matchShape = strict({
  scenario: text.optional().describe('the calibrated scenario, if levers follow; by default that of the plan'),
  waves: z.int().min(1).max(20),
  settings: z.int().min(2).max(5000).describe('settings simulated in a wave'),
  replicates: z
    .int()
    .min(1)
    .max(100)
    .describe(
      'runs of each setting; with two or more luck is their spread, with one it is the nugget of the emulators, pooled by measure and no less than that of a Poisson count',
    ),
  scale: z
    .number()
    .positive()
    .max(1)
    .optional()
    .describe('people and places simulated, as a share of the country; by default all'),
  others: z
    .enum(['drawn', 'central'])
    .optional()
    .describe(
      'uncertain parameters outside the plan: drawn anew in each setting, or at their central values, so that members leave their uncertainty out; by default drawn',
    ),
  cut_off: z.number().positive().describe('largest implausibility, in standard deviations'),
  members: z.int().min(1).describe('members wanted'),
  effective_size: z.number().positive().describe('effective number of members wanted'),
  errors: z.array(errorsShape).min(1),
});

/** The errors of the figures of one measure, as standard deviations in shares of the figure. */
export type FigureErrors = z.output<typeof errorsShape>;

export interface MatchPlan<Lever> extends Omit<z.output<typeof matchShape>, 'scenario' | 'scale' | 'others'> {
  /** People and places simulated, as a share of the country. */
  readonly scale: number;
  /** What becomes of the uncertain parameters outside the plan. */
  readonly others: 'drawn' | 'central';
  /** Levers that members differ by, besides those of the fit. */
  readonly free: readonly Lever[];
  /** Path of the scenario. */
  readonly scenario: string;
  /** Whether the plan names a scenario of its own for this. */
  readonly isCalibrated: boolean;
}
