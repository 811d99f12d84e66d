/**
 * Targets: observed figures for comparison with simulated ones.
 *
 * A target is not an input: no mechanism reads it. Each states whether it was used to choose a parameter, because agreement with
 * such a figure is no test. A file of targets is a map from measure to figure; every figure has a publication.
 */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Entry, Problems, ReadText } from './document.ts';
import type { Citation } from './passport.ts';
import { parseText } from './read-document.ts';
import { passportShape } from './read-passport.ts';
import { readShape, strict, text, yesOrNo } from './shape.ts';

/** A target as YAML writes it, under the id of its measure. */
export const targetShape = strict({
  label: text,
  unit: text,
  period: text,
  population: text.optional(),
  observed: z.number(),
  tolerance: z.number().positive('expected more than 0'),
  source: passportShape.shape.source,
  ids: z.array(text).optional(),
  fitted: yesOrNo,
  note: text.optional(),
});

/** An observed figure with its source. */
export interface Target {
  /** Kebab-case; a horizon in years follows @, as in `new-charge@3y`. */
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly period: string;
  readonly population: string | undefined;
  readonly observed: number;
  /** Largest accepted deviation of the simulation, as a share of the observed figure. */
  readonly tolerance: number;
  readonly sources: readonly Citation[];
  readonly ids: readonly string[];
  /** Whether it was used to choose a parameter. */
  readonly fitted: boolean;
  readonly note: string | undefined;
}

/** Reads the targets at `path`, in order. Throws one Failure with everything that is wrong. */
export function readTargets(path: string, read: ReadText): readonly Target[] {
  const problems: Problems = [];
  const root = parseText(path, read(path), problems);
  const targets = [...(root?.entries ?? [])].map(([measure, entry]) => readTarget(measure, entry, problems));
  if (problems.length > 0) throw new Failure(...problems);
  return Object.freeze(targets.filter((target) => target !== undefined));
}

/** Whether a simulated number is within the tolerance of the observed one. */
export function isWithin({ observed, tolerance }: Target, simulated: number): boolean {
  return Math.abs(simulated - observed) <= tolerance * Math.abs(observed);
}

function readTarget(measure: string, { place, node }: Entry, problems: Problems): Target | undefined {
  if (!MEASURE.test(measure)) {
    const reason = 'a name has lower-case letters and hyphens, and may end in a horizon in years: new-charge@3y';
    problems.push({ place, problem: `"${measure}" cannot be the name of a measure`, reason });
  }
  const shape = readShape(targetShape, node, measure, problems);
  if (shape === undefined) return undefined;
  if (shape.source === 'assumption') {
    const source = node.kind === 'map' ? node.entries.get('source') : undefined;
    const problem = `${measure}: an observed figure needs a publication`;
    problems.push({ place: source?.node.place ?? place, problem });
    return undefined;
  }
  return Object.freeze({
    measure,
    label: shape.label,
    unit: shape.unit,
    period: shape.period,
    population: shape.population,
    observed: shape.observed,
    tolerance: shape.tolerance,
    sources: [shape.source].flat(),
    ids: shape.ids ?? [],
    fitted: shape.fitted,
    note: shape.note,
  });
}

const MEASURE = /^[a-z]+(-[a-z]+)*(@\d+y)?$/;
