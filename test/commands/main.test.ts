import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/files/version.ts';
import { differing, filesUnder, tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

describe('help', () => {
  test('lists every command with what it does', async () => {
    const { exitCode, stdout, stderr } = await typed('--help', folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const command of ['run <scenario>', 'compare <scenarios..>', 'check <scenario>', 'evidence [pattern]']) {
      expect(stdout).toContain(`stepdown ${command}`);
    }
    expect(stdout).toContain('stepdown report <folder>');
    expect(stdout).toContain('stepdown schema [kind]');
  });

  test('of a command names its options and gives an example', async () => {
    const { exitCode, stdout } = await typed('compare --help', folder);
    expect(exitCode).toBe(0);
    for (const option of [
      'baseline',
      'seed',
      'replicates',
      'workers',
      'out',
      'years',
      'format',
      'json',
      'quiet',
      'debug',
    ]) {
      expect(stdout).toContain(`--${option} `);
    }
    expect(stdout).toContain('stepdown compare normality restrictive ');
  });

  test('is no wider than the terminal', async () => {
    for (const columns of [60, 72, 80, 100]) {
      const environment = { COLUMNS: String(columns) };
      for (const command of ['compare', 'twins', 'sensitivity', 'calibrate']) {
        const { stdout } = await typed(`${command} --help`, folder, { environment });
        const lines = stdout.split('\n');
        expect(lines.filter((line) => line.length > columns)).toEqual([]);
        expect(lines.filter((line) => /[^\s\]]\[(?:string|number|boolean)\]/.test(line))).toEqual([]);
      }
    }
  });

  test('labels what is a number so, and answers to -h', async () => {
    const { stdout } = await typed('twins -h', folder);
    expect(stdout).toBe((await typed('twins --help', folder)).stdout);
    const labels = [...stdout.matchAll(/^ +(?:-h, )?--([a-z]+) [\s\S]*?\[(\w+)\]/gm)].map(
      ([, name, label]) => `${name} ${label}`,
    );
    expect(labels).toEqual([
      ...['debug boolean', 'help boolean', 'version boolean', 'replicates number', 'years number', 'seed string'],
      ...['workers number', 'out string', 'overwrite boolean', 'quiet boolean', 'quick boolean', 'person string'],
    ]);
  });

  test('gives examples of scenarios that there are', async () => {
    const commands = ['run', 'compare', 'check', 'attribute', 'sensitivity', 'sweep', 'twins', 'calibrate', 'backtest'];
    const helps = await Promise.all(commands.map((command) => typed(`${command} --help`, folder)));
    const examples = helps.flatMap(({ stdout }) => stdout.split('Examples:')[1]!.match(/stepdown (?:\S+ )+/g)!);
    const named = examples
      .flatMap((example) => example.split(' ').slice(2))
      .filter((word) => /^[a-z][\w/.-]*$/.test(word));
    const scenarios = readdirSync('scenarios', { recursive: true, encoding: 'utf8' });
    const absent = named.filter(
      (name) => ![`${name}.yaml`, name.replace('scenarios/', '')].some((file) => scenarios.includes(file)),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(absent).toEqual([]);
  });

  test('the version is that of the package', async () => {
    expect(await typed('--version', folder)).toEqual({ exitCode: 0, stdout: `${VERSION}\n`, stderr: '' });
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
  });

  test('completion gives a script, and completes a command', async () => {
    expect((await typed('completion', folder)).stdout).toContain('complete -o bashdefault');
    expect((await typed('--get-yargs-completions stepdown sch', folder)).stdout).toContain('schema');
  });
});

describe('a wrong command line is told on standard error with exit code 2, and nothing is written:', () => {
  test.each([
    ['', 'name a command\n  for example: stepdown compare normality restrictive; stepdown --help lists all commands\n'],
    ['--replicates 3', '--replicates goes behind a command\n  for example: stepdown compare'],
    [
      'comprae tiny',
      'there is no command "comprae"\n  did you mean stepdown compare? stepdown --help lists the commands\n',
    ],
    ['foretell tiny --until 2030', 'there is no command "foretell"\n  stepdown --help lists the commands\n'],
    [
      'compare tiny',
      'compare needs two scenarios, and got only tiny\n' +
        '  name another, or one with --baseline; stepdown run tiny reports on a single one\n',
    ],
    ['compare tiny --baseline tiny', 'compare needs two scenarios, and got only tiny'],
    ['run norway', 'norway: there is no such scenario\n  tried norway, scenarios/norway'],
    ['run norway', 'did you mean "norway/baseline"?'],
    ['run harbour/', 'did you mean "harbour/baseline"?'],
    ['compare tiny --replicats 3', 'there is no option --replicats\n  did you mean --replicates?'],
    ['check', 'stepdown check: name a scenario\n  for example: stepdown check normality\n'],
    [
      'compare',
      'stepdown compare: name two scenarios or more\n  for example: stepdown compare normality restrictive\n',
    ],
    [
      'twins tiny',
      'stepdown twins: name two scenarios\n  for example: stepdown twins harbour/baseline harbour/way-out\n',
    ],
    ['init', 'stepdown init: name the jurisdiction\n  for example: stepdown init greenland\n'],
    ['verify', 'stepdown verify: name a folder of results\n  for example: stepdown verify output/'],
    ['run tiny --zzz', 'there is no option --zzz\n  stepdown run --help lists what there is\n'],
    ['run tiny open', '"open" is one word too many\n  the command is stepdown run <scenario>\n'],
    ['run tiny --replicates ten', '--replicates ten: expected a whole number from 1 to 1000000'],
    ['run tiny --replicates 2.5', '--replicates 2.5: expected a whole number'],
    ['run tiny --replicates 0', '--replicates 0: expected a whole number'],
    ['run tiny --replicates -3', '--replicates -3: expected a whole number'],
    ['run tiny --replicates 1e3', '--replicates 1e3: expected a whole number'],
    ['run tiny --replicates 2 --replicates 3', '--replicates is given 2 times'],
    ['run tiny --replicates', '--replicates needs a value behind it\n  runs of every scenario, each '],
    [
      'run tiny --years',
      '--years needs a value behind it\n  years to observe; by default as the scenario says\n  stepdown run',
    ],
    ['run tiny --years 201', '--years 201: expected a whole number from 1 to 200'],
    ['run tiny --workers 0', '--workers 0: expected a whole number from 1 to 1024'],
    ['run tiny --seed ', '--seed is empty'],
    ['run tiny --format xlsx', '--format xlsx: there is no such choice\n  allowed: parquet, csv\n'],
    ['run tiny --format parket', '--format parket: there is no such choice\n  did you mean "parquet"?\n'],
    ['schema prison', 'kind prison: there is no such choice\n  allowed: scenario, evidence\n'],
    ['run tony', 'tony: there is no such scenario\n  tried tony, scenarios/tony, '],
    ['run tony', ', with and without .yaml\n  did you mean "tiny"?'],
    ['compare tony topen', 'topen: there is no such scenario'],
    ['compare tiny open --baseline tinny', 'tinny: there is no such scenario'],
    ['run zzzzzzzzzz', 'allowed: harbour/baseline, norway/baseline, open, tiny, bright-cell, em-expansion, '],
    ['compare tiny open tiny', 'scenarios/tiny.yaml: is named twice'],
    ['compare tiny scenarios/tiny.yaml', 'scenarios/tiny.yaml: is named twice'],
    ['evidence zzz', 'no parameter contains "zzz"'],
    ['report nowhere', 'nowhere: is not a folder of results: it has no manifest.json'],
    ['run tiny --out scenarios', 'scenarios: holds files, but no manifest.json'],
  ])('%s', async (line, complaint) => {
    const before = await filesUnder(folder);
    const { exitCode, stdout, stderr } = await typed(line, folder);
    expect(stderr).toContain(complaint);
    expect(stderr).not.toContain('    at ');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(differing(await filesUnder(folder), before)).toEqual([]);
  });
});

describe('a defect of ours', () => {
  const broken = {
    stdout: {
      write: () => {
        throw new TypeError('a wheel came off');
      },
    },
  };

  test('is one line and a word of apology, with exit code 1', async () => {
    const { exitCode, stderr } = await typed('check tiny', folder, broken);
    expect(exitCode).toBe(1);
    expect(stderr).toBe('a wheel came off\n  this is a defect of stepdown; please report it, with what --debug adds\n');
  });

  test('shows where it arose with --debug', async () => {
    const { exitCode, stderr } = await typed('check tiny --debug', folder, broken);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('TypeError: a wheel came off\n    at ');
  });
});
