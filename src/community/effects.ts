/**
 * Effects: the published effects of policy on the odds of reoffending.
 *
 * Every effect is data: how a study reports it (a log odds ratio, a risk difference, a relative reduction or a log hazard
 * ratio) with its error and its base rate, its grade, its mechanism, and the exposure and need that it asks for. It becomes a
 * shift of log-odds at the study's own base rate, made a little larger because a study compares groups while the shift is
 * one person's (a conditional, not a marginal, effect: Zeger, Liang and Albert 1988), and shrinks by grade of evidence. A
 * person has one effect per mechanism: of those for which they are eligible, the one with the largest point estimate. Sampled
 * errors play no part in that choice. The largest protective shift enters whole; the others saturate on top of it, so that no
 * bundle goes below a floor; harmful shifts likewise. The centre is the mean shift in the calibrated baseline. It is
 * subtracted in every arm and stays as it is, because computing it anew in each arm would erase the effects.
 *
 * Pure rules, called by `reoffending`; exposures are in `exposure`. Sources: Mastrobuoni and Terlizzese 2022 (E040);
 * Andersen and Telle 2022 (E036); Beaudry and others 2021 (E016); Perry and others 2016 (E019); education E004; visits
 * E029; solitary E056; the weights of home and work in the All Reoffending Predictor (E075, E076); others as alternatives.
 * Shrinkage and floor are judgement.
 */
import { bitsAboveZero } from '../engine/bits.ts';
import { exp, log, logistic, logit, normalQuantile } from '../engine/mathematics.ts';
import { uniform } from '../engine/random.ts';
import { amount, choice, count, factor, logOdds, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { exposureNames } from './exposure.ts';

/** The measures in which studies report. */
export const measureNames = ['log-odds-ratio', 'risk-difference', 'relative-reduction', 'log-hazard-ratio'] as const;

/** The mechanisms of effects. A person has at most one effect per mechanism. */
export const mechanismNames = [
  'environment',
  'material',
  'home',
  'thinking',
  'addiction',
  'education',
  'work',
  'family',
  'isolation',
  'housing',
  'job',
] as const;

/** The countries of studies; `several` for reviews of studies from several countries, most of them American. */
export const countryNames = ['Norway', 'Italy', 'United States', 'England and Wales', 'several'] as const;

/** The evidence that may move the odds, in the order of the dimension `evidence_mode`. */
export const evidenceModes = ['all', 'A', 'none'] as const;
export type EvidenceMode = (typeof evidenceModes)[number];

/** Grades of evidence, the best first. */
const gradeNames = ['A', 'B', 'C'] as const;

export const parameters = parametersOf('effects', {
  evidence: choice('evidence that may move the odds', evidenceModes),
  shrinkage: share('part of a published effect that is believed, by grade', { by: 'grade' }),
  floor: factor('least odds ratio that a bundle of protective effects can reach', { bounds: [0.01, 1] }),
  centre: logOdds('mean shift in the calibrated baseline, by evidence mode', { by: 'evidence_mode' }),
  used: share('effects in use: above 0', { by: 'effect' }),
  measure: choice('measure in which the study reports', measureNames, { by: 'effect' }),
  estimate: amount('as reported', 'point estimate, as the study reports it', { by: 'effect', bounds: [-3, 3] }),
  error: amount('as reported', 'standard error of the estimate', { by: 'effect', bounds: [0, 3] }),
  base: share('risk without exposure in the study', { by: 'effect', bounds: [0.001, 0.999] }),
  spread: amount('log odds', 's.d. of log-odds among the people whom the effect reaches', {
    by: 'effect',
    bounds: [0, 5],
  }),
  grade: choice('grade of the study', gradeNames, { by: 'effect' }),
  mechanism: choice('mechanism of the effect', mechanismNames, { by: 'effect' }),
  country: choice('country of the study', countryNames, { by: 'effect' }),
  exposure: choice('exposure that the effect counts', exposureNames, { by: 'effect' }),
  mostExposure: amount('exposure', 'largest exposure observed in the study', { by: 'effect', bounds: [0, 100] }),
  need: share('needs of which a person must have one: above 0; none means everybody', { by: ['effect', 'need'] }),
  ceiling: logOdds('log-odds above which the effect does not hold', { by: 'effect' }),
  climateReference: share('climate in which staff make nobody better or worse'),
  draw: count('number of the draw of errors of all estimates; 0 for none', { bounds: [0, 0xffffffff] }),
});
export type EffectsParameters = ValuesOf<typeof parameters>;

/** The risk that a study found, from its report at a base risk. Never 0 or 1. */
export function riskFound(measure: (typeof measureNames)[number], reported: number, baseRisk: number): number {
  if (measure === 'log-odds-ratio') return within(logistic(logit(baseRisk) + reported));
  if (measure === 'risk-difference') return within(baseRisk + reported);
  if (measure === 'relative-reduction') return within(baseRisk * (1 - reported));
  return within(1 - exp(exp(reported) * log(1 - baseRisk)));
}

/**
 * Mean log-odds of a group with a risk, where log-odds are normal with an s.d. of `spread`. Risks average out, so the mean
 * lies further from 0 than the log-odds of the risk.
 */
export function meanLogOdds(risk: number, spread: number): number {
  const middle = logit(risk);
  if (spread === 0) return middle;
  const reach = 1 + Math.abs(middle) + spread * spread;
  let [low, high] = [middle - reach, middle + reach];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const mean = (low + high) / 2;
    if (groupRisk(mean, spread) < risk) low = mean;
    else high = mean;
  }
  return (low + high) / 2;
}

/**
 * Shift of one person's log-odds that takes a group from a base risk to another risk. Where people differ it is larger than
 * the log odds ratio between the groups, which dilutes it (Gail, Wieand and Piantadosi, Biometrika 71, 1984).
 */
