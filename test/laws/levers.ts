/**
 * Every lever of the catalogue in the tiny world: written down at the value in force, and moved.
 *
 * Nothing here names a lever: whoever declares one has it tried by `levers.test.ts`, some of them, and by
 * `levers.slow.test.ts`, all.
 */
import fc from 'fast-check';
import type { Lever } from '../../src/evidence/catalogue.ts';
import type { ParameterValue } from '../../src/evidence/parameter.ts';
import { cellsOf, isTexts, mapNumbers, membersOf } from '../../src/evidence/value.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { type Levers, tinyCell, tinyScenario, withLevers } from '../tiny.ts';
import { worldsOfLevers } from './lever-worlds.ts';

const { dimensions } = tinyScenario();

/** Every lever there is, in the order of the catalogue. */
export const levers: readonly Lever[] = [...catalogue.values()];

/** So many levers drawn by chance, other ones as the catalogue grows, the same ones for the same catalogue. */
export function someLevers(count: number, from: readonly Lever[] = levers): readonly Lever[] {
  return fc.sample(fc.shuffledSubarray([...from], { minLength: count, maxLength: count }), { seed: 1, numRuns: 1 })[0];
}

/** Levers that can do nothing, and why. Whoever makes one of them act takes it out. */
export const idle: Readonly<Record<string, string>> = {
  'arrivals.renewed_share':
    'only forecasts of admissions read it, before a cell is lived (`test/experiment/admissions`)',
  'effects.country': 'it says where a study was made, for the report to show',
};

/** The first of the worlds in which some other value of a lever does something; undefined where it does nothing in any. */
export function worldInWhichItActs(lever: Lever): string | undefined {
  return worldsOfLevers.find(({ name, cell }) => {
    const before = asItIs(name, cell);
    return otherValues(lever, valueIn(cell, lever)).some((value) => {
      const after = traceOf(withMoved(cell, lever, value));
      return after.digest !== before.digest || after.measures !== before.measures;
    });
  })?.name;
}

const traces = new Map<string, Trace>();

function asItIs(name: string, cell: Cell): Trace {
  const trace = traces.get(name) ?? traceOf(cell);
  traces.set(name, trace);
  return trace;
}

/** The value of a lever that is in force in a cell. */
export function valueIn(cell: Cell, { noun, name }: Lever): ParameterValue {
  const nouns = cell.parameters[0].values as unknown as Readonly<
    Record<string, Readonly<Record<string, ParameterValue>>>
  >;
  return nouns[noun][name];
}

/** The digest of the tiny world with a policy from a day on that writes these levers down as they are. */
export function digestAsWritten(written: readonly Lever[], from: string): string {
  const lines = written.map((lever) => {
    const members = membersOf(lever.parameter, dimensions);
    return `    ${lever.path}: ${inYaml(valueIn(tinyCell(), lever), members)}\n`;
  });
  const scenario = tinyScenario(`as-written:\n  from: ${from}\n  after: tiny\n  set:\n${lines.join('')}`);
  return digestOf(simulate(cellOf(scenario, { draw: 0, replicate: 0 })).summary);
}

/** All that a cell leaves: its digest, and every measure, those of money included. */
export interface Trace {
  readonly digest: string;
  readonly measures: string;
}

/** Lives a cell and takes its trace. */
export function traceOf(cell: Cell): Trace {
  const { summary } = simulate(cell);
  const reading = { summary, days: cell.end - cell.start, parameters: cell.parameters.at(-1)!.values };
  const measures = measuresOf(dimensions['level']).map(({ value }) => value(reading));
  return { digest: digestOf(summary), measures: measures.join(' ') };
}

/** The cell with one lever at another value from the beginning. */
export function withMoved(cell: Cell, { noun, name }: Lever, value: ParameterValue): Cell {
  return withLevers(cell, { [noun]: { [name]: value } } as Levers);
}

/** Other values of a lever that somebody might well want, within its bounds: another word, all numbers lower or higher, the first of a list. */
export function otherValues(lever: Lever, value: ParameterValue): readonly ParameterValue[] {
  const { kind, choices, addsUpTo } = lever.parameter;
  if (kind === 'yes-no') return [value !== true];
  if (kind === 'condition') return [(value as readonly string[]).map(() => 'nobody')];
  if (kind === 'choice' && isTexts(value))
    return choices.filter((choice) => choice !== value[0]).map((choice) => value.with(0, choice));
  if (kind === 'choice') return choices.filter((choice) => choice !== value);
  const moves =
    addsUpTo === undefined
      ? [
          mapNumbers(value, (number) => lower(number, lever)),
          mapNumbers(value, (number) => higher(number, lever)),
          rowsOf(value, (row) => row.with(0, higher(row[0], lever))),
        ]
      : [rowsOf(value, (row) => row.toReversed()), rowsOf(value, (row) => row.map((_, at) => row.at(at - 1)!))];
  return moves.filter((move) => cellsOf(move).some((cell, at) => cell !== cellsOf(value)[at]));
}

function lower(number: number, { parameter }: Lever): number {
  const [low] = parameter.bounds;
  const target = parameter.unit === 'log odds' ? number - 0.5 : number < 0 ? number * 1.5 : number / 2;
  return Math.max(low, parameter.whole ? Math.floor(target) : target);
}

function higher(number: number, { parameter }: Lever): number {
  const [, high] = parameter.bounds;
  if (parameter.unit === 'log odds') return Math.min(high, number + 0.5);
  if (high < Infinity) return parameter.whole ? Math.ceil((number + high) / 2) : (number + high) / 2;
  return number === 0 ? (FROM_NOTHING[parameter.unit] ?? 1) : number < 0 ? number / 2 : number * 2;
}

/** Something that is felt where there was nothing. */
const FROM_NOTHING: Readonly<Record<string, number>> = { days: 30, places: 5, krone: 1000 };

function rowsOf(value: ParameterValue, change: (row: Float64Array) => Float64Array): ParameterValue {
  if (typeof value !== 'object' || isTexts(value)) return value;
  return value instanceof Float64Array ? change(value) : value.map(change);
}

/** A value as a policy writes it. */
export function inYaml(value: ParameterValue, members: readonly (readonly string[])[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  const inner =
    value instanceof Float64Array
      ? [...value].map(String)
      : value.map((row: ParameterValue) => inYaml(row, members.slice(1)));
  return `{${inner.map((text, at) => `"${members[0][at]}": ${text}`).join(', ')}}`;
}
