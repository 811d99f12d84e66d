/**
 * Arguments: what several functions of the public door take, such as a scenario, a study, measures and a runner, and when each is
 * right.
 */
import { disagreements, WHY_ARMS_AGREE } from '../experiment/agreement.ts';
import type { Arm, Study } from '../experiment/study.ts';
import type { FailureFacts } from '../failure.ts';
import type { Measure } from '../measures/measure.ts';
import { measureNameOf } from '../measures/measure-name.ts';
import { MOST_DRAWS, MOST_REPLICATES } from '../scenario/limits.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { aFunction, expecting, isObject, listOf, objectOf, optional, someText, wholeNumber } from './checks.ts';

/** A study as a program writes it: `draws` may be left out. */
export interface StudyAsked extends Omit<Study, 'draws'> {
  /** Number of parameter draws, each with all replicates; 0, as if left out, runs only the central value of everything. */
  readonly draws?: number;
}

export const aScenario = expecting('a scenario', isScenario, {
  reason: 'the library runs scenarios that are read already, not their names or texts',
  remedy: "read it with readScenario('harbour/baseline'), or from text with scenarioFrom",
});

export const replicatesOfStudy = wholeNumber(1, MOST_REPLICATES, {
  reason: 'it is the number of runs of each arm, each with its own luck',
  remedy: 'write 8, from which number on intervals hold the truth as often as they say',
});

const anArm = objectOf(
  'an arm',
  {
    name: someText({ reason: 'results name the arm', remedy: "write { name: 'baseline', scenario }" }),
    scenario: aScenario,
  },
  { reason: 'an arm is a name and a scenario', remedy: "write { name: 'baseline', scenario }" },
);

const arms = listOf('a list with at least one arm', anArm, 1, {
  reason: 'a study runs its arms, of which the first is the baseline',
  remedy: "write arms: [{ name: 'baseline', scenario }, { name: 'mine', scenario: other }]",
});

export const twoArms = listOf(
  'a list of two arms',
  anArm,
  2,
  {
    reason: 'the outcome is the difference between two arms, of which the first is the baseline',
    remedy: "write [{ name: 'baseline', scenario }, { name: 'mine', scenario: other }]",
  },
  2,
);

const index = wholeNumber(0, MOST_REPLICATES, {
  reason: 'draws and replicates are counted from 0; draw 0 has the central value of everything',
  remedy: 'write { draw: 0, replicate: 0 }',
});

const only = objectOf(
  'a draw and a replicate',
  { draw: index, replicate: index },
  { reason: 'it runs one draw and replicate alone', remedy: 'write { draw: 0, replicate: 0 }, or leave it out' },
);

export const aStudy = objectOf(
  'a study',
  {
    arms,
    replicates: replicatesOfStudy,
    draws: optional(
      wholeNumber(0, MOST_DRAWS, {
        reason: 'it is the number of draws of the uncertain input numbers, each with all replicates',
        remedy: 'leave it out to run the central value of everything',
      }),
    ),
    design: optional(
      expecting('a list', Array.isArray, { reason: 'it lays out the draws', remedy: 'leave it out for random draws' }),
    ),
    only: optional(only),
  },
  { reason: 'a study is its arms and the number of replicates', remedy: 'write { arms, replicates: 8 }' },
);

/** The study with everything that was left out. */
export function wholeStudy(study: StudyAsked): Study {
  return { ...study, draws: study.draws ?? 0 };
}

export const aRunner = expecting('a runner', (value) => typeof value === 'function', {
  reason: 'a runner decides where cells are computed',
  remedy: 'pass inProcess(), or workerThreads({ workers: 4 }) in Node',
});

/** What receives lost blocks, as the last argument. */
export const aLose = optional(
  aFunction({
    reason: 'it receives the blocks that fail, and the run goes on',
    remedy: 'leave it out to stop at the first',
  }),
);

export const someMeasures = listOf(
  'a list with at least one measure',
  expecting('a measure', isMeasure, {
    reason: 'a measure knows its definition and unit; its name alone does not',
    remedy: "find it with measureNamed('occupancy', measuresOf(scenario))",
  }),
  1,
  {
    reason: 'values are computed for the measures listed',
    remedy: "write defaultMeasures(scenario), or [measureNamed('occupancy', measures)]",
  },
);

/** Complaints about arms that cannot form one study: names that stand twice, and scenarios that share no people. */
export function unlikeArms(place: string, all: readonly Arm[]): readonly FailureFacts[] {
  const names = all.map(({ name }) => name);
  const twice = names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [
          {
            place: `${place}[${at}].name`,
            problem: `arm ${names.indexOf(name)} is called "${name}" too`,
            reason: 'results are told apart by the name of their arm',
            remedy: 'give each arm a name of its own',
          },
        ],
  );
  const [first] = all;
  const apart = all.flatMap(({ scenario }, at) =>
    [...disagreements(first!.scenario, scenario), ...otherRun(first!.scenario, scenario)].map(
      ({ what, own, others }) => ({
        place: `${place}[${at}].scenario`,
        problem: `${what} is ${own}, but ${others} in the first arm`,
        reason: WHY_ARMS_AGREE,
        remedy: RUN.some((key) => key === what)
          ? `withRun(scenario, { ${what}: ${JSON.stringify(first!.scenario[what as 'seed'])} }) runs it as the first`
          : 'compare scenarios of one jurisdiction',
      }),
    ),
  );
  return [...twice, ...apart];
}

/** Complaints about measures that follow people for longer than the arms are observed. */
export function tooLong(measures: readonly Measure[], arms: readonly Pick<Arm, 'scenario'>[]): readonly FailureFacts[] {
  const years = Math.min(...arms.map(({ scenario }) => scenario.years));
  return measures.flatMap((measure, at) =>
    (measure.horizon ?? 0) <= years
      ? []
      : [
          {
            place: `measures[${at}]`,
            problem: `${years} observed years are too few for ${measureNameOf(measure)}`,
            reason: `it follows people for ${measure.horizon} years after their release`,
            remedy: `withRun(scenario, { years: ${measure.horizon} }) observes more years`,
          },
        ],
  );
}

const RUN = ['seed', 'years'] as const;

function otherRun(first: Scenario, other: Scenario) {
  return RUN.filter((what) => first[what] !== other[what]).map((what) => ({
    what,
    own: String(other[what]),
    others: String(first[what]),
  }));
}

function isScenario(value: unknown): boolean {
  return isObject(value) && value['passports'] instanceof Map && typeof value['text'] === 'string';
}

function isMeasure(value: unknown): boolean {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['value'] === 'function';
}
