/**
 * Withheld: a list of people inside that is not told, since results are passed on and nobody's row may be in them.
 *
 * What is written of it is how many people it has, and a digest by which its owner knows it again. Charts and reports can be made
 * from that; to run the study again one needs the list itself.
 */
import { digestOfText } from '../engine/digest.ts';
import { Failure } from '../failure.ts';
import { insideText, type Withheld } from './inside.ts';
import { type Scenario, scenarioOf } from './scenario.ts';

/** The text of a scenario for those who may not see its list: a scenario file, to be read but not run. */
export function publishedText(scenario: Scenario): string {
  const withheld = withheldOf(scenario);
  return withheld === undefined ? scenario.text : scenarioOf({ ...scenario, inside: [], withheld }).text;
}

/** What is told in place of the list of a scenario; undefined if it has none. */
export function withheldOf({ inside, dimensions }: Scenario): Withheld | undefined {
  if (inside.length === 0) return undefined;
  const rows = [...insideText(inside, dimensions)].sort();
  return { people: rows.length, digest: digestOfText(rows.join('\n')) };
}

/** Throws a Failure if the list of the scenario is withheld, so that it cannot be run. */
export function complainOfWithheld({ withheld }: Scenario, place: string): void {
  if (withheld === undefined) return;
  throw new Failure({
    place,
    problem: `people_inside: the list of ${withheld.people} people is not in it`,
    reason: 'results do not hold the rows of a list',
    remedy: `name the file of the list, whose digest is ${withheld.digest.slice(0, 10)}, under people_inside`,
  });
}
