/**
 * Condition: a rule of eligibility, as an analyst writes it.
 *
 *     days_left >= 90 and (need.thinking or sanctions > 2) and not level.transitional
 *
 * The small language is parsed and never run as code: numbers, comparisons, facts that are true or false, `and`, `or`, `not`,
 * brackets, and the words `everybody` and `nobody`. `not` binds closer than `and`, and `and` closer than `or`. The parameter
 * declares the names allowed; a name with a dot is a member of a dimension, or its position there, from 1.
 */
import { suggestion } from './nearest.ts';

/** The names allowed in the conditions of a parameter. */
export interface ConditionNames {
  /** Numbers, to be compared: `days_left`. */
  readonly numbers: readonly string[];
  /** Facts, true or false: `foreign`. */
  readonly facts: readonly string[];
  /** Dimensions, whose members are true or false: `level`, for `level.high`. */
  readonly dimensions: readonly string[];
}

/** The comparisons of two numbers. */
export const comparators = ['<', '<=', '=', '!=', '>=', '>'] as const;
export type Comparator = (typeof comparators)[number];

/** A condition as a tree. */
export type Condition =
  | { readonly is: 'everybody' | 'nobody' }
  | { readonly is: 'fact'; readonly name: string }
  | { readonly is: Comparator; readonly left: Operand; readonly right: Operand }
  | { readonly is: 'not'; readonly of: Condition }
  | { readonly is: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

/** One side of a comparison: a number, or the name of one. */
export type Operand = number | string;

/** Why a text is not a condition: the position of the mistake, from 1, the problem, and the remedy. */
export interface ConditionComplaint {
  readonly at: number;
  readonly problem: string;
  readonly remedy: string;
}

/** The members of dimensions, in order. */
type Members = Readonly<Record<string, readonly string[]>>;

/** Longest text of a condition, in characters. */
export const LONGEST = 1000;

/** Parses `text`: the condition, or why it is not one. Never throws. */
export function parseCondition(
  text: string,
  names: ConditionNames,
  members: Members,
): Condition | { readonly complaint: ConditionComplaint } {
  try {
    return new Parser(text, names, members).whole();
  } catch (error) {
    if (error instanceof Stop) return { complaint: error.complaint };
    throw error;
  }
}

/** A condition as text, with brackets only where needed. Parsing it gives the same condition again. */
export function writeCondition(condition: Condition): string {
  switch (condition.is) {
    case 'everybody':
    case 'nobody':
      return condition.is;
    case 'fact':
      return condition.name;
    case 'not':
      return `not ${bracketed(condition.of, binding(condition.of) < BINDING.not)}`;
    case 'and':
    case 'or': {
      const own = BINDING[condition.is];
      const left = bracketed(condition.left, binding(condition.left) < own);
      return `${left} ${condition.is} ${bracketed(condition.right, binding(condition.right) <= own)}`;
    }
    default:
      return `${condition.left} ${condition.is} ${condition.right}`;
  }
}

/** The same condition with every member named by its position in its dimension, from 1: `level.transitional` is `level.3`. */
export function byPlace(condition: Condition, members: Members): Condition {
  switch (condition.is) {
    case 'fact': {
      const [dimension, member] = partsOfName(condition.name);
      if (member === undefined) return condition;
      const index = members[dimension].indexOf(member);
      return index < 0 ? condition : { is: 'fact', name: `${dimension}.${index + 1}` };
    }
    case 'not':
      return { is: 'not', of: byPlace(condition.of, members) };
    case 'and':
    case 'or':
      return { is: condition.is, left: byPlace(condition.left, members), right: byPlace(condition.right, members) };
    default:
      return condition;
  }
}

/** The dimension and the member of a name with a dot; a name without a dot has no member. */
export function partsOfName(name: string): readonly [dimension: string, member: string | undefined] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name, undefined] : [name.slice(0, dot), name.slice(dot + 1)];
}

const BINDING = { or: 1, and: 2, not: 3, test: 4 } as const;

function binding({ is }: Condition): number {
  return is === 'or' || is === 'and' || is === 'not' ? BINDING[is] : BINDING.test;
}

function bracketed(condition: Condition, needed: boolean): string {
  return needed ? `(${writeCondition(condition)})` : writeCondition(condition);
}

/** Carries a complaint out of the parser from any depth. */
class Stop extends Error {
  readonly complaint: ConditionComplaint;

  constructor(complaint: ConditionComplaint) {
    super(complaint.problem);
    this.complaint = complaint;
  }
}

const TOKEN = /(-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?)|([A-Za-z_][\w-]*(?:\.[\w+-]+)?)|(<=|>=|!=|<|>|=)|([()])/y;

