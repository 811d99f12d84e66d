/**
 * Lever values: reads a lever and its values, as typed for a sweep.
 *
 *     placement.review_days.high: 30, 60, 120      these values
 *     facility.places: x0.8, x1, x1.2              the value in force, multiplied
 *     facility.places.low: +100, +-100             the value in force, plus or minus this much
 *     sentence.length_factor: 0.8..1.2/5           five values, evenly spaced; x0.8..x1.2/5 for factors
 *
 * Each value is read as the change that a policy would write, by the same reader (`change.ts`), so the same rules hold for both.
 */
import type { Catalogue, Lever } from '../evidence/catalogue.ts';
import type { Located, LocatedMap, Problems } from '../evidence/document.ts';
import type { Dimensions } from '../evidence/value.ts';
import { type Change, readChanges, writtenPath } from './change.ts';

/** A lever and its values in order: as typed for words, ascending for numbers. */
export interface LeverValues {
  /** As a policy writes it, with members: `placement.review_days.high`. */
  readonly path: string;
  readonly lever: Lever;
  readonly values: readonly LeverValue[];
}

/** One value of a lever. */
export interface LeverValue {
  /** As typed: `60`, `x0.8`, `+10`. */
  readonly text: string;
  readonly change: Change;
}

/** Reads the text of `option`. Adds everything that is wrong to `problems` and returns undefined then. */
export function readLeverValues(
  typed: string,
  option: string,
  catalogue: Catalogue,
  dimensions: Dimensions,
  problems: Problems,
): LeverValues | undefined {
  const [path = '', ...behind] = typed.split(':');
  const written = path.trim();
  const parts = behind
    .join(':')
    .split(',')
    .map((part) => part.trim());
  if (written === '' || behind.length === 0 || parts.includes('')) {
    const problem = `"${typed}": expected a lever and its values`;
    problems.push({ place: option, problem, remedy: `write it as in "${EXAMPLE}"` });
    return undefined;
  }
  const [noun, name] = written.split('.');
  const lever = catalogue.get(`${noun}.${name}`);
  const found = parts.flatMap((part) => (lever?.parameter.kind === 'number' ? numbersIn(part, lever) : [word(part)]));
  const wrong = found.filter((one): one is Wrong => 'problem' in one);
  const operands = found.filter((one): one is Operand => !('problem' in one));
  const complaints: Problems = wrong.map(({ problem, remedy }) => ({
    place: option,
    problem: `${written}: ${problem}`,
    remedy,
  }));
  const reading = { catalogue, dimensions, problems: complaints, places: new Map() };
  const values = operands.flatMap((operand): LeverValue[] => {
    const [change] = readChanges(setOf(written, operand, option), reading);
    return change === undefined ? [] : [{ text: operand.text, change }];
  });
  if (complaints.length === 0) complaints.push(...togetherWrong(written, values, option));
  const told = complaints.map((complaint) => JSON.stringify(complaint));
  problems.push(...complaints.filter((_, at) => told.indexOf(told[at]) === at));
  if (complaints.length > 0) return undefined;
  return { path: writtenPath(values[0].change), lever: lever!, values: inOrder(values) };
}

interface Operand {
  readonly text: string;
  readonly operation: Change['operation'];
  readonly value: string | number;
}

interface Wrong {
  readonly problem: string;
  readonly remedy: string;
}

const EXAMPLE = 'placement.review_days: 30, 60, 120';
const NUMBER = String.raw`[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const ONE = new RegExp(`^([x×+]?)(${NUMBER})$`, 'i');
const RANGE = new RegExp(`^([x×+]?)(${NUMBER})\\.\\.([x×+]?)(${NUMBER})(?:/(.*))?$`, 'i');
const MOST_STEPS = 400;
const OPERATIONS: readonly Change['operation'][] = ['set', 'multiply', 'add'];

/** Complaints about values that are valid one by one. */
function togetherWrong(path: string, values: readonly LeverValue[], place: string): Problems {
  const twin = values.find(({ text }, at) => values.findIndex((other) => other.text === text) < at);
  if (twin !== undefined)
    return [{ place, problem: `${path}: ${twin.text} is given twice`, remedy: 'keep one of them' }];
  if (values.length < 2) {
    return [{ place, problem: `${path}: a sweep needs at least two values`, remedy: `write them as in "${EXAMPLE}"` }];
  }
  const minus = values.find(({ change: { operation, value } }) => operation === 'set' && Number(value) < 0);
  if (minus === undefined || values.every(({ change }) => change.operation !== 'add')) return [];
  const problem = `${path}: beside amounts to add, ${minus.text} may mean a value or an amount to subtract`;
  return [{ place, problem, remedy: `write +${minus.text} to subtract it` }];
}

/** Expands a part: one number or a range. Anything else is passed on to the reader of changes, which complains about it. */
function numbersIn(part: string, { parameter }: Lever): readonly (Operand | Wrong)[] {
  const one = ONE.exec(part);
  if (one !== null) return [operandOf(one[1], Number(one[2]))];
  const range = RANGE.exec(part);
  if (range === null) return [word(part)];
  const [sign, again, written] = [range[1], range[3], range[5] ?? ''];
  const [first, last, steps] = [Number(range[2]), Number(range[4]), Number(written)];
  const isCount = /^\d+$/.test(written) && steps >= 2 && steps <= MOST_STEPS;
  if (!isCount || (again !== '' && again !== sign)) {
    const problem = isCount
      ? `${part}: both ends of a range must be of one kind`
      : `${part}: a range has 2 to ${MOST_STEPS} values`;
    return [{ problem, remedy: 'write the first, the last, and how many in all, as in 0.1..0.5/5 or x0.8..x1.2/5' }];
  }
  const isWhole = parameter.whole && sign === '' && Number.isInteger(first) && Number.isInteger(last);
  return Array.from({ length: steps }, (_, step) => {
    const value = first + ((last - first) * step) / (steps - 1);
    return operandOf(sign, isWhole ? Math.round(value) : rounded(value));
  });
}

function operandOf(sign: string, value: number): Operand {
  if (sign === '') return { text: String(value), operation: 'set', value };
  if (sign === '+') return { text: `+${value}`, operation: 'add', value };
  return { text: `x${value}`, operation: 'multiply', value };
}

function word(text: string): Operand {
  return { text, operation: 'set', value: text };
}

/** Twelve significant digits: 0.3, where arithmetic gives 0.30000000000000004. */
function rounded(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

/** The node that a policy would write under `set`. */
function setOf(path: string, { text, operation, value }: Operand, option: string): LocatedMap {
  const here = { file: option, place: option };
  const scalar: Located = { ...here, kind: 'scalar', value, source: text };
  const node: Located =
    operation === 'set'
      ? scalar
      : { ...here, kind: 'map', entries: new Map([[operation, { place: option, node: scalar }]]) };
  return { ...here, kind: 'map', entries: new Map([[path, { place: option, node }]]) };
}

function inOrder(values: readonly LeverValue[]): readonly LeverValue[] {
  if (values.some(({ change }) => typeof change.value !== 'number')) return values;
  const rank = ({ change }: LeverValue) => OPERATIONS.indexOf(change.operation);
  return [...values].sort((a, b) => rank(a) - rank(b) || Number(a.change.value) - Number(b.change.value));
}
