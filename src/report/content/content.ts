/**
 * Report input: what the report and the brief say about a study: findings, figures, arms, and what to bear in mind.
 *
 * The finding is about new charges. Sentences begun depend on places and queues too: where people wait for a place or
 * serve at home, fewer begin although as many offend.
 */
import { formatDay } from '../../engine/calendar.ts';
import { CHARGED, INSIDE } from '../../measures/headlines.ts';
import { isSameMeasure, type MeasureIdentity } from '../../measures/measure-identity.ts';
import { warningsOf } from '../../scenario/warnings.ts';
import { catalogue } from '../../simulation/parameters.ts';
import type { Finding } from '../headline.ts';
import type { ReportArm, ReportChart, ReportInput } from '../input.ts';
import { effectPartsOf, evidenceContrastsOf, naiveOf } from './evidence-contrast.ts';
import { figuresOf, known } from './key-figures.ts';
import { observedTable } from './observed-table.ts';
import { changesOf } from './scenario-account.ts';
import type { ShownStudy } from './shown-study.ts';
import { layerNotes, spreadsOf } from './variance-sources.ts';

/** Everything the report is told. */
export function reportInput(study: ShownStudy, charts: readonly ReportChart[]): ReportInput {
  const { arms, setting, measures, differences, record } = study;
  const { manifest, tables } = record;
  const [baseline, ...others] = arms;
  const observed = observedTable(study);
  return {
    title: others.length === 0 ? baseline! : `${others.join(', ')}: what would change, against ${baseline}?`,
    subtitle: setting,
    arms: armsOf(study),
    findings: findingsOf(study),
    figures: figuresOf(study),
    measures,
    differences,
    charts,
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

/** One finding an arm: new charges, or people inside where the years are too few to follow anybody for two. */
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
    // what is infinite is written as null
    const gain = found.gain ?? Number.POSITIVE_INFINITY;
    const ends = { low: known(low), high: known(high) };
    return [{ arm, baseline, ...words, difference: known(difference), ...ends, gain, expected }];
  });
}

const SELECTION =
  'The people who finish a sentence are not the same in every arm: a policy changes who serves where, when and how long. What differs with all effects of policy switched off (--evidence none) is such selection, not effect.';
const SENTENCES_BEGUN =
  'Back in prison counts sentences begun. Where people wait for a place or serve at home, fewer begin although as many offend; charged again is free of that.';

function notesOf(study: ShownStudy): readonly string[] {
  const isAlone = study.arms.length === 1;
  return [
    ...(isAlone ? [] : [SELECTION]),
    ...sameArms(study),
    SENTENCES_BEGUN,
    ...layerNotes(study),
    ...warnings(study),
  ];
}

/** Arms that are the baseline in all but name. */
function sameArms({ arms, record }: ShownStudy): readonly string[] {
  const { manifest } = record;
  const digests = manifest.arms.map((name) => manifest.armDigests[name]);
  const same = arms.filter((_, index) => index > 0 && digests[index] === digests[0]);
  return same.map(
    (arm) => `${arm} is the same as ${arms[0]} in every run: nothing that differs between them took effect.`,
  );
}

/** What is strange about the scenarios; named after its arm if it does not hold for all. */
function warnings({ arms, scenarios }: ShownStudy): readonly string[] {
  const holders = new Map<string, string[]>();
  for (const [index, scenario] of scenarios.entries()) {
    for (const warning of warningsOf(scenario, catalogue))
      holders.set(warning, [...(holders.get(warning) ?? []), arms[index]]);
  }
  return [...holders].map(([warning, of]) => (of.length === arms.length ? warning : `${of.join(', ')}: ${warning}`));
}
