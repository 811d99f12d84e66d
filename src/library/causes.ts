/**
 * Causes through the public door: which part of a bundle of policies did it, and which numbers a difference depends on.
 */
import {
  type Added,
  type AttributionPlan,
  attribute as attributeParts,
  attributionPlan as planOfParts,
} from '../experiment/attribution/attribution.ts';
import {
  type PolicyComponent,
  componentsBetween as partsBetween,
} from '../experiment/attribution/policy-components.ts';
import { type FactorEffect, screenFactors as screenInputs } from '../experiment/sensitivity/sensitivity.ts';
import type { Arm, Lose, RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import type { Measure } from '../measures/measure.ts';
import { differInPoliciesAlone } from '../scenario/history.ts';
import type { Scenario } from '../scenario/scenario.ts';
import {
  aLose,
  aRunner,
  aScenario,
  replicatesOfStudy,
  someMeasures,
  tooLong,
  twoArms,
  unlikeArms,
} from './arguments.ts';
import { checked, checkedLater, expecting, isObject, listOf, objectOf, optional, wholeNumber } from './checks.ts';

/**
 * The parts in which two scenarios differ, for `attributionPlan`; `groups` holds policies to treat as one part, by a name for it.
 * Throws a Failure if the scenarios differ in more than policies.
 */
export const componentsBetween = checked(
  'componentsBetween',
  [
    ['baseline', aScenario],
    ['scenario', aScenario],
    [
      'groups',
      optional(
        expecting('a Map of names of policies by the name of their group', (value) => value instanceof Map, {
          reason: 'the policies of a group are one part',
          remedy: "write new Map([['inside', ['contact-staff', 'an-ordinary-week']]]), or leave it out",
        }),
      ),
    ],
  ],
  (
    baseline: Scenario,
    scenario: Scenario,
    groups?: ReadonlyMap<string, readonly string[]>,
  ): readonly PolicyComponent[] => {
    if (differInPoliciesAlone(baseline, scenario)) return partsBetween(baseline, scenario, groups);
    throw new Failure({
      place: 'componentsBetween: scenario',
      problem: 'differs from the baseline in more than policies',
      reason: 'only policies, which have dates, can be switched on and off',
      remedy: 'write a scenario that extends the baseline and changes nothing but policies',
    });
  },
);

/** The plan that attributes the difference between a baseline and another scenario to its parts, from `componentsBetween`. */
export const attributionPlan = checked(
  'attributionPlan',
  [
    ['baseline', aScenario],
    [
      'parts',
      listOf(
        'a list with at least one part',
        expecting('a part', (value) => isObject(value) && Array.isArray(value['on']) && Array.isArray(value['off']), {
          reason: 'a part is made of policies that are switched together',
          remedy: 'write componentsBetween(baseline, scenario)',
        }),
        1,
        {
          reason: 'the difference is divided among the parts; scenarios that differ in no policy have none',
          remedy: 'write componentsBetween(baseline, scenario)',
        },
      ),
    ],
    ['replicates', replicatesOfStudy],
  ],
  (baseline: Scenario, parts: readonly PolicyComponent[], replicates: number): AttributionPlan =>
    planOfParts(baseline, parts, replicates),
);

/**
 * Attributes the difference between two scenarios to the parts of a plan. Gives, per measure, the contribution of every part and
 * then the whole, which is the sum of the parts in every replicate (L. S. Shapley, 1953). Fails as `run` fails; with `lose` it goes
 * on without replicates that fail, unless fewer than two are left.
 */
export const attribute = checkedLater(
  'attribute',
  [
    [
      'plan',
      expecting('a plan', (value) => isObject(value) && Array.isArray(value['coalitions']), {
        reason: 'the plan says which combinations of parts are run',
        remedy: 'write attributionPlan(baseline, componentsBetween(baseline, scenario), 8)',
      }),
    ],
    ['measures', someMeasures],
    ['run', aRunner],
    ['lose', aLose],
  ],
  (plan: AttributionPlan, measures: readonly Measure[], run: RunBlocks, lose?: Lose): Promise<readonly Added[]> =>
    attributeParts(plan, measures, run, lose),
  ({ study }, measures) => tooLong(measures, study.arms),
);

/**
 * Screens, by the method of Morris, the mechanisms whose uncertain numbers move the difference between two arms: per measure and
 * factor, the mean and the spread of its effects, in the unit of the measure. Needs (factors + 1) x trajectories x replicates runs
 * of each arm. Fails as `run` fails; with `lose` it goes on without trajectories that fail, unless fewer than two are left.
 */
export const screenFactors = checkedLater(
  'screenFactors',
  [
    ['arms', twoArms],
    [
      'options',
      objectOf(
        'an object of options',
        {
          trajectories: optional(
            wholeNumber(1, 10_000, {
              reason: 'it is the number of paths through the ranges of the numbers',
              remedy: 'write 10, or leave it out',
            }),
          ),
          replicates: optional(replicatesOfStudy),
        },
        { reason: 'it says how many runs to make', remedy: 'write {}, or { trajectories: 10, replicates: 2 }' },
      ),
    ],
    ['measures', someMeasures],
    ['run', aRunner],
    ['lose', aLose],
  ],
  (
    arms: readonly [Arm, Arm],
    options: { readonly trajectories?: number; readonly replicates?: number },
    measures: readonly Measure[],
    run: RunBlocks,
    lose?: Lose,
  ): Promise<readonly FactorEffect[]> => screenInputs(arms, options, measures, run, lose),
  (arms, _, measures) => [...unlikeArms('arms', arms), ...tooLong(measures, arms)],
);
