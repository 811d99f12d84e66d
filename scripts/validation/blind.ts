/**
 * Blind: a history without what was inferred from the very totals that are to test it.
 *
 * After the last year of a fit, the part of places that could be used comes from the people inside and the queue of those years, and so
 * do the places left empty and the slow calling in of the pandemic. Without them, places as published are used as in the last year
 * of the fit. Sentences and remand are still those that were counted.
 */
import { readdirSync } from 'node:fs';
import { startOfYear } from '../../src/engine/calendar.ts';
import { type Scenario, scenarioOf, withPolicies } from '../../src/scenario/scenario.ts';

const NORWAY = 'scenarios/norway';
const INFERRED = 'facility.crowding';
const CEILINGS = 'crowding.csv';
const PANDEMIC = 'pandemic-';

/** The scenario without ceilings after a year, and without policies of the pandemic. */
export function blindAfter(year: number, scenario: Scenario): Scenario {
  const inputs = scenario.inputs.filter(({ change, from }) => change.path !== INFERRED || from < startOfYear(year + 1));
  return scenarioOf({ ...withoutPandemic(scenario), inputs });
}

export function withoutPandemic(scenario: Scenario): Scenario {
  return withPolicies(
    scenario,
    scenario.policies.filter(({ name }) => !name.startsWith(PANDEMIC)),
  );
}

/** What a history of Norway is given that figures may be cited in. */
export interface Sources {
  /** Evidence, inputs and policies, ceilings apart. */
  readonly texts: readonly string[];
  /** Years whose ceiling was inferred from the people inside; all ceilings cite the figures of all of these years together. */
  readonly ceilings: ReadonlySet<number>;
}

/** The sources of the history; only what is left of them if it is blind after a year. */
export function sourcesOfHistory(read: (path: string) => string, blind?: number): Sources {
  const within = (folder: string, ending: string, except = '') =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending) && name !== except)
      .map((name) => read(`${folder}/${name}`));
  const policies = blind === undefined ? [`${NORWAY}/history.yaml`] : [];
  const inferred = read(`${NORWAY}/inputs/${CEILINGS}`).matchAll(/^(\d{4}),.*people inside/gm);
  return {
    texts: [
      ...within('scenarios/evidence', '.yaml'),
      ...within(`${NORWAY}/inputs`, '.csv', CEILINGS),
      ...[...policies, `${NORWAY}/without-pandemic.yaml`].map(read),
    ],
    ceilings: new Set([...inferred].map(([, year]) => Number(year)).filter((year) => year <= (blind ?? Infinity))),
  };
}
