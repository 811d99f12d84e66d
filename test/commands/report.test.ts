import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lockFolder } from '../../src/files/lock.ts';
import { differing, filesUnder, tinyFolder, typed } from './typed.ts';

let folder: string;
let study: string;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await tinyFolder();
  study = join(folder, 'output', 'tiny-open');
  await writeFile(join(folder, 'scenarios', 'same.yaml'), 'title: The same\nextends: tiny.yaml\n');
  await typed('compare tiny open --replicates 1 --format csv --quiet', folder);
  files = await filesUnder(study);
});

const text = (path: string) => Buffer.from(files.get(path)!, 'latin1').toString('utf8');

describe('the report of a comparison run once', () => {
  test('says that nothing can be said about chance, and shows no interval anywhere', () => {
    for (const page of [text('report.html'), text('brief.md')]) {
      expect(page).toContain(
        'In a single run, which says nothing about chance: of every 100 people newly sentenced to prison in 2013, ',
      );
      expect(page).toContain('(n/a)');
      const wrong = page.match(/∞|NaN|Infinity|Intervals are 95|the intervals cover|Paired differences with 95/g);
      expect(wrong).toBeNull();
    }
    expect(text('charts/recidivism.vl.json')).toContain('No bands: too few replicates.');
    expect(text('charts/people-by-level.vl.json')).not.toMatch(/"(low|high)": \d/);
    expect(text('charts/differences.vl.json')).not.toContain('95 % interval');
  });

  test('shows seven figures, people who wait to begin among them, and the cost of crime of both beside each other', () => {
    const labels = [...text('report.html').matchAll(/<section class="card"><h3>([^<]+)/g)].map((match) => match[1]);
    expect(labels).toEqual([
      'charged again within 1 year, newly sentenced to prison',
      'people inside, mean',
      'weeks with anybody beyond the beds of their sex and unit at high security',
      'people waiting for a place, mean',
      'cost of custody and supervision',
      'cost of crime per person within 1 year, newly sentenced to prison',
      'cost of crime to victims and society',
    ]);
    expect(text('brief.md')).toContain('\n| people waiting for a place, mean | ');
  });

  test('tells first for what recidivism of those released is there, and at last what is strange', () => {
    const notes = /<h3>Bear in mind<\/h3>\n<ul>\n([\s\S]*?)\n<\/ul>/.exec(text('report.html'))![1].split('\n');
    expect(notes[0]).toContain('Recidivism of people released is there for comparison with published figures only');
    expect(notes.at(-1)).toMatch(/^<li>burn_in_years is 2: /);
  });

  test('says which observed figures were used to choose a parameter', () => {
    const page = text('report.html');
    expect(page).toMatch(/\d of \d+ observed figures that were not used to choose a parameter, and \d+ of \d+ /);
    expect(page).toContain('<td>yes, fitted</td>');
    expect(text('charts/observed.vl.json')).toContain('People on remand, 2012 (fitted)');
    expect(text('charts/observed.vl.json')).toContain('Days spent in closed institutions, 2009"');
  });

  test('says beside the curves of recidivism what sentences begun depend on', () => {
    const caption = /<figure id="chart-recidivism">[\s\S]*?<figcaption>([^<]+)/.exec(text('report.html'))![1];
    expect(caption).toContain('fewer sentences begin where people wait for a place or serve at home');
  });
});

describe('an arm that changes nothing', () => {
  test('is said to be the same as the baseline', async () => {
    const { exitCode, stdout } = await typed('compare tiny same --years 1 --replicates 1 --out same', folder);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^same changes nothing here: in every run each life is exactly as under tiny, and so is every result\.\n/,
    );
    expect(stdout).not.toContain('Nothing is said about returns');
    const brief = await readFile(join(folder, 'same', 'brief.md'), 'utf8');
    expect(brief).toContain(
      '**The same changes nothing here: in every run each life is exactly as under A tiny world, and so is every result.**',
    );
  });
});

describe('a folder of results', () => {
  test('keeps the files of the user when the next study goes into it', async () => {
    await typed('run tiny --years 1 --replicates 1 --format csv --quiet --out kept', folder);
    await writeFile(join(folder, 'kept', 'tables', 'mine.csv'), 'mine');
    await typed('run tiny --years 1 --replicates 1 --quiet --out kept', folder);
    const left = await filesUnder(join(folder, 'kept'));
    expect(left.get('tables/mine.csv')).toBe('mine');
    expect([...left.keys()].filter((path) => path.endsWith('.csv'))).toEqual(['tables/mine.csv']);
    expect((await readdir(folder)).filter((name) => name.startsWith('.kept'))).toEqual([]);
  });

  const damages: readonly (readonly [string, string, ((path: string) => Promise<void>) | string, string])[] = [
    ['a cut summary', 'summary.json', '{"note": ', 'summary.json: is damaged, or was changed after it was written'],
    ['a cut manifest', 'manifest.json', '{"stepdown": ', 'manifest.json: is damaged: it is not JSON'],
    ['an empty manifest', 'manifest.json', '{"stepdown": "0.1.0"}', 'manifest.json: is damaged: "command" is missing'],
    ['a foreign manifest', 'manifest.json', '{"name": "page"}', 'manifest.json: was not written by stepdown'],
    ['a changed table', 'tables/targets.csv', 'x', 'tables/targets.csv: is damaged'],
    ['a deleted table', 'tables/parameters.csv', (path) => rm(path), 'tables/parameters.csv: is missing'],
    ['a deleted series', 'series/waiting.csv', (path) => rm(path), 'series/waiting.csv: is missing'],
  ];

  test.each(damages)('is not drawn again from %s', async (_, path, damage, complaint) => {
    const file = join(study, path);
    const whole = await readFile(file);
    if (typeof damage === 'string') await writeFile(file, damage);
    else await damage(file);
    const before = await filesUnder(folder);
    const { exitCode, stdout, stderr } = await typed('report output/tiny-open/', folder);
    expect(stderr).toContain(`output/tiny-open/${complaint}`);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(differing(await filesUnder(folder), before)).toEqual([]);
    await writeFile(file, whole);
  });

  test('says which study to run again', async () => {
    const file = join(study, 'tables', 'parameters.csv');
    const whole = await readFile(file);
    await rm(file);
    const { stderr } = await typed('report output/tiny-open', folder);
    expect(stderr).toContain('run the study again: stepdown compare tiny open --replicates 1\n');
    await writeFile(file, whole);
  });

  test('is not drawn again while a run writes it', async () => {
    const release = lockFolder(study);
    const { exitCode, stderr } = await typed('report output/tiny-open', folder);
    release();
    expect(exitCode).toBe(1);
    expect(stderr).toContain('output/tiny-open: another run is writing there');
  });
});
