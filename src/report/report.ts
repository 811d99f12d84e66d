/**
 * Report: one self-contained page, from the headline sentence down to the command that reproduces it.
 *
 * It opens offline, needs no script and loads nothing; its content security policy enforces that.
 */

import { differenceUnit } from '../charts/label.ts';
import { differenceParts, inCells, levelParts } from '../tables/estimate.ts';
import { nameInList } from '../tables/format.ts';
import { armPairsSection } from './arm-pairs.ts';
import { assumptionsSection } from './assumptions.ts';
import { certaintySection } from './certainty.ts';
import { figureCards } from './figures.ts';
import { headlineSentence } from './headline.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { DifferenceRow, MeasureRow, ReportInput } from './input.ts';
import { countOf, looksSentence } from './looks.ts';
import { naiveSection } from './naive.ts';
import { pairFindings } from './pair-findings.ts';
import { picture } from './picture.ts';
import { insteadOfMean, isMissing, notReached } from './settling.ts';
import { STYLE } from './style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The page as text, ready to be written as `report.html`. */
export function reportHtml(input: ReportInput): string {
  const { title, subtitle, arms, findings, charts } = input;
  const names = arms.map((arm) => arm.title);
  const leads = [...findings, ...pairFindings(input.pairs ?? [], names[0])].flatMap((finding) => [
    `<p class="lead">${escapeHtml(headlineSentence(finding))}</p>`,
    ...(finding.account ?? []).map((sentence) => `<p>${escapeHtml(sentence)}</p>`),
  ]);
  const first = charts.filter(({ section }) => section === 'first');
  const questions = charts.filter(({ section }) => section === 'question');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="subtitle">${escapeHtml(subtitle)}</p>
</header>
<main>
${leads.join('\n')}
<p class="subtitle">${escapeHtml(comparedWith(names))} <a href="#assumed">What each arm changes</a></p>
${armPairsSection(input.pairs)}
<section id="figures"><h2>The figures</h2>
${figureCards(input, names)}
</section>
${first.map((chart) => `<section id="first"><h2>${escapeHtml(chart.question)}</h2>\n${picture(chart)}</section>`).join('\n')}
${certaintySection(input)}
${naiveSection(input)}
<section id="questions"><h2>Questions</h2>
${questions.map((chart) => `<section><h3>${escapeHtml(chart.question)}</h3>\n${picture(chart)}</section>`).join('\n')}
<h3>Every measure</h3>
${everyMeasure(input.measures, input.differences)}
</section>
${assumptionsSection(input)}
${reproduceSection(input)}
</main>
</body>
</html>
`;
}

function comparedWith(names: readonly string[]): string {
  const [baseline, ...others] = names;
  if (others.length === 0) return `One arm: ${baseline}.`;
  return `Compared with the baseline, ${baseline}: ${others.map(nameInList).join(', ')}.`;
}

/** The mean and its interval, or what stands in the place of both. */
function meanCells(row: MeasureRow): readonly string[] {
  const instead = insteadOfMean(row);
  return instead === undefined ? inCells(levelParts(row.mean ?? Number.NaN, row)) : [instead, ''];
}

function everyMeasure(measures: readonly MeasureRow[], differences: readonly DifferenceRow[]): string {
  const means = measures.map((row) => [
    escapeHtml(row.label),
    escapeHtml(row.unit),
    escapeHtml(row.arm),
    ...meanCells(row).map(escapeHtml),
  ]);
  const changes = differences.map(({ label, unit, arm, baseline, difference, low, high, horizon }) => [
    escapeHtml(label),
    escapeHtml(differenceUnit(unit)),
    escapeHtml(`${arm} less ${baseline}`),
    ...(isMissing(difference) && horizon !== undefined
      ? [notReached({ horizon })!, '']
      : inCells(differenceParts(difference ?? Number.NaN, { low, high }))),
  ]);
  const numeric = [false, false, false, true, true];
  const looks = looksSentence(countOf(differences), 'in this table');
  return `<details><summary>Means</summary>
${htmlRows('Means of every measure', ['measure', 'unit', 'arm', 'mean', '95 % interval'], means, numeric)}
</details>
<details><summary>Differences</summary>
${htmlRows('Paired differences of every measure', ['measure', 'unit', 'arms', 'difference', '95 % interval'], changes, numeric)}
${looks === undefined ? '' : `<p>${escapeHtml(looks)}</p>\n`}</details>`;
}

function reproduceSection({ reproduction }: ReportInput): string {
  const { command, digest, inputDigest, version, seed, replicates, draws } = reproduction;
  const facts = [
    ['result digest', digest],
    ['input digest', inputDigest],
    ['version', version],
    ['seed', seed],
    ['replicates', String(replicates)],
    ['parameter draws', String(draws)],
  ];
  const list = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value!)}</dd>`).join('\n');
  return `<section id="reproduce"><h2>How to reproduce</h2>
<p>The same version, input and seed give the same digest on every machine.</p>
<pre><code>${escapeHtml(command)}</code></pre>
<dl>
${list}
</dl>
</section>`;
}
