/**
 * Size: how much a study simulates, and about how long that takes, to be told before it begins.
 *
 * A simulated year takes a constant time and one that grows with first charges, since people are what is simulated. Both are
 * measured: 131 ms of processor time per year of Norway with 9 120 first charges per year, from the first day (bench/baseline.json), and
 * 12 ms per year of Harbour with 430 (25 years of a run, December 2026). A busy machine takes longer, and runs kept from before take
 * no time.
 */
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { parameters as arrivals } from '../people/arrivals.ts';
import { epochOn, epochsOf, parametersIn } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { blocksOf, partingDay, type Study } from './study.ts';

const SECONDS_PER_YEAR = 0.006;
const SECONDS_PER_FIRST_CHARGE = 1.37e-5;

/** How much a study simulates. */
export interface StudySize {
  readonly runs: number;
  /** Years of a run: those before the first observed day, and those after it. */
  readonly burnInYears: number;
  readonly years: number;
  /** First charges per year: the lowest and the highest mean of an arm, from the first observed day. */
  readonly charges: readonly [low: number, high: number];
  /** Seconds on one thread. */
  readonly seconds: number;
}

/** The size of a study whose arms begin and end on the same days. Arms live together what they have in common. */
export function sizeOf(study: Study): StudySize {
  const blocks = blocksOf(study);
  const { start, end, burnInYears, burnInStart } = study.arms[0].scenario;
  const counted = study.arms.map(({ scenario }, arm) => {
    const parts = arm === 0 ? burnInStart : Math.min(end, partingDay(study, { draw: blocks[0].draw, arms: [0, arm] }));
    const years = (end - parts) / DAYS_PER_YEAR;
    return { years, charges: chargesBetween(scenario, parts, end), observed: chargesBetween(scenario, start, end) };
  });
  const perYear = counted.map(({ observed }) => (observed * DAYS_PER_YEAR) / (end - start));
  const seconds = counted.reduce(
    (sum, { years, charges }) => sum + years * SECONDS_PER_YEAR + charges * SECONDS_PER_FIRST_CHARGE,
    0,
  );
  return {
    runs: blocks.length * study.arms.length,
    burnInYears,
    years: (end - start) / DAYS_PER_YEAR,
    charges: [Math.min(...perYear), Math.max(...perYear)],
    seconds: seconds * blocks.length,
  };
}

/** First charges per year on a day, by the central values. */
export function chargesOn(scenario: Scenario, day: Day): number {
  return parametersIn(epochOn(epochsOf(scenario, catalogue), day), arrivals).perYear;
}

function chargesBetween(scenario: Scenario, from: Day, until: Day): number {
  const epochs = epochsOf(scenario, catalogue);
  return epochs.reduce((sum, epoch, at) => {
    const days = Math.min(until, epochs[at + 1]?.from ?? until) - Math.max(from, at === 0 ? from : epoch.from);
    return sum + (Math.max(0, days) / DAYS_PER_YEAR) * parametersIn(epoch, arrivals).perYear;
  }, 0);
}
