/**
 * Lives after release as a table of time to event, the way the survival curves see them, for a program that knows nothing of
 * this one: one row a release and a definition, with the month in which the follow-up ended and how.
 */
import { DAYS_PER_YEAR, parseDay } from '../../src/engine/calendar.ts';
import type { Study } from '../../src/experiment/study.ts';
import { livesOf } from '../../src/lives/lives.ts';
import { isByCharge } from '../../src/simulation/recidivism-definition.ts';
import { DAYS_TO_BEGIN, definitions, MONTHS } from '../../src/simulation/summary.ts';
import { toRecords } from '../../src/tables/table.ts';
import { policy, tinyScenario } from '../tiny.ts';

/** How a follow-up ended: with the event, with another exit (death, expulsion), or lost from sight. */
export const ends = ['event', 'exit', 'lost'] as const;

/** A row: definition, month from 1, and how it ended. */
export interface Ended {
  readonly definition: string;
  readonly month: number;
  readonly ended: (typeof ends)[number];
}

const PAST = '2000-01-01';
const scenario = tinyScenario(
  policy('dangerous', PAST, 'mortality.rate', '0.05') + policy('expelled', PAST, 'release.expelled_share', '0.5'),
);

/** Three replicates of the tiny world, followed for five years and a half, in which many die or are expelled. */
export const releasedStudy: Study = {
  arms: [{ name: 'released', scenario: { ...scenario, end: scenario.start + Math.ceil(5.5 * DAYS_PER_YEAR) } }],
  draws: 0,
  replicates: 3,
};

/** Every index release of a study's first arm. */
function releasesOf(study: Study) {
  return Array.from({ length: study.replicates }, (_, replicate) => [...livesOf(study, { arm: 0, draw: 0, replicate })])
    .flat()
    .filter(({ schema }) => schema.name === 'releases')
    .flatMap((table) => toRecords(table))
    .filter(({ index }) => index === true);
}

/** Every index release under each definition. */
export function releasedLives(study: Study): readonly Ended[] {
  const rows = releasesOf(study);
  const { end } = study.arms[0].scenario;
  return definitions.flatMap((definition) => {
    // who is released when no sentence could be seen to begin any more is left out, and nobody is followed beyond that day
    const last = isByCharge(definition) ? end - DAYS_TO_BEGIN : Number.POSITIVE_INFINITY;
    const followed = rows.filter((row) => parseDay(String(row['date'])) <= last);
    return followed.map((row): Ended => {
      const known = String(row[definition.replaceAll('-', '_')]);
      const first = known !== '' && parseDay(known) <= last ? known : '';
      const stop = first === '' ? (known === '' ? String(row['followed_until']) : known) : first;
      const isSeen = parseDay(stop) <= last;
      const until = isSeen ? parseDay(stop) : last;
      const month = Math.floor((until - parseDay(String(row['date']))) / (DAYS_PER_YEAR / 12));
      if (month >= MONTHS) return { definition, month: MONTHS, ended: 'lost' };
      return {
        definition,
        month: month + 1,
        ended: first !== '' ? 'event' : isSeen && row['exit'] !== '' ? 'exit' : 'lost',
      };
    });
  });
}

/** A release with the days, from 0, to the end of its follow-up, for a new charge. */
export interface EndedOnDay {
  readonly days: number;
  readonly ended: (typeof ends)[number];
}

/** Every index release to the exact day of the first new charge, of another exit, or of the last day followed. */
export function livesByDay(study: Study): readonly EndedOnDay[] {
  return releasesOf(study).map((row) => {
    const first = String(row['new_charge']);
    const until = parseDay(first === '' ? String(row['followed_until']) : first);
    const days = until - parseDay(String(row['date']));
    return { days, ended: first !== '' ? 'event' : row['exit'] !== '' ? 'exit' : 'lost' };
  });
}

/** The rows as the file that `cmprsk.R` reads. */
export function daysFile(rows: readonly EndedOnDay[]): string {
  return `days,ended\n${rows.map(({ days, ended }) => `${days},${ended}\n`).join('')}`;
}

/** The rows as the file that `survival.R` reads. */
export function livesFile(rows: readonly Ended[]): string {
  return `definition,month,ended\n${rows.map(({ definition, month, ended }) => `${definition},${month},${ended}\n`).join('')}`;
}
