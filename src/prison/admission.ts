/**
 * Admission: the beginning of serving, in an institution or at home.
 *
 * The release is announced, and leave and chances to abscond begin anew. In an institution the sentence plan begins, and risk
 * is assessed the same day; whoever passes straight from remand has from now on the mortality of those who serve. At home the conditions of monitoring may be broken from now on. Preventive detention has no date
 * of release: the end of the minimum term stands in for it, and petitions follow.
 *
 * Handles `admitted`. Schedules `assessed`. The dates come from `release`, `plan`, `monitoring` and `detention`.
 */
import { event } from '../people/life-events.ts';
import { changeToServing, type MortalityParameters } from '../people/mortality.ts';
import { custodyGrounds, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { resetAbsence } from './absence.ts';
import { planPetition } from './detention.ts';
import { type MonitoringParameters, planBreach } from './monitoring.ts';
import { beginPlan, type PlanParameters } from './plan.ts';
import { mayBeConditional, prepareRelease, type ReleaseParameters, setReleaseDate } from './release.ts';

/** Life event: begins to serve. The release is announced. */
export function onAdmitted(
  world: World,
  row: Row,
  release: ReleaseParameters,
  monitoring: MonitoringParameters,
  plan: PlanParameters,
  mortality: MortalityParameters,
): void {
  const { people, diary } = world;
  changeToServing(world, row, mortality);
  resetAbsence(world, row);
  if (people.basis[row] !== custodyGrounds.fineDefault) beginPlan(world, row, plan);
  if (people.basis[row] === custodyGrounds.detention) {
    admitDetained(world, row);
    prepareRelease(world, row, release);
    return;
  }
  setReleaseDate(world, row, release);
  if (people.basis[row] === custodyGrounds.fineDefault) {
    world.record(event.fineBegun, row, people.level[row]);
    return;
  }
  const atHome = people.status[row] === status.monitored;
  world.record(atHome ? event.monitored : event.admitted, row, atHome ? people.sentenceDays[row] : people.level[row]);
  if (people.conditionalGranted[row] === 0 && mayBeConditional(world, row)) world.record(event.refused, row);
  if (atHome) planBreach(world, row, people.releaseDay[row], monitoring);
  else diary.set(row, event.assessed, world.today);
}

function admitDetained(world: World, row: Row): void {
  const { people, diary } = world;
  people.conditionalGranted[row] = 0;
  people.releaseDay[row] = Math.max(world.today, people.minimumDay[row]);
  world.record(event.admitted, row, people.level[row]);
  planPetition(world, row);
  diary.set(row, event.assessed, world.today);
}
