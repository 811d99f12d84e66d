import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { studyRequest } from '../../../src/commands/study-options.ts';
import type { EvidenceMode } from '../../../src/community/effects.ts';
import { epochsOf } from '../../../src/scenario/epoch.ts';
import { catalogue, type Parameters as Given } from '../../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../../src/simulation/scenario-from.ts';
import { armsOf } from '../../../src/studies/plan-study.ts';
import { typedAgain } from '../../../src/studies/request.ts';
import { tinyFolder, typed } from '../../commands/typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

const armsUnder = (evidence?: EvidenceMode) =>
  armsOf(['tiny', 'open'], undefined, studyRequest({ evidence }), { cwd: folder }).arms;

/** The mode from each day on. */
const modesOf = (scenario: Parameters<typeof epochsOf>[0]) =>
  new Set(epochsOf(scenario, catalogue).map(({ values }) => (values as never as Given).effects.evidence));

describe('--evidence', () => {
  test.each(['all', 'A', 'none'] as const)(
    '%s holds in every arm from the first day of the burn-in to the end',
    (mode) => {
      for (const { scenario } of armsUnder(mode)) expect(modesOf(scenario)).toEqual(new Set([mode]));
    },
  );

  test('left out leaves scenarios as they are', () => {
    const names = armsUnder().map(({ scenario }) => scenario.policies.map((policy) => policy.name));
    expect(names).toEqual([['tiny'], ['tiny', 'more-open-places']]);
  });

  test('stands in the text of the scenario, which reads back the same', () => {
    const [{ scenario }] = armsUnder('A') as [ReturnType<typeof armsUnder>[number]];
    const again = scenarioFrom('again.yaml', { read: () => scenario.text });
    expect(again.text).toBe(scenario.text);
    expect(modesOf(again)).toEqual(new Set(['A']));
  });

  test('is shown by check, and typed again by a study', async () => {
    const { exitCode, stdout } = await typed('check tiny --evidence none', folder);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      '  --evidence none, from 2010-01-01 (option)\n    effects.evidence: all -> none (choice)\n',
    );
    expect(typedAgain(studyRequest({ evidence: 'none', draws: '5' }))).toBe(' --draws 5 --evidence none');
  });

  test('is refused where a policy of the scenario moves the same lever', async () => {
    const text = 'title: Own\nextends: tiny.yaml\npolicies:\n  doubt: {from: 2013-01-01, set: {effects.evidence: A}}\n';
    await writeFile(join(folder, 'scenarios', 'own.yaml'), text);
    const complaint =
      'scenarios/own.yaml: policies.doubt moves effects.evidence from 2013-01-01 on, and so would --evidence none\n' +
      '  leave out either the option or the policy\n';
    for (const line of ['check own', 'compare tiny own', 'run own']) {
      expect(await typed(`${line} --evidence none`, folder)).toEqual({ exitCode: 2, stdout: '', stderr: complaint });
    }
    expect((await typed('check own', folder)).exitCode).toBe(0);
  });

  test('knows three modes', async () => {
    const { exitCode, stderr } = await typed('run tiny --evidence B', folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--evidence B: there is no such choice\n  allowed: ');
  });
});
