/**
 * Parameter: declares a number that a mechanism reads.
 *
 * A parameter is declared once, beside the noun that reads it, with unit, meaning, the dimensions by which it varies, and its
 * bounds. Its TypeScript type follows from the declaration; its value comes from a passport (`passport.ts`), and a policy may move
 * it. YAML writes names in snake case, `placement.review_days`, TypeScript in camel case, `reviewDays`; only `snakeCase`
 * translates.
 *
 *     export const parameters = parametersOf('placement', {
 *       reviewDays: days('time between two reviews of a placement', { by: 'level', bounds: [7, 3650] }),
 *     });
 *     type Parameters = ValuesOf<typeof parameters>; // { readonly reviewDays: Float64Array }
 */

import type { ConditionNames } from './condition.ts';

/** A dimension by which a parameter may vary: `level`, `offence`, `sex`... The scenario lists the members of each. */
export type Dimension = string;

/** Lowest and highest value allowed, inclusive. */
export type Bounds = readonly [low: number, high: number];

/** Reach of a change: decisions made from its date on, the remainder of running ones as well, or everything. */
export type Applies = 'new' | 'remaining' | 'all';

/**
 * A value as mechanisms read it: a number, a row of numbers, rows of numbers (outer dimension first), a word, yes or no, or a row
 * of words or conditions.
 */
export type ParameterValue = number | string | boolean | Float64Array | readonly Float64Array[] | readonly string[];

/** Options of a declaration besides unit and meaning. Bounds can only narrow those of the unit. */
export interface ParameterOptions {
  readonly by?: Dimension | readonly [Dimension] | readonly [Dimension, Dimension];
  readonly bounds?: Bounds;
  readonly applies?: Applies;
  /** The sum of the cells over the last dimension. */
  readonly addsUpTo?: number;
}

/** One declared parameter. `Of` is the type of its value. */
export interface Parameter<Of extends ParameterValue = ParameterValue> {
  readonly kind: 'number' | 'choice' | 'yes-no' | 'condition';
  readonly unit: string;
  readonly meaning: string;
  readonly by: readonly Dimension[];
  readonly bounds: Bounds;
  readonly whole: boolean;
  readonly applies: Applies;
  /** The required sum of the cells over the last dimension; undefined if there is none. */
  readonly addsUpTo: number | undefined;
  /** The words allowed in a choice. */
  readonly choices: readonly string[];
  /** The names allowed in a condition. */
  readonly names: ConditionNames | undefined;
  /** Never set; carries the type of the value. */
  readonly valueType?: Of;
}

/** The parameters of one noun. */
export interface ParameterGroup<
  Declared extends Readonly<Record<string, Parameter>> = Readonly<Record<string, Parameter>>,
> {
  readonly noun: string;
  readonly parameters: Declared;
}

/** The values of a group of parameters, as its mechanism reads them. */
export type ValuesOf<Group extends ParameterGroup> = {
  readonly [Name in keyof Group['parameters']]: Group['parameters'][Name] extends Parameter<infer Of> ? Of : never;
};

type Scalar = { readonly by?: never };
type NumberBy<Options> = Options extends { readonly by: readonly [Dimension, Dimension] }
  ? readonly Float64Array[]
  : Options extends { readonly by: Dimension | readonly [Dimension] }
    ? Float64Array
    : number;

type ChoiceOptions = { readonly by?: Dimension; readonly applies?: Applies };
type ChoiceBy<Word extends string, Options> = Options extends { readonly by: Dimension } ? readonly Word[] : Word;

/** The parameters that `noun` reads. Throws unless names are camel case. */
export function parametersOf<const Declared extends Readonly<Record<string, Parameter>>>(
  noun: string,
  parameters: Declared,
): ParameterGroup<Declared> {
  for (const name of Object.keys(parameters)) {
    if (!/^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/.test(name)) throw new Error(`${noun}: "${name}" is not camel case`);
  }
  return Object.freeze({ noun, parameters: Object.freeze(parameters) });
}

