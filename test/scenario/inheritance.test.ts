import { describe, expect, test } from 'vitest';
import { type Plain, type Problems, plainOf } from '../../src/evidence/document.ts';
import { besideFile } from '../../src/evidence/reading.ts';
import { describeFailure } from '../../src/failure.ts';
import { readMerged } from '../../src/scenario/inheritance.ts';
import { readFrom } from './tiny.ts';

function merge(files: Readonly<Record<string, string>>): { merged: Plain | undefined; complaint: string } {
  const problems: Problems = [];
  const reading = { read: readFrom(new Map(Object.entries(files))), find: besideFile, problems };
  const root = readMerged('a.yaml', reading);
  return { merged: root && plainOf(root), complaint: problems.map(describeFailure).join('\n') };
}

test('maps merge by key; scalars and lists replace', () => {
  const { merged } = merge({
    'a.yaml': 'extends: b.yaml\nyears: 5\nlist: [3]\nmap: {y: {q: 4}, z: 5}\n',
    'b.yaml': 'title: B\nyears: 10\nlist: [1, 2]\nmap: {x: 1, y: {p: 2, q: 3}}\n',
  });
  expect(merged).toEqual({
    extends: 'b.yaml',
    title: 'B',
    years: 5,
    list: [3],
    map: { x: 1, y: { p: 2, q: 4 }, z: 5 },
  });
});

test('a change is replaced whole', () => {
  const { merged } = merge({
    'a.yaml': 'extends: b.yaml\nset: {x: {add: 10}, y: {low: 3}, z: 1}\n',
    'b.yaml': 'set: {x: {multiply: 2}, y: {multiply: 2}, z: {add: 1}}\n',
  });
  expect(merged).toMatchObject({ set: { x: { add: 10 }, y: { low: 3 }, z: 1 } });
});

test('the scenario has the last word, of two titles the later counts, and a shared parent may come twice', () => {
  const { merged, complaint } = merge({
    'a.yaml': 'extends: [b.yaml, dir/c.yaml]\nown: a\n',
    'b.yaml': 'extends: dir/root.yaml\ntitle: b\nonly: b\nown: b\n',
    'dir/c.yaml': 'extends: root.yaml\ntitle: c\nown: c\n',
    'dir/root.yaml': 'title: root\ndeep: root\n',
  });
  expect(complaint).toBe('');
  expect(merged).toMatchObject({ title: 'c', only: 'b', own: 'a', deep: 'root' });
});