class Parser {
  readonly #text: string;
  readonly #numbers: readonly string[];
  readonly #facts: readonly string[];
  /** Members by position. */
  readonly #places: readonly string[];
  /** The next token, its kind, and the characters at which it begins and ends. */
  #word = '';
  #kind: 'number' | 'name' | 'comparison' | 'bracket' | 'end' = 'end';
  #from = 0;
  #until = 0;

  constructor(text: string, { numbers, facts, dimensions }: ConditionNames, members: Members) {
    this.#text = text;
    this.#numbers = numbers;
    const named = (call: (member: string, index: number) => string) =>
      dimensions.flatMap((name) => (members[name] ?? []).map((member, index) => `${name}.${call(member, index)}`));
    this.#facts = [...facts, ...named((member) => member)];
    this.#places = named((_, index) => String(index + 1));
    if (text.length > LONGEST) this.#stop(`longer than ${LONGEST} characters`, 'write a shorter condition', LONGEST);
    this.#next();
  }

  whole(): Condition {
    const condition = this.#either();
    if (this.#kind !== 'end') this.#stop(`"${this.#word}" is not expected here`, 'join conditions by "and" or "or"');
    return condition;
  }

  #either(): Condition {
    let left = this.#both();
    while (this.#takes('or')) left = { is: 'or', left, right: this.#both() };
    return left;
  }

  #both(): Condition {
    let left = this.#single();
    while (this.#takes('and')) left = { is: 'and', left, right: this.#single() };
    return left;
  }

  #single(): Condition {
    if (this.#takes('not')) return { is: 'not', of: this.#single() };
    if (this.#takes('(')) {
      const inner = this.#either();
      if (!this.#takes(')')) this.#stop('a bracket is not closed', 'close it with )');
      return inner;
    }
    return this.#test();
  }

  #test(): Condition {
    const word = this.#word;
    if (this.#takes('everybody')) return { is: 'everybody' };
    if (this.#takes('nobody')) return { is: 'nobody' };
    if (this.#kind === 'name' && (this.#facts.includes(word) || this.#places.includes(word))) {
      const after = this.#next();
      if (after === 'comparison') this.#stop(`${word} is true or false`, `write "${word}" or "not ${word}"`);
      return { is: 'fact', name: word };
    }
    const left = this.#operand();
    const comparison = comparators.find((sign) => sign === this.#word);
    if (comparison === undefined) {
      this.#stop(`${word} is a number, which must be compared`, `write something such as "${word} >= 90"`);
    }
    this.#next();
    return { is: comparison, left, right: this.#operand() };
  }

  #operand(): Operand {
    const word = this.#word;
    const isNumber = this.#kind === 'number';
    if (!isNumber && !(this.#kind === 'name' && this.#numbers.includes(word))) this.#unknown();
    if (isNumber && !Number.isFinite(Number(word))) this.#stop(`${word} is too large`, 'write a smaller number');
    this.#next();
    return isNumber ? Number(word) + 0 : word;
  }

  #unknown(): never {
    if (this.#kind === 'end') this.#stop('it ends too early', 'write a comparison or a fact here');
    if (this.#kind !== 'name') this.#stop(`"${this.#word}" is not expected here`, 'write a comparison or a fact here');
    if (this.#facts.includes(this.#word)) this.#stop(`${this.#word} is not a number`, 'compare numbers only');
    const [dimension] = partsOfName(this.#word);
    const members = this.#facts.filter((name) => name.startsWith(`${dimension}.`));
    const names = members.length > 0 ? members : [...this.#numbers, ...this.#facts, ...WORDS];
    this.#stop(`there is no "${this.#word}"`, suggestion(this.#word, names));
  }

  #takes(word: string): boolean {
    if (this.#word !== word) return false;
    this.#next();
    return true;
  }

  #next(): string {
    this.#from = this.#until + (/^\s*/.exec(this.#text.slice(this.#until))?.[0].length ?? 0);
    TOKEN.lastIndex = this.#from;
    const found = TOKEN.exec(this.#text);
    this.#word = this.#text.slice(this.#from, this.#from + 1);
    if (found === null && this.#from < this.#text.length) {
      this.#stop(`"${this.#word}" means nothing here`, 'write names, numbers, < <= = != >= >, and, or, not, ( )');
    }
    this.#until = found === null ? this.#text.length : TOKEN.lastIndex;
    this.#word = this.#text.slice(this.#from, this.#until);
    if (found === null) this.#kind = 'end';
    else if (found[2] !== undefined) this.#kind = 'name';
    else if (found[3] !== undefined) this.#kind = 'comparison';
    else this.#kind = found[4] === undefined ? 'number' : 'bracket';
    return this.#kind;
  }

  #stop(problem: string, remedy: string, at = this.#from): never {
    throw new Stop({ at: at + 1, problem, remedy });
  }
}

const WORDS = ['and', 'or', 'not', 'everybody', 'nobody'];
