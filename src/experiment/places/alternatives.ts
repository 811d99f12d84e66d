/**
 * Alternatives: what the money of the places found buys elsewhere, and what that does to the level.
 *
 * A place costs its building, spread over years, and what a person-year in it costs: the place, its officers, health care, at the prices
 * of the day asked, as if every place were taken. The same money is spent on places of monitoring, and on places at the most open
 * level. What faster courts cost is published nowhere: they stand beside without a price, a tenth faster, which is a choice.
 */
import { parameters as costs } from '../../community/cost.ts';
import { parameters as staff } from '../../prison/staff.ts';
import { epochOn, epochsOf, parametersIn } from '../../scenario/epoch.ts';
import { catalogue } from '../../simulation/parameters.ts';
import type { Lose, RunBlocks } from '../study.ts';
import type { Capacity } from './capacity.ts';
import { trialOf } from './capacity.ts';
import { type CapacityQuestion, leverAt, type Trial, tryLevers } from './trial.ts';

/** One way to spend the money. */
export interface Alternative {
  /** As a table names it: `places at high security`. */
  readonly name: string;
  /** Places bought, or the part by which courts are faster. */
  readonly amount: number;
  /** Kroner per year of it all; undefined where no price is published. */
  readonly money: number | undefined;
  readonly trial: Omit<Trial, 'places'>;
}

/** The part by which courts and remand are faster. */
export const FASTER = 0.1;

/** Kroner per year that a place at a level costs on the day asked, taken all year. */
export function placeYear({ scenario, by }: Pick<CapacityQuestion, 'scenario' | 'by'>, level: number): number {
  const epoch = epochOn(epochsOf(scenario, catalogue), by);
  const price = parametersIn(epoch, costs);
  const { officers } = parametersIn(epoch, staff);
  const running = price.placeYear[level] + officers[level] * price.officerYear + price.healthYear;
  return price.building[level] / price.buildingYears + running;
}

/**
 * The places found, then each alternative for at most the same money, under the same luck. Empty if no places beyond those in force are
 * needed, or none suffice. Fails as `tryLevers` does.
 */
export async function tryAlternatives(
  question: CapacityQuestion,
  found: Capacity,
  run: RunBlocks,
  lose?: Lose,
): Promise<readonly Alternative[]> {
  const { scenario, level, by } = question;
  const { answer, inForce } = found;
  if (answer === undefined || answer <= inForce) return [];
  const levels = scenario.dimensions['level'];
  const more = answer - inForce;
  const money = more * placeYear(question, level);
  const all: Alternative[] = [
    { name: `places at ${levels[level]} security`, amount: more, money, trial: trialOf(found, answer) },
  ];
  const spend = async (name: string, path: string, price: number, at?: number) => {
    const amount = Math.floor(money / price);
    const lever = leverAt(scenario, {
      path,
      operation: 'add',
      value: amount,
      ...(at === undefined ? {} : { level: at }),
    });
    all.push({ name, amount, money: amount * price, trial: await tryLevers(question, [lever], run, lose) });
  };
  const { monitoringYear } = parametersIn(epochOn(epochsOf(scenario, catalogue), by), costs);
  await spend('places of monitoring', 'monitoring.places', monitoringYear);
  const open = levels.length - 1;
  if (level !== open)
    await spend(`places at ${levels[open]} security`, 'facility.places', placeYear(question, open), open);
  const faster = ['court.days_to_verdict', 'remand.mean_days', 'remand.days_without_prison'].map((path) =>
    leverAt(scenario, { path, operation: 'multiply', value: 1 - FASTER }),
  );
  const trial = await tryLevers(question, faster, run, lose);
  all.push({ name: 'faster courts', amount: FASTER, money: undefined, trial });
  return all;
}
