/**
 * Study page: the frame of a page with one finding and one chart, which capacity and forecast share. The report of a comparison has its own.
 */
import { escapeHtml } from './html.ts';
import { inputsSection, type StudyInputs } from './study-inputs.ts';
import { STYLE } from './style.ts';

/** What stands in the frame. */
export interface StudyPage {
  readonly heading: string;
  readonly finding: string;
  readonly subtitle: string;
  /** The file of the chart beside the page. */
  readonly chart: string;
  /** The sections after the chart, in HTML. */
  readonly sections: string;
  readonly inputs: StudyInputs;
  readonly command: string;
  readonly version: string;
  /** Where every number is. */
  readonly numbers: string;
}

/** A complete page in HTML. */
export function studyPage({
  heading,
  finding,
  subtitle,
  chart,
  sections,
  inputs,
  command,
  version,
  numbers,
}: StudyPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(finding)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<h1>${escapeHtml(heading)}</h1>
<p class="lead">${escapeHtml(finding)}</p>
<p class="subtitle">${escapeHtml(subtitle)}</p>
</header>
<main>
<figure class="chart"><img src="${chart}" alt="${escapeHtml(finding)}" style="width: 100%; height: auto"></figure>
${sections}
${inputsSection(inputs)}
<section><h2>How to reproduce</h2>
<pre><code>${escapeHtml(command)}</code></pre>
<p class="subtitle">stepdown ${escapeHtml(version)}; ${escapeHtml(numbers)}</p>
</section>
</main>
</body>
</html>
`;
}
