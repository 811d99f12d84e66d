/**
 * Central: a few runs at central values beside a forecast by parameter draws.
 *
 * Draws of the evidence take each uncertain number on its own and are conditioned on no observed figure, so together they are other
 * worlds and not only a wider band: their middle run may lie far from the forecast at central values. Members of a calibration meet the
 * figures that they were matched with, and need no such comparison.
 */
import type { Study } from '../study.ts';

/** Runs at central values: enough to see whether the draws lie elsewhere. */
const CENTRAL_RUNS = 8;

/** The study at central values to compare draws with; undefined if nothing is drawn, or if members are. */
export function centralStudy({ arms, draws }: Study): Study | undefined {
  if (draws === 0 || arms.some(({ scenario }) => scenario.members !== undefined)) return undefined;
  const runs = { draws: 0, replicates: CENTRAL_RUNS };
  const central = arms.map((arm) => ({ ...arm, admissions: arm.admissions && { ...arm.admissions, ...runs } }));
  return { ...runs, arms: central as unknown as Study['arms'] };
}
