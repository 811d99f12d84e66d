/**
 * Waves: history matching with emulators, which finds the settings that observed figures leave possible.
 *
 * Each wave simulates settings spread over what is not ruled out yet, emulates every figure from them, and rules out points whose
 * emulated distance from some figure is beyond the cut-off (Craig, Goldstein, Seheult and Smith 1997; Andrianakis and others, PLoS
 * Computational Biology 11, 2015, e1003968). Early waves rule out much by rough emulators; later ones learn what is left more
 * closely. Members are the settings whose simulation, not emulation, is within the cut-off.
 *
 * Approximate Bayesian computation answers the same question by simulation alone. It keeps a small part of millions of runs, while a
 * history takes seconds to minutes; and its tolerance is a matter of choice, while errors of observation and model are stated here one
 * by one. Uncertain parameters outside the plan are drawn anew in each setting, so what they do counts in the nugget.
 */
import { normalQuantile } from '../../engine/normal.ts';
import { randomKey } from '../../engine/random.ts';
import type { MatchPlan } from '../../evidence/match-plan.ts';
import { Failure } from '../../failure.ts';
import { type Emulator, emulatorsOf, fewestRuns } from '../../statistics/emulator.ts';
import { latinHypercube } from '../../statistics/latin-hypercube.ts';
import { type Judged, judged, type MatchTarget } from './implausibility.ts';
import { luckOf, meanOf, pooledLuck } from './luck.ts';
import { type IsPossible, refilled } from './possible-points.ts';

/** A point to be simulated, in standard deviations of the factors before the fit. */
export interface Candidate {
  readonly wave: number;
  readonly point: Float64Array;
  /** Decides every uncertain parameter outside the plan. */
  readonly seed: string;
}

/** The runs of a candidate: values by replicate, then by target, and the digest of all. */
export interface Runs {
  readonly values: readonly Float64Array[];
  readonly digest: string;
}

/** Simulates a wave; undefined for a candidate that could not be simulated, which rules it out. */
export type SimulateWave = (candidates: readonly Candidate[], wave: number) => Promise<readonly (Runs | undefined)[]>;

/** A simulated candidate. */
export interface Tried extends Candidate, Judged {
  readonly digest: string;
}

/** A candidate that the figures leave possible. */
export interface Kept extends Tried {
  /** By how many times the waves came by less often than the distribution before the fit would; the largest is 1. */
  readonly weight: number;
}

/** What one wave found. */
export interface Wave {
  readonly number: number;
  readonly asked: number;
  readonly lost: number;
  /** By target; undefined if too many of its runs lie far from what the others predict, so that it rules out nothing. */
  readonly emulators: readonly { readonly emulator: Emulator; readonly isUsed: boolean; readonly luck: number }[];
  /** Share of the space before the fit that no wave so far rules out. */
  readonly left: number;
  /** By target: share of what earlier waves left that its emulator alone rules out. */
  readonly ruledOut: readonly number[];
}

/** Everything known after a wave. */
export interface Matched {
  readonly waves: readonly Wave[];
  readonly tried: readonly Tried[];
  readonly kept: readonly Kept[];
  readonly effectiveSize: number;
}

/** What the waves need to know. */
export interface Match {
  readonly plan: Pick<MatchPlan<unknown>, 'waves' | 'settings' | 'replicates' | 'cut_off' | 'scale'>;
  readonly dimensions: number;
  readonly targets: readonly MatchTarget[];
  readonly seed: string;
}

/** Runs the waves and gives what is known after each. Throws a Failure if everything is ruled out. */
export async function* matchedInWaves(match: Match, simulate: SimulateWave): AsyncGenerator<Matched> {
  const { plan, dimensions, targets, seed } = match;
  if (plan.settings < fewestRuns(dimensions)) throw tooFew(plan.settings, dimensions);
  const waves: Wave[] = [];
  const spaces: IsPossible[] = [isNear];
  const simulated: { readonly candidate: Candidate; readonly runs: Runs }[] = [];
  let sample: readonly Float64Array[] = normalPoints(SAMPLE, dimensions, `${seed} match`).filter(isNear);
  let left = 1;
  for (let number = 1; number <= plan.waves; number++) {
    const points = number === 1 ? normalPoints(plan.settings, dimensions, `${seed} wave 1`) : sample;
    const candidates = points
      .slice(0, plan.settings)
      .map((point, at): Candidate => ({ wave: number, point, seed: `${seed} ${number}.${at + 1}` }));
    const runs = await simulate(candidates, number);
    for (const [at, candidate] of candidates.entries()) {
      const own = runs[at];
      if (own !== undefined) simulated.push({ candidate, runs: own });
    }
    const inSpace = simulated.filter(({ candidate: { point } }) => spaces.every((isPossible) => isPossible(point)));
    if (inSpace.length < fewestRuns(dimensions)) throw tooFew(inSpace.length, dimensions);
    const emulated = emulatorsOf(
      inSpace.map(({ candidate: { point } }) => point),
      targets.map((_, at) => Float64Array.from(inSpace, ({ runs: { values } }) => meanOf(values, at))),
    );
    const runsOfAll = simulated.map(({ runs: { values } }) => values);
    const nuggets = emulated.map(({ nugget }) => nugget);
    const luck = plan.replicates === 1 ? pooledLuck(targets, nuggets, plan.scale) : luckOf(runsOfAll, targets.length);
    const emulators = emulated.map((emulator, at) => ({ emulator, isUsed: isSound(emulator), luck: luck[at] }));
    const rules = targets.map((target, at) => ruleOf(target, emulators[at], plan));
    const ruledOut = rules.map((isMet) => sample.filter((point) => !isMet(point)).length / sample.length);
    const strictest = [...rules.keys()].sort((a, b) => ruledOut[b] - ruledOut[a]).map((at) => rules[at]);
    const isPossible: IsPossible = (point) => strictest.every((isMet) => isMet(point));
    spaces.push(isPossible);
    const survivors = sample.filter(isPossible);
    const lefts = [...waves.map((wave) => wave.left), left];
    left *= survivors.length / sample.length;
    const lost = candidates.length - runs.filter((one) => one !== undefined).length;
    waves.push({ number, asked: candidates.length, lost, emulators, left, ruledOut });
    yield matchedAfter(match, waves, simulated, luck, spaces, lefts);
    if (number === plan.waves) return;
    if (survivors.length === 0) throw allRuledOut(targets, ruledOut, number);
    const isStillPossible: IsPossible = (point) => isPossible(point) && spaces.every((one) => one(point));
    sample = shuffled(refilled(survivors, SAMPLE, isStillPossible, `${seed} refill ${number}`), `${seed} ${number}`);
  }
}

