/**
 * Choice sentences: the charts of cost-effectiveness, acceptability and value of information in words.
 */

import { priceLabel } from '../../charts/label.ts';
import { INSIDE } from '../../measures/headlines.ts';
import { isSameMeasure, type MeasureIdentity } from '../../measures/measure-identity.ts';
import { levelParts, levelText, roundedBy } from '../../tables/estimate.ts';
import { ACCEPTABILITY, EVERYTHING, VALUE_OF_INFORMATION } from '../../tables/series.ts';
import { recordsOf, rowsWhere } from '../../tables/table.ts';
import { known } from './key-figures.ts';
import { type ShownStudy, seriesOf } from './shown-study.ts';

/** The sentences above each chart, by its name. */
export function choiceSentences(study: ShownStudy): Readonly<Record<string, readonly string[]>> {
  if (study.choices === undefined || seriesOf(study, ACCEPTABILITY).rows === 0) return {};
  return {
    'cost-effectiveness-plane': study.arms.slice(1).map((arm) => costSentence(study, arm)),
    acceptability: choicesByAxis(study).map((choice) => choiceSentence(study, choice)),
    research: choicesByAxis(study).map((choice) => researchSentence(study, choice)),
  };
}

type Choice = NonNullable<ShownStudy['choices']>[number];

/** The choice at the middle price of each axis. */
function choicesByAxis({ choices = [] }: ShownStudy): readonly Choice[] {
  return [...new Set(choices.map(({ axis }) => axis))].map((axis) => {
    const own = choices.filter((one) => one.axis === axis);
    return own[Math.floor((own.length - 1) / 2)];
  });
}

/** `A way out costs 8.61 million kroner per year more than Harbour (7.67 to 9.54), with 5.96 fewer charges per year (4.37 to 7.56) ...` */
function costSentence({ arms, differences }: ShownStudy, arm: string): string {
  const said = (wanted: MeasureIdentity, inWords: (amount: string, isLess: boolean) => string): string => {
    const row = differences.find((one) => one.arm === arm && isSameMeasure(one, wanted))!;
    const [value, low, high] = [row.difference, row.low, row.high].map(known) as [number, number, number];
    const isLess = value < 0;
    const { value: amount, interval } = levelParts(
      Math.abs(value),
      isLess ? { low: -high, high: -low } : { low, high },
    );
    return `${inWords(amount, isLess)}${interval === '' ? '' : ` (${interval})`}`;
  };
  const cost = said(
    { measure: 'cost' },
    (amount, isLess) => `${amount} million kroner per year ${isLess ? 'less' : 'more'} than ${arms[0]}`,
  );
  const charges = said(
    { measure: 'charges' },
    (amount, isLess) => `${amount} ${isLess ? 'fewer' : 'more'} charges per year`,
  );
  const inside = said(INSIDE, (amount, isLess) => `${amount} ${isLess ? 'fewer' : 'more'} people inside`);
  return `${arm} costs ${cost}, with ${charges} and ${inside}; 95 % intervals.`;
}

function choiceSentence(study: ShownStudy, choice: Choice): string {
  const { axis, paidFor, willingness, frontier, mostAcceptable, share, shareLow, shareHigh } = choice;
  const own = rowsWhere(seriesOf(study, ACCEPTABILITY), { axis });
  const rows = recordsOf(own, ACCEPTABILITY).filter((row) => row.frontier);
  const turns = rows.filter((row, at) => at > 0 && row.arm !== rows[at - 1].arm);
  const part = (value: number | null) => Math.round(100 * (value ?? Number.NaN));
  const most = `best in ${part(share)} % of draws (${part(shareLow)} to ${part(shareHigh)})`;
  const likely = frontier === mostAcceptable ? `it is ${most}` : `though ${mostAcceptable} is ${most}`;
  const course =
    turns.length === 0
      ? ` It stays the arm to choose at every price up to ${priceLabel(rows.at(-1)!.willingness)}.`
      : ` As the price rises, the choice changes to ${turns.map((row) => `${row.arm} at ${priceLabel(row.willingness)}`).join(', to ')}.`;
  return `If ${paidFor} is worth ${priceLabel(willingness!)}, the arm to choose is ${frontier}: ${likely}.${course}`;
}

function researchSentence(study: ShownStudy, choice: Choice): string {
  const { axis, paidFor, willingness, perfectInformation, perfectInformationLow, perfectInformationHigh } = choice;
  const [value, low, high] = [perfectInformation!, perfectInformationLow!, perfectInformationHigh!];
  const opening = `If ${paidFor} is worth ${priceLabel(willingness!)}, `;
  if (high === 0) return `${opening}no further research would change the choice.`;
  if (low <= LEAST_PART * value) {
    return `${opening}further research has no clear value: knowing everything is worth at most ${roundedBy({ low, high })(high)} million kroner per year.`;
  }
  const own = rowsWhere(seriesOf(study, VALUE_OF_INFORMATION), { axis, willingness: willingness! });
  const parts = recordsOf(own, VALUE_OF_INFORMATION)
    .filter((row) => row.group !== EVERYTHING && row.low >= LEAST_PART * value)
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_NAMED)
    .map((row) => `${row.group}, ${levelText(row.value, row)}`);
  const named =
    parts.length === 0
      ? 'No single mechanism has a value distinguishable from zero: the value lies in several together, or more draws are needed.'
      : `The most valuable mechanisms on their own: ${parts.join('; ')}.`;
  const worth = levelParts(value, { low, high });
  const bound = choice.holdsChance ? ' at most, because chance counts as uncertainty here' : '';
  return `${opening}knowing everything before choosing would be worth ${worth.value} million kroner per year (${worth.interval})${bound}. ${named}`;
}

const LEAST_PART = 0.01;
const MOST_NAMED = 3;
