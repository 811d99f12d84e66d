/**
 * Stopping rule options: `--precision`, `--budget` and `--most-replicates`, and what holds if none of them is typed.
 */

import { FEWEST_REPLICATES, type StoppingRule } from '../../experiment/stopping.ts';
import { Failure } from '../../failure.ts';
import { longestHorizon, populationOf } from '../../measures/cohort-counts.ts';
import { slugOf } from '../../measures/measure-name.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type StudyRequest, shellWord } from '../request.ts';
import { wantedIn } from './precision.ts';

/** The time if nothing is typed: the charts and the report take some seconds more. */
export const USUAL_BUDGET = '20s';
/** The most replicates if nothing is typed. */
export const USUAL_MOST = 200;

/** The precision if none is typed: the headline to one person in a thousand, or people inside if nobody can be followed for a year. */
export function usualPrecision({ start, end }: Pick<Scenario, 'start' | 'end'>): string {
  const years = longestHorizon(end - start, 0);
  return years === undefined ? 'occupancy: 1%' : `cohort-charged@${years}y/${slugOf(populationOf.sentenced)}: 0.1pp`;
}

/**
 * The stopping rule of a study; undefined if its replicates are fixed: by `--replicates`, with parameter draws, or one alone. A
 * precision that is typed has no limit of time unless one is typed too. Throws a Failure with everything that is wrong.
 */
export function stoppingRuleOf(request: StudyRequest, scenario: Scenario): StoppingRule | undefined {
  const { replicates, draws, only, precision, budget, mostReplicates } = request;
  if (replicates !== undefined || draws > 0 || only !== undefined) return undefined;
  if (mostReplicates !== undefined && mostReplicates < FEWEST_REPLICATES) throw tooFew(mostReplicates);
  const time = budget ?? (precision === undefined ? USUAL_BUDGET : undefined);
  return {
    wanted: wantedIn(precision ?? usualPrecision(scenario), scenario),
    budget: time === undefined ? Number.POSITIVE_INFINITY : secondsIn(time),
    most: mostReplicates ?? Math.max(USUAL_MOST, scenario.replicates),
  };
}

/** The seconds of a budget such as `30s`, `5min` or `1.5h`. Throws a Failure for anything else. */
export function secondsIn(text: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(s|min|h)\s*$/.exec(text);
  const [, number, unit] = match ?? [];
  const seconds = Number(number) * SECONDS[unit as Unit];
  if (seconds > 0 && seconds <= LONGEST) return seconds;
  const problem = match === null ? 'expected a time with its unit' : 'a budget is above 0 and at most a thousand hours';
  throw new Failure({ problem: `--budget ${text}: ${problem}`, remedy: 'as in 30s, 5min or 1.5h' });
}

/** The options of the rule as typed, to be typed again. */
export function ruleTypedAgain({ precision, budget, mostReplicates }: StudyRequest): string {
  const options = Object.entries({ precision, budget, 'most-replicates': mostReplicates });
  return options
    .flatMap(([name, value]) => (value === undefined ? [] : ` --${name} ${shellWord(String(value))}`))
    .join('');
}

function tooFew(most: number): Failure {
  return new Failure({
    problem: `--most-replicates ${most}: fewer than ${FEWEST_REPLICATES}`,
    reason: `intervals of fewer than ${FEWEST_REPLICATES} replicates hold the truth less often than they say`,
    remedy: `--replicates ${most} runs exactly that many all the same`,
  });
}

const SECONDS = { s: 1, min: 60, h: 3600 } as const;
type Unit = keyof typeof SECONDS;
const LONGEST = 1000 * SECONDS.h;
