/**
 * Decision axes: what a policy may bring, and at which prices the question is asked whether it is worth its cost.
 *
 * What one would pay for an effect is no number of the model: it is a range that is gone through. What the model knows gives
 * the range its scale. For a charge, the offences behind one have a cost to victims and society in the passports, a wide one, and
 * the range goes as far as that does. For people inside and for overflow, no study was found; the range goes to twice
 * what a year and a day inside cost. An overflow day is a person-day beyond the usable places of a level.
 */
import { DAYS_PER_YEAR } from '../../engine/calendar.ts';
import { mean } from '../../statistics/describe.ts';
import { centralInterval } from '../../statistics/intervals.ts';

/** Values of a measure, by its name, in the arm of this index: by draw, then by replicate. */
export type OutcomesByDraw = (measure: string, arm: number) => readonly ArrayLike<number>[];

/** An effect that one may pay for. */
export interface ChoiceAxis {
  readonly id: string;
  /** What there is to be fewer of, and how it is counted. */
  readonly effect: string;
  readonly per: string;
  /** What is paid for, as in "kroner for one charge fewer". */
  readonly paidFor: string;
  /** What gives the range of prices its scale. */
  readonly scale: string;
  /** The measures whose sum is to fall. */
  readonly measures: readonly string[];
  /** Kroner for one, in a draw. */
  readonly scaleIn: (measured: (measure: string) => number) => number;
  /** The prices for which decisions are told, from the scale. */
  readonly pricesFrom: (scale: Scale) => readonly number[];
}

/** Kroner for one: median and middle 95 % over draws. */
export interface Scale {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Every axis of a jurisdiction with these security levels. */
export function choiceAxes(levels: readonly string[]): readonly ChoiceAxis[] {
  const around = ({ median }: Scale) => [median / 2, median, 2 * median];
  return [
    {
      id: 'charges',
      effect: 'charges',
      per: 'per year',
      paidFor: 'one charge fewer',
      scale: 'what the offences behind a charge cost victims and society',
      measures: ['charges'],
      scaleIn: (measured) => (1e6 * measured('crime-cost')) / measured('charges'),
      pricesFrom: ({ low, median, high }) => [low, median, high],
    },
    {
      id: 'people-inside',
      effect: 'people inside',
      per: 'on an average day',
      paidFor: 'one person-year less inside',
      scale: 'what a year inside costs, which is saved besides',
      measures: ['occupancy'],
      scaleIn: (measured) => 1e3 * measured('cost-per-place'),
      pricesFrom: around,
    },
    {
      id: 'overflow',
      effect: 'overflow days',
      per: 'per year',
      paidFor: 'one overflow day fewer',
      scale: 'what a day inside costs',
      measures: levels.map((level) => `overflow-days/${level}`),
      scaleIn: (measured) => (1e3 * measured('cost-per-place')) / DAYS_PER_YEAR,
      pricesFrom: around,
    },
  ];
}

/** The scale of an axis in the baseline; undefined where a draw has none. */
export function scaleOf({ scaleIn }: ChoiceAxis, valuesOf: OutcomesByDraw, draws: number): Scale | undefined {
  const byDraw = Array.from({ length: draws }, (_, draw) => scaleIn((measure) => mean(valuesOf(measure, 0)[draw])));
  if (!byDraw.every((value) => Number.isFinite(value) && value > 0)) return undefined;
  return centralInterval(byDraw);
}
