/**
 * Scenario account: describes a resolved scenario and the changes of its policies for a reader.
 */
import { formatDay } from '../../engine/calendar.ts';
import { cellsOf } from '../../evidence/value.ts';
import { cellNames, cellText } from '../../results/parameters-table.ts';
import { type Epoch, epochOn, epochsOf } from '../../scenario/epoch.ts';
import type { Policy } from '../../scenario/policy.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { groupsInWords, namesInWords, toldLevels } from '../../scenario/told-counts.ts';
import { neverInForce } from '../../scenario/warnings.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { inputLines } from './inputs-account.ts';

/** A number that a policy sets: its value on the first day of the policy, without it and with it. */
export interface NamedChange {
  readonly lever: string;
  readonly before: string;
  readonly after: string;
  readonly unit: string;
}

/**
 * Lines with dates, seed, parameters by grade, and every policy with its levers before and after. `filesOf` gives the files in
 * which each policy is written; they are named if there are several.
 */
export function accountOf(
  scenario: Scenario,
  filesOf: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly string[] {
  const { place, start, end, burnInStart, seed, replicates, passports, policies } = scenario;
  const isSpread = new Set([...filesOf.values()].flat()).size > 1;
  return [
    `${place}, ${formatDay(start)} to ${formatDay(end - 1)}, after a burn-in from ${formatDay(burnInStart)}`,
    `seed "${seed}", ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`,
    `${passports.size} parameters: ${gradesOf(scenario)}`,
    ...insideLines(scenario),
    ...inputLines(scenario),
    policies.length === 0 ? 'no policies' : `${policies.length} ${policies.length === 1 ? 'policy' : 'policies'}`,
    ...policies.flatMap((policy) => policyLines(policy, scenario, isSpread ? filesOf.get(policy.name) : undefined)),
    ...overlayLines(scenario),
  ];
}

/** How many people a list puts inside, and when, by level and status; nobody's row is told, and no number of under five. */
export function insideLines({ inside, start, dimensions }: Scenario): readonly string[] {
  if (inside.length === 0) return [];
  const levels = dimensions['level'];
  const people = inside.map(({ level, status }) => ({ level: levels[level], status }));
  const told = toldLevels(people, levels).map(
    (group) => `${namesInWords(group)} ${group.people} (${groupsInWords(group.statuses)})`,
  );
  const { leftOut = 0 } = inside[0];
  const rows = inside.length + leftOut;
  const missing =
    leftOut === 0
      ? ''
      : `, ${leftOut} of ${rows} rows (${Number(((100 * leftOut) / rows).toPrecision(2))} %) left out by stepdown census`;
  return [`a list of ${inside.length} people inside on ${formatDay(start)}${missing}: ${told.join(', ')}`];
}

/** Numbers that several policies move, in order; a scenario with two unordered changes at one time does not load. */
function overlayLines(scenario: Scenario): readonly string[] {
  const policies = scenario.policies.filter((policy) => neverInForce(policy, scenario) === undefined);
  const movers = new Map<string, string[]>();
  for (const { name, changes } of policies) {
    for (const path of new Set(changes.map((change) => change.path)))
      movers.set(path, [...(movers.get(path) ?? []), name]);
  }
  const shared = [...movers].filter(([, names]) => names.length > 1);
  if (shared.length === 0) return policies.length < 2 ? [] : ['no lever is moved by more than one policy'];
  return [
    'levers moved by more than one policy',
    ...shared.map(([path, names]) => `  ${path}: ${names.join(', then ')}`),
  ];
}

/** Every number that a policy sets; none if it is in force on no day. */
export function changesOf(policy: Policy, scenario: Scenario): readonly NamedChange[] {
  if (neverInForce(policy, scenario) !== undefined) return [];
  const others = scenario.policies.filter((other) => other !== policy && !other.after.includes(policy.name));
  const without = epochUnder(others, policy, scenario);
  const withIt = epochUnder([...others, policy], policy, scenario);
  return policy.changes.flatMap(({ noun, name, path, cells }) => {
    const { parameter } = catalogue.get(path)!;
    const names = cellNames(parameter, scenario.dimensions);
    const before = cellsOf(without.values[noun][name]);
    const after = cellsOf(withIt.values[noun][name]);
    return cells.map((cell) => ({
      lever: names[cell] === '' ? path : `${path}.${names[cell]}`,
      before: cellText(before[cell]),
      after: cellText(after[cell]),
      unit: parameter.unit,
    }));
  });
}

function gradesOf({ passports }: Scenario): string {
  const counts = { A: 0, B: 0, C: 0, assumption: 0 };
  for (const { grade } of passports.values()) counts[grade]++;
  return `${counts.A} of grade A, ${counts.B} of B, ${counts.C} of C, ${counts.assumption} assumed`;
}

function policyLines(policy: Policy, scenario: Scenario, files: readonly string[] = []): readonly string[] {
  const until = policy.until === Infinity ? '' : ` until ${formatDay(policy.until - 1)}`;
  const label = policy.label === undefined ? '' : ` (${policy.label})`;
  const where = files.length === 0 ? [] : [`    written in ${files.join(', changed in ')}`];
  const why = neverInForce(policy, scenario);
  const never = why === undefined ? '' : `: never in force, since it ${why}`;
  return [
    `  ${policy.name}, from ${formatDay(policy.from)}${until}${label}${never}`,
    ...where,
    ...changesOf(policy, scenario).map(({ lever, before, after, unit }) => {
      return `    ${lever}: ${before === after ? `${after}, as before` : `${before} -> ${after}`} (${unit})`;
    }),
  ];
}

function epochUnder(policies: readonly Policy[], { from }: Policy, scenario: Scenario): Epoch {
  return epochOn(epochsOf(withPolicies(scenario, policies), catalogue), from);
}
