/**
 * Catalogue: lists every lever, a parameter that a policy may move.
 *
 * Each noun declares its parameters; the catalogue files them under the paths used by passports and policies,
 * `placement.review_days`. Parsing receives the catalogue and knows no mechanism.
 */
import { nearest, suggestion } from './nearest.ts';
import { type Parameter, type ParameterGroup, snakeCase } from './parameter.ts';

/** A parameter with its place in the catalogue. */
export interface Lever {
  /** As YAML writes it: `placement.review_days`. */
  readonly path: string;
  readonly noun: string;
  /** As TypeScript writes it: `reviewDays`. */
  readonly name: string;
  readonly parameter: Parameter;
}

/** Every lever by its path, nouns and names in the order they were declared. */
export type Catalogue = ReadonlyMap<string, Lever>;

/** Collects the declarations of all nouns. Throws when two share a path. */
export function catalogueOf(groups: readonly ParameterGroup[]): Catalogue {
  const catalogue = new Map<string, Lever>();
  for (const { noun, parameters } of groups) {
    for (const [name, parameter] of Object.entries(parameters)) {
      const path = `${noun}.${snakeCase(name)}`;
      if (catalogue.has(path)) throw new Error(`${path} is declared twice`);
      catalogue.set(path, Object.freeze({ path, noun, name, parameter }));
    }
  }
  return catalogue;
}

/** The dimensions that some lever varies by, in order of first use. */
export function dimensionsOf(catalogue: Catalogue): readonly string[] {
  return [...new Set([...catalogue.values()].flatMap((lever) => lever.parameter.by))];
}

/** The remedy for an unknown lever, members included: a similar name, those of its noun, or the nouns. */
export function leverSuggestion(written: string, catalogue: Catalogue): string {
  const [noun, name = '', ...members] = written.split('.');
  const ofNoun = [...catalogue.values()].filter((lever) => lever.noun === noun);
  const names = ofNoun.map((lever) => lever.path.slice(noun.length + 1));
  const near = ofNoun.length > 0 ? nearest(name, names) : nearest(`${noun}.${name}`, catalogue.keys());
  if (near !== undefined) {
    return `did you mean "${[ofNoun.length > 0 ? `${noun}.${near}` : near, ...members].join('.')}"?`;
  }
  if (ofNoun.length > 0) return `${noun} has: ${names.join(', ')}`;
  return suggestion(noun, new Set([...catalogue.values()].map((lever) => lever.noun)));
}
