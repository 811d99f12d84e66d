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

  test.each([40, 80, 100])('fits a terminal of %d columns', async (columns) => {
    let text = '';
    const stdout = { isTTY: true, columns, write: (more: string) => (text += more) };
    await typed('evidence', folder, { stdout });
    const lines = text.trimEnd().split('\n');
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.some((line) => line.startsWith('placement.review_days'))).toBe(true);
  });

  test('in 80 columns names each number once, and says everything that the table says', async () => {
    const told = async (environment: Record<string, string>) =>
      (await typed('evidence placement.review_days', folder, { environment })).stdout;
    const [paragraph, table] = [await told({ COLUMNS: '80' }), await told({})];
    expect(paragraph).toMatch(
      /^placement\.review_days: high 90, low 90, transitional 90 days\n {2}assumption; Norway, /,
    );
    const words = (text: string) => text.replace(/[;,:]/g, ' ').split(/\s+/).sort();
    expect(words(paragraph).filter((word) => word !== '')).toEqual(
      words(table.split('\n')[1]!).filter((word) => word !== ''),
    );
  });

  test.each(['A', 'B', 'C', 'assumption'])('--grade %s shows numbers of that grade alone', async (grade) => {
    const { exitCode, stdout } = await typed(`evidence --json --grade ${grade}`, folder);
    const rows = JSON.parse(stdout) as { parameter: string; grade: string }[];
    expect([exitCode, new Set(rows.map((row) => row.grade))]).toEqual([0, new Set([grade])]);
  });

  test('the grades share out all numbers, and what no number has is said', async () => {
    const count = async (line: string) => (await typed(line, folder)).stdout.trimEnd().split('\n').length - 1;
    const counts = await Promise.all(['A', 'B', 'C', 'assumption'].map((grade) => count(`evidence --grade ${grade}`)));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(await count('evidence'));
    const wrong = await typed('evidence --grade D', folder);
    expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('--grade D: there is no such choice')]);
    const none = await typed('evidence placement.review_days --grade A', folder);
    expect(none.stderr).toContain('no parameter of grade A contains "placement.review_days"');
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
