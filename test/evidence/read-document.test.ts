import { describe, expect, test } from 'vitest';
import { type Problems, plainOf } from '../../src/evidence/document.ts';
import { parseText } from '../../src/evidence/read-document.ts';
import { describeFailure } from '../../src/failure.ts';

function complaintAbout(text: string): string {
  const problems: Problems = [];
  expect(parseText('a.yaml', text, problems)).toBeUndefined();
  return problems.map(describeFailure).join('\n');
}

test('plain YAML 1.2 becomes ordinary values', () => {
  const problems: Problems = [];
  const text = 'from: 2016-01-01\ncausal: no\nlist: [1, 2.5, -3e2]\nempty:\nmap: {1: a, true: b}\n';
  const root = parseText('a.yaml', text, problems);
  expect(problems).toEqual([]);
  expect(root && plainOf(root)).toEqual({
    from: '2016-01-01',
    causal: 'no',
    list: [1, 2.5, -300],
    empty: null,
    map: { 1: 'a', true: 'b' },
  });
});

test('every node knows its line and column', () => {
  const root = parseText('dir/a.yaml', 'title: A\nset:\n  x: {low: 60}\n', []);
  const set = root?.entries.get('set')?.node;
  const x = set?.kind === 'map' ? set.entries.get('x') : undefined;
  const low = x?.node.kind === 'map' ? x.node.entries.get('low') : undefined;
  expect([x?.place, low?.place, low?.node.place]).toEqual(['dir/a.yaml:3:3', 'dir/a.yaml:3:7', 'dir/a.yaml:3:12']);
});

describe('what is not plain YAML is refused with its place', () => {
  test.each([
    ['a:\n\tb: 1', 'a.yaml:2:1: a tab is used to indent; YAML needs spaces'],
    ['a: &x 1\nb: 2', 'a.yaml:1:7: anchors and aliases are not allowed\n  write the value out, or use extends'],
    ['a: !date 2016-01-01', 'a.yaml:1:4: not valid YAML: Unresolved tag: !date'],
    ['a: !!binary "abc"', 'a.yaml:1:13: this value is not plain YAML\n  quote it'],
    ['%YAML 1.1\n---\na: no', 'a.yaml:1:1: the directive %YAML is not allowed\n  leave it out'],
    ['a: 1\n---\nb: 1', 'a.yaml:2:1: a file holds one document; remove the line ---'],
    ['? [a, b]\n: 1', 'a.yaml:1:3: a key must be a single word or number\n  write "key: value"'],
    ['__proto__: 1', 'a.yaml:1:1: a key must be a single word or number\n  write "key: value"'],
    ['', 'a.yaml:1:1: the file is empty'],
    ['# only a remark\n', 'a.yaml:1:1: the file is empty'],
    ['- a\n- b', 'a.yaml:1:1: expected keys with values, got a list'],
    ['just words', 'a.yaml:1:1: expected keys with values, got the text "just words"'],
    [`a: ${'['.repeat(101)}`, 'a.yaml:1:1: brackets are nested more than 100 deep'],
    [`a: ${'['.repeat(100_000)}`, 'a.yaml:1:1: brackets are nested more than 100 deep'],
  ])('%j', (text, complaint) => {
    expect(complaintAbout(text)).toBe(complaint);
  });

  test('a doubled key is named with both places, and the rest of the file is read', () => {
    const problems: Problems = [];
    const root = parseText('a.yaml', 'a: 1\nb: {c: 1, c: 2}\n"a": 3\nd: 4', problems);
    expect(problems.map(describeFailure)).toEqual([
      'a.yaml:2:11: the key "c" is written twice\n  the other is at a.yaml:2:5; keep one of them',
      'a.yaml:3:1: the key "a" is written twice\n  the other is at a.yaml:1:1; keep one of them',
    ]);
    expect(plainOf(root!)).toEqual({ a: 1, b: { c: 1 }, d: 4 });
  });

  test('a doubled key is told each time the file is read', () => {
    for (const told of [1, 2]) {
      const problems: Problems = [];
      parseText('twice.yaml', 'a: 1\na: 2', problems);
      expect(problems, `reading ${told}`).toHaveLength(1);
    }
  });

  test('broken syntax', () => {
    expect(complaintAbout('a: [1, 2\nb: 3')).toMatch(/^a\.yaml:2:1: not valid YAML: /);
    expect(complaintAbout('a: "b')).toMatch(/^a\.yaml:1:6: not valid YAML: Missing closing "quote/);
  });
});

describe('a file is parsed once', () => {
  test('while its text is the same, and again once it has changed', () => {
    const first = parseText('once.yaml', 'a: 1\n', []);
    expect(parseText('once.yaml', 'a: 1\n', [])).toBe(first);
    expect(parseText('other.yaml', 'a: 1\n', [])?.place).toBe('other.yaml:1:1');
    const changed = parseText('once.yaml', 'a: 2\n', []);
    expect(changed && plainOf(changed)).toEqual({ a: 2 });
    expect(first && plainOf(first)).toEqual({ a: 1 });
  });

  test('a file with mistakes tells them every time', () => {
    expect(complaintAbout('a: 1\nb: &x 2')).toBe(complaintAbout('a: 1\nb: &x 2'));
  });

  test('of very many files, the last ones are remembered', () => {
    const first = parseText('0.yaml', 'a: 1\n', []);
    for (let file = 1; file <= 200; file++) parseText(`${file}.yaml`, 'a: 1\n', []);
    const last = parseText('200.yaml', 'a: 1\n', []);
    expect(parseText('200.yaml', 'a: 1\n', [])).toBe(last);
    expect(parseText('0.yaml', 'a: 1\n', [])).not.toBe(first);
  });
});
