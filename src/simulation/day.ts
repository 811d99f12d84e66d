/**
 * A day of the discrete-event simulation, in order. Read this first.
 *
 * In the morning people arrive from outside, the places of the day are set, and free ones are handed out. On the first day of a week the weekly steps
 * follow, for changes inside that have no events. Then every diary that falls due today is opened, and each event is handled
 * by one noun. A handler changes its own person and schedules what follows, so the order among people cannot matter. In the
 * evening, when all departures are known, the people who must be held are assigned to units, and where there are enough places,
 * these follow.
 */

import * as reentry from '../community/reentry.ts';
import * as reoffending from '../community/reoffending.ts';
import * as supervision from '../community/supervision.ts';
import * as arrivals from '../people/arrivals.ts';
import { type DiaryName, diaryNames } from '../people/life-events.ts';
import * as mortality from '../people/mortality.ts';
import type { Row } from '../people/person.ts';
import * as roll from '../people/roll.ts';
import type { World } from '../people/world.ts';
import * as absence from '../prison/absence.ts';
import * as admission from '../prison/admission.ts';
import * as bedAllocation from '../prison/bed-allocation.ts';
import * as capacity from '../prison/capacity.ts';
import * as court from '../prison/court.ts';
import * as detention from '../prison/detention.ts';
import * as family from '../prison/family.ts';
import * as fine from '../prison/fine.ts';
import * as health from '../prison/health.ts';
import * as incidents from '../prison/incidents.ts';
import * as lodging from '../prison/lodging.ts';
import * as monitoring from '../prison/monitoring.ts';
import * as placement from '../prison/placement.ts';
import * as plan from '../prison/plan.ts';
import * as programme from '../prison/programme.ts';
import * as regime from '../prison/regime.ts';
import * as release from '../prison/release.ts';
import * as remand from '../prison/remand.ts';
import * as sentence from '../prison/sentence.ts';
import * as staff from '../prison/staff.ts';
import * as treatment from '../prison/treatment.ts';
import * as work from '../prison/work.ts';
import type { Parameters } from './parameters.ts';
import { Turns } from './turns.ts';

/** One step of the day, or of the first morning of a week. */
export interface DayStep {
  readonly name: string;
  readonly weekly?: true;
  readonly step: (world: World, given: Parameters) => void;
}

/** The steps of a day, in the order in which they happen. */
export const day: readonly DayStep[] = [
  {
    name: 'arrivals',
    step: (world, given) =>
      arrivals.step(world, given.arrivals, given.reoffending.charging, given.synthesise, given.needs),
  },
  { name: 'capacity', step: (world, given) => capacity.step(world, given.capacity, given.facility) },
  {
    name: 'bed-allocation',
    step: (world, given) =>
      bedAllocation.step(world, given.placement, given.facility, given.capacity, given.monitoring),
  },
  { name: 'treatment', step: (world, given) => treatment.step(world, given.treatment) },
  { name: 'roll', weekly: true, step: (world) => roll.step(world) },
  {
    name: 'programme',
    weekly: true,
    step: (world, given) => programme.step(world, given.programme, given.facility),
  },
  {
    name: 'work',
    weekly: true,
    step: (world, given) => work.step(world, given.work, given.programme, given.facility),
  },
  {
    name: 'family',
    weekly: true,
    step: (world, given) => family.step(world, given.family, given.facility, given.leave),
  },
  { name: 'staff', weekly: true, step: (world, given) => staff.step(world, given.staff, given.facility) },
  { name: 'incidents', weekly: true, step: (world, given) => incidents.step(world, given.incidents, given.staff) },
  {
    name: 'regime',
    weekly: true,
    step: (world, given) => regime.step(world, given.regime, given.programme, given.work),
  },
  { name: 'reentry', weekly: true, step: (world, given) => reentry.step(world, given.reentry) },
  { name: 'diaries', step: (world, given) => openDiaries(world, given) },
  { name: 'lodging', step: (world, given) => lodging.step(world, given.facility, given.capacity) },
  { name: 'places', step: (world, given) => capacity.settle(world, given.capacity, given.facility) },
];

/** Handles an event of one person that falls due. */
export type Handler = (world: World, row: Row, given: Parameters) => void;

