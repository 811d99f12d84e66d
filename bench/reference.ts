/**
 * The reference workload of SPEC.md: its numbers, and what every program for it reports.
 */

export const HORIZON_DAYS = 7305;
/** Means and shares are taken from here on. */
export const WINDOW_START = 3652.5;
/** Releases are followed for so long; those closer to the horizon are left out. */
export const FOLLOWED_DAYS = 730;

/** What one seed gives: mean numbers of people divided by the scale, and a share. */
export interface ReferenceMeans {
  readonly remand: number;
  readonly queue: number;
  readonly high: number;
  readonly low: number;
  readonly supervision: number;
  readonly pending: number;
  readonly reoffendedWithin2Years: number;
}

/** One run of one seed. */
export interface ReferenceRun {
  readonly events: number;
  readonly means: ReferenceMeans;
}

/** A program for the workload. */
export type ReferenceProgram = (seed: number, scale: number) => ReferenceRun;
