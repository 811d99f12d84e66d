/** Evidence of a scenario: one passport a number, unless a file says that it replaces earlier ones. */
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { baseline, catalogue, complaintsAbout, filesWith, readFrom } from './tiny.ts';

const CELLS =
  'facility.single_cells: {unit: share, value: 0.5, place: Here, period: 2020, source: assumption, grade: assumption, note: x}\n';

function withEvidence(list: string, own: string) {
  const files = filesWith({
    'scenarios/norway/baseline.yaml': baseline.replace('[../evidence/all.yaml]', list),
    'scenarios/norway/own.yaml': own,
  });
  return parseScenario('scenarios/norway/baseline.yaml', { read: readFrom(files), catalogue });
}

describe('a file under replace', () => {
  test('takes the place of what was read before, and of nothing else', () => {
    const { passports, text } = withEvidence('[../evidence/all.yaml, {replace: own.yaml}]', CELLS);
    expect(passports.get('facility.single_cells')).toMatchObject({ value: 0.5, place: 'Here' });
    expect(passports.get('facility.places')).toMatchObject({ place: 'Norway' });
    const again = parseScenario('own.yaml', { read: readFrom(new Map([['own.yaml', text]])), catalogue });
    expect(again.text).toBe(text);
  });

  test.each([
    ['[../evidence/all.yaml, own.yaml]', CELLS, 'facility.single_cells has two passports'],
    [
      '[{replace: own.yaml}, ../evidence/all.yaml]',
      CELLS,
      'scenarios/norway/own.yaml:1:1: facility.single_cells: there is no earlier passport to replace',
    ],
    ['[../evidence/all.yaml, {replace: gone.yaml}]', CELLS, 'cannot read scenarios/norway/gone.yaml'],
    ['[../evidence/all.yaml, {replace: [a]}]', CELLS, 'evidence: expected the path of a file, got a list'],
  ])('%s: is refused', (list, own, complaint) => {
    expect(complaintsAbout(() => withEvidence(list, own))).toContain(complaint);
  });
});
