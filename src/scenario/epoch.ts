/**
 * Epoch: a period in which no number changes.
 *
 * Between two dates on which a policy begins or ends, the parameters of each noun are one frozen object. A noun that a date does
 * not change keeps the identical object, and a date on which nothing changes begins no epoch. So a lever set to the value already
 * in force has the same effect as a lever left alone: none.
 */
import type { Day } from '../engine/calendar.ts';
import type { Catalogue, Lever } from '../evidence/catalogue.ts';
import type { Parameter, ParameterGroup, ParameterValue, ValuesOf } from '../evidence/parameter.ts';
import { type Passport, sampleValue } from '../evidence/passport.ts';
import {
  cellsOf,
  isTexts,
  mapNumbers,
  membersOf,
  numberComplaint,
  sumComplaint,
  withPlaces,
  withSums,
} from '../evidence/value.ts';
import { type Change, writtenPath } from './change.ts';
import { inForce, type Policy } from './policy.ts';
import type { Scenario } from './scenario.ts';
import { daysOfInputs, inputsOn } from './series.ts';

/** The parameters of one noun by their TypeScript names. */
export type NounValues = Readonly<Record<string, ParameterValue>>;

/** All parameters from a day on, by noun. */
export interface Epoch {
  readonly from: Day;
  readonly values: Readonly<Record<string, NounValues>>;
}

/** The quantile, in (0, 1), at which the parameter at `path` is drawn; undefined for its central value. */
export type QuantileOf = (path: string) => number | undefined;

/** Every parameter at its central value: draw 0. */
export const central: QuantileOf = () => undefined;

/** The epochs of a scenario in order; the first begins with the burn-in. */
export function epochsOf(scenario: Scenario, catalogue: Catalogue, quantileOf: QuantileOf = central): readonly Epoch[] {
  const drawnAt = (path: string) => sampleValue(passportOf(scenario, path), quantileOf(path));
  const undisturbed = new Map([...catalogue.keys()].map((path) => [path, drawnAt(path)]));
  const epochs: Epoch[] = [];
  for (const from of datesOfChange(scenario)) {
    const before = epochs.at(-1)?.values;
    const policies = layersOn(scenario, from);
    const values = nounsOf(catalogue, (lever) => {
      const drawn = undisturbed.get(lever.path) as ParameterValue;
      const moved = changed(drawn, lever, policies);
      const isDrawn = moved !== drawn && quantileOf(lever.path) !== undefined;
      const summed = isDrawn ? withSums(moved, lever.parameter) : moved;
      const value = withPlaces(summed, lever.parameter, scenario.dimensions);
      const earlier = before?.[lever.noun][lever.name];
      return earlier !== undefined && isSame(earlier, value) ? earlier : value;
    });
    const shared = before === undefined ? values : sharing(values, before);
    if (shared !== before) epochs.push(Object.freeze({ from, values: Object.freeze(shared) }));
  }
  return Object.freeze(epochs);
}

/** The parameters of one mechanism in an epoch, with the types of its declaration. */
export function parametersIn<Group extends ParameterGroup>(epoch: Epoch, group: Group): ValuesOf<Group> {
  return epoch.values[group.noun] as ValuesOf<Group>;
}

/** The epoch in force on `day`. */
export function epochOn(epochs: readonly Epoch[], day: Day): Epoch {
  return epochs.findLast((epoch) => epoch.from <= day) ?? epochs[0];
}

/** Whether two values agree in every cell. */
export function isSame(a: ParameterValue, b: ParameterValue): boolean {
  if (a === b) return true;
  const [cells, others] = [cellsOf(a), cellsOf(b)];
  return cells.length === others.length && cells.every((cell, index) => cell === others[index]);
}

/** A change that makes a central value impossible: `facility.single_cells must be from 0 to 1, got 1.8`. */
export interface ImpossibleNumber {
  readonly policy: Policy;
  readonly change: Change;
  readonly complaint: string;
  /** Whether the cells have a wrong sum; the change is then the last that touched them. */
  readonly isSum: boolean;
}

