/** What is typed and what a scenario names is found alike: beside, then in the project, then in the program. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { readScenarioFile, SCENARIOS_OF_PROGRAM, scenarioFiles } from '../../src/files/scenario-file.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'stepdown-names-'));
});

const write = (path: string, text = 'title: T\n') => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
};
const ofProgram = (path: string) => join(SCENARIOS_OF_PROGRAM, path);
const find = (...named: Parameters<ReturnType<typeof scenarioFiles>['find']>) => scenarioFiles(cwd).find(...named);
const refused = (finding: () => unknown) => {
  try {
    finding();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  throw new Error('it was found');
};

describe('what a scenario names', () => {
  test.each(['norway/baseline', 'norway/baseline.yaml'])('%s: is found in the program, from anywhere', (name) => {
    expect(find('scenarios/mine.yaml', name, 'extends')).toBe(ofProgram('norway/baseline.yaml'));
    expect(find('/else/where/mine.yaml', name, 'extends')).toBe(ofProgram('norway/baseline.yaml'));
  });

  test.each(['norway/baseline', 'norway/baseline.yaml'])('%s: one of the project goes before the program', (name) => {
    write('scenarios/norway/baseline.yaml');
    expect(find('elsewhere/mine.yaml', name, 'extends')).toBe('scenarios/norway/baseline.yaml');
  });

  test.each(['norway/baseline', 'norway/baseline.yaml'])('%s: one beside goes before all others', (name) => {
    write('scenarios/norway/baseline.yaml');
    write('elsewhere/norway/baseline.yaml');
    expect(find('elsewhere/mine.yaml', name, 'extends')).toBe('elsewhere/norway/baseline.yaml');
  });

  test('a folder of the same name is no file', () => {
    mkdirSync(join(cwd, 'scenarios/harbour/baseline.yaml'), { recursive: true });
    expect(find('scenarios/mine.yaml', 'harbour/baseline', 'extends')).toBe(ofProgram('harbour/baseline.yaml'));
  });

  test('evidence and figures are found alike, with or without their ending', () => {
    for (const name of ['evidence/court', 'evidence/court.yaml']) {
      expect(find('scenarios/mine.yaml', name, 'evidence')).toBe(ofProgram('evidence/court.yaml'));
    }
    for (const name of ['norway/inputs/places', 'norway/inputs/places.csv']) {
      expect(find('scenarios/mine.yaml', name, 'inputs')).toBe(ofProgram('norway/inputs/places.csv'));
    }
    write('scenarios/roll.csv', 'status\n');
    expect(find('scenarios/mine.yaml', 'roll', 'people_inside')).toBe('scenarios/roll.csv');
    expect(find('elsewhere/mine.yaml', 'roll.csv', 'people_inside')).toBe('scenarios/roll.csv');
  });

  test('a path leads to one place, and nowhere else', () => {
    write('scenarios/base.yaml');
    expect(find('scenarios/sub/mine.yaml', '../base', 'extends')).toBe('scenarios/base.yaml');
    expect(refused(() => find('scenarios/mine.yaml', '../norway/baseline', 'extends'))).toBe(
      'there is no scenario "../norway/baseline"\n' +
        '  tried norway/baseline, with and without .yaml\n' +
        '  did you mean "norway/baseline"?',
    );
  });

  test('and is nowhere: says what was tried, and the nearest name', () => {
    write('scenarios/sub/mine.yaml');
    expect(refused(() => find('scenarios/sub/mine.yaml', 'norway/baselin', 'extends'))).toBe(
      'there is no scenario "norway/baselin"\n' +
        `  tried scenarios/sub/norway/baselin, scenarios/norway/baselin, ${ofProgram('norway/baselin')}, with and without .yaml\n` +
        '  did you mean "norway/baseline"?',
    );
    expect(refused(() => find('mine.yaml', 'evidence/courtt.yaml', 'evidence'))).toContain(
      'there is no evidence file "evidence/courtt.yaml"\n  tried evidence/courtt.yaml, scenarios/evidence/courtt.yaml, ',
    );
    expect(refused(() => find('mine.yaml', 'evidence/courtt.yaml', 'evidence'))).toMatch(/mean "evidence\/court"\?$/);
    expect(refused(() => find('mine.yaml', 'norway/inputs/placse', 'inputs'))).toMatch(
      /mean "norway\/inputs\/places"\?$/,
    );
    write('other/bases.yaml');
    expect(refused(() => find('other/mine.yaml', './basse', 'extends'))).toMatch(/did you mean "bases"\?$/);
  });
});

test('a scenario that names everything in the program reads as the one that lies there', () => {
  write('far/away/mine.yaml', 'extends: norway/baseline\n');
  const mine = readScenarioFile('far/away/mine', cwd);
  expect(mine.path).toBe('far/away/mine.yaml');
  const { title, description } = mine.scenario;
  const there = { ...JSON.parse(readScenarioFile('norway/baseline', cwd).scenario.text), title, description };
  expect(JSON.parse(mine.scenario.text)).toEqual(there);
});

test('an unknown name is complained of where it is written', () => {
  write('scenarios/mine.yaml', 'title: Mine\nextends: [norway/baseline, norwya/history]\n');
  expect(refused(() => readScenarioFile('mine', cwd))).toMatch(
    /^scenarios\/mine\.yaml:2:28: there is no scenario "norwya\/history"\n {2}tried .*\n {2}did you mean "norway\/history"\?$/,
  );
});

test('what is typed is found where the command runs first, with or without its ending', () => {
  write('mine.yaml', 'extends: norway/baseline\n');
  write('scenarios/mine.yaml', 'extends: norway/baseline\n');
  write('scenarios/yours.yaml', 'extends: norway/baseline\n');
  const paths = ['mine', 'scenarios/mine', 'scenarios/mine.yaml', 'yours'].map(
    (name) => readScenarioFile(name, cwd).path,
  );
  expect(paths).toEqual(['mine.yaml', 'scenarios/mine.yaml', 'scenarios/mine.yaml', 'scenarios/yours.yaml']);
});

test('a name that exists nowhere is answered with the names that there are, and one that lies in a folder with that folder', () => {
  expect(refused(() => readScenarioFile('baseline', cwd))).toMatch(
    /did you mean "harbour\/baseline" or "norway\/baseline"\?$/,
  );
  const told = refused(() => readScenarioFile('nope', cwd))
    .split('\n')
    .at(-1);
  expect(told).toMatch(/^ {2}allowed: harbour\/baseline, norway\/baseline, bright-cell, .*norway\/history/);
  expect(told).not.toContain('more');
});
