/**
 * Deciding: which decisions stand behind a life event, and which scarce thing.
 *
 * A decision is a named draw. Those listed settle whether an event happens, on which day, or with which outcome; with the same
 * luck, they come out differently only where the rules do, or what somebody has met. What is scarce is handed out in turn, so there
 * others have a part in it. That each was drawn for the person beforehand is tested.
 */
import type { DecisionName } from '../people/decisions.ts';
import type { LifeEventName } from '../people/life-events.ts';

/** What is behind an event. None and nothing: it follows from what came before by rule. */
export interface Behind {
  readonly decisions: readonly DecisionName[];
  readonly scarce?: 'a place' | 'a seat';
}

/** What is behind the event of this name. */
export function decisionsBehind(name: LifeEventName): Behind {
  return table[name] ?? { decisions: [] };
}

const by = (...decisions: readonly DecisionName[]): Behind => ({ decisions });
const placeBy = (...decisions: readonly DecisionName[]): Behind => ({ decisions, scarce: 'a place' });

const table: Readonly<Partial<Record<LifeEventName, Behind>>> = {
  died: by('death', 'deathInside', 'suicide', 'overdose'),
  selfHarmed: by('selfHarm'),
  treated: by('care', 'careWait', 'continuity'),
  recaptured: by('absenceDays'),
  absconded: by('absence', 'absconding'),
  misconduct: by('misconduct'),
  breached: by('supervisionDuty', 'breachDay'),
  monitoringRevoked: by('monitoringBreach', 'monitoringBreachDay'),
  charged: by('reoffence'),
  remanded: by('remand'),
  remandEnded: by('remandDays'),
  verdict: by('courtDays', 'acquittal', 'verdict'),
  sentenced: by('lengthBand', 'length'),
  defaulted: by('fineDefault', 'fineDefaultWait', 'fineDefaultDays'),
  summoned: by('startDays', 'recall', 'monitoringBreachDay', 'fineDefaultWait', 'detention'),
  admitted: placeBy('assessment', 'monitoring'),
  monitored: placeBy('assessment', 'monitoring'),
  planned: by('planDay', 'planMatch'),
  petitioned: by('frame', 'minimum'),
  supervised: by('conditionalRelease', 'probation'),
  programmeEnded: by('dropout', 'dropoutDay', 'exam'),
  prepared: by('arrangement', 'guarantee'),
  departed: by('reoffence'),
  acquitted: by('acquittal'),
  sanctioned: by('communitySentence'),
  lapsed: by('lapse'),
  servedInRemand: by('remandDays', 'length'),
  merged: by('lengthBand', 'length'),
  remandReleased: by('straightPass', 'acquittal', 'verdict'),
  passedStraight: by('straightPass'),
  moved: placeBy('assessment', 'monitoring'),
  fullTime: by('conditionalRelease', 'extension'),
  conditional: by('conditionalRelease'),
  monitoringCompleted: by('conditionalRelease'),
  recalled: by('recall'),
  expelled: by('expulsion', 'transferHome'),
  detained: by('detention', 'frame'),
  extended: by('extension'),
  probation: by('petition'),
  restricted: by('restriction'),
  isolated: by('isolation', 'isolationDays'),
  leaveGranted: by('leave', 'children'),
  dayReleased: by('dayRelease'),
  transferred: placeBy('transfer'),
  toTreatment: placeBy('treatment'),
  needReviewed: by('planReview', 'planMatch'),
  suicide: by('suicide'),
  overdose: by('overdose'),
  restOrdered: by('restServed'),
  fineBegun: { decisions: ['fineDefaultDays'], scarce: 'a place' },
  fineServed: by('fineDefaultDays'),
  refused: by('conditionalRelease'),
  programmeBegun: { decisions: ['programme'], scarce: 'a seat' },
  incident: by('incident', 'incidentKind'),
  excluded: by('exclusion'),
};
