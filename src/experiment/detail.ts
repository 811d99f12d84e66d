/**
 * Detail: what the number that goes with a life event means, in words.
 */
import { type LifeEventName, lifeEventNames } from '../people/life-events.ts';
import { NONE } from '../people/person.ts';
import { verdicts } from '../prison/court.ts';

/** Names of the members of a scenario that a detail may be. */
export interface DetailNames {
  readonly offences: readonly string[];
  /** Security levels, and last the word for electronic monitoring. */
  readonly levels: readonly string[];
}

/** The word for the detail of an event: a name, the unit of a number of days, or nothing where there is no detail. */
export function detailInWords(kind: number, detail: number, { offences, levels }: DetailNames): string {
  switch (meanings[lifeEventNames[kind]!]) {
    case 'offence':
      return offences[detail]!;
    case 'level':
      return detail === NONE ? '' : levels[detail]!;
    case 'verdict':
      return VERDICTS[detail]!;
    case 'sanction':
      return detail === 1 ? 'community sentence' : 'other sanction';
    case 'days':
      return 'days';
    default:
      return '';
  }
}

type Meaning = 'offence' | 'level' | 'verdict' | 'sanction' | 'days';

const meanings: Readonly<Partial<Record<LifeEventName, Meaning>>> = {
  charged: 'offence',
  verdict: 'verdict',
  sanctioned: 'sanction',
  remandEnded: 'days',
  sentenced: 'days',
  merged: 'days',
  supervised: 'days',
  monitored: 'days',
  admitted: 'level',
  reviewed: 'level',
  moved: 'level',
  fullTime: 'level',
  conditional: 'level',
  monitoringCompleted: 'level',
  atRisk: 'level',
};

const VERDICTS: readonly string[] = Object.entries({
  acquitted: verdicts.acquitted,
  'other sanction': verdicts.otherSanction,
  prison: verdicts.prison,
})
  .sort(([, a], [, b]) => a - b)
  .map(([name]) => name);
