/**
 * Event decisions: the random draws, and the scarce resource, behind each life event.
 *
 * A decision is a named draw. The draws listed settle whether an event happens, on which day, or with which outcome; with the
 * same luck, they give another result only if the rules or the person's history differ. Scarce resources are allocated in turn,
 * so other people play a part. A test holds that each draw was made for the person beforehand.
 */
import type { DecisionName } from '../people/decisions.ts';
import type { LifeEventName } from '../people/life-events.ts';

/** The draws and the resource behind an event; with neither, it follows by rule from earlier events. */
export interface Behind {
  readonly decisions: readonly DecisionName[];
  readonly scarce?: 'a place' | 'a seat';
}

/** The draws and the resource behind the event of this name. */
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
  releasedEarly: { decisions: [], scarce: 'a place' },
  acquitted: by('acquittal'),
  sanctioned: by('communitySentence'),
  lapsed: by('lapse'),
  servedInRemand: by('remandDays', 'length'),
  merged: by('lengthBand', 'length'),
  arrested: by('arrest'),
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
  excluded: by('exclusion', 'orderedExclusion', 'orderedExclusionDays'),
};
