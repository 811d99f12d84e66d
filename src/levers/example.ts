/**
 * Example: a scenario that moves one lever, as text to paste into a file of its own.
 *
 * It goes to the upper end of the lever's range, or of what is allowed, or to the next word; of a lever that varies, in its first cell. A table whose cells
 * add up is written out as it is in force, since what one cell gains another must lose.
 */
import { formatDay } from '../engine/calendar.ts';
import type { Parameter, ParameterValue } from '../evidence/parameter.ts';
import { cellsOf, mapNumbers, membersOf, type Scalar } from '../evidence/value.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { rangeOf } from './range.ts';

/** The text of a scenario that extends the one called `name` and moves the lever at `path`, whose value in force is given. */
export function exampleOf(path: string, inForce: ParameterValue, name: string, scenario: Scenario): string {
  const passport = scenario.passports.get(path)!;
  const range = rangeOf({ ...passport, value: inForce });
  const end = range?.ends.at(-1) ?? atMost(inForce, passport.parameter);
  const moving = scenario.policies.filter(({ changes }) => changes.some((change) => change.path === path));
  const after = moving.length === 0 ? '' : `    after: [${moving.map((policy) => policy.name).join(', ')}]\n`;
  return `title: ${path} moved
extends: ${name}
policies:
  one-lever:
    from: ${formatDay(scenario.start)}
${after}    set:
${setOf(path, inForce, end, passport.parameter, scenario)
  .map((line) => `      ${line}\n`)
  .join('')}`;
}

/** A number without a range at its highest, if there is one: most of these are 0. */
function atMost(value: ParameterValue, { kind, bounds: [, high] }: Parameter): ParameterValue {
  return kind === 'number' && Number.isFinite(high) ? mapNumbers(value, () => high) : value;
}

function setOf(
  path: string,
  inForce: ParameterValue,
  end: ParameterValue,
  parameter: Parameter,
  { dimensions }: Scenario,
): readonly string[] {
  const members = membersOf(parameter, dimensions);
  const [now, cells] = [cellsOf(inForce), cellsOf(end)];
  if (members.length === 0) return [`${path}: ${written(cells[0])}`];
  const inner = members.at(-1)!;
  if (parameter.addsUpTo !== undefined) {
    const row = members.length === 1 ? path : `${path}.${members[0][0]}`;
    const values = inner.map((member, at) => `${member}: ${written(now[at])}`);
    return [`# as it is; the values must add up to ${parameter.addsUpTo}`, `${row}: {${values.join(', ')}}`];
  }
  const moved = cells.findIndex((cell, at) => cell !== now[at]);
  const at = Math.max(0, moved);
  const other = parameter.kind === 'choice' ? parameter.choices.find((word) => word !== now[at]) : undefined;
  const outer = members.length === 1 ? [] : [members[0][Math.floor(at / inner.length)]];
  return [`${[path, ...outer, inner[at % inner.length]].join('.')}: ${written(other ?? cells[at])}`];
}

/** A value as YAML: conditions in quotation marks, whole numbers in full, others with six digits. */
function written(value: Scalar): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
  return /^[a-z][a-z0-9-]*$/i.test(value) ? value : JSON.stringify(value);
}
