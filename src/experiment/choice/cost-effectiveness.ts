/**
 * Cost-effectiveness: which arm is worth its cost, how likely that is, and which knowledge would be worth having before choosing.
 *
 * The net benefit of an arm is its effect valued at a price, less its cost, per year for the whole jurisdiction. All arms share
 * parameter draws and luck, so only differences from the baseline count. From net benefit follow acceptability curves, the
 * expected value of perfect information (EVPI), and that of one group of parameters (EVPPI). The groups are the mechanisms that read
 * the parameters; parameters are drawn independently, so one group may become known without the others.
 */

import { acceptabilityOf } from '../../statistics/acceptability.ts';
import { mean } from '../../statistics/describe.ts';
import { partialInformation } from '../../statistics/partial-perfect-information.ts';
import {
  expectedGains,
  type InformationValue,
  meanGains,
  type NetBenefit,
  perfectInformation,
} from '../../statistics/value-of-information.ts';
import { ACCEPTABILITY, COST_EFFECTIVENESS_PLANE, EVERYTHING, VALUE_OF_INFORMATION } from '../../tables/series.ts';
import { type Table, tableOfRows, type Value } from '../../tables/table.ts';
import type { ChoiceResult } from '../comparison.ts';
import { drawnFrom } from '../parameter-draw.ts';
import type { Study } from '../study.ts';
import { type ChoiceAxis, choiceAxes, type OutcomesByDraw, type Scale, scaleOf } from './willingness-to-pay.ts';

/** The findings of a study about the choice between its arms; empty without parameter draws or without a choice. */
export interface ChoiceFindings {
  readonly results: readonly ChoiceResult[];
  readonly tables: readonly Table[];
}

/** The findings of a study from the values of its measures in some of its draws. */
export function choicesOf(study: Study, draws: readonly number[], valuesOf: OutcomesByDraw): ChoiceFindings {
  const isAlone = study.only !== undefined || draws.length < 2 || study.arms.length < 2;
  const axes = isAlone ? [] : scaledAxes(study, draws, valuesOf);
  const groups = axes.length === 0 ? [] : parameterGroupsOf(study, draws);
  const choices = axes.map((one) => choiceOf(study, draws, one, valuesOf));
  return {
    results: choices.flatMap((choice) => choice.told.map((told) => resultOf(choice, told))),
    tables: [
      tableOfRows(COST_EFFECTIVENESS_PLANE, choices.flatMap(planeRows)),
      tableOfRows(ACCEPTABILITY, choices.flatMap(curveRows)),
      tableOfRows(
        VALUE_OF_INFORMATION,
        choices.flatMap((choice) => informationRows(choice, groups)),
      ),
    ],
  };
}

/** The arms along one axis: effects and costs by arm, draw and replicate, with results at a few values of willingness to pay. */
interface ChoiceProblem extends ScaledAxis {
  readonly names: readonly string[];
  readonly draws: readonly number[];
  readonly effects: readonly (readonly Float64Array[])[];
  readonly costs: readonly (readonly ArrayLike<number>[])[];
  readonly told: readonly Told[];
  readonly seed: string;
}

/** A price, the net benefit of each arm at it, and the expected value of perfect information. */
interface Told {
  readonly price: number;
  readonly benefit: NetBenefit;
  readonly information: InformationValue;
}

function choiceOf(
  { arms }: Study,
  draws: readonly number[],
  { axis, scale }: ScaledAxis,
  valuesOf: OutcomesByDraw,
): ChoiceProblem {
  const effects = arms.map((_, arm) => effectsIn(axis, valuesOf, arm));
  const costs = arms.map((_, arm) => valuesOf('cost', arm));
  const seed = `${arms[0].scenario.seed}/decisions/${axis.id}`;
  const told = axis.pricesFrom(scale).map((exact): Told => {
    const price = Number(exact.toPrecision(2));
    const benefit = benefitAt(price, effects, costs);
    return { price, benefit, information: perfectInformation(benefit, seed) };
  });
  return { axis, scale, names: arms.map(({ name }) => name), draws, effects, costs, told, seed };
}

/** Net benefit in million kroner per year: the effect valued at a price, less cost. */
function benefitAt(price: number, effects: ChoiceProblem['effects'], costs: ChoiceProblem['costs']): NetBenefit {
  return effects.map((own, arm) =>
    own.map((draw, at) => draw.map((effect, one) => (-price * effect) / 1e6 - costs[arm][at][one])),
  );
}

/** The prices of a curve, apart from 0. */
const STEPS = 30;
const UNKNOWN: InformationValue = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

/** An axis, and the scale of its prices. */
interface ScaledAxis {
  readonly axis: ChoiceAxis;
  readonly scale: Scale;
}

