import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Interrupted } from '../../src/terminal/terminal.ts';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

const scenario = (name: string, text: string) => writeFile(join(folder, 'scenarios', `${name}.yaml`), text);

describe('check', () => {
  test('says what a scenario resolves to, with every lever before and after', async () => {
    const { exitCode, stdout, stderr } = await typed('check open', folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'More open places',
      'scenarios/open.yaml',
      'Norway, 2012-01-01 to 2014-12-31, after a burn-in from 2010-01-01',
      'seed "tiny", 2 replicates',
    ]);
    expect(lines[4]).toMatch(/^\d+ parameters: \d+ of grade A, \d+ of B, \d+ of C, \d+ assumed$/);
    expect(stdout).toContain('\n2 policies\n');
    expect(stdout).toContain('\n  more-open-places, from 2013-01-01 (invented)\n');
    expect(stdout).toContain('\n    placement.review_days.high: 90 -> 30 (days)\n');
    expect(stdout).toMatch(/\n {4}facility\.places\.low: \d+ -> 19 \(places\)\n/);
    expect(lines.slice(-2)).toEqual(['ok, 4 warnings', '']);
    expect(stdout).not.toContain('proof');
  });

  test('refuses a sign that may mean a value or an amount, and warns of a number far from the one in force', async () => {
    const policy = (value: string) =>
      `title: Far\nextends: tiny.yaml\npolicies:\n  far: {from: 2013-01-01, after: tiny, set: {facility.places.low: ${value}}}\n`;
    await scenario('signed', policy('+20'));
    const signed = await typed('check signed', folder);
    expect(signed.exitCode).toBe(2);
    expect(signed.stderr).toContain('facility.places.low: +20 may mean a value or an amount to add');
    expect(signed.stderr).toContain('write {add: 20} to add it, or 20 to set it');
    await scenario('far', policy('{multiply: 1407}'));
    const { exitCode, stdout } = await typed('check far', folder);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /\nwarning: policy far: facility\.places\.low goes from \d+ to \d+ \(places\), 1400 times as much[^\n]*: is this meant\?\n/,
    );
    expect(stdout).toMatch(/\nok, \d warnings?\n$/);
    await scenario('short', policy('{add: +1}'));
    expect((await typed('check short', folder)).stdout).not.toContain('warning: policy far');
  });

  test('with --prove, lives the proofs, and shows how far it is', async () => {
    let shown = '';
    const write = (text: string) => (shown += text);
    const stderr = { isTTY: true, columns: 100, write, on: () => {}, removeListener: () => {} };
    const { exitCode, stdout } = await typed('check open --prove', folder, { stderr });
    expect(exitCode).toBe(0);
    const proofs = stdout.split('\n').filter((line) => line.startsWith('proof: '));
    expect(proofs).toEqual([
      expect.stringMatching(/^proof: a policy that changes nothing changes no life \((\w{10}) = \1\)$/),
      'proof: no day lies before the first change by a policy',
    ]);
    expect(stdout.endsWith(`${proofs[1]}\nok, 4 warnings\n`)).toBe(true);
    expect(shown).toMatch(/^a policy that changes nothing changes no life +two runs\n/);
    expect(shown).toContain('  0 %  0/6');
  });

  test('stopped within a proof, says that proofs are not kept', async () => {
    const stopping = new AbortController();
    const stdout = { write: () => stopping.abort(new Interrupted()) };
    const { exitCode, stderr } = await typed('check open --prove', folder, { stdout, signal: stopping.signal });
    expect([exitCode, stderr]).toEqual([130, 'stopped; proofs are not stored, so the same command begins anew\n']);
  });

  test('shows what a policy adds on top of the one it comes after', async () => {
    await scenario(
      'both',
      `title: Both
extends: open.yaml
policies:
  longer:
    from: 2013-06-01
    after: more-open-places
    until: 2014-01-01
    set: {placement.review_days.high: {add: 15}, placement.review_days.low: 90}
  too-late: {from: 2099-01-01, set: {placement.review_days.transitional: 7}}
`,
    );
    const { stdout } = await typed('check both', folder);
    expect(stdout).toContain('  longer, from 2013-06-01 until 2013-12-31\n');
    expect(stdout).toContain('    placement.review_days.high: 30 -> 45 (days)\n');
    expect(stdout).toContain('    placement.review_days.low: 90, as before (days)\n');
    expect(stdout).toContain(
      '  too-late, from 2099-01-01: never in force, since it begins on 2099-01-01, after the end\n',
    );
    expect(stdout).toMatch(
      /\nwarning: burn_in_years is 2: [^\n]+\nwarning: policy too-late [^\n]+\n(warning: policy tiny: [^\n]+\n){3}ok, 5 warnings\n$/,
    );
  });

  test('of a scenario made of several, says where each policy is written and which levers several move', async () => {
    await scenario(
      'closed',
      'title: Closed\nextends: tiny.yaml\npolicies:\n  later: {from: 2014-01-01, set: {work.attendance: 0.5}}\n',
    );
    await scenario(
      'sum',
      `title: Sum
extends: [open.yaml, closed.yaml]
policies:
  more-open-places: {label: invented here}
  still-later: {from: 2014-06-01, after: later, set: {work.attendance: 0.6}}
`,
    );
    const { stdout } = await typed('check sum', folder);
    expect(stdout).toContain(
      '  more-open-places, from 2013-01-01 (invented here)\n    written in scenarios/open.yaml, changed in scenarios/sum.yaml\n',
    );
    expect(stdout).toContain('  later, from 2014-01-01\n    written in scenarios/closed.yaml\n');
    expect(stdout).toContain('\n  work.attendance: later, then still-later\n');
    await scenario(
      'twin',
      'title: Twin\nextends: tiny.yaml\npolicies:\n  later: {from: 2014-02-01, set: {work.attendance: 0.5}}\n',
    );
    await scenario('torn', 'title: Torn\nextends: [closed.yaml, twin.yaml]\n');
    const { exitCode, stderr } = await typed('check torn', folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'scenarios/twin.yaml:4:3: policies.later is written differently in scenarios/closed.yaml\n',
    );
    expect(stderr).toContain('or write the policy in scenarios/torn.yaml, which then decides');
  });

  test('names file, line and column of everything that is wrong, of all arms at once', async () => {
    await scenario('typo', 'title: A\nextends: tiny.yaml\nreplicats: 3\npolicies:\n  p: {from: 2012-13-01, set: {}}\n');
    await scenario('other', 'title: B\nextends: tiny.yaml\nyears: many\n');
    const { exitCode, stderr } = await typed('compare typo other', folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('scenarios/typo.yaml:3:1: there is no key "replicats"');
    expect(stderr).toContain('did you mean "replicates"?');
    expect(stderr).toContain('scenarios/typo.yaml:5:');
    expect(stderr).toContain('scenarios/other.yaml:3:8: years');
  });

  test('a file by its path from elsewhere is shown by that path', async () => {
    const { stdout } = await typed(`check ${join(folder, 'scenarios', 'tiny.yaml')}`, join(folder, 'scenarios'));
    expect(stdout.split('\n')[1]).toBe('tiny.yaml');
    const away = await typed(`check ${join(folder, 'scenarios', 'tiny.yaml')}`, '/');
    expect(away.stdout.split('\n')[1]).toBe(join(folder, 'scenarios', 'tiny.yaml').slice(1));
  });

  test('a name that is not here is found among the scenarios of the program', async () => {
    const { exitCode, stdout } = await typed('check norway/baseline', folder);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')[1]).toMatch(/scenarios\/norway\/baseline\.yaml$/);
  });
});

describe('arms that cannot be compared', () => {
  test('because they start on other days', async () => {
    await scenario('later', 'title: Later\nextends: tiny.yaml\nstart: 2013-01-01\n');
    const { exitCode, stderr } = await typed('compare tiny later', folder);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'scenarios/later.yaml: start is 2013-01-01, but 2012-01-01 in scenarios/tiny.yaml\n' +
        '  arms are compared person by person, so they must agree in this\n',
    );
  });
});

describe('schema', () => {
  test('is JSON Schema that knows every lever', async () => {
    const { exitCode, stdout } = await typed('schema', folder);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(stdout).toContain('placement.review_days');
  });

  test('of evidence is another', async () => {
    const { stdout } = await typed('schema evidence', folder);
    expect(JSON.parse(stdout)).not.toEqual(JSON.parse((await typed('schema scenario', folder)).stdout));
    expect(stdout).toContain('grade');
  });
});
