import { beforeAll, expect, test } from 'vitest';
import { readScenarioFile } from '../../src/files/scenario-file.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { tellDraws, tellWarnings } from '../../src/terminal/warnings.ts';
import { tinyFolder } from '../commands/typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

const told = async (...names: string[]): Promise<string> => {
  let text = '';
  const stderr = { write: (more: string) => (text += more) };
  await tellWarnings(
    names.map((name) => readScenarioFile(name, folder)),
    { stderr, environment: {} } as unknown as Terminal,
  );
  return text;
};

test('what is strange about a scenario is told with its file, one line each', async () => {
  const lines = (await told('tiny', 'open')).split('\n');
  expect(lines.map((line) => line.slice(0, 46))).toEqual([
    'scenarios/tiny.yaml: warning: burn_in_years is',
    'scenarios/open.yaml: warning: burn_in_years is',
    '',
  ]);
});

test('a scenario without anything strange is passed over in silence', async () => {
  expect(await told('norway/baseline')).toBe('');
});

test('draws of a fit without members are told, with what to do; those of members and of no fit are not', async () => {
  let text = '';
  const stderr = { write: (more: string) => (text += more) };
  const terminal = { stderr, environment: {} } as unknown as Terminal;
  const files = ['norway/calibrated/scenario', 'norway/2021', 'tiny'].map((name) => readScenarioFile(name, folder));
  await tellDraws(files, 0, terminal);
  expect(text).toBe('');
  await tellDraws(files, 5, terminal);
  expect(text).toMatch(
    /^[^\n]*norway\/calibrated\/scenario[^\n]*: warning: this fit has no members.*norway\/2021.*stepdown match\n$/,
  );
});
