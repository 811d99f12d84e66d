/**
 * Study charts: lists all charts of a study in the order of the report, each with its question, its table, its drawing function
 * and its place.
 */
import { acceptabilityChart } from '../../charts/acceptability.ts';
import type { ChartContext, VegaLiteSpec } from '../../charts/chart.ts';
import { cohortChart } from '../../charts/cohort.ts';
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
  COHORT,
  COST_EFFECTIVENESS_PLANE,
  PEOPLE_BY_LEVEL,
  RECIDIVISM,
  VALUE_OF_INFORMATION,
  WAITING,
  WEEK_BY_ACTIVITY,
  WHO_IS_WHERE,
} from '../../tables/series.ts';
import type { Table, TableSchema } from '../../tables/table.ts';
import { enteredAfter, followedBefore, whoAndWhen } from '../cohort-finding.ts';
import type { ReportChart } from '../input.ts';
import { differencesTable } from './differences-table.ts';
import { observedTable } from './observed-table.ts';
import { type ShownStudy, seriesOf } from './shown-study.ts';

/** A value that is fixed, or depends on the study. */
type Told<Value> = Value | ((study: ShownStudy) => Value);

interface StudyChart {
  /** Name of its files. */
  readonly id: string;
  readonly question: Told<string>;
  readonly what: Told<string>;
  /** A caveat, as a sentence. */
  readonly mind?: Told<string | undefined>;
  /** A series in the folder of the study, or a table made from its summary. */
  readonly reads: TableSchema | ((study: ShownStudy) => Table);
  readonly chart: (table: Table, context: ChartContext) => VegaLiteSpec;
  readonly section: Told<ReportChart['section']>;
}

/** With one replicate per draw, chance cannot be separated from uncertainty about parameters. */
const chanceIsDoubt = ({ record }: ShownStudy): string | undefined =>
  record.manifest.replicates === 1
    ? 'With one replicate per draw, chance counts as uncertainty: shares lie too close together, and values are upper bounds.'
    : undefined;

const studyCharts: readonly StudyChart[] = [
  {
    id: 'cohort',
    question: 'Who is charged again?',
    what: ({ cohorts = [] }) => {
      const [first] = cohorts;
      if (first === undefined) return 'Share charged again';
      const areSame = cohorts.every(({ members, same }) => members === same);
      const who = `People ${whoAndWhen(first)}, ${areSame ? 'the same' : 'not the same people'} in every arm`;
      return [who, enteredAfter(first), followedBefore(first)].filter((words) => words !== undefined).join('; ');
    },
    reads: COHORT,
    chart: cohortChart,
    section: 'first',
  },
  {
    id: 'differences',
    question: ({ arms }) => `What would change, compared with ${arms[0]}?`,
    what: ({ hasIntervals }) =>
      hasIntervals ? 'Paired differences with 95 % intervals' : 'Paired differences of one run',
    reads: differencesTable,
    chart: differencesChart,
    section: ({ cohorts = [] }) => (cohorts.length === 0 ? 'first' : 'question'),
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
    question: 'Who is waiting?',
    what: 'People at liberty who were summoned and wait for a place; those not yet summoned are not counted',
    reads: WAITING,
    chart: queueChart,
    section: 'question',
  },
  {
    id: 'week',
    question: 'What happens inside?',
    what: 'An average day and week on remand and at each security level, beside one outside',
    reads: WEEK_BY_ACTIVITY,
    chart: weekChart,
    section: 'question',
  },
  {
    id: 'recidivism',
    question: 'Who returns after a release?',
    what: 'Share of people with a first return since an index release, by definition of return: for comparison with published figures',
    mind: 'Different people are released in each arm, and fewer sentences begin where people wait for a place or serve at home, although as many people offend.',
    reads: RECIDIVISM,
    chart: recidivismChart,
    section: 'question',
  },
  {
    id: 'cost-effectiveness-plane',
    question: 'What does it cost?',
    what: ({ arms }) => `Effect and cost of each arm compared with ${arms[0]}, for the whole jurisdiction per year`,
    reads: COST_EFFECTIVENESS_PLANE,
    chart: costEffectivenessPlaneChart,
    section: 'question',
  },
  {
    id: 'acceptability',
    question: 'Which arm is worth its price?',
    what: 'How often each arm has the highest net benefit, by willingness to pay',
    mind: chanceIsDoubt,
    reads: ACCEPTABILITY,
    chart: acceptabilityChart,
    section: 'question',
  },
  {
    id: 'research',
    question: 'What is worth finding out next?',
    what: 'Expected gain from knowing the parameters of each mechanism before choosing an arm',
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

/** The series in the folder of a study, kept for its charts. */
export const keptSeries: readonly TableSchema[] = studyCharts.flatMap(({ reads }) =>
  typeof reads === 'function' ? [] : [reads],
);

/** The charts of a study with their texts and tables; a chart whose table has no rows is not drawn. */
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