/** Axes with a scale, in which some arm differs from the baseline in some cell. */
function scaledAxes({ arms }: Study, draws: readonly number[], valuesOf: OutcomesByDraw): readonly ScaledAxis[] {
  return choiceAxes(arms[0].scenario.dimensions['level']).flatMap((axis) => {
    const scale = scaleOf(axis, valuesOf, draws.length);
    const [baseline, ...others] = arms.map((_, arm) => effectsIn(axis, valuesOf, arm));
    const differs = others.some((own) =>
      own.some((draw, at) => draw.some((value, one) => value !== baseline![at][one])),
    );
    return scale === undefined || !differs ? [] : [{ axis, scale }];
  });
}

/** The quantity to be reduced, in one arm: by draw, then by replicate. */
function effectsIn({ measures }: ChoiceAxis, valuesOf: OutcomesByDraw, arm: number): readonly Float64Array[] {
  const parts = measures.map((measure) => valuesOf(measure, arm));
  return parts[0].map((draw, at) =>
    Float64Array.from(draw, (_, one) => parts.reduce((sum, own) => sum + own[at][one], 0)),
  );
}

function planeRows({ axis, names, draws, effects, costs }: ChoiceProblem): Value[][] {
  return names
    .slice(1)
    .flatMap((name, other) =>
      effects[0].map((baseline, at): Value[] => [
        axis.id,
        axis.effect,
        axis.per,
        name,
        draws[at],
        mean(baseline) - mean(effects[other + 1][at]),
        mean(costs[other + 1][at]) - mean(costs[0][at]),
      ]),
    );
}

function curveRows({ axis, scale, names, effects, costs, told }: ChoiceProblem): Value[][] {
  const most = told.at(-1)!.price;
  return Array.from({ length: STEPS + 1 }, (_, step) => Number(((most * step) / STEPS).toPrecision(6))).flatMap(
    (price) =>
      acceptabilityOf(expectedGains(benefitAt(price, effects, costs))).map((own, arm): Value[] => [
        axis.id,
        axis.paidFor,
        price,
        names[arm],
        own.share,
        own.low,
        own.high,
        own.isFrontier,
        axis.scale,
        scale.low,
        scale.median,
        scale.high,
      ]),
  );
}

function informationRows({ axis, told, seed }: ChoiceProblem, groups: readonly Group[]): Value[][] {
  const all = told.map(({ information }) => information);
  const gains = told.map(({ benefit }) => meanGains(benefit));
  const parts = groups.map(({ positions }) => partialInformation(gains, positions, all, seed));
  const count = groups.reduce((sum, { positions }) => sum + positions.length, 0);
  return told.flatMap(({ price, information }, at) => {
    const row = (group: string, parameters: number, { value, low, high }: InformationValue): Value[] => [
      ...[axis.id, axis.paidFor, price, group, parameters, value, low, high],
    ];
    const own = groups.map(({ name, positions }, group) => row(name, positions.length, parts[group]?.[at] ?? UNKNOWN));
    return [row(EVERYTHING, count, information), ...own];
  });
}

function resultOf({ axis, names }: ChoiceProblem, { price, benefit, information }: Told): ChoiceResult {
  const curves = acceptabilityOf(expectedGains(benefit));
  const most = curves.reduce((best, own, arm) => (own.share > curves[best].share ? arm : best), 0);
  const { share, low, high } = curves[most];
  return {
    axis: axis.id,
    paidFor: axis.paidFor,
    willingness: price,
    frontier: names[curves.findIndex(({ isFrontier }) => isFrontier)],
    mostAcceptable: names[most],
    share,
    shareLow: low,
    shareHigh: high,
    unit: 'million kroner per year',
    perfectInformation: information.value,
    perfectInformationLow: information.low,
    perfectInformationHigh: information.high,
    holdsChance: benefit[0][0].length === 1,
  };
}

/** The uncertain parameters of a mechanism: the position of each in its distribution, by draw. */
interface Group {
  readonly name: string;
  readonly positions: readonly Float64Array[];
}

/** Every group with uncertain parameters, in the order of the catalogue. */
function parameterGroupsOf({ arms, design }: Study, draws: readonly number[]): readonly Group[] {
  const [{ scenario: first }] = arms;
  const { passports } = first;
  const quantiles = draws.map((draw) => drawnFrom(first, draw, design).quantileOf);
  const groups = new Map<string, Float64Array[]>();
  for (const path of passports.keys()) {
    const isUncertain = arms.some(({ scenario }) => scenario.passports.get(path)?.uncertainty !== undefined);
    const drawn = quantiles.map((quantileOf) => quantileOf(path) ?? Number.NaN);
    if (!isUncertain || drawn.some(Number.isNaN)) continue;
    const noun = path.slice(0, path.indexOf('.'));
    groups.set(noun, [...(groups.get(noun) ?? []), Float64Array.from(drawn)]);
  }
  return [...groups].map(([name, positions]) => ({ name, positions }));
}
