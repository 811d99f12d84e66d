/**
 * Warnings: settings of a scenario that are allowed but probably not intended.
 */
import { formatDay, yearOf, yearsInWords } from '../engine/calendar.ts';
import type { Catalogue } from '../evidence/catalogue.ts';
import { writtenPath } from './change.ts';
import { epochsOf } from './epoch.ts';
import { datedEvents } from './inputs.ts';
import { MOST_TIMES, STEEPEST } from './limits.ts';
import type { Policy } from './policy.ts';
import { type Scenario, withPolicies } from './scenario.ts';

/** Years of burn-in after which the number of people inside and their returns have settled. */
const SETTLED_YEARS = 15;

/** A simulated year further than this from the years of the evidence is far away. */
const FAR_YEARS = 15;

/** One sentence per warning. */
export function warningsOf(scenario: Scenario, catalogue: Catalogue): readonly string[] {
  return [
    ...shortBurnIn(scenario),
    ...idleEvents(scenario),
    ...steepGrowth(scenario),
    ...largeFactors(scenario),
    ...idlePolicies(scenario, catalogue),
    ...farFromEvidence(scenario),
  ];
}

function shortBurnIn({ burnInYears }: Scenario): readonly string[] {
  if (burnInYears >= SETTLED_YEARS) return [];
  return [
    `burn_in_years is ${burnInYears}: people inside and returns have not settled (that takes ${SETTLED_YEARS} years or more)`,
  ];
}

function idleEvents({ inputs, burnInStart, end }: Scenario): readonly string[] {
  return datedEvents(inputs).flatMap(({ from, until, change, cells, file }) => {
    const event = `${file}: ${writtenPath(change)}, ${cells.change} ${cells.value}`;
    if (from >= end) return [`${event} begins on ${formatDay(from)}, after the end`];
    if (until <= burnInStart) return [`${event} ends on ${formatDay(until - 1)}, before the burn-in begins`];
    return [];
  });
}

function steepGrowth({ inputs }: Scenario): readonly string[] {
  return inputs
    .filter(({ kind, change }) => kind === 'grow' && Math.abs(Number(change.value) - 1) * 100 > STEEPEST.percent)
    .map(({ change, cells, file }) => {
      const grows = `${file}: ${writtenPath(change)} grows by ${cells.value} per year from ${cells.date} on`;
      return `${grows}; the steepest change observed from one year to the next was ${STEEPEST.percent} % (${STEEPEST.of})`;
    });
}

function largeFactors({ inputs }: Scenario): readonly string[] {
  return inputs
    .filter(({ cells, change }) => cells.change === 'multiply' && Number(change.value) > MOST_TIMES)
    .map(({ change, cells, file }) => {
      const what = `${file}: ${writtenPath(change)} is multiplied by ${cells.value} from ${cells.date} on`;
      return `${what}, more than ${MOST_TIMES} times: a factor is meant, and not a number?`;
    });
}

function idlePolicies(scenario: Scenario, catalogue: Catalogue): readonly string[] {
  const written = JSON.stringify(numbersOf(scenario, catalogue));
  return scenario.policies.flatMap((policy) => {
    const never = neverInForce(policy, scenario);
    if (never !== undefined) return [`policy ${policy.name} ${never}`];
    const others = scenario.policies.filter((other) => other !== policy);
    const without = JSON.stringify(numbersOf(withPolicies(scenario, others), catalogue));
    return without === written ? [`policy ${policy.name} changes nothing: its values are in force already`] : [];
  });
}

/** Why a policy is in force on no day: `ends on 1994-12-31, before the burn-in begins`; undefined if it is on some. */
export function neverInForce({ from, until }: Policy, { burnInStart, end }: Scenario): string | undefined {
  if (from >= end) return `begins on ${formatDay(from)}, after the end`;
  return until <= burnInStart ? `ends on ${formatDay(until - 1)}, before the burn-in begins` : undefined;
}

function numbersOf(scenario: Scenario, catalogue: Catalogue) {
  const plain = (value: unknown) => (value instanceof Float64Array ? [...value] : value);
  return epochsOf(scenario, catalogue).map(({ from, values }) => [
    from,
    Object.values(values).map((noun) =>
      Object.values(noun).map((value) => (Array.isArray(value) ? value.map(plain) : plain(value))),
    ),
  ]);
}

function farFromEvidence({ passports, start, end, place }: Scenario): readonly string[] {
  const years = [...passports.values()].flatMap(({ period }) => (period.match(/\b(19|20)\d\d\b/g) ?? []).map(Number));
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (yearOf(end - 1) >= first - FAR_YEARS && yearOf(start) <= last + FAR_YEARS) return [];
  return [`${yearsInWords(start, end)} is far from the years of the evidence on ${place}, ${first} to ${last}`];
}
