/**
 * Charts and report: makes the charts, report and brief of a study from its folder.
 */
import { renderSvg } from '../../charts/render.ts';
import { svgToPng } from '../../files/png.ts';
import type { Files, StudyRecord } from '../../results/study-folder.ts';
import { briefMarkdown } from '../brief.ts';
import type { ReportChart } from '../input.ts';
import { reportHtml } from '../report.ts';
import { choiceSentences } from './choice-sentences.ts';
import { reportInput } from './report-input.ts';
import { shownStudy } from './shown-study.ts';
import { chartsOf } from './study-charts.ts';

/** Every chart that has data, in three formats each; `report.html` and `brief.md`. */
export async function chartsAndReport(record: StudyRecord): Promise<Files> {
  const files = new Map<string, string | Uint8Array>();
  const study = shownStudy(record);
  const { version, seed, digest } = sourceOf(record);
  const footer = `Source: stepdown ${version}, seed "${seed}"; digest ${digest}`;
  const charts: ReportChart[] = [];
  const words = choiceSentences(study);
  for (const { id, question, what, mind, table, chart, section } of chartsOf(study)) {
    if (table.rows === 0) continue;
    const subtitle = `${what}, ${study.setting}${mind === undefined ? '' : `. ${mind}`}`;
    const spec = chart(table, { title: question, subtitle, footer, arms: study.arms, levels: study.levels });
    const svg = await renderSvg(spec);
    charts.push({ id, question, svg, table, caption: subtitle, section, words: words[id] });
    files.set(`charts/${id}.svg`, svg);
    files.set(`charts/${id}.png`, svgToPng(svg));
    files.set(`charts/${id}.vl.json`, `${JSON.stringify(spec, undefined, 1)}\n`);
  }
  const input = reportInput(study, charts);
  files.set('report.html', reportHtml(input));
  files.set('brief.md', briefMarkdown(input));
  return files;
}

function sourceOf({ manifest }: StudyRecord) {
  return { version: manifest.stepdown, seed: manifest.seed, digest: manifest.resultDigest.slice(0, 10) };
}
