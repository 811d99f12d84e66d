/**
 * A day, in order. Read this first.
 *
 * In the morning people arrive from outside and places are handed out; then every diary that falls due today is opened
 * and its events are handled, each by one noun. A handler changes its own person and schedules what follows, so the order
 * among people cannot matter.
 */
import * as mortality from '../community/mortality.ts';
import * as reoffending from '../community/reoffending.ts';
import * as supervision from '../community/supervision.ts';
import * as arrivals from '../people/arrivals.ts';
import { type DiaryName, diaryNames } from '../people/life-events.ts';
import type { Row } from '../people/person.ts';
import type { World } from '../people/world.ts';
import * as court from '../prison/court.ts';
import * as monitoring from '../prison/monitoring.ts';
import * as placement from '../prison/placement.ts';
import * as release from '../prison/release.ts';
import * as remand from '../prison/remand.ts';
import * as sentence from '../prison/sentence.ts';
import type { Parameters } from './parameters.ts';

/** One step of the day. */
export interface DayStep {
  readonly name: string;
  readonly step: (world: World, given: Parameters) => void;
}

/** The steps of a day, in the order in which they happen. */
export const day: readonly DayStep[] = [
  { name: 'arrivals', step: (world, given) => arrivals.step(world, given.arrivals, given.synthesise) },
  {
    name: 'placement',
    step: (world, given) => placement.step(world, given.placement, given.facility, given.monitoring),
  },
  { name: 'diaries', step: openDiaries },
];

type Handler = (world: World, row: Row, given: Parameters) => void;

/** Who handles which life event. */
export const handlers: Readonly<Record<DiaryName, Handler>> = {
  arrived: (world, row, given) => mortality.onArrived(world, row, given.mortality),
  died: (world, row) => mortality.onDied(world, row),
  breached: (world, row) => supervision.onBreached(world, row),
  monitoringRevoked: (world, row) => monitoring.onMonitoringRevoked(world, row),
  supervisionEnded: (world, row) => supervision.onSupervisionEnded(world, row),
  charged: (world, row, given) => court.onCharged(world, row, given.court, given.sentence, given.synthesise),
  remanded: (world, row, given) => remand.onRemanded(world, row, given.remand, given.court),
  remandEnded: (world, row, given) => remand.onRemandEnded(world, row, given.remand, given.court),
  verdict: (world, row, given) => court.onVerdict(world, row, given.court),
  sentenced: (world, row, given) => sentence.onSentenced(world, row, given.sentence),
  summoned: (world, row, given) =>
    placement.onSummoned(world, row, given.placement, given.monitoring, given.reoffending),
  admitted: (world, row, given) => release.onAdmitted(world, row, given.release, given.monitoring),
  assessed: (world, row, given) => placement.onAssessed(world, row, given.placement, given.reoffending),
  reviewed: (world, row, given) => placement.onReviewed(world, row, given.placement, given.monitoring),
  released: (world, row, given) => release.onReleased(world, row, given.release, given.arrivals),
  supervised: (world, row, given) => supervision.onSupervised(world, row, given.supervision),
  atRisk: (world, row, given) => reoffending.onAtRisk(world, row, given.reoffending, given.effects, given.arrivals),
  departed: (world, row) => arrivals.onDeparted(world, row),
};

/** Lives one day: today's steps in order. */
export function live(world: World, given: Parameters): void {
  for (const { step } of day) step(world, given);
}

const handlerOf: readonly Handler[] = diaryNames.map((name) => handlers[name as DiaryName]);

function openDiaries(world: World, given: Parameters): void {
  const { diary } = world;
  diary.open(world.today);
  for (let row = diary.next(); row >= 0; row = diary.next()) {
    for (let kind = diary.takeDue(row); kind >= 0; kind = diary.takeDue(row)) handlerOf[kind]!(world, row, given);
    diary.settle(row);
  }
}
