/**
 * Drawings: the charts of a study as SVG, PNG and Vega-Lite files, made from what its folder holds.
 */
import type { ChartContext, VegaLiteSpec } from '../charts/chart.ts';
import { differencesChart } from '../charts/differences.ts';
import { observedChart } from '../charts/observed.ts';
import { peopleByLevelChart } from '../charts/people-by-level.ts';
import { queueChart } from '../charts/queue.ts';
import { recidivismChart } from '../charts/recidivism.ts';
import { renderSvg } from '../charts/render.ts';
import { whoIsWhereChart } from '../charts/who-is-where.ts';
import { svgToPng } from '../files/png.ts';
import { differences, observed, peopleByLevel, recidivism, waiting, whoIsWhere } from '../report/series.ts';
import type { Table } from '../tables/table.ts';
import { headlines } from './headline-table.ts';
import { observedFigures } from './observed-figures.ts';
import type { Files, StudyRecord } from './study-folder.ts';

/** A chart of a study: what it asks, what it shows, from which table, and how. */
interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly table: Table;
  readonly chart: (table: Table, context: ChartContext) => VegaLiteSpec;
}

/** Every chart for which there are data, in three forms each. */
export async function drawings(record: StudyRecord): Promise<Files> {
  const files = new Map<string, string | Uint8Array>();
  const { levels, footer, setting } = contextOf(record);
  for (const { id, title, what, table, chart } of drawingsOf(record, levels)) {
    if (table.rows === 0) continue;
    const subtitle = `${what}, ${setting}`;
    const spec = chart(table, { title, subtitle, footer, arms: record.manifest.arms, levels });
    const svg = await renderSvg(spec);
    files.set(`charts/${id}.svg`, svg);
    files.set(`charts/${id}.png`, svgToPng(svg));
    files.set(`charts/${id}.vl.json`, `${JSON.stringify(spec, undefined, 1)}\n`);
  }
  return files;
}

function drawingsOf({ tables, summary, manifest }: StudyRecord, levels: readonly string[]): readonly Drawing[] {
  const table = (name: string) => tables.get(name)!;
  const labels = headlines(summary.measures, levels).map((measure) => measure.label);
  return [
    {
      id: 'people-by-level',
      title: 'Do the places suffice?',
      what: 'People inside by security level, remand included',
      table: peopleByLevel(table('stock'), table('queue')),
      chart: peopleByLevelChart,
    },
    {
      id: 'recidivism',
      title: 'Who returns?',
      what: 'People with a first return since an index release, by what counts as one',
      table: recidivism(table('survival')),
      chart: recidivismChart,
    },
    {
      id: 'differences',
      title: `What would change, against ${manifest.arms[0]}?`,
      what: 'Paired differences with 95 % intervals',
      table: differences(summary.measures, summary.differences, labels),
      chart: differencesChart,
    },
    {
      id: 'who-is-where',
      title: 'Who is where?',
      what: 'People by state, week by week',
      table: whoIsWhere(table('stock'), levels),
      chart: whoIsWhereChart,
    },
    {
      id: 'queue',
      title: 'Who stands outside?',
      what: 'Sentenced people at liberty who wait to begin',
      table: waiting(table('queue')),
      chart: queueChart,
    },
    {
      id: 'observed',
      title: 'Does the simulation look like the past?',
      what: `${manifest.arms[0]} beside observed figures`,
      table: observed(observedFigures(table('targets')), summary.measures, manifest.arms[0]!),
      chart: observedChart,
    },
  ];
}

/** What every chart of a study says: its place and years, and what it was made by. */
function contextOf({ manifest }: StudyRecord) {
  const scenario = JSON.parse(manifest.scenarios[0]!.text) as ScenarioText;
  const first = Number(scenario.start.slice(0, 4));
  return {
    levels: scenario.dimensions.level,
    setting: `${scenario.place}, ${first} to ${first + scenario.years - 1}, ${manifest.replicates} replicates`,
    footer: `Source: stepdown ${manifest.stepdown}, seed "${manifest.seed}"; digest ${manifest.resultDigest.slice(0, 10)}`,
  };
}

interface ScenarioText {
  readonly place: string;
  readonly start: string;
  readonly years: number;
  readonly dimensions: { readonly level: readonly string[] };
}
