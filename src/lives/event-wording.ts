/**
 * Event wording: puts life events into words, as a name for tables and as a sentence about a person.
 */
import { type LifeEventName, lifeEventNames } from '../people/life-events.ts';
import { type DetailNames, detailInWords } from './event-detail.ts';
import type { RecordedEvent } from './life.ts';

/** An event as a name: `move to low`, `charge`. The only detail in a name is the level, to keep the number of names small. */
export function eventNameOf({ kind, detail }: RecordedEvent, names: DetailNames): string {
  const name = lifeEventNames[kind];
  const [label] = wordsOf(kind);
  return withLevel.includes(name) ? `${label} ${detailInWords(kind, detail, names)}` : label;
}

/** An event as the predicate of a sentence about the person: `is charged: violence`. */
export function sentenceOf({ kind, detail }: RecordedEvent, names: DetailNames): string {
  const name = lifeEventNames[kind];
  const [, sentence] = wordsOf(kind);
  const word = detailInWords(kind, detail, names) || (name === 'prepared' ? 'nothing' : '');
  return sentence
    .replace('%', isNumber(word) ? String(detail) : word)
    .replace(/: $/, '')
    .replace(/\b1 (day|need)s\b/, '1 $1');
}

/** The difference of two details of one event, second against first: `low instead of high`, `more days`. */
export function otherDetail(first: RecordedEvent, second: RecordedEvent, names: DetailNames): string {
  const [one, other] = [first, second].map(({ kind, detail }) => detailInWords(kind, detail, names)) as [
    string,
    string,
  ];
  if (one === 'unit') return 'another unit';
  if (isNumber(one)) return `${second.detail > first.detail ? 'more' : 'fewer'} ${one}`;
  if (lifeEventNames[first.kind] === 'prepared') return arrangedAgainst(first.detail, second.detail);
  return `${other || 'none'} instead of ${one || 'none'}`;
}

/** The name of an event without its level, for when the detail is given apart. */
export function bareName({ kind }: RecordedEvent): string {
  return wordsOf(kind)[0].replace(/ (?:to|at)$/, '');
}

/** Whether an event is a turning point: it moves the person, or opens or closes a case. Reviews, plans and weekly life do not. */
export function isTurn({ kind }: RecordedEvent): boolean {
  return !everyday.includes(lifeEventNames[kind]);
}

function wordsOf(kind: number): Words {
  const found = words[lifeEventNames[kind]];
  if (found === undefined) throw new RangeError(`there are no words for the event ${lifeEventNames[kind]}`);
  return found;
}

const everyday: readonly LifeEventName[] = [
  'treated',
  'summoned',
  'planned',
  'petitioned',
  'reviewed',
  'supervised',
  'supervisionEnded',
  'atRisk',
  'programmeBegun',
  'programmeEnded',
  'prepared',
  'verdict',
  'remandEnded',
  'passedStraight',
  'transferred',
  'needReviewed',
  'incident',
  'excluded',
  'restricted',
  'leaveGranted',
];

/** Compares two sets of arrangements before release, one bit each. */
function arrangedAgainst(first: number, second: number): string {
  if ((second & ~first) !== 0) return (first & ~second) === 0 ? 'more arranged' : 'other things arranged';
  return 'less arranged';
}

function isNumber(word: string): boolean {
  return word === 'days' || word === 'needs' || word === 'unit';
}

const withLevel: readonly LifeEventName[] = ['moved', 'admitted', 'fineBegun', 'misconduct'];

type Words = readonly [name: string, sentence: string];

