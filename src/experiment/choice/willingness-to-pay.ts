/**
 * Willingness to pay: the effects that one may pay for, and the range of prices at which choices are judged.
 *
 * Willingness to pay is not a parameter of the model; it is swept over a range, and the model gives that range its scale. For a
 * charge, the passports give the cost of the offences behind it to victims and society, with wide uncertainty, and the range
 * covers that. For people inside and for overflow no study was found; the range extends to twice the cost of a year, or a day,
 * inside. An overflow day is one person-day beyond the usable places of a level.
 */
import { DAYS_PER_YEAR } from '../../engine/calendar.ts';
import { mean } from '../../statistics/describe.ts';
import { centralInterval } from '../../statistics/intervals.ts';

/** Values of a measure, by its name, in the arm of this index: by draw, then by replicate. */
export type OutcomesByDraw = (measure: string, arm: number) => readonly ArrayLike<number>[];

/** An effect that one may pay for. */
export interface ChoiceAxis {
  readonly id: string;
  /** What is to become less, and how it is counted. */
  readonly effect: string;
  readonly per: string;
  /** The unit of effect that is paid for, as in "kroner for one charge fewer". */
  readonly paidFor: string;
  /** The cost that scales the range of prices. */
  readonly scale: string;
  /** The measures whose sum is to be reduced. */
  readonly measures: readonly string[];
  /** Kroner per unit of effect, in one draw. */
  readonly scaleIn: (measured: (measure: string) => number) => number;
  /** The prices at which choices are reported, from the scale. */
  readonly pricesFrom: (scale: Scale) => readonly number[];
}

/** Kroner per unit of effect: median and central 95 % over draws. */
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

/** The scale of an axis in the baseline; undefined if a draw has none. */
export function scaleOf({ scaleIn }: ChoiceAxis, valuesOf: OutcomesByDraw, draws: number): Scale | undefined {
  const byDraw = Array.from({ length: draws }, (_, draw) => scaleIn((measure) => mean(valuesOf(measure, 0)[draw])));
  if (!byDraw.every((value) => Number.isFinite(value) && value > 0)) return undefined;
  return centralInterval(byDraw);
}
