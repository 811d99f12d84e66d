/**
 * Figures: the key numbers at the top, each for every arm, with its difference from the baseline and a spark line.
 */

import { differenceUnit, numberLabel } from '../charts/label.ts';
import { armStyle, BAND_OPACITY } from '../charts/theme.ts';
import { levelParts } from '../tables/estimate.ts';
import { rowTexts } from '../tables/row-digits.ts';
import { escapeHtml } from './html.ts';
import type { FigureValue, ReportFigure, ReportInput, SparkPoint } from './input.ts';
import { FIRST_PAGE, looksSentence } from './looks.ts';

/** The figures as cards, with the looks of the study; colours follow the order of the arms, the baseline first. */
export function figureCards(
  { figures, overYears = [], looks }: Pick<ReportInput, 'figures' | 'overYears' | 'looks'>,
  arms: readonly string[],
): string {
  const cards = figures.map((figure) => figureCard(figure, arms));
  const sentences = [...overYears, looksSentence(looks, FIRST_PAGE) ?? []].flat();
  return `<div class="cards">\n${cards.join('\n')}\n</div>${sentences.map((one) => `\n<p>${escapeHtml(one)}</p>`).join('')}`;
}

function figureCard(
  { label, definition, unit, interest, baseline, arms }: ReportFigure,
  names: readonly string[],
): string {
  const sparks = [baseline, ...arms].flatMap(({ spark }) =>
    spark.flatMap(({ mean, low, high }) => [mean, low, high]).filter((x) => Number.isFinite(x)),
  );
  const texts = rowTexts(baseline, arms, unit);
  const range = { low: Math.min(0, ...sparks), high: Math.max(0, ...sparks) };
  const row = (name: string, value: FigureValue, mean: string, difference: string): string =>
    `<tr><th scope="row">${escapeHtml(name)}</th><td class="number value">${escapeHtml(value.unsettled ?? mean)}</td>
<td>${sparkLine(value.spark, names.indexOf(name), range)}</td><td class="difference">${difference}</td></tr>`;
  const rows = [
    row(names[0] ?? 'baseline', baseline, texts.baseline, `(${levelParts(baseline.mean, baseline).interval})`),
    ...arms.map((arm, at) => {
      const [difference, interval] = texts.arms[at].difference.split(/ (?=\()/);
      return row(
        arm.arm,
        arm,
        texts.arms[at].mean,
        `<b>${difference}</b>${interval === undefined ? '' : ` ${interval}`}`,
      );
    }),
  ];
  return `<section class="card"><h3>${escapeHtml(label)}</h3><p class="unit">${escapeHtml(unit)}</p>
<table><thead><tr><th scope="col">arm</th><th scope="col" class="number">value</th><th scope="col">over time</th><th scope="col">difference (95 %)</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table><p class="definition">${escapeHtml(definition)}${escapeHtml(mattersSentence(interest, unit))}</p></section>`;
}

function mattersSentence(interest: number | undefined, unit: string): string {
  if (interest === undefined) return '';
  return `. Smallest difference of interest, in ${differenceUnit(unit)}: ${numberLabel(Number(interest.toPrecision(2)))} (an assumption).`;
}

const WIDTH = 72;
const HEIGHT = 18;

/** A number over time with its band, without axes; it starts at zero, on one scale for all arms of a figure. */
function sparkLine(values: readonly SparkPoint[], position: number, range: { low: number; high: number }): string {
  if (values.length < 2 || range.high === range.low) return '';
  const { colour, dash } = armStyle(Math.max(0, position));
  const pointsOf = (end: keyof SparkPoint): string[] =>
    values.flatMap((value, i) => {
      if (!Number.isFinite(value[end])) return [];
      const x = 1 + (i / (values.length - 1)) * (WIDTH - 2);
      const y = 1 + (1 - (value[end] - range.low) / (range.high - range.low)) * (HEIGHT - 2);
      return [`${x.toFixed(1)},${y.toFixed(1)}`];
    });
  const edges = [...pointsOf('high'), ...pointsOf('low').reverse()];
  const band =
    edges.length === 0
      ? ''
      : `<polygon class="band" fill="${colour}" fill-opacity="${BAND_OPACITY.wide}" points="${edges.join(' ')}"/>`;
  const dashed = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  const line = `<polyline fill="none" stroke="${colour}" stroke-width="1.5"${dashed} points="${pointsOf('mean').join(' ')}"/>`;
  return `<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-hidden="true">${band}${line}</svg>`;
}