/** Changes out of bounds, such as doubling a share of 0.6, then tables whose sums are wrong, such as shares of 1.65; each once. */
export function impossibleNumbers(scenario: Scenario, catalogue: Catalogue): readonly ImpossibleNumber[] {
  const outside = new Map<Change, ImpossibleNumber>();
  const unsummed = new Map<string, ImpossibleNumber>();
  for (const day of datesOfChange(scenario)) {
    const policies = layersOn(scenario, day);
    for (const lever of catalogue.values()) {
      const { path, parameter } = lever;
      const value = changed(passportOf(scenario, path).value, lever, policies, (policy, change, number) => {
        const complaint = `${writtenPath(change)} ${numberComplaint(number, parameter)}`;
        const written = change.written ?? change;
        if (!outside.has(written)) outside.set(written, { policy, change: written, complaint, isSum: false });
      });
      const sum = sumComplaint(value, parameter, membersOf(parameter, scenario.dimensions));
      const last = sum === undefined ? undefined : lastChange(path, policies);
      if (last !== undefined && !unsummed.has(path)) {
        unsummed.set(path, { ...last, complaint: `${path} ${sum}`, isSum: true });
      }
    }
  }
  return [...outside.values(), ...unsummed.values()];
}

function lastChange(
  path: string,
  policies: readonly Policy[],
): Pick<ImpossibleNumber, 'policy' | 'change'> | undefined {
  const last = policies
    .flatMap((policy) => policy.changes.map((change) => ({ policy, change })))
    .findLast(({ change }) => change.path === path);
  return last === undefined ? undefined : { policy: last.policy, change: last.change.written ?? last.change };
}

type OutOfBounds = (policy: Policy, change: Change, number: number) => void;

function passportOf({ passports }: Scenario, path: string): Passport {
  const passport = passports.get(path);
  if (passport === undefined) throw new Error(`${path} has no passport: this scenario was read with another catalogue`);
  return passport;
}

/** Everything that moves levers on a day, in order of application: the dated figures, then the policies. */
function layersOn({ inputs, policies }: Scenario, day: Day): readonly Policy[] {
  const figures = inputsOn(inputs, day);
  return figures === undefined ? inForce(policies, day) : [figures, ...inForce(policies, day)];
}

/** The first day of the burn-in, and every day of the scenario on which a figure or a policy begins or ends. */
function datesOfChange({ burnInStart, end, inputs, policies }: Scenario): readonly Day[] {
  const moves = [...policies.flatMap(({ from, until }) => [from, until]), ...daysOfInputs(inputs, burnInStart, end)];
  const dates = moves.filter((day) => day > burnInStart && day < end);
  return [...new Set([burnInStart, ...dates])].sort((a, b) => a - b);
}

function changed(
  value: ParameterValue,
  { path, parameter }: Lever,
  policies: readonly Policy[],
  outOfBounds?: OutOfBounds,
): ParameterValue {
  let current = value;
  for (const policy of policies) {
    for (const change of policy.changes) {
      if (change.path !== path) continue;
      current = applied(current, change, parameter, (number) => outOfBounds?.(policy, change, number));
    }
  }
  return current;
}

/** The value after a change. Whole numbers stay whole; a number out of bounds is reported and clipped to them. */
function applied(
  value: ParameterValue,
  change: Change,
  parameter: Parameter,
  outOfBounds: (number: number) => void,
): ParameterValue {
  if (isTexts(value)) return value.map((text, cell) => (change.cells.includes(cell) ? String(change.value) : text));
  if (typeof change.value !== 'number') return change.value;
  const operand = change.value;
  const [low, high] = parameter.bounds;
  return mapNumbers(value, (number, cell) => {
    if (!change.cells.includes(cell)) return number;
    const moved = movedBy(change.operation, number, operand);
    const result = (parameter.whole ? Math.round(moved) : moved) + 0;
    if (numberComplaint(result, parameter) !== undefined) outOfBounds(result);
    return Math.min(high, Math.max(low, result));
  });
}

function movedBy(operation: Change['operation'], number: number, operand: number): number {
  if (operation === 'set') return operand;
  return operation === 'multiply' ? number * operand : number + operand;
}

function nounsOf(catalogue: Catalogue, read: (lever: Lever) => ParameterValue): Record<string, NounValues> {
  const nouns: Record<string, Record<string, ParameterValue>> = {};
  for (const lever of catalogue.values()) {
    nouns[lever.noun] ??= {};
    nouns[lever.noun][lever.name] = read(lever);
  }
  for (const values of Object.values(nouns)) Object.freeze(values);
  return nouns;
}

/** `now` with the earlier object for every noun that is unchanged; `before` itself if all are. */
function sharing(now: Readonly<Record<string, NounValues>>, before: Epoch['values']): Epoch['values'] {
  const entries = Object.entries(now).map(([noun, values]): [string, NounValues] => {
    const earlier = before[noun];
    return [noun, Object.keys(values).every((name) => values[name] === earlier[name]) ? earlier : values];
  });
  return entries.every(([noun, values]) => values === before[noun]) ? before : Object.fromEntries(entries);
}
