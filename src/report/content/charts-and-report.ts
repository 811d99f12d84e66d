/**
 * Charts and report: makes the charts, report and brief of a study from its record.
 */
import type { RenderChart } from '../../charts/chart.ts';
import type { Files, StudyRecord } from '../../results/study-folder.ts';
import { briefMarkdown } from '../brief.ts';
import { reportHtml } from '../report.ts';
import { type ChartProblem, drawChart } from './chart-files.ts';
import { choiceSentences } from './choice-sentences.ts';
import { policiesBegin } from './policies-begin.ts';
import { reportText } from './report-text.ts';
import { shownStudy } from './shown-study.ts';
import { chartsOf } from './study-charts.ts';

/** The files of a report, and the charts that are missing in it. */
export interface ChartsAndReport {
  readonly files: Files;
  readonly problems: readonly ChartProblem[];
}

/**
 * Every chart that has data, in three formats each; `report.html` and `brief.md`. A chart that cannot be drawn is named in the
 * report and in the problems, and costs no other chart.
 */
export async function chartsAndReport(record: StudyRecord, render: RenderChart): Promise<ChartsAndReport> {
  const study = shownStudy(record);
  const { stepdown, seed, resultDigest } = record.manifest;
  const footer = `Source: stepdown ${stepdown}, seed "${seed}"; digest ${resultDigest.slice(0, 10)}`;
  const begins = policiesBegin(study);
  const charts = chartsOf(study)
    .filter(({ table }) => table.rows > 0)
    .map((one) => ({
      ...one,
      caption: `${one.what}, ${study.setting}${one.mind === undefined ? '' : `. ${one.mind}`}`,
    }));
  const drawing = Promise.all(
    charts.map(({ id, question, caption, table, chart }) => {
      const context = { title: question, subtitle: caption, footer, arms: study.arms, levels: study.levels, begins };
      return drawChart(`charts/${id}`, () => chart(table, context), render);
    }),
  );
  const text = reportText(study);
  const words = choiceSentences(study);
  const drawn = await drawing;
  const shown = charts.map(({ id, question, caption, table, section }, at) => {
    const { svg, problems } = drawn[at];
    return { id, question, caption, table, section, svg, problem: problems[0]?.problem, words: words[id] };
  });
  const input = { ...text, charts: shown };
  const files = new Map(drawn.flatMap((chart) => [...chart.files]));
  files.set('report.html', reportHtml(input));
  files.set('brief.md', briefMarkdown(input));
  return { files, problems: drawn.flatMap(({ problems }) => problems) };
}
