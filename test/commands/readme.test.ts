import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { readOver } from '../tiny.ts';
import { typed } from './typed.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  test('gives an example that is a scenario', () => {
    const text = /```yaml\n([\s\S]*?)```/.exec(readme)![1];
    const read = readOver({ 'scenarios/mine.yaml': text });
    const scenario = scenarioFrom('scenarios/mine.yaml', { read });
    expect(scenario.policies.map((policy) => policy.name)).toEqual(['monthly-reviews']);
  });

  test('names commands that exist', async () => {
    const commands = [...readme.matchAll(/npx stepdown ([a-z]+)/g)].map(([, command]) => command!);
    expect(new Set(commands)).toEqual(
      new Set([
        'backtest',
        'capacity',
        'census',
        'check',
        'compare',
        'evidence',
        'explore',
        'forecast',
        'init',
        'levers',
        'schema',
      ]),
    );
    for (const command of commands) expect((await typed(`${command} --help`, '.')).exitCode).toBe(0);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('and its companions link to what is there: %s', (file) => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});
