/**
 * History: the common past of two scenarios.
 *
 * Arms of a comparison that agree in every number up to a day have the same lives until then, so they are simulated once up to
 * that day and branch from a snapshot.
 */
import type { Day } from '../engine/calendar.ts';
import type { Catalogue } from '../evidence/catalogue.ts';
import { resolvedText } from '../evidence/document.ts';
import type { ParameterValue } from '../evidence/parameter.ts';
import { isTexts } from '../evidence/value.ts';
import { central, type Epoch, epochOn, epochsOf, isSame, type QuantileOf } from './epoch.ts';
import { insideText } from './inside.ts';
import { type Scenario, scenarioOf } from './scenario.ts';

/**
 * The canonical text of everything that affects lives before the day `before`: seed, dates, dimensions and every number with
 * the day from which it holds, and the day of the stock cohort. Equal texts mean equal lives, so with the end as `before` the text also identifies a cell.
 */
export function historyOf(
  scenario: Scenario,
  catalogue: Catalogue,
  before: Day,
  quantileOf: QuantileOf = central,
): string {
  const { dimensions, inside, burnInStart, start, seed, stockDay } = scenario;
  const epochs = epochsOf(scenario, catalogue, quantileOf).filter((epoch) => epoch.from < before);
  return resolvedText({
    dimensions,
    inside: insideText(inside, dimensions),
    burnInStart,
    start,
    seed,
    ...(stockDay !== undefined && stockDay < before ? { stockDay } : {}),
    epochs: epochs.map(plainEpoch),
  });
}

/**
 * The earliest day on which a number differs between two scenarios, within the time that both simulate. Infinity if none differs;
 * -Infinity if they share no past at all: another seed, first day, observed start or list of members.
 */
export function firstDifference(
  a: Scenario,
  b: Scenario,
  catalogue: Catalogue,
  quantileOf: QuantileOf = central,
  quantileOfB: QuantileOf = quantileOf,
): Day {
  const roots = [a, b].map(({ dimensions, inside, burnInStart, start, seed }) =>
    resolvedText({ dimensions, inside: insideText(inside, dimensions), burnInStart, start, seed }),
  );
  if (roots[0] !== roots[1]) return -Infinity;
  const [ours, theirs] = [epochsOf(a, catalogue, quantileOf), epochsOf(b, catalogue, quantileOfB)];
  const days = [...ours, ...theirs].map((epoch) => epoch.from).sort((one, other) => one - other);
  const differs = (day: Day) => day < Math.min(a.end, b.end) && !areSame(epochOn(ours, day), epochOn(theirs, day));
  const stock = a.stockDay === b.stockDay ? Infinity : Math.min(a.stockDay ?? Infinity, b.stockDay ?? Infinity);
  return Math.min(stock < Math.min(a.end, b.end) ? stock : Infinity, days.find(differs) ?? Infinity);
}

/** Whether two scenarios differ only in policies, names and settings of the run. */
export function differInPoliciesAlone(a: Scenario, b: Scenario): boolean {
  const unnamed = (scenario: Scenario) => {
    const bare = scenarioOf({ ...scenario, years: 1, seed: 'x', replicates: 1, policies: [] });
    const { title: _, description: __, members: ___, ...rest } = JSON.parse(bare.text);
    return resolvedText(rest);
  };
  return unnamed(a) === unnamed(b);
}

function areSame(a: Epoch, b: Epoch): boolean {
  return Object.entries(a.values).every(([noun, values]) =>
    Object.entries(values).every(([name, value]) => isSame(value, b.values[noun][name])),
  );
}

function plainEpoch({ from, values }: Epoch) {
  const nouns = Object.entries(values).map(([noun, parameters]) => {
    const plain = Object.entries(parameters).map(([name, value]) => [name, plainValue(value)]);
    return [noun, Object.fromEntries(plain)];
  });
  return { from, values: Object.fromEntries(nouns) };
}

function plainValue(value: ParameterValue) {
  if (typeof value !== 'object') return value;
  if (isTexts(value)) return value;
  return value instanceof Float64Array ? [...value] : value.map((row) => [...row]);
}
