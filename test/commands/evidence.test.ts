import { beforeAll, describe, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

describe('evidence', () => {
  test('shows value, unit, grade, place, period and source of what matches', async () => {
    const { exitCode, stdout } = await typed('evidence PLACEMENT.review_days', folder);
    expect(exitCode).toBe(0);
    const [header, row, ...rest] = stdout.trimEnd().split('\n');
    expect(header!.split(/ {2,}/)).toEqual(['parameter', 'value', 'unit', 'grade', 'place', 'period', 'source']);
    expect(row).toMatch(/^placement\.review_days {2,}high 90, low 90, transitional 90 {2,}days {2,}/);
    expect(rest).toEqual([]);
  });

  test('without a pattern lists every parameter, a table by its range', async () => {
    const { stdout } = await typed('evidence', folder);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.find((line) => line.startsWith('placement.entry_share'))).toContain('12 values, 0 to 1');
  });

  test('is broken to the width of a terminal, and names stay whole', async () => {
    let text = '';
    const stdout = { isTTY: true, columns: 124, write: (more: string) => (text += more) };
    await typed('evidence placement', folder, { stdout });
    const lines = text.trimEnd().split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(124);
    expect(lines.some((line) => line.startsWith('placement.review_days '))).toBe(true);
  });

  test('as JSON gives one object a number, before any policy', async () => {
    const { stdout } = await typed('evidence placement.review_days --json --scenario open', folder);
    const rows = JSON.parse(stdout);
    expect(rows.map((row: { member: string; value: number }) => [row.member, row.value])).toEqual([
      ['high', 90],
      ['low', 90],
      ['transitional', 90],
    ]);
    expect(rows[0]).toMatchObject({ parameter: 'placement.review_days', unit: 'days', word: '' });
  });
});
