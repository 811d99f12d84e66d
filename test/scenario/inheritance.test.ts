import { describe, expect, test } from 'vitest';
import { type Plain, type Problems, plainOf } from '../../src/evidence/document.ts';
import { describeFailure } from '../../src/failure.ts';
import { readMerged } from '../../src/scenario/inheritance.ts';
import { readFrom } from './tiny.ts';

function merge(files: Readonly<Record<string, string>>): { merged: Plain | undefined; complaint: string } {
  const problems: Problems = [];
  const root = readMerged('a.yaml', readFrom(new Map(Object.entries(files))), problems);
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

test('parents are merged in the order they are listed, the scenario last, and a shared parent may come twice', () => {
  const { merged, complaint } = merge({
    'a.yaml': 'extends: [b.yaml, dir/c.yaml]\nown: a\n',
    'b.yaml': 'extends: dir/root.yaml\nboth: b\nonly: b\nown: b\n',
    'dir/c.yaml': 'extends: root.yaml\nboth: c\nown: c\n',
    'dir/root.yaml': 'both: root\ndeep: root\n',
  });
  expect(complaint).toBe('');
  expect(merged).toMatchObject({ both: 'c', only: 'b', own: 'a', deep: 'root' });
});

describe('what cannot be extended is named', () => {
  test('a circle', () => {
    const files = { 'a.yaml': 'extends: b.yaml', 'b.yaml': 'title: B\nextends: [c.yaml]', 'c.yaml': 'extends: b.yaml' };
    expect(merge(files)).toEqual({
      merged: undefined,
      complaint: 'c.yaml:1:10: extends goes round in a circle: b.yaml -> c.yaml -> b.yaml',
    });
  });
  test('itself', () => {
    expect(merge({ 'a.yaml': 'extends: ./a.yaml' }).complaint).toBe(
      'a.yaml:1:10: extends goes round in a circle: a.yaml -> a.yaml',
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
      'b.yaml:2:1: this key is here twice',
    );
  });
});
