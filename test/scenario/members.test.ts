/** Members: a draw takes one whole, in its turn; a table that does not fit the scenario is refused. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scenarioFrom } from '../../src/browser.ts';
import { drawnFrom, parametersInDraw } from '../../src/experiment/parameter-draw.ts';
import { addressesOf, type Study } from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import { readStudy, writtenStudy } from '../../src/runners/task.ts';
import { type Members, memberOfDraw } from '../../src/scenario/members.ts';
import { readOver, tinyScenario } from '../tiny.ts';

const TABLE = readFileSync('test/fixtures/members.csv', 'utf8');
const POLICIES = `policies:
  fitted-length: {from: 1900-01-01, after: tiny, set: {sentence.length_factor: {multiply: 1}}}
  fitted-lapsed: {from: 2013-01-01, after: tiny, set: {sentence.lapsed_share: {multiply: 1}}}
`;

function withTable(table: string, policies = POLICIES) {
  const files = {
    'scenarios/tiny.yaml': tinyScenario().text,
    'scenarios/matched.yaml': `title: Matched\nextends: tiny.yaml\nmembers: members.csv\n${policies}`,
    'scenarios/members.csv': table,
  };
  return scenarioFrom('scenarios/matched.yaml', { read: readOver(files) });
}

const complaintOf = (table: string, policies?: string) => {
  try {
    withTable(table, policies);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  return 'nothing is wrong';
};

const scenario = withTable(TABLE);
const inDraw = (draw: number) => parametersInDraw(scenario, draw);
const central = parametersInDraw(scenario, 0);
const LAPSED = central.at(-1)!.values.sentence.lapsedShare as number;

describe('a draw', () => {
  test('takes each member in proportion to its weight, and equal ones in order', () => {
    const rowOf = (members: Members, draw: number) => members.rows.indexOf(memberOfDraw(members, draw));
    const draws = Array.from({ length: 12 }, (_, at) => rowOf(scenario.members!, at + 1));
    expect(draws.slice(0, 6).sort()).toEqual([0, 1, 2, 2, 3, 4]);
    expect(draws.slice(6).sort()).toEqual([0, 1, 2, 2, 3, 4]);
    const equal = { ...scenario.members!, rows: scenario.members!.rows.map((row) => ({ ...row, weight: 0.1 })) };
    expect([1, 2, 3, 4, 5, 6, 7].map((draw) => rowOf(equal, draw))).toEqual([0, 1, 2, 3, 4, 0, 1]);
  });

  test('puts the numbers of its member into the policies that they stand in, on their days', () => {
    const { rows } = scenario.members!;
    for (const draw of [1, 2, 3]) {
      const [length, lapsed] = memberOfDraw(scenario.members!, draw).values;
      expect(inDraw(draw)[0]!.values.sentence.lengthFactor).toBe(length);
      expect(inDraw(draw)[0]!.values.sentence.lapsedShare).toBe(LAPSED);
      expect(inDraw(draw).at(-1)!.values.sentence.lapsedShare).toBe(LAPSED * lapsed!);
    }
    expect(rows).toHaveLength(5);
    expect(central[0]!.values.sentence.lengthFactor).toBe(1);
  });

  test('draws by the seed of its member what the member does not name, and nothing that it names', () => {
    const [first, again] = [1, 7].map((draw) => drawnFrom(scenario, draw).quantileOf);
    expect(first!('sentence.length_factor')).toBeUndefined();
    expect(first!('reoffending.shift')).toBe(again!('reoffending.shift'));
    expect(first!('reoffending.shift')).not.toBe(drawnFrom(scenario, 2).quantileOf('reoffending.shift'));
    expect(drawnFrom(scenario, 0).quantileOf('reoffending.shift')).toBeUndefined();
  });

  test('leaves at its central value what its member does not name, if the member says so', () => {
    const [header, ...rows] = TABLE.trim().split('\n');
    const held = withTable([`${header},others`, ...rows.map((row) => `${row},central`), ''].join('\n'));
    const { quantileOf, scenario: drawn } = drawnFrom(held, 1);
    expect(quantileOf('reoffending.shift')).toBeUndefined();
    expect(parametersInDraw(held, 1)[0]!.values.reoffending.shift).toBe(central[0]!.values.reoffending.shift);
    expect(inDraw(1)[0]!.values.reoffending.shift).not.toBe(central[0]!.values.reoffending.shift);
    expect(drawn.policies).toEqual(drawnFrom(scenario, 1).scenario.policies);
    const again = scenarioFrom('again.yaml', { read: () => held.text });
    expect(again.members).toEqual(held.members);
    expect(complaintOf([`${header},others`, ...rows.map((row) => `${row},centre`), ''].join('\n'))).toContain(
      'others: expected drawn or central, got "centre"',
    );
  });

  test('is the same on another thread, and read from its own text', () => {
    const study: Study = { arms: [{ name: 'matched', scenario }], replicates: 1, draws: 5 };
    const addressesIn = (of: Study) =>
      [0, 1, 2, 3, 4, 5].map((draw) => addressesOf(of, 'x')({ arm: 0, draw, replicate: 0 }));
    const own = addressesIn(study);
    expect(new Set(own).size).toBe(6);
    expect(addressesIn(readStudy(writtenStudy(study)))).toEqual(own);
    const again = scenarioFrom('again.yaml', { read: () => scenario.text });
    expect(addressesIn({ ...study, arms: [{ name: 'matched', scenario: again }] })).toEqual(own);
  });
});

describe('a table is refused', () => {
  test.each([
    [TABLE.replace('fitted-length ', 'fitted-lenght '), 'members.csv:1:40: no policy of this scenario multiplies as'],
    [TABLE.replace('sentence.length_factor', 'sentence.long_factor'), 'multiplies as the column "fitted-length sent'],
    [TABLE.replace('weight,', 'wait,'), 'members.csv:1:1: no policy of this scenario multiplies as the column "wait"'],
    [TABLE.replace('weight,', 'wave,'), 'members.csv:1:1: the column "weight" is missing'],
    [TABLE.replace('\n2,', '\n0,'), 'members.csv:4:1: weight: expected a number above 0, got "0"'],
    [TABLE.replace(',1.2,0.7', ',1.2,'), 'members.csv:5:24: fitted-lapsed sentence.lapsed_share: expected a number'],
    [TABLE.replace('tiny 3.9', ''), 'members.csv:6:3: seed is empty'],
    [`${TABLE.split('\n')[0]}\n`, 'members.csv:1:1: there is no member'],
    ['weight,seed\n1,a\n', 'members.csv:1:1: no column names a number'],
    [TABLE.replace(',e,', ','), 'members.csv:6:1: 6 cells, but the header has 7'],
  ])('%#', (table, complaint) => {
    expect(complaintOf(table)).toContain(complaint);
  });

  test('whose policy sets where it should multiply', () => {
    expect(complaintOf(TABLE, POLICIES.replace('{multiply: 1}', '1'))).toContain(
      'no policy of this scenario multiplies',
    );
  });
});
