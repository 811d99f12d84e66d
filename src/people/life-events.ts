/**
 * Life events: the events of this discrete-event simulation, all that can happen to a person, as one closed list.
 *
 * Nouns speak to each other only through these. An event with a `due` stands in its person's diary, written by the
 * nouns that schedule it and handled by one noun. The others only go on record, for the tables and for the digest. Events of one person on one
 * day are handled in the order of this list.
 */
interface LifeEvent {
  readonly meaning: string;
  /** The nouns that write it into the diary, and the noun that acts on its day; absent for events that only go on record. */
  readonly due?: { readonly scheduledBy: string; readonly handledBy: string };
}

const list = {
  arrived: {
    meaning: 'comes into the window of observation',
    due: { scheduledBy: 'arrivals', handledBy: 'mortality' },
  },
  died: { meaning: 'death from any cause', due: { scheduledBy: 'mortality', handledBy: 'mortality' } },
  selfHarmed: {
    meaning: 'self-harm in custody; detail: days since entry',
    due: { scheduledBy: 'health', handledBy: 'health' },
  },
  treated: {
    meaning: 'care begins inside, or goes on after release; detail: the kind',
    due: { scheduledBy: 'health', handledBy: 'health' },
  },
  recaptured: { meaning: 'is back from an absence', due: { scheduledBy: 'absence', handledBy: 'absence' } },
  absconded: {
    meaning: 'escapes, or does not return from leave; detail: the kind',
    due: { scheduledBy: 'absence', handledBy: 'absence' },
  },
  misconduct: {
    meaning: 'is returned to a more closed level after misconduct; detail: the level',
    due: { scheduledBy: 'placement', handledBy: 'placement' },
  },
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
    due: { scheduledBy: 'listed-terms, remand', handledBy: 'remand' },
  },
  verdict: { meaning: 'the court decides', due: { scheduledBy: 'remand', handledBy: 'court' } },
  sentenced: {
    meaning: 'an unconditional prison sentence is imposed',
    due: { scheduledBy: 'court', handledBy: 'sentence' },
  },
  defaulted: {
    meaning: 'is called to serve in place of an unpaid fine; detail: days',
    due: { scheduledBy: 'fine', handledBy: 'fine' },
  },
  summoned: {
    meaning: 'may begin to serve as soon as there is a place',
    due: { scheduledBy: 'detention, fine, monitoring, sentence, supervision', handledBy: 'placement' },
  },
  admitted: {
    meaning: 'begins to serve',
    due: { scheduledBy: 'bed-allocation, detention, sentence', handledBy: 'admission' },
  },
  fromTreatment: {
    meaning: 'drops out of a treatment institution and comes back inside, on record as a move',
    due: { scheduledBy: 'treatment', handledBy: 'treatment' },
  },
  planned: {
    meaning: 'the sentence plan is made; detail: needs matched with help',
    due: { scheduledBy: 'plan, treatment', handledBy: 'plan' },
  },
  petitioned: {
    meaning: 'the court tries a release from preventive detention',
    due: { scheduledBy: 'detention', handledBy: 'detention' },
  },
  assessed: {
    meaning: 'risk and needs are assessed',
    due: { scheduledBy: 'absence, admission, listed-terms, treatment', handledBy: 'placement' },
  },
  reviewed: { meaning: 'the placement is reviewed', due: { scheduledBy: 'placement', handledBy: 'placement' } },
  released: {
    meaning: 'the time inside, or on electronic monitoring, is over',
    due: { scheduledBy: 'detention, early-release, listed-terms, release', handledBy: 'release' },
  },
  supervised: { meaning: 'begins a trial period', due: { scheduledBy: 'release', handledBy: 'supervision' } },
  atRisk: {
    meaning: 'a spell of liberty begins; detail: the level left, if any',
    due: { scheduledBy: 'court, fine, release, sentence', handledBy: 'reoffending' },
  },
  programmeEnded: {
    meaning:
      'a programme ends, completed or dropped; detail: the programme, plus 6 if the exam is failed, negative if dropped',
    due: { scheduledBy: 'programme', handledBy: 'programme' },
  },
  prepared: {
    meaning: 'home, job and care after release are sought; detail: what was arranged',
    due: { scheduledBy: 'early-release, release', handledBy: 'reentry' },
  },
  riskChanged: {
    meaning: 'a home or job arranged for the time after release is lost, and the risk of a charge changes',
    due: { scheduledBy: 'reentry', handledBy: 'reoffending' },
  },
  passedGate: {
    meaning: 'comes into custody or leaves it',
    due: { scheduledBy: 'initial-stock, world', handledBy: 'health' },
  },
  departed: {
    meaning: 'leaves the window of observation',
    due: { scheduledBy: 'release, reoffending', handledBy: 'arrivals' },
  },
  acquitted: { meaning: 'acquitted, or the case is dropped' },
  sanctioned: {
    meaning: 'a sanction other than unconditional prison; detail: 1 for a community sentence, 2 for a fine',
  },
  lapsed: { meaning: 'an imposed sentence is never executed on its own: lapsed, or merged with another' },
  servedInRemand: { meaning: 'the days in remand cover the whole sentence' },
  merged: { meaning: 'a sentence is merged with one that waits to be served; detail: days added' },
  remandReleased: { meaning: 'released from remand' },
  passedStraight: { meaning: 'passes from remand straight into serving' },
  monitored: { meaning: 'begins to serve on electronic monitoring' },
  moved: { meaning: 'moves to another security level; detail: the level' },
  fullTime: { meaning: 'discharged from an institution at the end of the sentence; detail: the last level' },
  conditional: { meaning: 'released from an institution on conditions; detail: the last level' },
  monitoringCompleted: { meaning: 'the sentence on electronic monitoring is over' },
  recalled: { meaning: 'recalled to serve the rest of the sentence' },
  expelled: { meaning: 'leaves the country for good; detail: 1 when transferred home to serve the rest there' },
  detained: { meaning: 'sentenced to preventive detention; detail: days of the frame' },
  extended: { meaning: 'preventive detention is extended; detail: days' },
  probation: { meaning: 'released on probation from preventive detention; detail: the last level' },
  restricted: { meaning: 'remanded with letters and visits controlled or banned' },
  isolated: { meaning: 'remanded in full isolation; detail: days' },
  leaveGranted: { meaning: 'is granted leave, from this or a later day on; detail: days per year' },
  dayReleased: { meaning: 'works or studies outside by day from now on; detail: days to release' },
  listed: { meaning: 'is inside on the first observed day, by a list; detail: 256 times the status, and the level' },
  transferred: { meaning: 'moves to another unit of the same level; detail: the unit' },
  toTreatment: { meaning: 'goes to a treatment institution for the rest of the sentence; detail: the level left' },
  needReviewed: { meaning: 'a review of the sentence plan is kept; detail: needs matched with help' },
  suicide: { meaning: 'death by suicide in custody; detail: days since entry' },
  overdose: { meaning: 'death by overdose after release; detail: days since release' },
  restOrdered: { meaning: 'the rest of an earlier sentence is to be served with the new one; detail: days' },
  fineBegun: { meaning: 'begins to serve in place of a fine; detail: the level' },
  fineServed: { meaning: 'has served in place of a fine; detail: days' },
  refused: { meaning: 'conditional release is refused: the whole sentence is to be served' },
  programmeBegun: { meaning: 'a programme begins; detail: which' },
  incident: { meaning: 'an incident inside; detail: its kind' },
  excluded: { meaning: 'excluded from company; detail: days' },
  termsChanged: { meaning: 'a new law changes a sentence that runs or waits; detail: its days' },
  releasedEarly: { meaning: 'is to be released tomorrow, because prisons are full; detail: days before the date' },
  arrested: { meaning: 'is charged while a sentence waits, arrested, and begins to serve it the next morning' },
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

/** The names of events that diaries hold: the first of the list, so that a kind of the agenda is an event's number. */
export const diaryNames = Object.freeze(lifeEventNames.filter((name) => lifeEvents[name].due !== undefined));

/** The name of an event that diaries hold. */
export type DiaryName = {
  [Name in LifeEventName]: (typeof list)[Name] extends { readonly due: object } ? Name : never;
}[LifeEventName];
