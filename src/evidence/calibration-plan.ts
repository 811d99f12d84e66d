/**
 * Calibration plan: names the parameters that a fit may move, how far, and those that follow an observed figure year by year.
 */
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { type Catalogue, leverSuggestion } from './catalogue.ts';
import type { LocatedMap, Problems, ReadText } from './document.ts';
import { type MatchPlan, matchShape } from './match-plan.ts';
import type { YearlyFigure } from './observations.ts';
import { parseText } from './read-document.ts';
import { besideFile } from './reading.ts';
import { readShape, strict, text } from './shape.ts';

const year = z.int().min(1900).max(2200);

const freeShape = strict({
  lever: text.describe('multiplied by a factor'),
  name: text
    .refine((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name), 'expected lower-case letters, digits and hyphens')
    .describe('name of the factor'),
  from: year.optional().describe('the first year in which it holds; by default the first of all'),
  until: year.optional().describe('the first year in which it no longer holds; by default it stays'),
  range: z
    .tuple([z.number().positive(), z.number().positive()])
    .refine(([low, high]) => low < 1 && high > 1, 'expected a factor below 1 and one above')
    .optional()
    .describe(
      'the range that holds 95 % of the factors thought possible before the fit; by default that of the evidence',
    ),
  because: text.describe('why it is free, and why over this range'),
});

const followShape = strict({
  lever: text.describe('multiplied by a factor of its own in every year'),
  measure: text.describe('the observed figure to come near'),
  lag_days: z.number().min(0).max(1000).describe('mean days from a change of the lever to its effect on the measure'),
  return_share: z
    .number()
    .min(0)
    .max(0.9)
    .describe(
      'part of an effect that leads to further ones in later years, as charges lead to returns; 0 where none do',
    ),
  yearly_change: z
    .number()
    .positive()
    .max(1)
    .describe('standard deviation of the change of the lever from year to year, as a share; less is smoother'),
  because: text,
});

const planShape = strict({
  scenario: text.describe('relative to this file'),
  observed: text.describe('the file of figures, relative to this file'),
  fit_until: year
    .optional()
    .describe('the last year whose figures are fitted; later ones are tests; by default all are'),
  follow_until: year
    .optional()
    .describe('the last year whose figures are followed; later ones are tests; by default all are'),
  free: z.array(freeShape),
  follow: z.array(followShape).optional(),
  match: matchShape
    .extend({ free: z.array(freeShape).optional().describe('levers that members differ by, besides those of the fit') })
    .optional(),
});

/** A factor that a fit may move, the same in all years or in those of a period. */
export interface FreeLever {
  readonly name: string;
  readonly path: string;
  readonly from: number | undefined;
  /** The first year in which it no longer holds. */
  readonly until: number | undefined;
  readonly range: readonly [low: number, high: number];
  readonly because: string;
}

/** A factor as the plan writes it: without a range it has that of the evidence. */
export interface WrittenLever extends Omit<FreeLever, 'range'> {
  readonly range: FreeLever['range'] | undefined;
}

/** A parameter that is multiplied by a factor of its own in every year, so that a measure comes near its figures. */
export interface FollowingLever {
  readonly lever: string;
  readonly measure: string;
  readonly lagDays: number;
  readonly returnShare: number;
  readonly yearlyChange: number;
  readonly because: string;
}

export interface CalibrationPlan {
  /** Paths of the scenario and of the figures. */
  readonly scenario: string;
  readonly observed: string;
  /** The last years whose figures are fitted and followed; undefined: all. */
  readonly fitUntil: number | undefined;
  readonly followUntil: number | undefined;
  readonly free: readonly FreeLever[];
  readonly follow: readonly FollowingLever[];
  /** How members are found, if the plan says so. */
  readonly match: MatchPlan<WrittenLever> | undefined;
}

/** A plan as written. */
export interface WrittenCalibration extends Omit<CalibrationPlan, 'free'> {
  readonly free: readonly WrittenLever[];
}

