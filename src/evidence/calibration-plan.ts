/**
 * Calibration plan: which parameters a fit may move, how far, and which follow an observed figure year by year.
 */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { type Catalogue, leverSuggestion } from './catalogue.ts';
import { besideFile, type Located, type LocatedMap, type Problems, parseText, type ReadText } from './document.ts';
import { readShape, strict, text } from './shape.ts';

const freeShape = strict({
  range: z
    .tuple([z.number().positive(), z.number().positive()])
    .refine(([low, high]) => low < 1 && high > 1, 'expected a factor below 1 and one above')
    .describe('95 of 100 values that seem possible before the fit lie in it, as factors'),
  because: text.describe('why it is free, and why so far'),
});

const followShape = strict({
  lever: text.describe('moved by a factor of its own in every year'),
  measure: text.describe('the observed figure that it is to meet'),
  because: text,
});

const planShape = strict({
  scenario: text.describe('relative to this file'),
  observed: text.describe('the file of figures, relative to this file'),
  free: z.record(z.string(), freeShape),
  follow: z.array(followShape).optional(),
});

/** A parameter that a fit may multiply by a factor, the same in all years. */
export interface FreeLever {
  readonly path: string;
  readonly range: readonly [low: number, high: number];
  readonly because: string;
}

/** A parameter that is multiplied by a factor of its own in every year, so that a measure meets its figure. */
export type FollowingLever = z.output<typeof followShape>;

export interface CalibrationPlan {
  /** Paths of the scenario and of the figures. */
  readonly scenario: string;
  readonly observed: string;
  readonly free: readonly FreeLever[];
  readonly follow: readonly FollowingLever[];
}

/** Reads the plan at `path`. Throws one Failure with everything that is wrong. */
export function readCalibrationPlan(path: string, read: ReadText, catalogue: Catalogue): CalibrationPlan {
  const problems: Problems = [];
  const root = parseText(path, read(path), problems);
  const shape = root && readShape(planShape, root, 'the plan', problems);
  if (root === undefined || shape === undefined) throw new Failure(...problems);
  const { free, follow = [] } = shape;
  const named: readonly (readonly [string, Located | undefined])[] = [
    ...Object.keys(free).map((name) => [name, nodeAt(root, 'free')] as const),
    ...follow.map(({ lever }) => [lever, nodeAt(root, 'follow')] as const),
  ];
  for (const [index, [name, node]] of named.entries()) {
    const place = (node?.kind === 'map' ? node.entries.get(name)?.place : undefined) ?? node?.place ?? path;
    const lever = catalogue.get(name);
    if (lever === undefined) {
      problems.push({ place, problem: `there is no lever "${name}"`, remedy: leverSuggestion(name, catalogue) });
    } else if (lever.parameter.kind !== 'number') {
      problems.push({ place, problem: `${name}: only a number can be fitted` });
    } else if (named.findIndex(([other]) => other === name) < index) {
      problems.push({ place, problem: `${name} is to be fitted twice`, remedy: 'let it be free or let it follow' });
    }
  }
  if (problems.length > 0) throw new Failure(...problems);
  return {
    scenario: besideFile(path, shape.scenario),
    observed: besideFile(path, shape.observed),
    free: Object.entries(free).map(([name, { range, because }]) => ({ path: name, range, because })),
    follow,
  };
}

function nodeAt(root: LocatedMap, key: string): Located | undefined {
  return root.entries.get(key)?.node;
}
