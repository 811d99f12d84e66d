/** Laws of conditions: text and tree are one, the program means what the tree says, and nothing that is written throws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  byPlace,
  type Condition,
  type ConditionNames,
  comparators,
  type Operand,
  parseCondition,
  writeCondition,
} from '../../src/evidence/condition.ts';
import { compileCondition, holds } from '../../src/evidence/condition-program.ts';

const names: ConditionNames = { numbers: ['a', 'b'], facts: ['p', 'q'], dimensions: ['one', 'some'] };
const members = { one: ['x', 'y', 'z-1'], some: ['u', 'v', 'w'] };
const settings = { seed: 1, numRuns: 500 };

const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.constantFrom('a', 'b'),
  fc.integer({ min: -3, max: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
);
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      fc.constantFrom<Condition>({ is: 'everybody' }, { is: 'nobody' }),
      fc
        .constantFrom('p', 'q', 'one.x', 'one.y', 'one.z-1', 'some.u', 'some.v', 'some.w')
        .map((name): Condition => ({ is: 'fact', name })),
      fc.tuple(fc.constantFrom(...comparators), operand, operand).map(([is, left, right]) => ({ is, left, right })),
    ),
    tie('tree').map((of): Condition => ({ is: 'not', of })),
    fc.tuple(fc.constantFrom('and', 'or'), tie('tree'), tie('tree')).map(([is, left, right]) => ({ is, left, right })),
  ),
}));
const short = tree.filter((condition) => writeCondition(condition).length <= 900);

interface Person {
  readonly a: number;
  readonly b: number;
  readonly p: boolean;
  readonly q: boolean;
  readonly one: string;
  readonly some: readonly string[];
}
const person: fc.Arbitrary<Person> = fc.record({
  a: fc.integer({ min: -3, max: 3 }),
  b: fc.double({ noNaN: true }),
  p: fc.boolean(),
  q: fc.boolean(),
  one: fc.constantFrom(...members.one),
  some: fc.subarray(members.some),
});

test('what is written is read as the same condition', () => {
  fc.assert(
    fc.property(short, (condition) => {
      expect(parseCondition(writeCondition(condition), names, members)).toEqual(condition);
    }),
    settings,
  );
});

test('members by their places mean the same, and are places already the second time', () => {
  fc.assert(
    fc.property(short, (condition) => {
      const placed = byPlace(condition, members);
      expect(parseCondition(writeCondition(placed), names, members)).toEqual(placed);
      expect(byPlace(placed, members)).toEqual(placed);
    }),
    settings,
  );
});

test('the program holds for exactly those for whom the tree does', () => {
  fc.assert(
    fc.property(short, person, (condition, somebody) => {
      const program = compileCondition(writeCondition(byPlace(condition, members)), names, ['some']);
      expect(holds(program, asNumbers(somebody))).toBe(means(condition, somebody));
    }),
    settings,
  );
});

test('any text is a condition or is told what is wrong with it, within the text', () => {
  const word = fc.constantFrom(
    'a',
    'p',
    'one.x',
    'some.9',
    '(',
    ')',
    'not',
    'and',
    'or',
    '<',
    '>=',
    '=',
    '3',
    '-1e3',
    '.',
    '#',
  );
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(word, { maxLength: 20 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const outcome = parseCondition(written, names, members);
      if (!('complaint' in outcome)) return;
      expect(outcome.complaint.at).toBeGreaterThanOrEqual(1);
      expect(outcome.complaint.at).toBeLessThanOrEqual(written.length + 1);
      expect(outcome.complaint.remedy).not.toBe('');
    }),
    { ...settings, numRuns: 2000 },
  );
});

function asNumbers({ a, b, p, q, one, some }: Person): Float64Array {
  const bits = some.reduce((sum, member) => sum | (1 << members.some.indexOf(member)), 0);
  return Float64Array.of(a, b, Number(p), Number(q), members.one.indexOf(one), bits);
}

/** The reference: what a tree says of somebody, read as it stands. */
function means(condition: Condition, somebody: Person): boolean {
  const number = (operand: Operand) => (typeof operand === 'number' ? operand : somebody[operand as 'a' | 'b']);
  switch (condition.is) {
    case 'everybody':
      return true;
    case 'nobody':
      return false;
    case 'fact': {
      const [name, member] = condition.name.split('.') as [string, string | undefined];
      if (name === 'one') return somebody.one === member;
      return name === 'some' ? somebody.some.includes(member!) : somebody[name as 'p' | 'q'];
    }
    case 'not':
      return !means(condition.of, somebody);
    case 'and':
      return means(condition.left, somebody) && means(condition.right, somebody);
    case 'or':
      return means(condition.left, somebody) || means(condition.right, somebody);
  }
  const [left, right] = [number(condition.left), number(condition.right)];
  switch (condition.is) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '>=':
      return left >= right;
    case '>':
      return left > right;
  }
}
