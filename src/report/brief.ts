/**
 * Brief: the report on one page of Markdown, made to be read aloud.
 */

import { withUnit } from '../charts/label.ts';
import { rowTexts } from '../tables/row-digits.ts';
import { untoldPairs } from './arm-pairs.ts';
import { gradeCounts } from './assumptions.ts';
import { aboutSentences, observedSentence, uncertaintySentences } from './certainty.ts';
import { headlineSentence } from './headline.ts';
import type { ReportFigure, ReportInput } from './input.ts';
import { FIRST_PAGE, looksSentence } from './looks.ts';
import { lossSentences } from './losses.ts';
import { pairFindings } from './pair-findings.ts';
import { spreadSentences } from './spread.ts';

/** The brief as text, ready to be written as `brief.md` beside the folder `charts`. */
export function briefMarkdown(input: ReportInput): string {
  const { title, subtitle, arms, findings, figures, charts, observed, notes, parameters, reproduction, losses } = input;
  const { pairs = [] } = input;
  const first = charts.find(({ section, problem }) => section === 'first' && problem === undefined);
  const grades = [...gradeCounts(parameters)].map(([grade, count]) => `${count} ${grade}`).join(', ');
  const baseline = arms[0].title;
  const untold = untoldPairs(pairs, baseline);
  const looks = looksSentence(input.looks, FIRST_PAGE);
  const doubts = [
    ...uncertaintySentences(input),
    ...(losses ? lossSentences(losses) : []),
    ...aboutSentences(findings),
    ...spreadSentences(input, 2),
    ...(observed ? [observedSentence(observed)] : []),
    `Parameters by grade of evidence: ${grades}.`,
    ...notes,
  ];
  const parts = [
    `# ${escapeMarkdown(title)}`,
    escapeMarkdown(subtitle),
    ...[...findings, ...pairFindings(pairs, baseline)].flatMap((finding) => [
      `**${escapeMarkdown(headlineSentence(finding))}**`,
      ...(finding.account ?? []).map(escapeMarkdown),
    ]),
    ...(untold.length === 0 ? [] : [markdownTable(untold)]),
    figuresTable(
      figures,
      arms.map((arm) => arm.title),
    ),
    ...(input.overYears ?? []).map(escapeMarkdown),
    ...(looks === undefined ? [] : [looks]),
    ...(first ? [`![${escapeMarkdown(first.question)}](charts/${encodeURIComponent(first.id)}.png)`] : []),
    '## What each arm is',
    arms.map((arm) => `- **${escapeMarkdown(arm.title)}**: ${escapeMarkdown(arm.description)}`).join('\n'),
    ...arms.flatMap(({ title: arm, inputs }) =>
      inputs === undefined
        ? []
        : [
            `### Figures by date: ${escapeMarkdown(arm)}`,
            inputs.sentences.map((one) => `- ${escapeMarkdown(one)}`).join('\n'),
          ],
    ),
    ...charts.flatMap(({ question, words = [] }) =>
      words.length === 0
        ? []
        : [`## ${escapeMarkdown(question)}`, words.map((one) => `- ${escapeMarkdown(one)}`).join('\n')],
    ),
    '## How sure?',
    doubts.map((doubt) => `- ${escapeMarkdown(doubt)}`).join('\n'),
    '## How to reproduce',
    fenced(reproduction.command),
    `Version ${escapeMarkdown(reproduction.version)}, seed ${escapeMarkdown(reproduction.seed)}, result digest ${escapeMarkdown(reproduction.digest)}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Puts outside text on one line and escapes whatever Markdown or HTML would interpret. */
export function escapeMarkdown(text: string): string {
  const oneLine = text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  return oneLine
    .replace(/[\\`*_[\]|~#>!]/g, (character) => `\\${character}`)
    .replace(/^(\s*)(\d+)([.)])(?=\s)/, '$1$2\\$3');
}

function figuresTable(figures: readonly ReportFigure[], names: readonly string[]): string {
  const others = names.slice(1);
  const header = ['figure', ...names.slice(0, 1), ...others.map((name) => `${name}, and its difference`)].map(
    escapeMarkdown,
  );
  const rows = figures.map(({ label, unit, baseline, arms }) => {
    const texts = rowTexts(baseline, arms, unit);
    return [
      escapeMarkdown(withUnit(label, unit)),
      baseline.unsettled ?? texts.baseline,
      ...others.map((name) => {
        const at = arms.findIndex(({ arm }) => arm === name);
        if (at === -1) return '';
        return arms[at].unsettled ?? `${texts.arms[at].mean}, ${texts.arms[at].difference}`;
      }),
    ];
  });
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A table of plain text, the header first; all columns but two are numbers. */
function markdownTable([header = [], ...rows]: readonly (readonly string[])[]): string {
  const rule = header.map((_, column) => (column < 2 ? '---' : '---:'));
  const escaped = rows.map((row) => row.map(escapeMarkdown));
  return [header.map(escapeMarkdown), rule, ...escaped].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A block of code whose fence is longer than any run of backticks inside. */
function fenced(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), 3));
  return `${fence}sh\n${code}\n${fence}`;
}
