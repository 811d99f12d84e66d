/** JSON read quickly is the same tree, place by place, as JSON read as YAML. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problems } from '../../src/evidence/document.ts';
import { parseText } from '../../src/evidence/read-document.ts';
import { readJson } from '../../src/evidence/read-json.ts';
import { tinyScenario } from '../tiny.ts';

const key = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('a.b', 'true', '1', '- x', '"', '\\'),
);
const leaf = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, '', '\\', '\\"', '\n', 'a: b # c', '\u2028', '\ud800', '}', -0),
);
const { root } = fc.letrec((tie) => ({
  root: fc.dictionary(key, tie('node'), { maxKeys: 6 }),
  node: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('node'), { maxLength: 4 }), tie('root')),
}));

/** A remark makes it YAML, and moves nothing. */
const asYaml = (text: string, problems: Problems) => parseText('a.json', `${text} # as YAML`, problems);

test('JSON and the same text as YAML are one tree', () => {
  fc.assert(
    fc.property(root, fc.constantFrom(undefined, 1, 2), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent);
      const problems: Problems = [];
      const tree = asYaml(text, problems);
      expect(problems).toEqual([]);
      expect(readJson('a.json', text)).toEqual(tree);
    }),
    { numRuns: 200, examples: [[{ n: 1e21, tiny: 5e-324, deep: [[[{ x: [] }]], {}] }, 2]] },
  );
});

test('the canonical text of a scenario is one of them', () => {
  const { text } = tinyScenario();
  const tree = readJson('a.json', text);
  expect(tree?.entries.get('evidence')?.place).toMatch(/^a\.json:\d+:3$/);
  expect(tree).toEqual(asYaml(text.trimEnd(), []));
});

test.each([
  ['a key twice', '{"a": 1, "a": 2}'],
  ['a key without a name', '{"": 1}'],
  ['a key that is no name', '{"x": {"__proto__": 1}}'],
  ['a tab', '{"a":\t1}'],
  ['a list', '[1]'],
  ['a map of YAML', '{a: 1}'],
  ['what is cut off', '{"a": [1, 2'],
])('%s is left to YAML', (_, text) => {
  expect(readJson('a.json', text)).toBeUndefined();
});