/** Members after some waves, with their weights. */
function matchedAfter(
  { plan, targets }: Match,
  waves: readonly Wave[],
  simulated: readonly { readonly candidate: Candidate; readonly runs: Runs }[],
  luck: Float64Array,
  spaces: readonly IsPossible[],
  lefts: readonly number[],
): Matched {
  const tried = simulated.map(({ candidate, runs: { values, digest } }): Tried => {
    const means = targets.map((_, at) => meanOf(values, at));
    return { ...candidate, digest, ...judged(targets, means, luck, plan.replicates, plan.scale) };
  });
  const kept = tried
    .filter(({ implausibility }) => implausibility <= plan.cut_off)
    .map((one) => ({ ...one, weight: 1 / densityAt(one.point, spaces, lefts, plan.settings) }));
  const most = Math.max(...kept.map(({ weight }) => weight));
  const weighted = kept.map((one) => ({ ...one, weight: Number((one.weight / most).toPrecision(4)) }));
  const [sum, squares] = [1, 2].map((power) =>
    weighted.reduce((total, { weight }) => total + (power === 1 ? weight : weight * weight), 0),
  );
  return { waves: [...waves], tried, kept: weighted, effectiveSize: kept.length === 0 ? 0 : (sum! * sum!) / squares! };
}

/**
 * How often all waves together come to a point, relative to the distribution before the fit: wave k spreads its settings over the
 * share `lefts[k]` that is possible before it (the balance heuristic of Veach and Guibas 1995).
 */
function densityAt(
  point: Float64Array,
  spaces: readonly IsPossible[],
  lefts: readonly number[],
  settings: number,
): number {
  let density = 0;
  for (const [wave, left] of lefts.entries()) {
    if (!spaces[wave](point)) break;
    density += settings / left;
  }
  return density;
}

/** Whether a point is within the cut-off of a target, by its emulator. */
function ruleOf(
  { figure, variance }: MatchTarget,
  { emulator, isUsed, luck }: Wave['emulators'][number],
  { cut_off: cutOff, scale, replicates }: Match['plan'],
): IsPossible {
  if (!isUsed) return () => true;
  const known = variance + scale * luck + Math.max(emulator.nugget, luck / replicates);
  return (point) => {
    const { mean, variance: unsure } = emulator.predict(point);
    const distance = mean - figure.observed;
    return distance * distance <= cutOff * cutOff * (known + unsure);
  };
}

/** Whether at least nine in ten runs lie within three standard errors of what the others predict. */
function isSound({ leftOut }: Emulator): boolean {
  return leftOut.filter((z) => Math.abs(z) <= 3).length >= 0.9 * leftOut.length;
}

/** Factors beyond three standard deviations are not looked at. */
function isNear(point: Float64Array): boolean {
  return point.every((value) => Math.abs(value) <= 3);
}

function normalPoints(count: number, dimensions: number, seed: string): readonly Float64Array[] {
  const cube = latinHypercube(count, dimensions, randomKey(seed, 0));
  return cube.map((row) => row.map((u) => Math.max(-3, Math.min(3, normalQuantile(u)))));
}

/** In an order of chance, so that the first of them are like all. */
function shuffled(points: readonly Float64Array[], seed: string): readonly Float64Array[] {
  const order = latinHypercube(points.length, 1, randomKey(seed, 1)).map(([u]) => u);
  return [...points.keys()].sort((a, b) => order[a] - order[b]).map((at) => points[at]);
}

function tooFew(runs: number, dimensions: number): Failure {
  return new Failure({
    problem: `${runs} settings are too few for ${dimensions} levers`,
    reason: `an emulator needs ${fewestRuns(dimensions)}, better ten for each lever`,
    remedy: 'let match.settings be larger, or free fewer levers',
  });
}

function allRuledOut(targets: readonly MatchTarget[], ruledOut: readonly number[], wave: number): Failure {
  const worst = ruledOut.indexOf(Math.max(...ruledOut));
  const { measure, year } = targets[worst].figure;
  const share = Math.round(100 * ruledOut[worst]);
  return new Failure({
    problem: `wave ${wave} rules out every setting; ${measure} of ${year} alone rules out ${share} %`,
    reason: 'within these ranges no setting meets the figures to the errors stated',
    remedy: 'see emulators.csv; then mend the model, widen a range, or give a reason for a larger error',
  });
}

/** Points that stand for what is not ruled out. */
const SAMPLE = 1000;
