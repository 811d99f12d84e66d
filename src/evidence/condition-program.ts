/**
 * Condition program: compiles a condition, so that it can be evaluated for many people.
 *
 * A person is described by a row of numbers: first the numbers that may be named, then the facts as 0 or 1, then each dimension,
 * as the position of its one member, or as bits if a person may have several. The condition becomes a list of simple instructions
 * for a stack machine that allocates no memory; nothing that an analyst writes is ever run as code.
 */
import {
  type Comparator,
  type Condition,
  type ConditionNames,
  comparators,
  type Operand,
  parseCondition,
  partsOfName,
} from './condition.ts';

/** Instructions of three numbers each: the operation and its operands. */
export interface ConditionProgram {
  readonly code: Float64Array;
  /** Constants of the condition; their indexes follow those of the person. */
  readonly constants: Float64Array;
  /** The number of values that describe a person. */
  readonly width: number;
  /** The values that the condition reads. */
  readonly asked: Int32Array;
  readonly stack: Uint8Array;
}

/** The most members of a dimension that is given by position. */
const MOST_MEMBERS = 100;
const PLACES = Array.from({ length: MOST_MEMBERS }, (_, index) => String(index + 1));

/** The number of values that describe a person. */
export function widthOf({ numbers, facts, dimensions }: ConditionNames): number {
  return numbers.length + facts.length + dimensions.length;
}

/** Compiles a text whose members are named by position. `several` lists the dimensions that are given as bits. */
export function compileCondition(text: string, names: ConditionNames, several: readonly string[]): ConditionProgram {
  const members = Object.fromEntries(names.dimensions.map((dimension) => [dimension, PLACES]));
  const condition = parseCondition(text, names, members);
  if ('complaint' in condition) throw new Error(`"${text}" was never checked: ${condition.complaint.problem}`);
  const code: number[] = [];
  const constants: number[] = [];
  const asked = new Set<number>();
  const depth = add(condition);
  return {
    code: Float64Array.from(code),
    constants: Float64Array.from(constants),
    width: widthOf(names),
    asked: Int32Array.from(asked),
    stack: new Uint8Array(depth),
  };

  /** Adds the instructions of a condition; returns the stack depth they need. */
  function add(part: Condition): number {
    switch (part.is) {
      case 'everybody':
      case 'nobody':
        code.push(CONSTANT, part.is === 'everybody' ? 1 : 0, 0);
        return 1;
      case 'fact':
        code.push(...factCode(part.name));
        asked.add(code.at(-2)!);
        return 1;
      case 'not': {
        const needed = add(part.of);
        code.push(NOT, 0, 0);
        return needed;
      }
      case 'and':
      case 'or': {
        const needed = Math.max(add(part.left), 1 + add(part.right));
        code.push(part.is === 'and' ? AND : OR, 0, 0);
        return needed;
      }
      default:
        code.push(comparators.indexOf(part.is as Comparator), place(part.left), place(part.right));
        return 1;
    }
  }

  function place(operand: Operand): number {
    if (typeof operand === 'string') {
      asked.add(names.numbers.indexOf(operand));
      return names.numbers.indexOf(operand);
    }
    constants.push(operand);
    return widthOf(names) + constants.length - 1;
  }

  function factCode(name: string): readonly number[] {
    const [dimension, member] = partsOfName(name);
    if (member === undefined) return [IS, names.numbers.length + names.facts.indexOf(name), 1];
    const slot = names.numbers.length + names.facts.length + names.dimensions.indexOf(dimension);
    return [several.includes(dimension) ? HAS : IS, slot, Number(member) - 1];
  }
}

/** Whether a condition holds for the person described by `person`. Allocates no memory and never throws. */
export function holds({ code, constants, width, stack }: ConditionProgram, person: Float64Array): boolean {
  let top = -1;
  for (let at = 0; at < code.length; at += 3) {
    const what = code[at];
    const a = code[at + 1];
    const b = code[at + 2];
    if (what >= NOT) {
      if (what === NOT) {
        stack[top] = 1 - stack[top];
        continue;
      }
      top--;
      stack[top] = what === AND ? stack[top] & stack[top + 1] : stack[top] | stack[top + 1];
      continue;
    }
    top++;
    if (what === CONSTANT) stack[top] = a;
    else if (what === IS) stack[top] = person[a] === b ? 1 : 0;
    else if (what === HAS) stack[top] = (person[a] >> b) & 1;
    else
      stack[top] = compared(
        what,
        a < width ? person[a] : constants[a - width],
        b < width ? person[b] : constants[b - width],
      )
        ? 1
        : 0;
  }
  return stack[0] === 1;
}

function compared(how: number, left: number, right: number): boolean {
  switch (how) {
    case 0:
      return left < right;
    case 1:
      return left <= right;
    case 2:
      return left === right;
    case 3:
      return left !== right;
    case 4:
      return left >= right;
    default:
      return left > right;
  }
}

const CONSTANT = 6;
const IS = 7;
const HAS = 8;
const NOT = 9;
const AND = 10;
const OR = 11;
