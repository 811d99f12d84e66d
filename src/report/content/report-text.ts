/**
 * Report text: everything that the report and the brief say about a study besides its charts: findings, figures, arms and caveats.
 *
 * The finding is about new charges. Sentences begun also depend on places and queues: if people wait for a place or serve at
 * home, fewer sentences begin although as many people offend.
 */

import { formatDay } from '../../engine/calendar.ts';
import { neededFor } from '../../experiment/cohort-reach.ts';
import type { Study } from '../../experiment/study.ts';
import { INSIDE } from '../../measures/headlines.ts';
import { differenceOfInterest } from '../../measures/interest.ts';
import { isSameMeasure } from '../../measures/measure-identity.ts';
import { scenarioWarnings } from '../../simulation/scenario-warnings.ts';
import { nameInList } from '../../tables/format.ts';
import { cohortFinding } from '../cohort-finding.ts';
import type { Finding } from '../headline.ts';
import type { ReportArm, ReportInput } from '../input.ts';
import { looksOf } from '../looks.ts';
import { armsAlike, nothingFinding } from '../nothing.ts';
import { changeOverSentences, lateSentences } from '../over-years.ts';
import { stockLeft } from '../stock-left.ts';
import { tooShort } from '../unfollowed.ts';
import { evidenceContrastsOf, naiveOf } from './evidence-contrast.ts';
import { inputsOf } from './inputs-account.ts';
import { figuresOf, known } from './key-figures.ts';
import { observedTable } from './observed-table.ts';
import { changesOf, insideLines } from './scenario-account.ts';
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
    overYears: [...lateSentences(studyOf(study)), ...changeOverSentences(others, study.lastYear ?? [], differences)],
    looks: looksOf(study, study.levels),
    measures,
    differences,
    pairs: study.pairs,
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
    description: [scenario.description ?? '', ...insideLines(scenario).map((line) => `Begins with ${line}.`)]
      .join(' ')
      .trim(),
    inputs: inputsOf(scenario),
    policies: scenario.policies.map((policy) => ({
      name: policy.name,
      from: formatDay(policy.from),
      label: policy.label,
      because: policy.because,
      sets: changesOf(policy, scenario),
    })),
  }));
}

/** One finding per arm: the cohort, or people inside if nobody could be followed for a year. */
function findingsOf(study: ShownStudy): readonly Finding[] {
  const { arms, scenarios, measures, differences, cohorts = [] } = study;
  const alike = armsAlikeOf(study);
  const followed = differences.filter(({ measure }) => measure === 'cohort-charged');
  const isOlder =
    cohorts.length === 0 && (followed.length === 0 || followed.some(({ difference }) => difference !== null));
  return arms.slice(1).flatMap((arm, at) => {
    if (alike.includes(arm)) return [nothingFinding(arm, arms[0], differences)];
    const cohort = cohorts.find((one) => one.arm === arm);
    const left = stockLeft(scenarios[0], scenarios[at + 1], cohort?.population);
    const found = cohort && cohortFinding(cohort, differences, measures, left);
    if (found !== undefined) return [found];
    const inside = differences.find((row) => row.arm === arm && isSameMeasure(row, INSIDE) && row.difference !== null);
    if (inside === undefined) return [];
    const { baseline, difference, low, high } = inside;
    // the summary writes infinity as null
    const gain = inside.gain ?? Number.POSITIVE_INFINITY;
    const ends = { low: known(low), high: known(high) };
    const happens = 'people are inside on an average day';
    const level = measures.find((row) => row.arm === arms[0] && isSameMeasure(row, INSIDE))?.mean;
    return [
      {
        arm,
        baseline,
        happens,
        difference: known(difference),
        ...ends,
        interest: differenceOfInterest(inside, known(level)),
        gain,
        account: isOlder ? [] : left,
        about: [isOlder ? OLDER : tooShort(arm, baseline, neededFor(studyOf(study), arms.indexOf(arm)))],
      },
    ];
  });
}

const OLDER =
  'This folder is of an older version, which did not follow the same people in every arm: run the study again.';
const SELECTION =
  'Recidivism of people released is there for comparison with published figures only: different people are released in each arm, because a policy changes who serves where, when and for how long. The headline follows the same people instead.';
const SENTENCES_BEGUN =
  '"Back in prison" counts sentences begun. If people wait for a place or serve at home, fewer sentences begin although as many people offend; "charged again" does not have this bias.';

function notesOf(study: ShownStudy): readonly string[] {
  const isAlone = study.arms.length === 1;
  return [
    ...(isAlone ? [] : [SELECTION]),
    SENTENCES_BEGUN,
    ...layerNotes(study),
    ...stopNotes(study),
    ...warnings(study),
  ];
}

/** Arms with exactly the lives of the baseline. */
function armsAlikeOf({ arms, record: { manifest } }: ShownStudy): readonly string[] {
  return armsAlike(arms, (arm) => manifest.armDigests[manifest.arms[arms.indexOf(arm)]]);
}

function studyOf({ arms, scenarios, record: { manifest } }: ShownStudy): Study {
  const { replicates, draws } = manifest;
  return { arms: scenarios.map((scenario, at) => ({ name: arms[at], scenario })), replicates, draws };
}

/** Warnings about the scenarios, each with its arm unless it holds for all. */
function warnings({ arms, scenarios }: ShownStudy): readonly string[] {
  const holders = new Map<string, string[]>();
  for (const [index, scenario] of scenarios.entries()) {
    for (const warning of scenarioWarnings(scenario))
      holders.set(warning, [...(holders.get(warning) ?? []), arms[index]]);
  }
  return [...holders].map(([warning, of]) =>
    of.length === arms.length ? warning : `${of.map(nameInList).join(', ')}: ${warning}`,
  );
}