/** The handler of every life event that diaries hold. */
export const handlers: Readonly<Record<DiaryName, Handler>> = {
  arrived: (world, row, given) => mortality.onArrived(world, row, given.mortality),
  died: (world, row, given) => mortality.onDied(world, row, given.mortality),
  selfHarmed: (world, row, given) => health.onSelfHarmed(world, row, given.health),
  treated: (world, row, given) => health.onTreated(world, row, given.health),
  recaptured: (world, row) => absence.onRecaptured(world, row),
  absconded: (world, row, given) => absence.onAbsconded(world, row, given.absence, given.leave),
  misconduct: (world, row, given) => placement.onMisconduct(world, row, given.placement),
  breached: (world, row, given) => supervision.onBreached(world, row, given.supervision),
  monitoringRevoked: (world, row) => monitoring.onMonitoringRevoked(world, row),
  supervisionEnded: (world, row) => supervision.onSupervisionEnded(world, row),
  charged: (world, row, given) =>
    court.onCharged(world, row, given.court, given.sentence, given.synthesise, given.release),
  remanded: (world, row, given) => remand.onRemanded(world, row, given.remand, given.court),
  remandEnded: (world, row, given) => remand.onRemandEnded(world, row, given.remand, given.court),
  verdict: (world, row, given) => court.onVerdict(world, row, given.court, given.fine),
  sentenced: (world, row, given) =>
    sentence.onSentenced(world, row, given.sentence, given.detention, given.release, given.court.restServed),
  defaulted: (world, row, given) => fine.onDefaulted(world, row, given.fine),
  summoned: (world, row, given) =>
    placement.onSummoned(world, row, given.placement, given.monitoring, given.reoffending),
  admitted: (world, row, given) =>
    admission.onAdmitted(world, row, given.release, given.monitoring, given.plan, given.mortality),
  fromTreatment: (world, row) => treatment.onFromTreatment(world, row),
  planned: (world, row, given) => plan.onPlanned(world, row, given.plan, given.treatment),
  petitioned: (world, row, given) =>
    detention.onPetitioned(world, row, given.detention, given.placement, given.reoffending),
  assessed: (world, row, given) => placement.onAssessed(world, row, given.placement, given.reoffending),
  reviewed: (world, row, given) =>
    placement.onReviewed(world, row, given.placement, given.facility, given.monitoring, given.leave),
  released: (world, row, given) =>
    release.onReleased(world, row, given.release, given.arrivals, given.detention, given.supervision),
  supervised: (world, row, given) => supervision.onSupervised(world, row, given.supervision, given.detention),
  atRisk: (world, row, given) => reoffending.onAtRisk(world, row, given.reoffending, given.effects, given.arrivals),
  programmeEnded: (world, row, given) => programme.onProgrammeEnded(world, row, given.programme),
  prepared: (world, row, given) => reentry.onPrepared(world, row, given.reentry, given.family),
  riskChanged: (world, row, given) => reoffending.onRiskChanged(world, row, given.reoffending, given.effects),
  passedGate: (world, row, given) => health.onPassedGate(world, row, given.health, given.mortality),
  departed: (world, row) => arrivals.onDeparted(world, row),
};

/** Runs one day: the daily steps in order, and the weekly ones if a week begins. */
export function live(world: World, given: Parameters, weekBegins: boolean, steps = day): void {
  for (const { step, weekly } of steps) if (weekBegins || weekly === undefined) step(world, given);
}

const handlerOf: readonly Handler[] = diaryNames.map((name) => handlers[name as DiaryName]);

/**
 * Opens every diary that falls due today: each event goes to the handler of its number. One person's events come in order;
 * among people the handlers take turns, each acting on all whose event it is, so that its code stays in the cache.
 */
export function openDiaries(world: World, given: Parameters, handle = handlerOf): void {
  const { diary } = world;
  diary.open(world.today);
  turns.begin();
  for (let row = diary.next(); row >= 0; row = diary.next()) {
    for (; row >= 0; row = diary.next()) turns.add(diary.takeDue(row), row);
    for (let kind = turns.lowest(); kind >= 0; kind = turns.lowest()) {
      const person = turns.take(kind);
      handle[kind](world, person, given);
      const next = diary.takeDue(person);
      if (next >= 0) turns.add(next, person);
      else diary.settle(person);
    }
  }
}

const turns = new Turns(diaryNames.length);
