/**
 * Headline table: prints the headline measures of a finished study, each arm with its difference from the baseline.
 */

import { stripVTControlCharacters } from 'node:util';
import { withUnit } from '../charts/label.ts';
import type { Comparison, DifferenceResult } from '../experiment/comparison.ts';
import { headlinesIn } from '../measures/headlines.ts';
import { isSameMeasure } from '../measures/measure-identity.ts';
import { insteadOfMean } from '../report/settling.ts';
import { isInterval, levelEnds, levelParts, NOT_KNOWN } from '../tables/estimate.ts';
import { rowTexts } from '../tables/row-digits.ts';
import type { Colours } from './terminal.ts';
import { type ColumnSetting, textTable } from './text-table.ts';

/**
 * The table under a line with the heading and the names of the arms. If a line
 * is longer than `width` characters, labels are broken between words.
 */
export function headlineTable(
  comparison: Comparison,
  heading: string,
  levels: readonly string[],
  colours: Colours,
  width = Number.POSITIVE_INFINITY,
): string {
  const [baseline, ...others] = comparison.arms;
  const rows = headlinesIn(comparison.measures, levels, comparison.cohorts).map((measure) => {
    const own = (arm: string) => comparison.measures.find((one) => one.arm === arm && isSameMeasure(one, measure))!;
    const difference = (arm: string) =>
      comparison.differences.find((one) => one.arm === arm && isSameMeasure(one, measure))!;
    const label = withUnit(measure.label, measure.unit === 'percent' ? '%' : measure.unit);
    const ends = levelEnds(measure);
    const beside = others.map((arm) => ({ ...difference(arm), mean: own(arm).mean }));
    const texts = rowTexts({ mean: measure.mean, ...ends }, beside, measure.unit);
    const mean = plain(insteadOfMean(measure) ?? texts.baseline);
    const first = others.length > 0 ? [mean] : [mean, plain(bracketed(levelParts(measure.mean, ends).interval))];
    return [
      label,
      ...first,
      ...others.flatMap((arm, at) => [
        plain(insteadOfMean(own(arm)) ?? texts.arms[at].mean),
        shown(difference(arm), texts.arms[at].difference, colours),
      ]),
    ];
  });
  const header = [
    heading,
    baseline!,
    ...(others.length === 0 ? ['95 % interval'] : []),
    ...others.flatMap((arm) => [arm, `${arm} \u2212 ${baseline}`]),
  ];
  const isMean = (column: number) => column === 1 || (others.length > 0 && column > 0 && column % 2 === 0);
  const table = [header.map((name) => colours.bold(name)), ...rows];
  const settings = header.map((_, column): ColumnSetting => ({ align: isMean(column) ? 'right' : 'left' }));
  return textTable(table, fitted(table, settings, width));
}

const NARROWEST_LABEL = 12;

/** Column settings, with a width for the labels if all columns together exceed the line. */
function fitted(
  rows: readonly (readonly string[])[],
  [labels, ...others]: readonly ColumnSetting[],
  width: number,
): readonly ColumnSetting[] {
  const widthOf = (column: number) =>
    rows.reduce((widest, row) => Math.max(widest, stripVTControlCharacters(row[column]).length), 0);
  const left = others.reduce((room, _, index) => room - widthOf(index + 1) - 2, width);
  if (widthOf(0) <= left) return [labels!, ...others];
  return [{ ...labels, width: Math.max(NARROWEST_LABEL, left) }, ...others];
}

function shown(result: DifferenceResult, written: string, colours: Colours): string {
  const { difference, low, high } = result;
  const isClear = isInterval(result) && (low > 0 || high < 0);
  const text = plain(written);
  return isClear && !Number.isNaN(difference) ? colours.bold(text) : text;
}

function bracketed(interval: string): string {
  return interval === NOT_KNOWN || interval === '' ? interval : `(${interval})`;
}

/** Replaces the thin spaces of print by plain ones, which terminals set as wide as others. */
function plain(text: string): string {
  return text.replaceAll('\u2009', ' ');
}
