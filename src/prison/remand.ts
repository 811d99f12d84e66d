/**
 * Remand: detention before the verdict.
 *
 * The graver the sentence to be expected, the likelier and the longer the remand. Some cases pass straight into serving:
 * the verdict comes while they are inside. The others are released and wait for the verdict at liberty. Few of those who
 * will not be sent to prison are remanded, and briefly. Every day counts as served of a later sentence.
 *
 * Handles `remanded` (the day on which remand is decided), `remandEnded`. Schedules `verdict`, `remandEnded`.
 * Remand always enters: beyond the places it is overflow (`facility`). Sources: Statistics Norway, imprisonments; the
 * flow balance described in the passports.
 */
import { exponential } from '../engine/distribution.ts';
import { days, parametersOf, ratio, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type CourtParameters, daysToVerdict, verdictFor, verdicts } from './court.ts';

export const parameters = parametersOf('remand', {
  classTo: days('longest sentence to be expected of a class', { by: 'remand_class' }),
  share: share('cases heading for prison that are remanded, by class', { by: 'remand_class' }),
  meanDays: days('mean days in remand, by class', { by: 'remand_class' }),
  straightShare: share('remanded cases that pass straight into serving, by class', { by: 'remand_class' }),
  shareWithoutPrison: share('cases not heading for prison that are remanded'),
  daysWithoutPrison: days('mean days in remand of those cases'),
  foreignFactor: ratio('days in remand of foreign nationals against others'),
});
export type RemandParameters = ValuesOf<typeof parameters>;

/** The class of a sentence to be expected; sentences beyond the last bound fall into the last class. */
export function remandClass(sentenceDays: number, classTo: Float64Array): number {
  for (let index = 0; index < classTo.length; index++) if (sentenceDays <= classTo[index]!) return index;
  return classTo.length - 1;
}

/** The day on which remand is decided. */
export function onRemanded(world: World, row: Row, given: RemandParameters, court: CourtParameters): void {
  const { people, diary } = world;
  const occasion = people.episode[row]!;
  const headsForPrison = verdictFor(world, row, court) === verdicts.prison;
  const at = remandClass(people.sentenceDays[row]!, given.classTo);
  const chance = headsForPrison ? given.share[at]! : given.shareWithoutPrison;
  if (world.draw(decisions.remand, row, occasion) >= chance) {
    diary.set(row, event.verdict, world.today + daysToVerdict(world, row, court));
    return;
  }
  const mean = headsForPrison ? given.meanDays[at]! : given.daysWithoutPrison;
  const factor = people.foreign[row] === 1 ? given.foreignFactor : 1;
  const stay = exponential(world.draw(decisions.remandDays, row, occasion), mean * factor);
  world.stand(row, status.remand, 0);
  people.levelDay[row] = world.today;
  people.custodyDay[row] = world.today;
  world.record(event.remanded, row);
  diary.set(row, event.remandEnded, world.today + 1 + Math.floor(stay));
}

/** Life event: remand ends, by verdict or by release. */
export function onRemandEnded(world: World, row: Row, given: RemandParameters, court: CourtParameters): void {
  const { people, diary } = world;
  const at = remandClass(people.sentenceDays[row]!, given.classTo);
  people.creditDays[row] = world.today - people.custodyDay[row]!;
  world.record(event.remandEnded, row, people.creditDays[row]);
  const headsForPrison = verdictFor(world, row, court) === verdicts.prison;
  if (headsForPrison && world.draw(decisions.straightPass, row, people.episode[row]!) < given.straightShare[at]!) {
    diary.set(row, event.verdict, world.today);
    return;
  }
  world.record(event.remandReleased, row);
  world.stand(row, status.liberty, NONE);
  diary.set(row, event.verdict, world.today + daysToVerdict(world, row, court));
}
