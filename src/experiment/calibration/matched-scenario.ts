/**
 * Matched scenario: a scenario whose policies hold the factors of a plan, with settings as its members.
 */
import type { CalibrationPlan } from '../../evidence/calibration-plan.ts';
import type { Change } from '../../scenario/change.ts';
import type { Member, MemberColumn, Members, Others } from '../../scenario/members.ts';
import type { Policy } from '../../scenario/policy.ts';
import { type Scenario, withMembers, withPolicies } from '../../scenario/scenario.ts';
import { factorAt, policiesAt } from './calibration.ts';

/** A setting to become a member. */
export interface MemberSetting {
  readonly point: ArrayLike<number>;
  readonly seed: string;
  readonly weight: number;
}

/** The policies that hold the free factors at a point, each on top of what moves its lever before. */
export function freePolicies(plan: CalibrationPlan, scenario: Scenario, point: ArrayLike<number>): readonly Policy[] {
  const own = policiesAt(plan, scenario, { point: Array.from(point), followed: new Map() });
  const names = new Set(own.map(({ name }) => name));
  return own.map((policy) => {
    const [{ path }] = policy.changes as readonly [Change];
    const below = scenario.policies.filter(
      ({ name, from, changes }) =>
        !names.has(name) && from <= policy.from && changes.some((change) => change.path === path),
    );
    return { ...policy, because: 'chosen by stepdown match', after: below.map(({ name }) => name) };
  });
}

/** The scenario with the factors of a plan at a point; they replace policies of the same names. */
export function scenarioAtPoint(plan: CalibrationPlan, scenario: Scenario, point: ArrayLike<number>): Scenario {
  const own = freePolicies(plan, scenario, point);
  const names = new Set(own.map(({ name }) => name));
  return withPolicies(scenario, [...scenario.policies.filter(({ name }) => !names.has(name)), ...own]);
}

/**
 * Settings as members of a scenario that holds the factors of a plan. A lever that follows figures year by year gets a column with the
 * factor that it has, the same for all, so that no draw moves it by the range of its evidence.
 */
export function matchedMembers(plan: CalibrationPlan, scenario: Scenario, settings: readonly MemberSetting[]): Members {
  const others: Others = plan.match?.others ?? 'drawn';
  const followed = plan.follow.flatMap(({ lever }) => followedFactor(plan, scenario, lever) ?? []);
  const columns: readonly MemberColumn[] = [
    ...freePolicies(plan, scenario, new Float64Array(plan.free.length)).map(({ name, changes: [change] }) => ({
      policy: name,
      path: change!.path,
    })),
    ...followed.map(({ column }) => column),
  ];
  const rows = settings.map(({ point, seed, weight }): Member => {
    const factors = freePolicies(plan, scenario, point).map(({ changes: [change] }) => change!.value as number);
    return { weight, seed, others, values: [...factors, ...followed.map(({ factor }) => factor)] };
  });
  return { columns, rows };
}

/** The scenario in which draw k is setting k. */
export function scenarioOfSettings(
  plan: CalibrationPlan,
  scenario: Scenario,
  settings: readonly Omit<MemberSetting, 'weight'>[],
): Scenario {
  const holder = scenarioAtPoint(plan, scenario, new Float64Array(plan.free.length));
  const equal = settings.map((setting) => ({ ...setting, weight: 1 }));
  return withMembers(holder, matchedMembers(plan, holder, equal));
}

/** The weighted mean of members, in standard deviations before the fit: the centre of the ensemble. */
export function settingsCentre(settings: readonly MemberSetting[]): Float64Array {
  const total = settings.reduce((sum, { weight }) => sum + weight, 0);
  return Float64Array.from(settings[0].point, (_, at) =>
    settings.reduce((sum, { point, weight }) => sum + (weight / total) * point[at], 0),
  );
}

/** The factors of a point as they are shown. */
export function factorsAt({ free }: CalibrationPlan, point: ArrayLike<number>): readonly number[] {
  return free.map(({ range }, at) => factorAt(range, point[at]));
}

function followedFactor(
  { free }: CalibrationPlan,
  { policies }: Scenario,
  lever: string,
): { readonly column: MemberColumn; readonly factor: number } | undefined {
  const own = new Set(free.map(({ name }) => `fitted-${name}`));
  for (const { name, changes } of policies) {
    if (own.has(name)) continue;
    const change = changes.find(
      ({ path, operation, members }) => path === lever && operation === 'multiply' && members.length === 0,
    );
    if (change !== undefined) return { column: { policy: name, path: lever }, factor: change.value as number };
  }
  return undefined;
}
