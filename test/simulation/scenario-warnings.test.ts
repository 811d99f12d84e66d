/** A list with more people at a level than it has usable places is warned of, with both numbers. */
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/browser.ts';
import { scenarioWarnings } from '../../src/simulation/scenario-warnings.ts';
import { readOver } from '../tiny.ts';

const HEADER = 'status,level,sentence_days,served_days,sex,age';

function warned(people: number, more = ''): readonly string[] {
  const rows = Array.from({ length: people }, (_, at) => `serving,closed,${1000 + at},${at},male,30`);
  const text = `title: Mine\nextends: harbour/baseline.yaml\npeople_inside: list.csv\n${more}`;
  const files = { 'scenarios/mine.yaml': text, 'scenarios/list.csv': `${[HEADER, ...rows].join('\n')}\n` };
  return scenarioWarnings(scenarioFrom('scenarios/mine.yaml', { read: readOver(files) }));
}

test('220 people on 130 places are told, and so are second beds; as many as there are places are not', () => {
  const [warning] = warned(220);
  expect(warning).toMatch(
    /^closed: the list puts 220 people there on \d{4}-01-01, and \d+ places are usable, so \d+ begin/,
  );
  const usable = Number(/and (\d+) places/.exec(warning!)![1]);
  expect(usable).toBeGreaterThan(100);
  expect(warned(usable)).toEqual([]);
  const doubled = (response: string) =>
    warned(
      220,
      `policies:\n  p: {from: 2010-01-01, set: {capacity.response: ${response}, capacity.double_share: 0.1}}\n`,
    );
  const beds = Number(/and (\d+) places/.exec(doubled('double')[0]!)![1]);
  expect(beds).toBeGreaterThan(usable);
  expect(beds).toBeLessThanOrEqual(Math.floor(1.1 * usable));
  expect(doubled('enough').filter((one) => one.startsWith('closed:'))).toEqual([]);
});
