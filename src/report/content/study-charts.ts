/**
 * Study charts: the list of all charts of a study, in the order of the report: what each asks, which table it reads, how it is
 * drawn, and where it stands.
 */
import { acceptabilityChart } from '../../charts/acceptability.ts';
import type { ChartContext, VegaLiteSpec } from '../../charts/chart.ts';
import { costEffectivenessPlaneChart } from '../../charts/cost-effectiveness-plane.ts';
import { differencesChart } from '../../charts/differences.ts';
import { observedChart } from '../../charts/observed.ts';
import { peopleByLevelChart } from '../../charts/people-by-level.ts';
import { queueChart } from '../../charts/queue.ts';
import { recidivismChart } from '../../charts/recidivism.ts';
import { researchChart } from '../../charts/research.ts';
import { weekChart } from '../../charts/week.ts';
import { whoIsWhereChart } from '../../charts/who-is-where.ts';
import {
  ACCEPTABILITY,
  COST_EFFECTIVENESS_PLANE,
  PEOPLE_BY_LEVEL,
  RECIDIVISM,
  VALUE_OF_INFORMATION,
  WAITING,
  WEEK_BY_ACTIVITY,
  WHO_IS_WHERE,
} from '../../tables/series.ts';
import type { Table, TableSchema } from '../../tables/table.ts';
import type { ReportChart } from '../input.ts';
import { differencesTable } from './differences-table.ts';
import { observedTable } from './observed-table.ts';
import { type ShownStudy, seriesOf } from './shown-study.ts';

/** A value that is the same for all studies, or depends on the study. */
type Told<Value> = Value | ((study: ShownStudy) => Value);

interface StudyChart {
  /** Name of its files. */
  readonly id: string;
  readonly question: Told<string>;
  readonly what: Told<string>;
  /** What to bear in mind, a sentence. */
  readonly mind?: Told<string | undefined>;
  /** A series that the folder of the study keeps, or a table made from its summary. */
  readonly reads: TableSchema | ((study: ShownStudy) => Table);
  readonly chart: (table: Table, context: ChartContext) => VegaLiteSpec;
  readonly section: Told<ReportChart['section']>;
}

/** With one replicate per draw, nothing tells chance from doubt about parameters. */
const chanceIsDoubt = ({ record }: ShownStudy): string | undefined =>
  record.manifest.replicates === 1
    ? 'One replicate a draw: chance counts as doubt, so shares lie too near each other and values are upper bounds.'
    : undefined;

const studyCharts: readonly StudyChart[] = [
  {
    id: 'differences',
    question: ({ arms }) => `What would change, against ${arms[0]}?`,
    what: ({ hasIntervals }) =>
      hasIntervals ? 'Paired differences with 95 % intervals' : 'Paired differences of one run',
    reads: differencesTable,
    chart: differencesChart,
    section: 'first',
  },
  {
    id: 'who-is-where',
    question: 'Who is where?',
    what: 'People by state, week by week',
    reads: WHO_IS_WHERE,
    chart: whoIsWhereChart,
    section: ({ arms }) => (arms.length === 1 ? 'first' : 'question'),
  },
  {
    id: 'people-by-level',
    question: 'Do the places suffice?',
    what: 'People inside by security level, remand included',
    reads: PEOPLE_BY_LEVEL,
    chart: peopleByLevelChart,
    section: 'question',
  },
  {
    id: 'queue',
    question: 'Who stands outside?',
    what: 'Sentenced people at liberty who wait to begin',
    reads: WAITING,
    chart: queueChart,
    section: 'question',
  },
  {
    id: 'week',
    question: 'What happens inside?',
    what: 'An average day and week on remand and at every level, beside one outside',
    reads: WEEK_BY_ACTIVITY,
    chart: weekChart,
    section: 'question',
  },
  {
    id: 'recidivism',
    question: 'Who returns?',
    what: 'People with a first return since an index release, by what counts as one',
    mind: 'Sentences begun fall where people wait for a place or serve at home, although as many offend.',
    reads: RECIDIVISM,
    chart: recidivismChart,
    section: 'question',
  },
  {
    id: 'cost-effectiveness-plane',
    question: 'What does it cost?',
    what: ({ arms }) => `What each arm brings and costs over ${arms[0]}, for all of it in a year`,
    reads: COST_EFFECTIVENESS_PLANE,
    chart: costEffectivenessPlaneChart,
    section: 'question',
  },
  {
    id: 'acceptability',
    question: 'Which arm is worth its price?',
    what: 'How often each arm has the highest net benefit, by what one would pay',
    mind: chanceIsDoubt,
    reads: ACCEPTABILITY,
    chart: acceptabilityChart,
    section: 'question',
  },
  {
    id: 'research',
    question: 'What is worth finding out next?',
    what: 'What a choice between the arms would gain if numbers were known first, by the mechanism that reads them',
    mind: chanceIsDoubt,
    reads: VALUE_OF_INFORMATION,
    chart: researchChart,
    section: 'question',
  },
  {
    id: 'observed',
    question: 'Does the simulation look like the past?',
    what: ({ arms }) => `${arms[0]} beside observed figures`,
    reads: observedTable,
    chart: observedChart,
    section: 'sure',
  },
];

/** The series that the folder of a study keeps for its charts. */
export const keptSeries: readonly TableSchema[] = studyCharts.flatMap(({ reads }) =>
  typeof reads === 'function' ? [] : [reads],
);

/** The charts of a study with its words and tables; one whose table has no rows has nothing to show. */
export function chartsOf(study: ShownStudy) {
  const told = <Value extends string | undefined>(value: Told<Value>) =>
    typeof value === 'function' ? value(study) : value;
  return studyCharts.map(({ id, question, what, mind, reads, chart, section }) => ({
    id,
    question: told(question),
    what: told(what),
    mind: told(mind),
    table: typeof reads === 'function' ? reads(study) : seriesOf(study, reads),
    chart,
    section: told(section),
  }));
}
