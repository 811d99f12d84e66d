/**
 * Range: the values between which a lever may be expected to lie, for whoever wants to know how far it can be moved.
 *
 * A number with a range or a distribution in its passport goes to the ends of it: of a distribution, the middle 95 %. A number that
 * counts as certain, such as a rule or a counted figure, goes a fifth down and a fifth up, within what the program allows; that is a
 * choice of ours and says nothing about what is possible. A word goes to every other word.
 */
import type { Parameter, ParameterValue } from '../evidence/parameter.ts';
import type { Passport } from '../evidence/passport.ts';
import { moved, type Uncertainty } from '../evidence/uncertainty.ts';
import { cellsOf, mapNumbers, withSums } from '../evidence/value.ts';

/** Where a range comes from: the passport, a fifth either way, or the words of a choice. */
export type RangeKind = 'evidence' | 'fifth' | 'words';

/** A lever at its ends, as many as there are: two for a number, one for each other word. */
export interface LeverRange {
  readonly kind: RangeKind;
  readonly ends: readonly ParameterValue[];
}

/** The range of a lever; undefined if it has none: tables that add up, conditions, words about studies, numbers that are all 0. */
export function rangeOf({ value, uncertainty, parameter }: Passport): LeverRange | undefined {
  if (parameter.kind === 'yes-no') return { kind: 'words', ends: [!value] };
  if (parameter.kind === 'choice' && parameter.by.length === 0) {
    return { kind: 'words', ends: parameter.choices.filter((word) => word !== value) };
  }
  if (parameter.kind !== 'number') return undefined;
  if (uncertainty !== undefined) {
    const ends = quantilesOf(uncertainty).map((u) => withSums(moved(value, uncertainty, parameter, u), parameter));
    return apart('evidence', value, ends);
  }
  if (parameter.addsUpTo !== undefined) return undefined;
  return apart(
    'fifth',
    value,
    [1 - PART, 1 + PART].map((factor) => times(value, factor, parameter)),
  );
}

/** How far a number without a range is moved either way, as a part of it. */
export const PART = 0.2;

/** The quantiles at the ends: all of a distribution with ends, the middle 95 % of any other. */
function quantilesOf(uncertainty: Uncertainty): readonly [low: number, high: number] {
  const isBounded = uncertainty.kind === 'range' || ['uniform', 'triangular'].includes(uncertainty.spread.kind);
  return isBounded ? [0, 1] : [0.025, 0.975];
}

function times(value: ParameterValue, factor: number, { bounds: [low, high], whole }: Parameter): ParameterValue {
  return mapNumbers(value, (number) => {
    const product = Number((number * factor).toPrecision(12));
    return Math.min(high, Math.max(low, whole ? Math.round(product) : product));
  });
}

/** The range without ends that equal the value; undefined if none is left. */
function apart(kind: RangeKind, value: ParameterValue, all: readonly ParameterValue[]): LeverRange | undefined {
  const own = cellsOf(value);
  const ends = all.filter((end) => cellsOf(end).some((cell, at) => cell !== own[at]));
  return ends.length === 0 ? undefined : { kind, ends };
}
