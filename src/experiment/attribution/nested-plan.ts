/**
 * Nested runs: divides what a scenario does to the same people into places, effects with evidence, and a rest.
 *
 * Baseline and scenario are run as they are, with places enough for everybody, and with that and no evidence on reoffending, all under
 * the same luck. The places, or the evidence, hold from the day on which the two part, so that all runs share their past and follow the
 * same people. D is the difference between scenario and baseline in members charged again:
 *
 *     places                 D(as is) - D(places enough)
 *     effects with evidence  D(places enough) - D(places enough, no evidence)
 *     rest                   D(places enough, no evidence)
 *
 * The parts add up to D(as is) in every replicate. What a part is depends on the order: effects are those that are left when nobody
 * waits for a place. With grade A alone in between, effects are divided by grade of evidence likewise.
 */
import { type Day, formatDay } from '../../engine/calendar.ts';
import { Failure } from '../../failure.ts';
import { epochsOf } from '../../scenario/epoch.ts';
import { type Held, withHeld } from '../../scenario/held-choice.ts';
import { firstDifference, historyOf } from '../../scenario/history.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { allCohorts } from '../../simulation/summary.ts';
import { type CohortSetting, reachOf } from '../cohort-reach.ts';
import { type Arm, type BlockKey, blocksOf, type Study } from '../study.ts';

/** A run of each scenario: its name, and what is held. */
export interface NestedRun {
  readonly name: string;
  readonly held: readonly Held[];
}

const ENOUGH: Held = { noun: 'capacity', name: 'response', value: 'enough' };
const admitting = (value: string): Held => ({ noun: 'effects', name: 'evidence', value });

export const AS_IS: NestedRun = { name: 'as is', held: [] };
export const PLACES: NestedRun = { name: 'places enough', held: [ENOUGH] };
export const GRADE_A: NestedRun = { name: 'places enough, evidence of grade A', held: [ENOUGH, admitting('A')] };
export const NO_EVIDENCE: NestedRun = { name: 'places enough, no evidence', held: [ENOUGH, admitting('none')] };

/** A part: the difference in its first run less that in its second, or the difference in its first if there is no second. */
export interface NestedPart {
  readonly name: string;
  readonly meaning: string;
  readonly runs: readonly [NestedRun] | readonly [NestedRun, NestedRun];
}

/** The parts in order. They add up to the whole. */
export const nestedParts: readonly NestedPart[] = [
  {
    name: 'places',
    meaning: 'what goes when everybody who needs a place in an institution has one',
    runs: [AS_IS, PLACES],
  },
  {
    name: 'effects with evidence',
    meaning: 'what goes then when no study moves the odds of a charge',
    runs: [PLACES, NO_EVIDENCE],
  },
  {
    name: 'rest',
    meaning: 'what is left: who serves where, time inside and on monitoring, expulsion, and all that no study bears',
    runs: [NO_EVIDENCE],
  },
];

/** The effects with evidence by grade, which add up to them. */
export const gradeParts: readonly NestedPart[] = [
  {
    name: 'grades B and C',
    meaning: 'what goes when studies of grade A alone move the odds',
    runs: [PLACES, GRADE_A],
  },
  { name: 'grade A', meaning: 'what goes when these do not, either', runs: [GRADE_A, NO_EVIDENCE] },
];

/** The runs of baseline and scenario. Runs that would be the same are one arm. */
export interface NestedPlan {
  readonly study: Study;
  readonly blocks: readonly BlockKey[];
  /** The day from which places and evidence are held: that on which the two part, or the first observed if they never do. */
  readonly from: Day;
  /** The arms of each run by its name: of the baseline, and of the scenario. */
  readonly arms: ReadonlyMap<string, readonly [number, number]>;
}

/**
 * The plan that divides the difference between a baseline and another scenario that differ in policies alone. Throws a Failure if
 * nobody could be followed for a year after they part.
 */
export function nestedPlan(baseline: Scenario, scenario: Scenario, replicates: number): NestedPlan {
  const parting = firstDifference(baseline, scenario, catalogue);
  const from = Number.isFinite(parting) ? Math.max(parting, baseline.burnInStart) : baseline.start;
  if (allCohorts.every((cohort) => reachOf(cohort, settingOf(baseline, from)) === undefined)) {
    const problem = `nobody who enters after ${formatDay(from)}, when the scenarios part, can be followed for a year`;
    throw new Failure({ problem, remedy: 'simulate more years, or begin the policies earlier' });
  }
  const runs = isAllAdmitted([baseline, scenario])
    ? [AS_IS, PLACES, GRADE_A, NO_EVIDENCE]
    : [AS_IS, PLACES, NO_EVIDENCE];
  const arms: (Arm & { readonly history: string })[] = [];
  const armOf = (side: string, { name, held }: NestedRun, own: Scenario) => {
    const scenario = held.reduce((one, choice) => withHeld(one, choice, from), own);
    const history = historyOf(scenario, catalogue, scenario.end);
    const known = arms.findIndex((arm) => arm.history === history);
    return known >= 0 ? known : arms.push({ name: `${side}, ${name}`, scenario, history }) - 1;
  };
  const pairs = runs.map(
    (run) => [run.name, [armOf('baseline', run, baseline), armOf('scenario', run, scenario)]] as const,
  );
  const study = { arms: arms.map(({ name, scenario }) => ({ name, scenario })), replicates, draws: 0 };
  return { study, blocks: blocksOf(study), from, arms: new Map(pairs) };
}

/** The days that decide who can be followed how long, if members enter from a day on. */
export function settingOf({ start, end, stockDay }: Scenario, from: Day): CohortSetting {
  return {
    days: end - start,
    parting: Math.max(0, from - start),
    stockDay: stockDay === undefined ? undefined : stockDay - start,
  };
}

/** Whether both scenarios always admit all evidence; otherwise grade A alone would admit more than they do. */
function isAllAdmitted(scenarios: readonly Scenario[]): boolean {
  const epochs = scenarios.flatMap((scenario) => epochsOf(scenario, catalogue));
  return epochs.every(({ values }) => values['effects']['evidence'] === 'all');
}
