/**
 * Picture: a chart inside the page, with its caption and its table.
 */
import { escapeHtml, htmlTable } from './html.ts';
import type { ReportChart } from './input.ts';

/** The chart as a figure below its words; the numbers behind it open on demand. */
export function picture({ id, question, svg, problem, table, caption, words = [] }: ReportChart): string {
  const paragraphs = words.map((sentence) => `<p>${escapeHtml(sentence)}</p>\n`).join('');
  return `${paragraphs}<figure id="chart-${escapeHtml(id)}">
${svg === undefined ? `<p>${escapeHtml(undrawnSentence(problem))}</p>` : drawing(svg, id, question)}
<figcaption>${escapeHtml(caption)}</figcaption>
<details><summary>The numbers behind this chart</summary>
${htmlTable(table, question)}
</details>
</figure>`;
}

function undrawnSentence(problem: string | undefined): string {
  return `This chart could not be drawn${problem === undefined ? '' : `: ${problem}`}.`;
}

function drawing(svg: string, id: string, question: string): string {
  const label = escapeHtml(`Chart: ${question}`);
  return `<div class="chart" tabindex="0" role="region" aria-label="${label}">${inlineSvg(svg, id, question)}</div>`;
}

/** Scales the SVG to the page, presents it to screen readers as one picture, and makes its ids unique. */
function inlineSvg(svg: string, id: string, label: string): string {
  const own = id.replace(/[^A-Za-z0-9_-]/g, '-');
  const start = svg.indexOf('<svg');
  const end = svg.indexOf('>', start);
  const opening = svg.slice(start, end);
  const width = /\swidth="([\d.]+)"/.exec(opening)?.[1];
  const bare = opening.replace(/\s(?:width|height|class|role|aria-label|id)="[^"]*"/g, '');
  const size = width === undefined ? '' : ` style="max-width:${width}px"`;
  const inner = svg
    .slice(end)
    .replace(/ id="([^"]+)"/g, ` id="${own}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${own}-$1)`)
    .replace(/ xlink:href="#([^"]+)"/g, ` href="#${own}-$1"`);
  return `${bare} role="img" aria-label="${escapeHtml(label)}"${size}${inner}`;
}
