/** The pages of forecast and capacity tell a stranger what went in and what changed, in whole people. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
const page = (name: string) => readFileSync(join(folder, name, 'report.html'), 'utf8');
/** The part of a page from a heading to the next of its kind. */
const part = (html: string, heading: string) => html.split(`<h2>${heading}</h2>`)[1]?.split('<h2>')[0] ?? '';

beforeAll(async () => {
  folder = await tinyFolder();
  const write = (name: string, text: string) => writeFile(join(folder, 'scenarios', name), text);
  const people = Array.from({ length: 30 }, (_, at) => `serving,high,${300 + at},${at},male,${20 + at}`);
  await write('inside.csv', `status,level,sentence_days,served_days,sex,age\n${people.join('\n')}\n`);
  await write(
    'charges.csv',
    'date,lever,change,value,unit,basis,source,note\n' +
      '2010,arrivals.per_year,set,9000,persons per year,observed,Yearbook of charges,\n' +
      '2013-07-01,sentence.length_factor,multiply,1.01,ratio,assumed,A law,longer\n',
  );
  await write(
    'places.csv',
    'event,level,unit,sex,date,until,places,basis,source,note\n' +
      'repair,high,east,male,2012-03-01,2012-06-01,2,planned,Agency <of> places,roof\n',
  );
  await write(
    'today.yaml',
    'title: Today\nextends: tiny.yaml\npeople_inside: inside.csv\ninputs: [charges.csv, places.csv]\n',
  );
});

describe('what changed since an earlier forecast', () => {
  test('is on the page and on the terminal: the periods of the tables, people and risk of overflow', async () => {
    const line = 'forecast today --until 2013-03-31 --replicates 2 --quiet';
    await typed(`${line} --out before`, folder);
    const { stdout } = await typed(
      `${line} --grow 40% --seed other --against before --out after`.replace(' --quiet', ''),
      folder,
    );
    const changes = part(page('after'), 'What changed since before');
    for (const shown of [stdout, changes])
      for (const told of [
        '2012 Q4',
        '2013 Q1',
        'people inside, high',
        'risk of overflow, high',
        'waiting on the last evening',
        'fullest day, low',
      ])
        expect(shown).toContain(told);
    const worst = [...stdout.split('what changed')[0]!.matchAll(/^ +(\S+ Q\d), worst/gm)].map(([, period]) => period!);
    for (const period of worst) expect(changes).toMatch(new RegExp(`${period}, worst of (high|low)`));
    expect(worst.length).toBeGreaterThan(0);
    for (const name of ['before', 'now', 'change', 'inputs', 'model', 'chance'])
      expect(changes).toContain(`<th scope="col" class="number">${name}</th>`);
    expect(changes).toMatch(/ %<\/td><td class="number">[^<]* points<\/td>/);
    expect(`${stdout}${page('after')}`).not.toContain('luck');
  });
});

test('an earlier forecast by another program is run again with the list of now if it is the same; else model is part of inputs', async () => {
  const line = 'forecast today --until 2012-06-30 --replicates 2';
  await typed(`${line} --out then --quiet`, folder);
  const path = join(folder, 'then', 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, study: { ...manifest.study, engine: 'another' } }));
  const same = await typed(`${line} --against then --out same`, folder);
  expect([same.exitCode, same.stderr]).toEqual([0, '']);
  expect(same.stdout).toMatch(/people inside +\d+ +\d+ +0 +0 +0 +0\n/);
  const list = join(folder, 'scenarios', 'inside.csv');
  const text = readFileSync(list, 'utf8');
  await writeFile(list, `${text}serving,high,900,1,male,50\n`);
  const other = await typed(`${line} --against then --out other`, folder);
  await writeFile(list, text);
  expect([other.exitCode, other.stderr]).toEqual([0, '']);
  expect(other.stdout).toMatch(/people inside +\d+ +\d+ +\S+ +\S+ +n\/a +0\n/);
  expect(other.stdout).toContain('model is n/a and part of inputs, since another program made the earlier forecast');
});

describe('whole things are shown whole', () => {
  test('no cell of a column of people has decimals, and none says 0 of a range that begins elsewhere', () => {
    const cells = [...page('after').matchAll(/<td class="number">([^<]*)<\/td>/g)].map(([, cell]) => cell!);
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.filter((cell) => /\.\d/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith('0 (0 to'))).toEqual([]);
  });
});

describe('what went in', () => {
  test('is folded on the page of a forecast: list, series, events, planned places, growth, policies', async () => {
    const line = 'forecast today --until 2012-06-30 --replicates 2 --grow 0%,1% --out ahead --quiet';
    expect((await typed(line, folder)).stderr).toBe('');
    const inputs = part(page('ahead'), 'What went in');
    expect(inputs).toContain('<details><summary>');
    for (const told of [
      'A list of 30 people inside on 2012-01-01: high 30 (30 serving)',
      'digest of the list',
      'First charges change every year from 2012-01-01 on: 0 %, +1 %.',
      '<td>2010</td><td>arrivals.per_year</td><td>set 9000</td><td>persons per year</td><td>observed</td><td>Yearbook of charges</td>',
      '<td>from 2013-07-01</td><td>sentence.length_factor</td>',
      '<td>from 2012-03-01 until 2012-05-31</td><td>facility.men_added.high.east</td><td>add -2</td><td>places</td><td>planned</td><td>Agency &lt;of&gt; places</td><td>repair; roof</td><td>places.csv</td>',
      'tiny, from 1900-01-01',
    ])
      expect(inputs).toContain(told);
    expect(page('ahead')).not.toContain('serving,high');
  });

  test('is the same on the page of places', async () => {
    await typed('capacity today --level high --by 2012-05-01 --risk 50% --wait 364 --out places --quiet', folder);
    const [ahead, places] = ['ahead', 'places'].map((name) => part(page(name), 'What went in'));
    const withoutGrowth = ahead!.replace(/<p>First charges change every year.*?<\/p>\n/, '');
    expect(places).toBe(withoutGrowth);
  });

  test('says so where there is neither list nor figure by date', async () => {
    await typed('forecast tiny --until 2012-06-30 --replicates 2 --out bare --quiet', folder);
    const inputs = part(page('bare'), 'What went in');
    expect(inputs).toContain('No list: the people inside on 2012-01-01 are those whom the burn-in brought there.');
    expect(inputs).toContain('No figures by date.');
  });
});
