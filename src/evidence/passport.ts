/**
 * Passport: the origin of a number and everything known about it.
 *
 * Every number carries its unit, place, period, population, uncertainty, source with page, study design, whether it is
 * causal, and a grade of evidence: A, B, C or `assumption`. A scenario does not load if a declared parameter has no passport, or
 * a passport no declared parameter; so no number hides in code, and none is unread.
 */
import { type Plain, resolvedList, resolvedMap, resolvedText } from './document.ts';
import type { Parameter, ParameterValue } from './parameter.ts';
import { moved, type Uncertainty } from './uncertainty.ts';
import { withSums } from './value.ts';

/** A publication from which a number was taken. */
export interface Citation {
  readonly title: string;
  readonly year: string;
  readonly authors?: string | undefined;
  readonly journal?: string | undefined;
  readonly page?: string | undefined;
  readonly table?: string | undefined;
  readonly url?: string | undefined;
  readonly doi?: string | undefined;
}

/** A number with everything known about it. */
export interface Passport {
  readonly path: string;
  readonly parameter: Parameter;
  /** The central value. */
  readonly value: ParameterValue;
  readonly uncertainty: Uncertainty | undefined;
  readonly place: string;
  readonly period: string;
  readonly population: string | undefined;
  /** Empty if the number is an assumption without a publication. */
  readonly sources: readonly Citation[];
  readonly ids: readonly string[];
  readonly design: string | undefined;
  readonly causal: boolean | undefined;
  readonly grade: 'A' | 'B' | 'C' | 'assumption';
  readonly note: string | undefined;
  /** The passport as written. */
  readonly document: Plain;
}

/** Passports by the path of their parameter, in the order of the catalogue. */
export type Passports = ReadonlyMap<string, Passport>;

/** The value of a parameter at quantile `u`, in (0, 1), of its uncertainty; its central value if `u` is undefined. */
export function sampleValue({ value, uncertainty, parameter }: Passport, u: number | undefined): ParameterValue {
  if (u === undefined || uncertainty === undefined) return value;
  return withSums(moved(value, uncertainty, parameter, u), parameter);
}

/** The passports as a self-contained scenario writes them, in canonical JSON; written once, since many scenarios share them. */
export function passportsText(passports: Passports): string {
  let text = texts.get(passports);
  if (text === undefined) {
    const written = [...passports].map(([path, passport]) => [path, passportText(passport)]);
    text = resolvedList([resolvedMap(Object.fromEntries(written))]);
    texts.set(passports, text);
  }
  return text;
}

function passportText(passport: Passport): string {
  const text = texts.get(passport) ?? resolvedText(passport.document);
  texts.set(passport, text);
  return text;
}

const texts = new WeakMap<Passport | Passports, string>();
