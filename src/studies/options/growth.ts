/**
 * Growth: reads yearly growth as typed, `2%`, or several variants as in `-1%,0%,1%`, and says what it does.
 */
import { formatDay } from '../../engine/calendar.ts';
import { growthBegins, growthGiven } from '../../experiment/forecast/growth.ts';
import { Failure } from '../../failure.ts';
import { MOST_GROWTH, MOST_TIMES } from '../../scenario/limits.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** A variant of a forecast: its name, and the yearly growth of first charges, 0.02 for 2 %. */
export interface Variant {
  readonly name: string;
  readonly growth: number;
}

/** The name of a variant that is alone. */
export const CENTRAL = 'central';

const MOST_VARIANTS = 7;

/** The variants typed, from the lowest growth to the highest; one without growth if nothing was. Throws a Failure for anything else. */
export function variantsTyped(typed: string | undefined): readonly Variant[] {
  if (typed === undefined) return [{ name: CENTRAL, growth: 0 }];
  const remedy = 'write --grow 2%, or --grow -1%,0%,1% for three variants';
  const complain = (problem: string) => new Failure({ problem: `--grow ${typed}: ${problem}`, remedy });
  const growths = typed.split(',').map((text) => {
    const [, number] = /^([+-]?\d+(?:\.\d+)?)\s*%$/.exec(text.trim()) ?? [];
    if (number === undefined) throw complain(`expected a percentage a year, got "${text.trim()}"`);
    if (Math.abs(Number(number)) <= MOST_GROWTH) return Number(number) / 100;
    throw complain(`growth lies between −${MOST_GROWTH} % and ${MOST_GROWTH} % a year`);
  });
  if (new Set(growths).size < growths.length) throw complain('a growth is named twice');
  if (growths.length > MOST_VARIANTS) throw complain(`there are at most ${MOST_VARIANTS} variants`);
  const inOrder = [...growths].sort((a, b) => a - b);
  if (inOrder.length === 1) return [{ name: CENTRAL, growth: inOrder[0] }];
  return inOrder.map((growth) => ({ name: `${growthInWords(growth)} a year`, growth }));
}

/** The one growth typed, for a command without variants; 0 if none was. Throws a Failure for anything else. */
export function growthTyped(typed: string | undefined): number {
  const variants = variantsTyped(typed);
  if (variants.length === 1) return variants[0].growth;
  const problem = `--grow ${typed}: one answer rests on one growth`;
  throw new Failure({ problem, remedy: 'write one, as in --grow 2%, and run the command again for another' });
}

/** Two growths would multiply, and a variant of 0 % would grow. Throws a Failure if the scenario has one already. */
export function refuseGrowthTwice(scenario: Scenario): void {
  const given = growthGiven(scenario);
  if (given === undefined) return;
  const { date, value } = given.cells;
  throw new Failure({
    problem: `--grow: first charges grow by ${value} a year from ${date} on already, by ${given.file}`,
    remedy: 'take that row out of the file, or leave out --grow',
  });
}

/** Throws a Failure for growth that multiplies first charges beyond all reason: it would simulate a world of that size. */
export function complainOfGrowth(growth: number, years: number): void {
  let factor = 1;
  for (let year = 0; year < years; year++) factor *= 1 + growth;
  if (factor <= MOST_TIMES) return;
  throw new Failure({
    problem: `--grow: ${growthInWords(growth)} a year for ${years} years is more than ${MOST_TIMES} times as many first charges`,
    remedy: 'choose less growth, or an earlier day',
  });
}

/** A sentence on how first charges grow, in these variants of a scenario. */
export function growthTold(growths: readonly number[], scenario: Scenario): string {
  if (growths.every((growth) => growth === 0)) return 'First charges are as the scenario says.';
  return `First charges change every year from ${formatDay(growthBegins(scenario))} on: ${growths.map(growthInWords).join(', ')}.`;
}

/** `+2 %`, `−1.5 %`, `0 %`. */
export function growthInWords(growth: number): string {
  const percent = Number((100 * growth).toPrecision(6));
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`;
}