export function shiftBetween(baseRisk: number, risk: number, spread: number): number {
  return meanLogOdds(risk, spread) - meanLogOdds(baseRisk, spread);
}

/** The part of an effect that is believed, given its grade and the evidence mode. */
export function evidenceWeight(grade: 'A' | 'B' | 'C', evidence: EvidenceMode, shrinkage: Float64Array): number {
  return evidence === 'none' || (evidence === 'A' && grade !== 'A') ? 0 : shrinkage[gradeNames.indexOf(grade)];
}

/**
 * The total of shifts of one direction, as positive sizes: the largest whole, the sum of the others saturating towards the
 * size of the floor. A largest one beyond the floor stands alone.
 */
export function saturatingSum(largest: number, others: number, floorSize: number): number {
  const room = Math.max(floorSize - largest, 0);
  return room === 0 ? largest : largest + room * (1 - exp(-others / room));
}

/** The shift of a person's log-odds by their exposures while serving, less the centre. `needs` are bits. */
export function policyShift(logOdds: number, exposures: Float64Array, needs: number, given: EffectsParameters): number {
  const { effects, floorSize, centre } = preparedFor(given);
  let [largestGood, good, largestBad, bad] = [0, 0, 0, 0];
  for (let at = 0; at < effects.length; ) {
    const { mechanism } = effects[at];
    let chosen = 0;
    let size = -1;
    for (; at < effects.length && effects[at].mechanism === mechanism; at++) {
      const effect = effects[at];
      const dose = Math.max(-effect.mostExposure, Math.min(exposures[effect.exposure], effect.mostExposure));
      if (dose === 0 || logOdds > effect.ceiling || (effect.needs !== 0 && (effect.needs & needs) === 0)) continue;
      if (Math.abs(effect.point * dose) <= size) continue;
      size = Math.abs(effect.point * dose);
      chosen = effect.shift * dose;
    }
    if (chosen < 0) good -= chosen;
    else bad += chosen;
    largestGood = Math.max(largestGood, -chosen);
    largestBad = Math.max(largestBad, chosen);
  }
  const protective = saturatingSum(largestGood, good - largestGood, floorSize);
  const harmful = saturatingSum(largestBad, bad - largestBad, floorSize);
  return harmful - protective - centre;
}

/** One effect as used: believed shifts per unit of exposure, at the point estimate and as drawn. */
export interface PreparedEffect {
  readonly mechanism: number;
  readonly exposure: number;
  readonly mostExposure: number;
  readonly needs: number;
  readonly ceiling: number;
  readonly point: number;
  readonly shift: number;
}

/** The effects in use and believed at all, mechanism by mechanism. */
export function prepare(given: EffectsParameters): readonly PreparedEffect[] {
  const shrinkage = (index: number) => evidenceWeight(given.grade[index], given.evidence, given.shrinkage);
  const shiftFor = (index: number, reported: number) => {
    const risk = riskFound(given.measure[index], reported, given.base[index]);
    return shrinkage(index) * shiftBetween(given.base[index], risk, given.spread[index]);
  };
  return Array.from(given.used, (_, index) => index)
    .filter((index) => given.used[index] > 0 && shrinkage(index) > 0)
    .map((index) => ({
      mechanism: mechanismNames.indexOf(given.mechanism[index]),
      exposure: exposureNames.indexOf(given.exposure[index]),
      mostExposure: given.mostExposure[index],
      needs: bitsAboveZero(given.need[index]),
      ceiling: given.ceiling[index],
      point: shiftFor(index, given.estimate[index]),
      shift: shiftFor(index, given.estimate[index] + given.error[index] * deviate(given.draw, index)),
    }))
    .sort((a, b) => a.mechanism - b.mechanism);
}

/** The same effects under another evidence mode, computed once. */
export function underEvidence(given: EffectsParameters, evidence: EvidenceMode): EffectsParameters {
  if (given.evidence === evidence) return given;
  let others = variants.get(given);
  if (others === undefined) {
    others = evidenceModes.map((mode) => ({ ...given, evidence: mode }));
    variants.set(given, others);
  }
  return others[evidenceModes.indexOf(evidence)];
}

const variants = new WeakMap<EffectsParameters, readonly EffectsParameters[]>();

/** The prepared effects, computed once per set of parameters. */
function preparedFor(given: EffectsParameters): Prepared {
  let found = prepared.get(given);
  if (found === undefined) {
    const centre = given.centre[evidenceModes.indexOf(given.evidence)];
    found = { effects: prepare(given), floorSize: -log(given.floor), centre };
    prepared.set(given, found);
  }
  return found;
}

interface Prepared {
  readonly effects: readonly PreparedEffect[];
  readonly floorSize: number;
  readonly centre: number;
}

const prepared = new WeakMap<EffectsParameters, Prepared>();

/** The error of an estimate in a draw, in standard errors: independent for every effect, the same in every arm. */
function deviate(draw: number, effect: number): number {
  return draw === 0 ? 0 : normalQuantile(uniform(draw, ERRORS, effect, 0));
}

/** Risk of a group whose log-odds are normal, by the trapezoid rule, which for a normal curve is all but exact. */
function groupRisk(mean: number, spread: number): number {
  let sum = 0;
  let weights = 0;
  for (let step = -24; step <= 24; step++) {
    const x = step / 4;
    const weight = exp((-x * x) / 2);
    sum += weight * logistic(mean + spread * x);
    weights += weight;
  }
  return sum / weights;
}

function within(risk: number): number {
  return Math.min(0.999, Math.max(0.001, risk));
}

const HALVINGS = 50;
/** Keeps draws of errors apart from all other draws. */
const ERRORS = 0x65727273;
