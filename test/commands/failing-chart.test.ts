/** A study and an experiment of which one chart cannot be drawn: everything else is printed and written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { filesUnder, tinyFolder, typed } from './typed.ts';

vi.mock('../../src/charts/queue.ts', () => ({
  queueChart: () => {
    throw new Error('no ink <b>');
  },
}));
vi.mock('../../src/charts/sweep-line.ts', () => ({
  sweepLineChart: () => ({ mark: 'no such mark' }),
}));

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

const complaint = (chart: string, why: string) =>
  `${chart}: could not be drawn\n  ${why}\n  ${chart.split('/')[0]} holds everything else; this is a defect of stepdown: please report it\n`;

describe('a study', () => {
  test('is printed and written without the chart, which is named', async () => {
    const { exitCode, stdout, stderr } = await typed('compare tiny open --years 1 --replicates 1 --out out', folder);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('\nreport  out/report.html   digest ');
    expect(stderr.endsWith(complaint('out/charts/queue', 'no ink <b>'))).toBe(true);
    const files = await filesUnder(join(folder, 'out'));
    expect([...files.keys()].filter((path) => path.startsWith('charts/queue'))).toEqual([]);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['charts/week.svg', 'charts/week.png', 'series/waiting.parquet']),
    );
    const page = Buffer.from(files.get('report.html')!, 'latin1').toString('utf8');
    expect(page).toContain('<figure id="chart-queue">\n<p>This chart could not be drawn: no ink &lt;b&gt;.</p>');
    expect(Object.keys(JSON.parse(files.get('manifest.json')!).files)).toHaveLength(files.size - 1);
    expect((await typed('verify out --quick', folder)).exitCode).toBe(0);
  });

  test('is drawn again with the same complaint', async () => {
    const before = await filesUnder(join(folder, 'out'));
    const { exitCode, stdout, stderr } = await typed('report out', folder);
    expect([exitCode, stdout, stderr]).toEqual([
      1,
      'report  out/report.html\n',
      complaint('out/charts/queue', 'no ink <b>'),
    ]);
    expect(await filesUnder(join(folder, 'out'))).toEqual(before);
  });
});

test('an experiment keeps its table and the specification of the chart', async () => {
  const line = [
    'sweep',
    'tiny',
    '--lever',
    'sentence.length_factor: 0.8, 1.2',
    '--years',
    '1',
    '--replicates',
    '2',
    '--out',
    'swept',
  ];
  const { exitCode, stdout, stderr } = await typed(line, folder);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('\nchart  swept/line.svg');
  expect(stderr).toMatch(/^swept\/line: could not be drawn\n {2}.+\n {2}swept holds everything else; /m);
  expect([...(await filesUnder(join(folder, 'swept'))).keys()].sort()).toEqual(
    ['datapackage.json', 'line.vl.json', 'manifest.json', 'schema.json', 'sweep.csv'].sort(),
  );
  expect(await readFile(join(folder, 'swept', 'line.vl.json'), 'utf8')).toContain('no such mark');
});
