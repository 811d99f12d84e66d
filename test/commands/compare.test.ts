import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawsIntervals } from '../charts/bound-ends.ts';
import { differing, filesUnder, type Printed, tinyFolder, typed } from './typed.ts';

let folder: string;
let first: Printed;
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await tinyFolder();
  first = await typed('compare tiny open --replicates 2 --format csv', folder);
  files = await filesUnder(join(folder, 'output', 'tiny-open'));
});

const json = (path: string) => JSON.parse(Buffer.from(files.get(path)!, 'latin1').toString('utf8'));

describe('compare', () => {
  test('prints headline measures, the report and the digest, and on standard error only what is strange about the scenarios', () => {
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toMatch(/^scenarios\/tiny.yaml: warning: [^\n]+\nscenarios\/open.yaml: warning: [^\n]+\n$/);
    expect(first.stdout).toContain('a regime that is cruel');
    const [finding, ...table] = first.stdout.split(/\n\n(?=2012)/);
    expect(finding).toMatch(
      /^(Cannot tell: o|No difference that matters: o|O)f every 100 people newly sentenced to prison in 2013, /,
    );
    expect(finding).toContain('\n  They are the same people under both, ');
    const lines = table.join('').split('\n');
    expect(lines[0]).toMatch(/^2012 to 2014, Norway, 2 arms +tiny +open +open \u2212 tiny$/);
    expect(lines[1]).toMatch(
      /^charged again within 1 year, newly sentenced to prison, % +[\d.]+ +[\d.]+ +[+\u2212]?[\d.]+ points \(\S+ to \S+\)$/,
    );
    expect(lines[3]).toMatch(/^people inside, mean +[\d.]+ /);
    const looks = /\d+ comparisons are made in the headlines[^.]*\. ?[^.]*/.exec(
      first.stdout.replaceAll('\n', ' '),
    )![0];
    for (const file of ['report.html', 'brief.md']) expect(files.get(file)).toContain(looks);
    expect(lines.at(-2)).toBe(
      `report  output/tiny-open/report.html   digest ${json('manifest.json').resultDigest.slice(0, 10)}`,
    );
  });

  test('leaves the files of the contract', () => {
    const charts = [
      'cohort',
      'differences',
      'observed',
      'people-by-level',
      'queue',
      'recidivism',
      'week',
      'who-is-where',
    ];
    const choices = ['acceptability', 'cost-effectiveness-plane', 'value-of-information'];
    const series = [
      'cohort',
      'people-by-level',
      'recidivism',
      'waiting',
      'waiting-days',
      'week',
      'who-is-where',
      ...choices,
    ];
    const tables = ['cells', 'flow', 'parameters', 'queue', 'stock', 'survival', 'targets', 'units'];
    expect([...files.keys()].sort()).toEqual(
      [
        'brief.md',
        'datapackage.json',
        'manifest.json',
        'report.html',
        'results.xlsx',
        'summary.json',
        'series/schema.json',
        'tables/schema.json',
        ...series.map((table) => `series/${table}.csv`),
        ...charts.flatMap((chart) => ['png', 'svg', 'vl.json'].map((form) => `charts/${chart}.${form}`)),
        ...tables.map((table) => `tables/${table}.csv`),
      ].sort(),
    );
    expect(files.get('charts/observed.png')!.startsWith('\x89PNG')).toBe(true);
    expect(files.get('report.html')!.includes('<svg')).toBe(true);
    expect(files.get('brief.md')).toContain('stepdown compare tiny open --replicates 2');
  });

  test('every chart of simulated outcomes has its uncertainty in it, the lines in the figures too', () => {
    const specs = [...files.keys()].filter((path) => path.endsWith('.vl.json'));
    expect(specs.length).toBeGreaterThan(5);
    expect(specs.filter((path) => !drawsIntervals(json(path)))).toEqual([]);
    const sparks = files.get('report.html')!.match(/<svg class="spark".*?<\/svg>/g)!;
    expect(sparks.length).toBeGreaterThanOrEqual(8);
    expect(sparks.filter((spark) => !/<polygon class="band"[^>]* points="[\d., ]+"/.test(spark))).toEqual([]);
  });

  test('the manifest says what was run, and lists every other file with its SHA-256', () => {
    const manifest = json('manifest.json');
    expect(manifest).toMatchObject({
      command: 'stepdown compare tiny open --replicates 2',
      seed: 'tiny',
      draws: 0,
      replicates: 2,
    });
    expect(manifest.arms).toEqual(['tiny', 'open']);
    expect(manifest.scenarios.map((one: { path: string }) => one.path)).toEqual([
      'scenarios/tiny.yaml',
      'scenarios/open.yaml',
    ]);
    expect(Object.keys(manifest.armDigests)).toEqual(['tiny', 'open']);
    const hash = (text: string) => createHash('sha256').update(Buffer.from(text, 'latin1')).digest('hex');
    const others = [...files].filter(([path]) => path !== 'manifest.json');
    expect(manifest.files).toEqual(Object.fromEntries(others.map(([path, text]) => [path, hash(text)])));
  });

  test('the summary has every measure of every arm and every difference, in at most 12 digits, null for the unmeasured', () => {
    const { measures, differences } = json('summary.json');
    expect(measures).toHaveLength(2 * differences.length);
    const tooShort = measures.filter((row: { horizon?: number }) => row.horizon === 5);
    expect(tooShort.length).toBeGreaterThan(0);
    for (const row of tooShort) expect(row).toMatchObject({ mean: null, low: null, high: null });
    const inside = measures.find((row: { measure: string }) => row.measure === 'occupancy');
    expect(inside).toMatchObject({ arm: 'tiny', unit: 'persons' });
    expect(inside.mean).toBeGreaterThan(5);
    expect(inside.mean).toBe(Number(inside.mean.toPrecision(12)));
    expect(differences[0]).toMatchObject({ arm: 'open', baseline: 'tiny' });
  });

  test('every column of every table is explained in tables/schema.json', () => {
    const { tables } = json('tables/schema.json');
    for (const [name, { columns }] of Object.entries<{ columns: Record<string, { meaning: string }> }>(tables)) {
      expect(files.get(`tables/${name}.csv`)!.split('\r\n')[0].split(',')).toEqual(Object.keys(columns));
      for (const { meaning } of Object.values(columns)) expect(meaning).not.toBe('');
    }
  });

  test('another number of workers, another order of arms and another format give the same digests', async () => {
    const again = await typed(
      'compare open tiny --replicates 2 --baseline tiny --workers 2 --out again --json',
      folder,
    );
    expect([again.exitCode, again.stderr]).toEqual([0, first.stderr]);
    const other = await filesUnder(join(folder, 'again'));
    const manifest = JSON.parse(other.get('manifest.json')!);
    expect(manifest.resultDigest).toBe(json('manifest.json').resultDigest);
    expect(manifest.armDigests).toEqual(json('manifest.json').armDigests);
    expect(again.stdout).toBe(other.get('summary.json'));
    const rest = differing(other, files).filter((path) => !/^(tables|series)\//.test(path));
    expect(rest).toEqual(['brief.md', 'datapackage.json', 'manifest.json', 'report.html']);
    expect([...other.keys()]).toContain('tables/stock.parquet');
  });
});

describe('report', () => {
  test.each(['output/tiny-open', 'again'])(
    'draws %s again to the same bytes, and keeps what else is there',
    async (name) => {
      await writeFile(join(folder, name, 'notes.txt'), 'mine');
      const before = await filesUnder(join(folder, name));
      await writeFile(join(folder, name, 'report.html'), 'spoilt');
      const { exitCode, stdout } = await typed(`report ${name}`, folder);
      expect([exitCode, stdout]).toEqual([0, `report  ${name}/report.html\n`]);
      expect(differing(await filesUnder(join(folder, name)), before)).toEqual([]);
    },
  );
});

describe('run', () => {
  test('reports on one arm, quietly if asked', async () => {
    const { exitCode, stdout, stderr } = await typed('run open --years 1 --replicates 1 --seed two --quiet', folder);
    expect([exitCode, stdout, stderr]).toEqual([0, '', '']);
    const left = await filesUnder(join(folder, 'output', 'open'));
    const { command, seed, replicates } = JSON.parse(left.get('manifest.json')!);
    expect([command, seed, replicates]).toEqual(['stepdown run open --seed two --replicates 1 --years 1', 'two', 1]);
    expect(left.has('charts/differences.svg')).toBe(false);
    expect(left.has('charts/who-is-where.svg')).toBe(true);
  });
});

describe('a study that stops', () => {
  test('by Ctrl-C leaves nothing behind, not even half a folder, and exits with 130', async () => {
    const stop = new AbortController();
    const before = await readdir(folder);
    const stderr = {
      isTTY: true,
      text: '',
      write(text: string) {
        this.text += text;
        if (this.text.includes('worker')) stop.abort(new Error('Ctrl-C'));
      },
    };
    const { exitCode } = await typed('run tiny --replicates 500 --out stopped', folder, {
      stderr,
      signal: stop.signal,
    });
    expect(exitCode).toBe(130);
    expect(stderr.text).toContain('stopped; finished cells are kept, and the same command continues from there\n');
    expect(await readdir(folder)).toEqual(before);
  });

  test('before it starts spares a folder whose manifest is of another program', async () => {
    await writeFile(join(folder, 'scenarios', 'manifest.json'), '{"name": "a web page"}');
    const { exitCode, stderr } = await typed('run tiny --out scenarios', folder);
    expect([exitCode, stderr]).toEqual([
      2,
      'scenarios/manifest.json: was not written by stepdown\n  name another folder\n',
    ]);
    expect(await readdir(join(folder, 'scenarios'))).toContain('tiny.yaml');
  });
});
