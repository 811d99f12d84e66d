/**
 * Passport: the origin of a number and everything known about it.
 *
 * Every number carries its unit, place, period, population, uncertainty, source with page, study design, whether it is
 * causal, and a grade of evidence: A, B, C or `assumption`. A scenario does not load if a declared parameter has no passport, or
 * a passport no declared parameter; so no number hides in code, and none is unread.
 */

import { memberText, type Plain, resolvedList, resolvedMap, resolvedText } from './document.ts';
import type { Grade } from './grade.ts';
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
  readonly grade: Grade;
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

/** The list of passports in the canonical text of a scenario, as a member of it; written once, since many scenarios share it. */
export function passportsText(passports: Passports): string {
  return writtenOnce(passports, () => {
    const written = [...passports].map(([path, passport]) => {
      return [path, writtenOnce(passport, () => resolvedText(passport.document))];
    });
    return resolvedList([memberText(resolvedMap(Object.fromEntries(written)))]);
  });
}

function writtenOnce(what: Passport | Passports, write: () => string): string {
  const text = texts.get(what) ?? memberText(write());
  texts.set(what, text);
  return text;
}

/** Member texts already written. */
const texts = new WeakMap<Passport | Passports, string>();
