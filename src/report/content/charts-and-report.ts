/**
 * Drawings: charts, report and brief of a study as files, made from what its folder holds.
 */
import { acceptabilityChart } from '../../charts/acceptability.ts';
import type { ChartContext, VegaLiteSpec } from '../../charts/chart.ts';
import { costEffectivenessPlaneChart } from '../../charts/cost-effectiveness-plane.ts';
import { differencesChart } from '../../charts/differences.ts';
import { observedChart } from '../../charts/observed.ts';
import { peopleByLevelChart } from '../../charts/people-by-level.ts';
import { queueChart } from '../../charts/queue.ts';
import { recidivismChart } from '../../charts/recidivism.ts';
import { renderSvg } from '../../charts/render.ts';
import { researchChart } from '../../charts/research.ts';
import { weekChart } from '../../charts/week.ts';
import { whoIsWhereChart } from '../../charts/who-is-where.ts';
import { svgToPng } from '../../files/png.ts';
import type { Files, StudyRecord } from '../../results/study-folder.ts';
import type { Table } from '../../tables/table.ts';
import { briefMarkdown } from '../brief.ts';
import type { ReportChart } from '../input.ts';
import { reportHtml } from '../report.ts';
import { choiceSentences } from './choice-sentences.ts';
import { reportInput } from './content.ts';
import { type ShownStudy, shownStudy } from './shown-study.ts';

/** Every chart for which there are data, in three forms each; `report.html` and `brief.md`. */
export async function chartsAndReport(record: StudyRecord): Promise<Files> {
  const files = new Map<string, string | Uint8Array>();
  const study = shownStudy(record);
  const { version, seed, digest } = sourceOf(record);
  const footer = `Source: stepdown ${version}, seed "${seed}"; digest ${digest}`;
  const charts: ReportChart[] = [];
  const words = choiceSentences(study);
  for (const { id, question, what, mind, table, chart, section } of plannedCharts(study)) {
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

/** A chart of a study: what it asks, what it shows, from which table, how, and where in the report. */
interface PlannedChart {
  readonly id: string;
  readonly question: string;
  readonly what: string;
  /** What to bear in mind, a sentence. */
  readonly mind?: string;
  readonly table: Table;
  readonly chart: (table: Table, context: ChartContext) => VegaLiteSpec;
  readonly section: ReportChart['section'];
}

function plannedCharts({ series, arms, hasIntervals, record }: ShownStudy): readonly PlannedChart[] {
  const isAlone = arms.length === 1;
  const mind = record.manifest.replicates === 1 ? CHANCE_IS_DOUBT : undefined;
  return [
    {
      id: 'differences',
      question: `What would change, against ${arms[0]}?`,
      what: hasIntervals ? 'Paired differences with 95 % intervals' : 'Paired differences of one run',
      table: series.differences,
      chart: differencesChart,
      section: 'first',
    },
    {
      id: 'who-is-where',
      question: 'Who is where?',
      what: 'People by state, week by week',
      table: series.whoIsWhere,
      chart: whoIsWhereChart,
      section: isAlone ? 'first' : 'question',
    },
    {
      id: 'people-by-level',
      question: 'Do the places suffice?',
      what: 'People inside by security level, remand included',
      table: series.peopleByLevel,
      chart: peopleByLevelChart,
      section: 'question',
    },
    {
      id: 'queue',
      question: 'Who stands outside?',
      what: 'Sentenced people at liberty who wait to begin',
      table: series.waiting,
      chart: queueChart,
      section: 'question',
    },
    {
      id: 'week',
      question: 'What happens inside?',
      what: 'An average day and week on remand and at every level, beside one outside',
      table: series.week,
      chart: weekChart,
      section: 'question',
    },
    {
      id: 'recidivism',
      question: 'Who returns?',
      what: 'People with a first return since an index release, by what counts as one',
      mind: 'Sentences begun fall where people wait for a place or serve at home, although as many offend.',
      table: series.recidivism,
      chart: recidivismChart,
      section: 'question',
    },
    {
      id: 'cost-effectiveness-plane',
      question: 'What does it cost?',
      what: `What each arm brings and costs over ${arms[0]}, for all of it in a year`,
      table: series.costEffectivenessPlane,
      chart: costEffectivenessPlaneChart,
      section: 'question',
    },
    {
      id: 'acceptability',
      question: 'Which arm is worth its price?',
      what: 'How often each arm has the highest net benefit, by what one would pay',
      table: series.acceptability,
      chart: acceptabilityChart,
      ...mind,
      section: 'question',
    },
    {
      id: 'research',
      question: 'What is worth finding out next?',
      what: 'What a choice between the arms would gain if numbers were known first, by the mechanism that reads them',
      table: series.valueOfInformation,
      chart: researchChart,
      ...mind,
      section: 'question',
    },
    {
      id: 'observed',
      question: 'Does the simulation look like the past?',
      what: `${arms[0]} beside observed figures`,
      table: series.observed,
      chart: observedChart,
      section: 'sure',
    },
  ];
}

/** With one replicate a draw, nothing tells chance from doubt about parameters. */
const CHANCE_IS_DOUBT = {
  mind: 'One replicate a draw: chance counts as doubt, so shares lie too near each other and values are upper bounds.',
};

function sourceOf({ manifest }: StudyRecord) {
  return { version: manifest.stepdown, seed: manifest.seed, digest: manifest.resultDigest.slice(0, 10) };
}
