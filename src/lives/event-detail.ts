/**
 * Event detail: puts the number that goes with a life event into words.
 */
import { arrangementNames } from '../people/arrangement.ts';
import { type LifeEventName, lifeEventNames } from '../people/life-events.ts';
import { NONE } from '../people/person.ts';
import { verdicts } from '../prison/court.ts';
import { programmeNames } from '../prison/enrolment.ts';
import { incidentNames } from '../prison/incidents.ts';

/** Names in a scenario that a detail may refer to. */
export interface DetailNames {
  readonly offences: readonly string[];
  /** Security levels, and last the word for electronic monitoring. */
  readonly levels: readonly string[];
}

/** The word for the detail of an event: a name, or a number of days with its unit; empty if there is no detail. */
export function detailInWords(kind: number, detail: number, { offences, levels }: DetailNames): string {
  const meaning = meanings[lifeEventNames[kind]];
  switch (meaning) {
    case 'offence':
      return offences[detail];
    case 'level':
      return detail === NONE ? '' : levels[detail];
    case 'verdict':
      return VERDICTS[detail];
    case 'sanction':
      return SANCTIONS[detail];
    case 'absence':
      return ABSENCES[detail];
    case 'care':
      return CARE[detail];
    case 'programme':
      return programmeInWords(detail);
    case 'incident':
      return incidentNames[detail];
    case 'arrangements':
      return arrangementNames.filter((_, index) => ((detail >> index) & 1) === 1).join(', ');
    case 'leaving':
      return detail === 1 ? 'serves the rest at home' : '';
    case 'days':
    case 'needs':
    case 'unit':
      return meaning;
    default:
      return '';
  }
}

/** The detail as a table holds it: an amount, of days or needs; NaN if the detail is a code for something, or nothing. */
export function amountOf(kind: number, detail: number): number {
  const meaning = meanings[lifeEventNames[kind]];
  return meaning === 'days' || meaning === 'needs' ? detail : Number.NaN;
}

/** What the detail says in a table: a name, or of an amount what it counts; a unit by its name. */
export function meaningInTable(kind: number, detail: number, names: DetailNames, units: readonly string[]): string {
  const word = detailInWords(kind, detail, names);
  return word === 'unit' ? units[detail] : word;
}

type Meaning =
  | 'programme'
  | 'incident'
  | 'arrangements'
  | 'offence'
  | 'level'
  | 'verdict'
  | 'sanction'
  | 'absence'
  | 'care'
  | 'leaving'
  | 'days'
  | 'needs'
  | 'unit';

const meanings: Readonly<Partial<Record<LifeEventName, Meaning>>> = {
  charged: 'offence',
  verdict: 'verdict',
  sanctioned: 'sanction',
  remandEnded: 'days',
  sentenced: 'days',
  merged: 'days',
  restOrdered: 'days',
  termsChanged: 'days',
  releasedEarly: 'days',
  defaulted: 'days',
  fineServed: 'days',
  isolated: 'days',
  supervised: 'days',
  monitored: 'days',
  detained: 'days',
  extended: 'days',
  recalled: 'days',
  recaptured: 'days',
  leaveGranted: 'days',
  dayReleased: 'days',
  selfHarmed: 'days',
  suicide: 'days',
  overdose: 'days',
  planned: 'needs',
  needReviewed: 'needs',
  transferred: 'unit',
  programmeBegun: 'programme',
  programmeEnded: 'programme',
  incident: 'incident',
  excluded: 'days',
  prepared: 'arrangements',
  absconded: 'absence',
  treated: 'care',
  expelled: 'leaving',
  misconduct: 'level',
  toTreatment: 'level',
  probation: 'level',
  admitted: 'level',
  fineBegun: 'level',
  reviewed: 'level',
  moved: 'level',
  fullTime: 'level',
  conditional: 'level',
  monitoringCompleted: 'level',
  atRisk: 'level',
};

/** From 0 up: begun or completed, then ended with the exam failed; below 0: dropped. */
function programmeInWords(detail: number): string {
  if (detail < 0) return `${programmeNames[-1 - detail]}, dropped`;
  if (detail < programmeNames.length) return programmeNames[detail];
  return `${programmeNames[detail - programmeNames.length]}, exam failed`;
}

const ABSENCES: readonly string[] = ['escape', 'not back from leave'];

const CARE: readonly string[] = ['meets the service', 'psychiatric care', 'agonist treatment', 'goes on after release'];

const SANCTIONS: readonly string[] = ['other sanction', 'community sentence', 'fine'];

const VERDICTS: readonly string[] = Object.entries({
  acquitted: verdicts.acquitted,
  'other sanction': verdicts.otherSanction,
  prison: verdicts.prison,
})
  .sort(([, a], [, b]) => a - b)
  .map(([name]) => name);
