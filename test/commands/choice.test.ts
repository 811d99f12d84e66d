/** Decisions from the command line: in the summary, the charts, the report and the brief; drawn again; and without, where a folder is older. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawsIntervals } from '../charts/bound-ends.ts';
import { differing, filesUnder, tinyFolder, typed } from './typed.ts';

const CHARTS = ['cost-effectiveness-plane', 'acceptability', 'research'];
const SERIES = ['cost-effectiveness-plane', 'acceptability', 'value-of-information'];

let folder: string;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await tinyFolder();
  await typed('compare tiny open --draws 14 --replicates 2 --format csv --quiet --out drawn', folder);
  files = await filesUnder(join(folder, 'drawn'));
});

const text = (path: string) => Buffer.from(files.get(path)!, 'latin1').toString('utf8');

describe('a comparison with draws', () => {
  test('tells in its summary which arm to choose at which price, with intervals', () => {
    const { choices } = JSON.parse(text('summary.json'));
    expect(choices.map(({ axis }: { axis: string }) => axis).filter((axis: string) => axis === 'charges')).toHaveLength(
      3,
    );
    for (const choice of choices) {
      expect(['tiny', 'open']).toContain(choice.frontier);
      expect(choice).toMatchObject({ unit: 'million kroner per year', holdsChance: false });
      for (const name of ['share', 'perfectInformation']) {
        expect(choice[`${name}Low`]).toBeLessThanOrEqual(choice[name]);
        expect(choice[`${name}High`]).toBeGreaterThanOrEqual(choice[name]);
      }
    }
  });

  test('has layers whose shares have intervals', () => {
    const { layers } = JSON.parse(text('summary.json'));
    expect(layers.length).toBeGreaterThan(10);
    for (const row of layers) {
      for (const layer of ['scenario', 'parameters', 'chance']) {
        expect(row[`${layer}Low`]).toBeLessThanOrEqual(row[layer]);
        expect(row[`${layer}High`]).toBeGreaterThanOrEqual(row[layer]);
      }
    }
  });

  test('draws them with their uncertainty in them', () => {
    for (const chart of CHARTS) {
      expect(files.get(`charts/${chart}.png`)!.startsWith('\x89PNG')).toBe(true);
      expect(drawsIntervals(JSON.parse(text(`charts/${chart}.vl.json`)))).toBe(true);
    }
  });

  test('says in the report and the brief what it costs, what to choose, what to find out, and which layers were sampled', () => {
    for (const page of [text('report.html'), text('brief.md')]) {
      expect(page).toMatch(/More open places costs [\d.]+ million kroner per year (more|less) than A tiny world \(/);
      expect(page).toMatch(
        /If one charge fewer is worth [\d.]+ (million|thousand) kroner, the arm to choose is [^.]+: /,
      );
      expect(page).toMatch(/What is worth finding out next\?/);
      expect(page).toMatch(
        /Sampled: parameters, 14 draws, and chance, 2 replicates per draw. Held fixed: \d+ of \d+ numbers/,
      );
      expect(page).not.toMatch(/NaN|Infinity|undefined/);
    }
    const order = [
      'Who returns after a release?',
      'What does it cost?',
      'Which arm is worth its price?',
      'What is worth finding out next?',
    ];
    const places = order.map((heading) => text('report.html').indexOf(`<h3>${heading}</h3>`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('is drawn again to the same bytes', async () => {
    await writeFile(join(folder, 'drawn', 'report.html'), 'spoilt');
    expect((await typed('report drawn', folder)).exitCode).toBe(0);
    expect(differing(await filesUnder(join(folder, 'drawn')), files)).toEqual([]);
  });

  test('of an older folder is drawn without what that does not hold', async () => {
    const manifest = JSON.parse(await readFile(join(folder, 'drawn', 'manifest.json'), 'utf8'));
    for (const name of [...SERIES, 'waiting']) {
      delete manifest.files[`series/${name}.csv`];
      await rm(join(folder, 'drawn', 'series', `${name}.csv`));
    }
    await writeFile(join(folder, 'drawn', 'manifest.json'), JSON.stringify(manifest));
    expect(await typed('report drawn', folder)).toMatchObject({ exitCode: 0, stderr: '' });
    const page = await readFile(join(folder, 'drawn', 'report.html'), 'utf8');
    expect(page).not.toContain('What does it cost?');
    expect(page).not.toContain('Who is waiting?');
    expect(page).toContain('Who returns after a release?');
  });
});

test('with one replicate per draw, chance counts as uncertainty, and the charts say so', async () => {
  await typed('compare tiny open --draws 12 --replicates 1 --quiet --out once', folder);
  const page = await readFile(join(folder, 'once', 'report.html'), 'utf8');
  expect(page).toContain('With one replicate per draw, chance counts as uncertainty');
  expect(page).toContain('with one replicate each, so that the two cannot be told apart');
  const { choices, layers } = JSON.parse(await readFile(join(folder, 'once', 'summary.json'), 'utf8'));
  expect(layers).toBeUndefined();
  for (const { holdsChance } of choices) expect(holdsChance).toBe(true);
});

test('without draws there are no choices, and what was held fixed is said', async () => {
  await typed('compare tiny open --replicates 2 --years 1 --quiet --out central', folder);
  const left = await filesUnder(join(folder, 'central'));
  expect(JSON.parse(left.get('summary.json')!)).not.toHaveProperty('choices');
  expect([...left.keys()].filter((path) => CHARTS.some((chart) => path.startsWith(`charts/${chart}.`)))).toEqual([]);
  expect(left.get('report.html')).toMatch(
    /Sampled: chance alone, 2 replicates at central values. Held fixed: the \d+ numbers/,
  );
});