/** The name of a parameter as YAML writes it: `reviewDays` is `review_days`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A length of time in days. */
export const days = inUnit('days', 0, Infinity);
/** A length of time in years of 365.25 days. */
export const years = inUnit('years', 0, Infinity);
/** An age in completed years. */
export const age = inUnit('years of age', 0, 120);
/** A share of a whole, or a probability: 0 to 1. */
export const share = inUnit('share', 0, 1);
/** A factor: 1 changes nothing. */
export const factor = inUnit('ratio', 0, Infinity);
/** A shift of log-odds: 0 changes nothing. */
export const logOdds = inUnit('log odds', -Infinity, Infinity);
/** A whole number of things. */
export const count = inUnit('count', 0, Infinity, true);
/** Places: usable beds, or seats in a programme. */
export const places = inUnit('places', 0, Infinity, true);
/** A whole number of places to add; below 0, to take away. */
export const placesMore = inUnit('places', -Infinity, Infinity, true);
/** Persons per year. */
export const personsPerYear = inUnit('persons per year', 0, Infinity);
/** A rate per year, for one person or thing. */
export const perYear = inUnit('per year', 0, Infinity);
/** Norwegian kroner. */
export const krone = inUnit('krone', 0, Infinity);

/** A number in a unit that has no function of its own, such as kilometres. */
export function amount<const Options extends ParameterOptions = Scalar>(
  unit: string,
  meaning: string,
  options?: Options,
): Parameter<NumberBy<Options>> {
  return inUnit(unit, -Infinity, Infinity)(meaning, options);
}

/** One of a closed list of words; if it varies by a dimension, one per member. */
export function choice<
  const Choices extends readonly [string, ...string[]],
  const Options extends ChoiceOptions = Scalar,
>(meaning: string, choices: Choices, options?: Options): Parameter<ChoiceBy<Choices[number], Options>> {
  const by = options?.by === undefined ? [] : [options.by];
  return declared({ kind: 'choice', unit: 'choice', meaning, choices, by, applies: options?.applies ?? 'new' });
}

/** Yes or no. */
export function yesNo(meaning: string, options: { readonly applies?: Applies } = {}): Parameter<boolean> {
  return declared({ kind: 'yes-no', unit: 'yes or no', meaning, applies: options.applies ?? 'new' });
}

/** A rule of eligibility, written as a condition (`condition.ts`) on the names allowed, one per member of a dimension. */
export function condition(
  meaning: string,
  names: ConditionNames,
  options: { readonly by: Dimension; readonly applies?: Applies },
): Parameter<readonly string[]> {
  const { by, applies = 'new' } = options;
  return declared({ kind: 'condition', unit: 'condition', meaning, names, by: [by], applies });
}

function inUnit(unit: string, lowest: number, highest: number, whole = false) {
  return <const Options extends ParameterOptions = Scalar>(
    meaning: string,
    options?: Options,
  ): Parameter<NumberBy<Options>> => {
    const [low, high] = options?.bounds ?? [lowest, highest];
    if (!(low >= lowest && high <= highest && low <= high)) {
      throw new Error(`bounds [${low}, ${high}] of "${meaning}" leave those of ${unit}, [${lowest}, ${highest}]`);
    }
    const by = options?.by === undefined ? [] : [options.by].flat();
    return declared({
      kind: 'number',
      unit,
      meaning,
      by,
      bounds: [low, high],
      whole,
      applies: options?.applies ?? 'new',
      addsUpTo: options?.addsUpTo,
    });
  };
}

function declared<Of extends ParameterValue>(
  parameter: Pick<Parameter, 'kind' | 'unit' | 'meaning' | 'applies'> & Partial<Parameter>,
): Parameter<Of> {
  const { by = [], bounds = [-Infinity, Infinity], whole = false, choices = [], addsUpTo, names, ...rest } = parameter;
  return Object.freeze({ ...rest, by, bounds, whole, choices, addsUpTo, names }) as Parameter<Of>;
}
