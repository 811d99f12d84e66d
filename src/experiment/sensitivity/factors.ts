/**
 * Factors: the inputs that a sensitivity study varies: the uncertain numbers of a scenario, by mechanism or one by one.
 */
import type { Passport } from '../../evidence/passport.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';

/** Parameters that vary together, by their paths. */
export interface Factor {
  readonly name: string;
  readonly paths: readonly string[];
}

/** One factor per mechanism, of all its uncertain parameters. */
export function mechanismFactors(scenario: Scenario): readonly Factor[] {
  const factors = new Map<string, string[]>();
  for (const path of uncertainPaths(scenario)) {
    const { noun } = catalogue.get(path)!;
    factors.set(noun, [...(factors.get(noun) ?? []), path]);
  }
  return [...factors].map(([name, paths]) => ({ name, paths }));
}

/** One factor per uncertain parameter of some mechanisms. */
export function parameterFactors(scenario: Scenario, nouns: readonly string[]): readonly Factor[] {
  return uncertainPaths(scenario)
    .filter((path) => nouns.includes(catalogue.get(path)!.noun))
    .map((path) => ({ name: path, paths: [path] }));
}

/** Parameters whose passports state an uncertainty, in the order of the catalogue. */
function uncertainPaths({ passports }: Scenario): readonly string[] {
  return [...catalogue.keys()].filter((path) => isUncertain(passports.get(path)!));
}

function isUncertain({ uncertainty }: Passport): boolean {
  if (uncertainty === undefined) return false;
  return uncertainty.kind !== 'range' || uncertainty.low.some((low, cell) => low !== uncertainty.high[cell]);
}