/** Reads the plan at `path`. Throws one Failure with everything that is wrong. */
export function readCalibrationPlan(path: string, read: ReadText, catalogue: Catalogue): WrittenCalibration {
  const problems: Problems = [];
  const root = parseText(path, read(path), problems);
  const shape = root && readShape(planShape, root, 'the plan', problems);
  if (root === undefined || shape === undefined) throw new Failure(...problems);
  const { free, follow = [], match } = shape;
  const more = root.entries.get('match')?.node;
  const named = [
    ...free.map((one, at) => ({ ...one, place: placeIn(root, 'free', at) })),
    ...(match?.free ?? []).map((one, at) => ({
      ...one,
      place: placeIn(more?.kind === 'map' ? more : root, 'free', at),
    })),
    ...follow.map(({ lever }, at) => ({
      lever,
      name: undefined,
      from: undefined,
      until: undefined,
      place: placeIn(root, 'follow', at),
    })),
  ];
  for (const [index, one] of named.entries()) {
    const { lever: path, place } = one;
    const lever = catalogue.get(path);
    if (lever === undefined) {
      problems.push({ place, problem: `there is no lever "${path}"`, remedy: leverSuggestion(path, catalogue) });
    } else if (lever.parameter.kind !== 'number') {
      problems.push({ place, problem: `${path}: only a number can be fitted` });
    }
    for (const other of named.slice(0, index)) {
      if (one.name !== undefined && one.name === other.name)
        problems.push({ place, problem: `two factors are called ${one.name}` });
      if (path !== other.lever || !meet(one, other)) continue;
      problems.push({
        place,
        problem: `${path} is fitted twice`,
        remedy: 'let it be free or let it follow, or divide the years between the two',
      });
    }
  }
  if (match?.replicates === 1 && match.others !== 'central') {
    const reason = 'with one run of each setting, luck cannot be told from what is drawn anew in each';
    problems.push({
      place: path,
      problem: 'match.replicates is 1, but other parameters are drawn',
      reason,
      remedy: 'write 2, or match.others: central',
    });
  }
  if (problems.length > 0) throw new Failure(...problems);
  return {
    scenario: besideFile(path, shape.scenario),
    observed: besideFile(path, shape.observed),
    fitUntil: shape.fit_until,
    followUntil: shape.follow_until,
    free: free.map(leverOf),
    follow: follow.map(
      ({ lever, measure, lag_days: lagDays, return_share: returnShare, yearly_change: yearlyChange, because }) => ({
        lever,
        measure,
        lagDays,
        returnShare,
        yearlyChange,
        because,
      }),
    ),
    match: match && {
      ...match,
      scale: match.scale ?? 1,
      others: match.others ?? 'drawn',
      free: (match.free ?? []).map(leverOf),
      scenario: besideFile(path, match.scenario ?? shape.scenario),
      isCalibrated: match.scenario !== undefined,
    },
  };
}

/** The figures as a plan uses them: those after its last years are tests. */
export function asPlanned(
  { fitUntil = Infinity, followUntil = Infinity }: Pick<CalibrationPlan, 'fitUntil' | 'followUntil'>,
  figures: readonly YearlyFigure[],
): readonly YearlyFigure[] {
  const until = { fit: fitUntil, follow: followUntil, test: Infinity };
  return figures.map((one) => (one.year > until[one.use] ? { ...one, use: 'test' } : one));
}

function leverOf({ lever: path, name, from, until, range, because }: z.output<typeof freeShape>): WrittenLever {
  return { name, path, from, until, range, because };
}

interface Period {
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

function meet(a: Period, b: Period): boolean {
  return (a.from ?? -Infinity) < (b.until ?? Infinity) && (b.from ?? -Infinity) < (a.until ?? Infinity);
}

function placeIn(root: LocatedMap, key: string, at: number): string {
  const list = root.entries.get(key)?.node;
  return list?.kind === 'list' ? list.items[at].place : root.place;
}