/** Every recorded event: its name, and its sentence with % for the detail. */
const words: Readonly<Partial<Record<LifeEventName, Words>>> = {
  died: ['death', 'dies'],
  selfHarmed: ['self-harm', 'harms themself, % days after coming in'],
  treated: ['care', 'is given care: %'],
  recaptured: ['return from an absence', 'is back after % days at large'],
  absconded: ['absence', 'is absent: %'],
  misconduct: ['return for misconduct to', 'is sent back to % after misconduct'],
  breached: ['breach of conditions', 'breaks the conditions of release'],
  monitoringRevoked: ['monitoring revoked', 'breaks the rules of monitoring, which is revoked'],
  supervisionEnded: ['end of the trial period', 'has passed the trial period'],
  charged: ['charge', 'is charged: %'],
  remanded: ['remand', 'is remanded'],
  remandEnded: ['end of remand', 'has been % days on remand'],
  verdict: ['verdict', 'hears the verdict: %'],
  sentenced: ['prison sentence', 'is sentenced to % days in prison'],
  defaulted: ['unpaid fine', 'has not paid a fine and is to serve % days'],
  summoned: ['summons', 'may begin to serve as soon as there is a place'],
  admitted: ['admission at', 'begins to serve: %'],
  planned: ['sentence plan', 'has a sentence plan that meets % needs'],
  petitioned: ['petition', 'petitions for release'],
  reviewed: ['review of placement', 'has a review of placement at %'],
  supervised: ['trial period', 'begins a trial period of % days'],
  atRisk: ['spell at liberty', 'is at liberty and followed'],
  programmeEnded: ['end of a programme', 'ends a programme: %'],
  prepared: ['preparation of release', 'has help sought for release; arranged at once: %'],
  departed: ['end of the window', 'is no longer followed'],
  acquitted: ['acquittal', 'is acquitted'],
  sanctioned: ['sanction other than prison', 'is given a sanction: %'],
  lapsed: ['lapse of a sentence', 'never has to serve the sentence on its own'],
  servedInRemand: ['sentence served on remand', 'has served the sentence on remand'],
  merged: ['merged sentence', 'has % days added to the sentence that waits'],
  arrested: ['arrest', 'is arrested while a sentence waits, to serve it at once'],
  remandReleased: ['release from remand', 'is released from remand'],
  passedStraight: ['serving straight from remand', 'passes from remand straight into serving'],
  monitored: ['monitoring from the start', 'begins to serve % days on electronic monitoring'],
  moved: ['move to', 'moves to %'],
  fullTime: ['release at full time', 'is released at the end of the sentence from %'],
  conditional: ['conditional release', 'is released on conditions from %'],
  monitoringCompleted: ['end of monitoring', 'has served the sentence on monitoring'],
  recalled: ['recall', 'is recalled to serve % days'],
  expelled: ['expulsion', 'leaves the country for good: %'],
  detained: ['preventive detention', 'is sentenced to preventive detention, at first % days'],
  extended: ['extension of detention', 'has detention extended by % days'],
  probation: ['release on probation', 'is released on probation from %'],
  restricted: ['restrictions on remand', 'has letters and visits controlled on remand'],
  isolated: ['isolation on remand', 'is isolated for % days'],
  leaveGranted: ['leave', 'is granted leave, % days per year'],
  dayReleased: ['day release', 'may work outside by day, % days before release'],
  listed: ['on the list of people inside', 'is inside on the first observed day'],
  transferred: ['transfer between units', 'moves to a unit nearer home'],
  toTreatment: ['move to a treatment institution', 'goes from % to a treatment institution'],
  needReviewed: ['review of the plan', 'has a review of the plan, which meets % needs'],
  suicide: ['suicide', 'dies by suicide, % days after coming in'],
  overdose: ['overdose', 'dies by overdose, % days after release'],
  restOrdered: ['rest of an earlier sentence', 'is to serve % days of an earlier sentence as well'],
  fineBegun: ['serving in place of a fine', 'begins to serve in place of a fine: %'],
  fineServed: ['end of serving for a fine', 'has served in place of a fine'],
  refused: ['refusal of conditional release', 'is refused conditional release'],
  programmeBegun: ['programme', 'begins a programme: %'],
  incident: ['incident', 'takes part in an incident: %'],
  excluded: ['exclusion from company', 'is excluded from company for % days'],
  releasedEarly: ['early release', 'is to be released % days early, to make room'],
  termsChanged: ['change of terms', 'now has % days to serve, by a new law'],
};