describe('parents of which neither extends the other', () => {
  const policies = (set: string, from = '2014-01-01') => `policies:\n  p: {from: ${from}, set: ${set}}\n`;

  test('may not write one policy in two ways: it is never one of the two, nor half of each', () => {
    const { complaint } = merge({
      'a.yaml': 'extends: [b.yaml, c.yaml]\n',
      'b.yaml': policies('{x: 1}'),
      'c.yaml': policies('{y: 2}'),
    });
    expect(complaint).toBe(
      'c.yaml:2:3: policies.p is written differently in b.yaml\n' +
        '  neither of the two extends the other, so neither decides\n' +
        '  rename one of them (the other is at b.yaml:2:3), or write the policy in a.yaml, which then decides',
    );
  });

  test('are overruled by the scenario, which then takes nothing from either', () => {
    const { merged, complaint } = merge({
      'a.yaml': `extends: [b.yaml, c.yaml]\n${policies('{z: 3}')}`,
      'b.yaml': policies('{x: 1}'),
      'c.yaml': policies('{y: 2}'),
    });
    expect(complaint).toBe('');
    expect(merged).toMatchObject({ policies: { p: { from: '2014-01-01', set: { z: 3 } } } });
    expect(JSON.stringify(merged)).not.toMatch(/"x"|"y"/);
  });

  test('are overruled by an heir further down, whatever lies between', () => {
    const files = {
      'b.yaml': policies('{x: 1}'),
      'c.yaml': policies('{y: 2}'),
      'both.yaml': 'extends: [b.yaml, c.yaml]\n',
    };
    expect(merge({ ...files, 'a.yaml': `extends: both.yaml\n${policies('{z: 3}')}` }).complaint).toBe('');
    expect(merge({ ...files, 'a.yaml': 'extends: both.yaml\n' }).complaint).toContain('write the policy in both.yaml');
  });

  test.each([
    ['the same policy in the same words', policies('{x: 1, y: 2}'), policies('{y: 2, x: 1}')],
    ['policies of other names', policies('{x: 1}'), policies('{y: 2}').replace('p:', 'q:')],
  ])('may write %s', (_, b, c) => {
    const { merged, complaint } = merge({ 'a.yaml': 'extends: [b.yaml, c.yaml]\n', 'b.yaml': b, 'c.yaml': c });
    expect(complaint).toBe('');
    expect(merged).toMatchObject({ policies: { p: { set: { x: 1 } } } });
  });

  test.each([['[b.yaml, c.yaml]'], ['[c.yaml, b.yaml]']])(
    'may share what they inherit; what one of them changed stays changed, extended as %s',
    (parents) => {
      const { merged, complaint } = merge({
        'a.yaml': `extends: ${parents}\n`,
        'b.yaml': 'extends: root.yaml\npolicies: {p: {set: {x: 5}}}\nyears: 3\n',
        'c.yaml': 'extends: root.yaml\npolicies: {r: {from: 2015-01-01, set: {z: 1}}}\n',
        'root.yaml': `years: 10\nevidence: [e.yaml]\n${policies('{x: 1, y: 2}')}`,
      });
      expect(complaint).toBe('');
      expect(merged).toMatchObject({
        years: 3,
        evidence: ['e.yaml'],
        policies: { p: { set: { x: 5, y: 2 } }, r: { set: { z: 1 } } },
      });
    },
  );

  test('a parent listed beside one that extends it takes nothing back', () => {
    const files = { 'b.yaml': 'extends: root.yaml\nyears: 3\n', 'root.yaml': 'years: 10\n' };
    for (const parents of ['[b.yaml, root.yaml]', '[root.yaml, b.yaml]']) {
      expect(merge({ ...files, 'a.yaml': `extends: ${parents}\n` })).toMatchObject({
        merged: { years: 3 },
        complaint: '',
      });
    }
  });

  test.each([
    ['start', '2012-01-01', '2013-01-01'],
    ['years', '5', '10'],
    ['seed', 'one', 'other'],
    ['place', 'Norway', 'Harbour'],
    ['evidence', '[x.yaml]', '[y.yaml]'],
  ])('may not differ in %s either, since results depend on it', (key, b, c) => {
    const files = { 'b.yaml': `title: B\n${key}: ${b}\n`, 'c.yaml': `title: C\n${key}: ${c}\n` };
    expect(merge({ ...files, 'a.yaml': 'extends: [b.yaml, c.yaml]\n' }).complaint).toBe(
      `c.yaml:2:1: ${key} is written differently in b.yaml\n` +
        '  neither of the two extends the other, so neither decides\n' +
        `  write ${key} in a.yaml, which then decides`,
    );
    const decided = merge({ ...files, 'a.yaml': `extends: [b.yaml, c.yaml]\n${key}: ${b}\n` });
    expect(decided.complaint).toBe('');
    expect(decided.merged).toMatchObject({ title: 'C' });
  });

  test('may not name two files by the same words', () => {
    const { complaint } = merge({
      'a.yaml': 'extends: [b.yaml, dir/c.yaml]\n',
      'b.yaml': 'evidence: [own.yaml]\n',
      'dir/c.yaml': 'evidence: [own.yaml]\n',
    });
    expect(complaint).toContain('dir/c.yaml:1:1: evidence is written differently in b.yaml');
  });
});

describe('what cannot be extended is named', () => {
  test('a circle', () => {
    const files = { 'a.yaml': 'extends: b.yaml', 'b.yaml': 'title: B\nextends: [c.yaml]', 'c.yaml': 'extends: b.yaml' };
    expect(merge(files)).toEqual({
      merged: undefined,
      complaint: 'c.yaml:1:10: extends forms a circle: b.yaml -> c.yaml -> b.yaml',
    });
  });
  test('itself', () => {
    expect(merge({ 'a.yaml': 'extends: ./a.yaml' }).complaint).toBe(
      'a.yaml:1:10: extends forms a circle: a.yaml -> a.yaml',
    );
  });
  test('a file that is not there', () => {
    expect(merge({ 'a.yaml': 'extends: dir/b.yaml' }).complaint).toBe(
      'a.yaml:1:10: cannot read dir/b.yaml\n  there is no such file',
    );
  });
  test('something that is no path', () => {
    expect(merge({ 'a.yaml': 'extends: [3]' }).complaint).toBe(
      'a.yaml:1:11: extends: expected the path of a file, got the number 3',
    );
  });
  test('a parent that is not YAML', () => {
    expect(merge({ 'a.yaml': 'extends: b.yaml', 'b.yaml': 'x: 1\nx: 2' }).complaint).toBe(
      'b.yaml:2:1: the key "x" is written twice\n  the other is at b.yaml:1:1; keep one of them',
    );
  });
});
