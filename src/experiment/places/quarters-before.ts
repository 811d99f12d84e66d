/**
 * Quarters before: whether the places found also keep the risk in the quarters before the one asked, and if not, how many would.
 *
 * A number of places is judged in the quarter asked. While others are closed, or while a list has more people than places, as many may
 * be too few in an earlier quarter, from the one in which the places stand. The search is that of `--any-quarter`, so both give one
 * number; runs that were made already are not made again.
 */
import type { Lose, RunBlocks } from '../study.ts';
import { type Capacity, trialOf } from './capacity.ts';
import { smallestSure } from './search.ts';
import {
  breachesIn,
  type CapacityQuestion,
  firstQuarter,
  judgedRuns,
  placesByDate,
  quarterAsked,
  type Run,
  tryPlaces,
} from './trial.ts';

/** What goes wrong before the quarter asked with the number found. */
export interface QuartersBefore {
  /** Runs in grief in any quarter from the one in which the places stand to that asked. */
  readonly breaches: number;
  readonly runs: number;
  /** The first quarter before that asked in which most runs come to grief, and how many do. */
  readonly worst: number;
  readonly worstBreaches: number;
  /** The smallest number that passes in any quarter; undefined if none up to the most does. */
  readonly places: number | undefined;
}

/** What is wrong in the quarters before; undefined if nothing is, or nothing was found. Fails as `tryPlaces` does. */
export async function quartersBefore(
  question: CapacityQuestion,
  found: Capacity,
  step: number,
  run: RunBlocks,
  lose?: Lose,
): Promise<QuartersBefore | undefined> {
  const { answer, inForce, most } = found;
  const [first, last] = [firstQuarter(question), quarterAsked(question)];
  if (answer === undefined || question.anyQuarter || first === last) return undefined;
  const every = { ...question, anyQuarter: true };
  const judged = (runs: readonly Run[]) =>
    judgedRuns(
      every,
      runs.map((one) => ({ ...one, breached: breachesIn(one, question.level, first, last) })),
    );
  const { runs } = trialOf(found, answer);
  const { passesRisk, breaches } = judged(runs);
  if (passesRisk) return undefined;
  const perQuarter = Array.from(
    { length: last - first },
    (_, at) => runs.filter((one) => breachesIn(one, question.level, first + at, first + at)).length,
  );
  const worstBreaches = Math.max(...perQuarter);
  const known = new Map(found.trials.map((trial) => [trial.places, trial.runs]));
  const verdicts = new Map<number, Promise<boolean>>();
  const tryAll = async (places: number) => {
    if (places < placesByDate(question)) return false;
    return judged(known.get(places) ?? (await tryPlaces(every, places, run, lose)).runs).surely;
  };
  const surely = (places: number) => {
    const verdict = verdicts.get(places) ?? tryAll(places);
    verdicts.set(places, verdict);
    return verdict;
  };
  const { answer: places } = await smallestSure({ start: inForce, step, most }, surely);
  const worst = first + perQuarter.indexOf(worstBreaches);
  return { breaches, runs: runs.length, worst, worstBreaches, places };
}
