/**
 * Report input: what the report and the brief say about a study: findings, figures, arms, and what to bear in mind.
 *
 * The finding is about new charges. Sentences begun depend on places and queues too: where people wait for a place or
 * serve at home, fewer begin although as many offend.
 */
import { formatDay } from '../engine/calendar.ts';
import type { Finding } from '../report/headline.ts';
import type { ReportArm, ReportChart, ReportInput } from '../report/input.ts';
import { type Table, toRecords } from '../tables/table.ts';
import { isSameMeasure, type NamedMeasure } from './headline-table.ts';
import { CHARGED, figuresOf, INSIDE, known } from './report-figures.ts';
import { changesOf } from './scenario-account.ts';
import type { ShownStudy } from './shown-study.ts';

/** Everything the report is told. */
export function reportInput(study: ShownStudy, charts: readonly ReportChart[]): ReportInput {
  const { arms, setting, measures, differences, record, series } = study;
  const { manifest, tables } = record;
  const [baseline, ...others] = arms;
  return {
    title: others.length === 0 ? baseline! : `${others.join(', ')}: what would change, against ${baseline}?`,
    subtitle: setting,
    arms: armsOf(study),
    findings: findingsOf(study),
    figures: figuresOf(study),
    measures,
    differences,
    charts,
    observed: series.observed.rows === 0 ? undefined : series.observed,
    parameters: tables.get('parameters')!,
    reproduction: {
      command: manifest.command,
      digest: manifest.resultDigest,
      inputDigest: manifest.inputDigest,
      version: manifest.stepdown,
      seed: manifest.seed,
      replicates: manifest.replicates,
      draws: manifest.draws,
    },
    notes: notesOf(tables.get('targets')!),
  };
}

function armsOf({ arms, scenarios }: ShownStudy): readonly ReportArm[] {
  return scenarios.map((scenario, index) => ({
    name: arms[index]!,
    title: arms[index]!,
    description: scenario.description ?? '',
    policies: scenario.policies.map((policy) => ({
      name: policy.name,
      from: formatDay(policy.from),
      label: policy.label,
      because: policy.because,
      sets: changesOf(policy, scenario),
    })),
  }));
}

/** One finding an arm: new charges, or people inside where the years are too few to follow anybody for two. */
function findingsOf({ arms, differences }: ShownStudy): readonly Finding[] {
  const find = (arm: string, wanted: NamedMeasure) =>
    differences.find((row) => row.arm === arm && isSameMeasure(row, wanted) && row.difference !== null);
  return arms.slice(1).flatMap((arm) => {
    const charged = find(arm, CHARGED);
    const found = charged ?? find(arm, INSIDE);
    if (found === undefined) return [];
    const words = charged
      ? { things: 'of every 100 people who have served', happen: 'would be charged again within two years' }
      : { things: 'people', happen: 'would be inside on an average day' };
    const { baseline, difference, low, high } = found;
    return [{ arm, baseline, ...words, difference: known(difference), low: known(low), high: known(high) }];
  });
}

function notesOf(targets: Table): readonly string[] {
  const fitted = toRecords(targets).filter((target) => target['fitted'] === true).length;
  return [
    'Back in prison counts sentences begun. Where people wait for a place or serve at home, fewer begin although as many offend; charged again is free of that.',
    ...(fitted === 0
      ? []
      : [
          `${fitted} of ${targets.rows} observed figures were used to choose a parameter; agreement with them is no test.`,
        ]),
  ];
}
