/**
 * Life events: all that can happen to a person, as one closed list.
 *
 * Nouns speak to each other only through these. An event with a `due` stands in the diary of its person: one noun
 * schedules it, one noun handles it. The others only go on record, for the tables and for the digest. When several fall
 * due on one day for one person, they are handled in the order of this list.
 */
interface LifeEvent {
  readonly meaning: string;
  /** Who writes it into the diary, and who acts when the day comes; absent for events that only go on record. */
  readonly due?: { readonly scheduledBy: string; readonly handledBy: string };
}

const list = {
  arrived: {
    meaning: 'comes into the window of observation',
    due: { scheduledBy: 'arrivals', handledBy: 'mortality' },
  },
  died: { meaning: 'death from any cause', due: { scheduledBy: 'mortality', handledBy: 'mortality' } },
  breached: {
    meaning: 'breaks the conditions of release',
    due: { scheduledBy: 'supervision', handledBy: 'supervision' },
  },
  monitoringRevoked: {
    meaning: 'electronic monitoring is revoked after a breach',
    due: { scheduledBy: 'monitoring', handledBy: 'monitoring' },
  },
  supervisionEnded: {
    meaning: 'the trial period of a conditional release is over',
    due: { scheduledBy: 'supervision', handledBy: 'supervision' },
  },
  charged: { meaning: 'charged with an offence', due: { scheduledBy: 'arrivals, reoffending', handledBy: 'court' } },
  remanded: { meaning: 'taken into remand', due: { scheduledBy: 'court', handledBy: 'remand' } },
  remandEnded: {
    meaning: 'remand ends, by release or by verdict',
    due: { scheduledBy: 'remand', handledBy: 'remand' },
  },
  verdict: { meaning: 'the court decides', due: { scheduledBy: 'remand', handledBy: 'court' } },
  sentenced: {
    meaning: 'an unconditional prison sentence is imposed',
    due: { scheduledBy: 'court', handledBy: 'sentence' },
  },
  summoned: {
    meaning: 'may begin to serve as soon as there is a place',
    due: { scheduledBy: 'sentence, supervision, monitoring', handledBy: 'placement' },
  },
  admitted: { meaning: 'begins to serve', due: { scheduledBy: 'sentence, placement', handledBy: 'release' } },
  assessed: { meaning: 'risk and needs are assessed', due: { scheduledBy: 'release', handledBy: 'placement' } },
  reviewed: { meaning: 'the placement is reviewed', due: { scheduledBy: 'placement', handledBy: 'placement' } },
  released: {
    meaning: 'the time inside, or on electronic monitoring, is over',
    due: { scheduledBy: 'release', handledBy: 'release' },
  },
  supervised: { meaning: 'begins a trial period', due: { scheduledBy: 'release', handledBy: 'supervision' } },
  atRisk: {
    meaning: 'a spell of liberty begins; detail: the level left, if any',
    due: { scheduledBy: 'release, court, sentence', handledBy: 'reoffending' },
  },
  departed: {
    meaning: 'leaves the window of observation',
    due: { scheduledBy: 'reoffending, release', handledBy: 'arrivals' },
  },
  acquitted: { meaning: 'acquitted, or the case is dropped' },
  sanctioned: { meaning: 'another sanction than unconditional prison; detail: 1 for a community sentence' },
  lapsed: { meaning: 'an imposed sentence is never executed on its own: lapsed, or merged with another' },
  servedInRemand: { meaning: 'the days in remand cover the whole sentence' },
  merged: { meaning: 'a sentence is merged with the one that is waited for; detail: days added' },
  remandReleased: { meaning: 'released from remand' },
  passedStraight: { meaning: 'passes from remand straight into serving' },
  monitored: { meaning: 'begins to serve on electronic monitoring' },
  moved: { meaning: 'moves to another security level; detail: the level' },
  fullTime: { meaning: 'discharged from an institution at the end of the sentence; detail: the last level' },
  conditional: { meaning: 'released from an institution on conditions; detail: the last level' },
  monitoringCompleted: { meaning: 'the sentence on electronic monitoring is over' },
  recalled: { meaning: 'recalled to serve the rest of the sentence' },
  expelled: { meaning: 'expelled from the country at release' },
} as const satisfies Record<string, LifeEvent>;

/** The name of a life event. */
export type LifeEventName = keyof typeof list;

/** The closed list, by name, in order. */
export const lifeEvents: Readonly<Record<LifeEventName, LifeEvent>> = list;

/** Every name in order: a name's place is the number that the journal and the tables use. */
export const lifeEventNames = Object.freeze(Object.keys(list) as LifeEventName[]);

/** The number of every event, by name. */
export const event = Object.freeze(
  Object.fromEntries(lifeEventNames.map((name, index) => [name, index])) as Record<LifeEventName, number>,
);

/** The names of events that stand in diaries: the first of the list, so that a kind of the agenda is an event's number. */
export const diaryNames = Object.freeze(lifeEventNames.filter((name) => lifeEvents[name].due !== undefined));

/** The name of an event that stands in diaries. */
export type DiaryName = {
  [Name in LifeEventName]: (typeof list)[Name] extends { readonly due: object } ? Name : never;
}[LifeEventName];
