/**
 * Scenario: a jurisdiction, its numbers and its policies, resolved.
 *
 * Everything is typed and frozen; no file remains to be read. `text` is the whole scenario as one self-contained document,
 * evidence included: reading it gives the same scenario, wherever the original files were.
 */
import { addYears, type Day, formatDay, parseDay } from '../engine/calendar.ts';
import { memberText, type Plain, resolvedMap, resolvedText } from '../evidence/document.ts';
import { type Passports, passportsText } from '../evidence/passport.ts';
import type { Dimensions } from '../evidence/value.ts';
import { Failure } from '../failure.ts';
import { writtenPath } from './change.ts';
import { type DatedInput, inputsText } from './inputs.ts';
import { type Insider, insideText, type Withheld } from './inside.ts';
import { type Members, membersText } from './members.ts';
import { inOrder, type Policy } from './policy.ts';

/** A resolved scenario. */
export interface Scenario {
  readonly title: string;
  readonly description: string | undefined;
  readonly place: string;
  readonly dimensions: Dimensions;
  /** The first simulated day, which begins the burn-in: the years simulated before observation, so that prisons fill. */
  readonly burnInStart: Day;
  /** The first observed day. */
  readonly start: Day;
  /** The day after the last simulated one. */
  readonly end: Day;
  readonly years: number;
  readonly burnInYears: number;
  readonly seed: string;
  readonly replicates: number;
  /** Dated figures, applied before all policies, in order of time. */
  readonly inputs: readonly DatedInput[];
  /** People inside on the first day; none if the burn-in fills an empty world. */
  readonly inside: readonly Insider[];
  /** In place of a list of people inside whose rows are not told; such a scenario can be read and not run. */
  readonly withheld?: Withheld | undefined;
  /** The day whose people inside are followed as a cohort; absent if there is none. */
  readonly stockDay?: Day | undefined;
  /** In order of application. */
  readonly policies: readonly Policy[];
  /** Sets of numbers for parameter draws, if any were found. */
  readonly members: Members | undefined;
  readonly passports: Passports;
  /** The canonical text, which is itself a scenario file. */
  readonly text: string;
}

/** The parts that make a scenario; the rest follows from them. */
export type ScenarioParts = Omit<Scenario, 'burnInStart' | 'end' | 'text'>;

/** A frozen scenario from its parts. */
export function scenarioOf(parts: ScenarioParts): Scenario {
  const policies = Object.freeze(inOrder(parts.policies));
  const dates = { burnInStart: addYears(parts.start, -parts.burnInYears), end: addYears(parts.start, parts.years) };
  return Object.freeze({ ...parts, ...dates, policies, text: textOf({ ...parts, policies }) });
}

/** The same scenario with other policies: those of another, some of its own, or one more. */
export function withPolicies(scenario: Scenario, policies: readonly Policy[]): Scenario {
  return scenarioOf({ ...scenario, policies });
}

/** The same scenario with other members, or with none. */
export function withMembers(scenario: Scenario, members: Members | undefined): Scenario {
  return scenarioOf({ ...scenario, members });
}

/** The same scenario run otherwise: another seed, more replicates, more years. Throws a Failure if they end before its stock cohort. */
export function withRun(scenario: Scenario, run: Partial<Pick<Scenario, 'seed' | 'replicates' | 'years'>>): Scenario {
  const moved = scenarioOf({ ...scenario, ...run });
  const { stockDay, end } = moved;
  if (end - 1 > LATEST) throw new Failure(TOO_LATE);
  if (stockDay === undefined || stockDay < end) return moved;
  const problem = `stock_cohort: ${formatDay(stockDay)} comes after the years simulated, which end on ${formatDay(end - 1)}`;
  throw new Failure({ problem, remedy: 'simulate more years, or name an earlier day' });
}

/** The last day that can be observed: it leaves room for dates after the end, such as those of sentences, in years of four digits. */
export const LATEST = parseDay('9899-12-31');

/** What is wrong with years that end after it. */
export const TOO_LATE = {
  problem: 'the years simulated would end after 9899-12-31',
  reason: 'dates after the end, such as those of sentences, need years of four digits too',
  remedy: 'choose an earlier start or fewer years',
};

function textOf(parts: ScenarioParts): string {
  const members: Readonly<Record<string, Plain>> = {
    title: parts.title,
    ...(parts.description === undefined ? {} : { description: parts.description }),
    place: parts.place,
    dimensions: parts.dimensions,
    ...(parts.inputs.length === 0 ? {} : { inputs: inputsText(parts.inputs) }),
    ...(parts.inside.length === 0 ? {} : { people_inside: insideText(parts.inside, parts.dimensions) }),
    ...(parts.withheld === undefined ? {} : { people_inside: { ...parts.withheld } }),
    ...(parts.stockDay === undefined ? {} : { stock_cohort: formatDay(parts.stockDay) }),
    ...(parts.members === undefined ? {} : { members: membersText(parts.members) }),
    start: formatDay(parts.start),
    years: parts.years,
    burn_in_years: parts.burnInYears,
    seed: parts.seed,
    replicates: parts.replicates,
    policies: Object.fromEntries(parts.policies.map((policy) => [policy.name, policyText(policy, parts.policies)])),
  };
  const written = Object.entries(members).map(([key, value]) => [key, memberText(resolvedText(value))]);
  return resolvedMap({ ...Object.fromEntries(written), evidence: passportsText(parts.passports) });
}

function policyText(policy: Policy, all: readonly Policy[]): Plain {
  const after = policy.after.filter((name) => all.some((other) => other.name === name));
  return {
    from: formatDay(policy.from),
    ...(policy.until === Infinity ? {} : { until: formatDay(policy.until) }),
    ...(policy.label === undefined ? {} : { label: policy.label }),
    ...(policy.because === undefined ? {} : { because: policy.because }),
    ...(after.length === 0 ? {} : { after }),
    set: Object.fromEntries(
      policy.changes.map((change) => [
        writtenPath(change),
        change.operation === 'set' ? change.value : { [change.operation]: change.value },
      ]),
    ),
  };
}
