/**
 * Lives through the public door: those of a cell as tables, and the same people under two policies.
 */
import type { CellKey } from '../experiment/study.ts';
import type { FailureFacts } from '../failure.ts';
import { livesOf as livesOfCell } from '../lives/lives.ts';
import {
  twinsPlan as planTwins,
  twinsIn as readTwinsIn,
  type TwinsPlan,
  type TwinsRead,
} from '../lives/twins/twins.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Table } from '../tables/table.ts';
import { aScenario, aStudy, replicatesOfStudy, type StudyAsked, unlikeArms, wholeStudy } from './arguments.ts';
import { checked, expecting, isObject, objectOf, trueOrFalse, wholeNumber } from './checks.ts';

const count = wholeNumber(0, Infinity, {
  reason: 'arms, draws and replicates are counted from 0',
  remedy: 'write { arm: 0, draw: 0, replicate: 0 }',
});

/** The lives of one cell, in parts: the tables `people`, `releases` and `events`. Throws a Failure for a cell that the study lacks. */
export const livesOf = checked(
  'livesOf',
  [
    ['study', aStudy],
    [
      'key',
      objectOf(
        'the key of a cell',
        { arm: count, draw: count, replicate: count },
        { reason: 'a cell is one arm in one draw and replicate', remedy: 'write { arm: 0, draw: 0, replicate: 0 }' },
      ),
    ],
  ],
  (study: StudyAsked, key: CellKey): Generator<Table> => livesOfCell(wholeStudy(study), key),
  (study, key) => [...unlikeArms('study.arms', study.arms), ...absent(study, key)],
);

/** A plan of the simulations that follow the same people under two policies. */
export const aTwinsPlan = expecting(
  'a plan',
  (value) => isObject(value) && isObject(value['first']) && 'parting' in value,
  {
    reason: 'the plan holds both scenarios and the day on which they part',
    remedy: 'write twinsPlan(first, second, 4, true)',
  },
);

/** The plan for a number of replicates; `quick` skips the search for the levers behind each parting, which needs further runs. */
export const twinsPlan = checked(
  'twinsPlan',
  [
    ['first', aScenario],
    ['second', aScenario],
    ['replicates', replicatesOfStudy],
    [
      'quick',
      trueOrFalse({
        reason: 'it skips the search for the levers behind each parting',
        remedy: 'write true, or false to search',
      }),
    ],
  ],
  (first: Scenario, second: Scenario, replicates: number, quick: boolean): TwinsPlan =>
    planTwins(first, second, replicates, quick),
  (first, second) =>
    unlikeArms('scenarios', [
      { name: 'first', scenario: first },
      { name: 'second', scenario: second },
    ]),
);

/** Simulates and reads one replicate of a plan. Yields after each arm, so that the caller can stop in between. */
export const twinsIn = checked(
  'twinsIn',
  [
    ['plan', aTwinsPlan],
    ['replicate', count],
  ],
  (plan: TwinsPlan, replicate: number): Generator<void, TwinsRead> => readTwinsIn(plan, replicate),
  ({ replicates }, replicate) => outside('replicate', replicate, 0, replicates),
);

/** Complaints about a cell that a study does not have. */
function absent({ arms, draws = 0, replicates, only }: StudyAsked, { arm, draw, replicate }: CellKey) {
  const ofArm = outside('key.arm', arm, 0, arms.length);
  if (only !== undefined) {
    const ofDraw = outside('key.draw', draw, only.draw, only.draw + 1);
    return [...ofArm, ...ofDraw, ...outside('key.replicate', replicate, only.replicate, only.replicate + 1)];
  }
  const ofDraw = draws === 0 ? outside('key.draw', draw, 0, 1) : outside('key.draw', draw, 1, draws + 1);
  return [...ofArm, ...ofDraw, ...outside('key.replicate', replicate, 0, replicates)];
}

/** A complaint about an index that is not at least `first` and below `end`. */
function outside(place: string, at: number, first: number, end: number): readonly FailureFacts[] {
  if (at >= first && at < end) return [];
  const range = end - first === 1 ? `${first} is the only one` : `they run from ${first} to ${end - 1}`;
  const what = place.replace('key.', '');
  return [{ place, problem: `there is no ${what} ${at}`, reason: range, remedy: `write ${first}` }];
}
