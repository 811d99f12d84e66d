/**
 * Report text: everything that the report and the brief say about a study besides its charts: findings, figures, arms and caveats.
 *
 * The finding is about new charges. Sentences begun also depend on places and queues: if people wait for a place or serve at
 * home, fewer sentences begin although as many people offend.
 */

import { formatDay } from '../../engine/calendar.ts';
import { CHARGED, INSIDE } from '../../measures/headlines.ts';
import { isSameMeasure, type MeasureIdentity } from '../../measures/measure-identity.ts';
import { warningsOf } from '../../scenario/warnings.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { nameInList } from '../../tables/format.ts';
import type { Finding } from '../headline.ts';
import type { ReportArm, ReportInput } from '../input.ts';
import { effectPartsOf, evidenceContrastsOf, naiveOf } from './evidence-contrast.ts';
import { figuresOf, known } from './key-figures.ts';
import { observedTable } from './observed-table.ts';
import { changesOf } from './scenario-account.ts';
import type { ShownStudy } from './shown-study.ts';
import { layerNotes, spreadsOf, stopNotes } from './variance-sources.ts';

/** The input of the report without its charts. */
export function reportText(study: ShownStudy): Omit<ReportInput, 'charts'> {
  const { arms, setting, measures, differences, record } = study;
  const { manifest, tables } = record;
  const [baseline, ...others] = arms;
  const observed = observedTable(study);
  return {
    title:
      others.length === 0
        ? baseline!
        : `${others.map(nameInList).join(', ')}: what would change, compared with ${baseline}?`,
    subtitle: setting,
    arms: armsOf(study),
    findings: findingsOf(study),
    figures: figuresOf(study),
    measures,
    differences,
    observed: observed.rows === 0 ? undefined : observed,
    ...spreadsOf(study),
    evidenceContrasts: evidenceContrastsOf(study),
    naive: naiveOf(study),
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
    losses: study.losses,
    notes: notesOf(study),
  };
}

function armsOf({ arms, scenarios }: ShownStudy): readonly ReportArm[] {
  return scenarios.map((scenario, index) => ({
    name: arms[index],
    title: arms[index],
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

/** One finding per arm: new charges, or people inside if the study is too short to follow anybody for two years. */
function findingsOf(study: ShownStudy): readonly Finding[] {
  const { arms, differences } = study;
  const find = (arm: string, wanted: MeasureIdentity) =>
    differences.find((row) => row.arm === arm && isSameMeasure(row, wanted) && row.difference !== null);
  return arms.slice(1).flatMap((arm) => {
    const charged = find(arm, CHARGED);
    const found = charged ?? find(arm, INSIDE);
    if (found === undefined) return [];
    const words = charged
      ? { of: 'people who finish a sentence', happens: 'are charged again within two years' }
      : { happens: 'people are inside on an average day' };
    const { baseline, difference, low, high } = found;
    const expected = charged ? effectPartsOf(study, arm) : undefined;
    // the summary writes infinity as null
    const gain = found.gain ?? Number.POSITIVE_INFINITY;
    const ends = { low: known(low), high: known(high) };
    return [{ arm, baseline, ...words, difference: known(difference), ...ends, gain, expected }];
  });
}

const SELECTION =
  'Different people finish a sentence in each arm, because a policy changes who serves where, when and for how long. A difference that remains with all policy effects switched off (--evidence none) is selection, not effect.';
const SENTENCES_BEGUN =
  '"Back in prison" counts sentences begun. If people wait for a place or serve at home, fewer sentences begin although as many people offend; "charged again" does not have this bias.';

function notesOf(study: ShownStudy): readonly string[] {
  const isAlone = study.arms.length === 1;
  return [
    ...(isAlone ? [] : [SELECTION]),
    ...sameArms(study),
    SENTENCES_BEGUN,
    ...layerNotes(study),
    ...stopNotes(study),
    ...warnings(study),
  ];
}

/** Arms with exactly the results of the baseline. */
function sameArms({ arms, record }: ShownStudy): readonly string[] {
  const { manifest } = record;
  const digests = manifest.arms.map((name) => manifest.armDigests[name]);
  const same = arms.filter((_, index) => index > 0 && digests[index] === digests[0]);
  return same.map(
    (arm) => `${arm} has the same results as ${arms[0]} in every run: none of their differences took effect.`,
  );
}

/** Warnings about the scenarios, each with its arm unless it holds for all. */
function warnings({ arms, scenarios }: ShownStudy): readonly string[] {
  const holders = new Map<string, string[]>();
  for (const [index, scenario] of scenarios.entries()) {
    for (const warning of warningsOf(scenario, catalogue))
      holders.set(warning, [...(holders.get(warning) ?? []), arms[index]]);
  }
  return [...holders].map(([warning, of]) =>
    of.length === arms.length ? warning : `${of.map(nameInList).join(', ')}: ${warning}`,
  );
}
