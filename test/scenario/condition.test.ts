/** Conditions in scenarios: a policy may set one or all, what is wrong is refused, and text is what travels. */
import { describe, expect, test } from 'vitest';
import { resolvedText } from '../../src/evidence/document.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import { scenarioSchema } from '../../src/scenario/schema.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { policy, tinyCell, tinyScenario } from '../tiny.ts';

function eligible(policies: string): readonly string[] {
  return cellOf(tinyScenario(policies), { draw: 0, replicate: 0 }).parameters.at(-1)!.values.programme.eligible;
}

test('a policy sets the condition of one programme, or of all', () => {
  const before = eligible('');
  const one = eligible(policy('open', '2012-01-01', 'programme.eligible.violence', 'everybody'));
  expect(one).toEqual([...before.slice(0, 5), 'everybody']);
  const all = eligible(policy('open', '2012-01-01', 'programme.eligible', 'not level.high and need.work'));
  expect(all).toEqual(new Array(6).fill('not level.1 and need.2'));
});

test('a condition set to what is in force, by name or by place, changes nothing', () => {
  const digest = digestOf(simulate(tinyCell()).summary);
  for (const text of [
    'not remand and days_left >= 70 and offence.violence',
    'not remand and (days_left >= 70) and offence.3',
  ]) {
    const same = tinyScenario(policy('same', '2012-01-01', 'programme.eligible.violence', text));
    expect(cellOf(same, { draw: 0, replicate: 0 }).parameters).toHaveLength(1);
    expect(digestOf(simulate(cellOf(same, { draw: 0, replicate: 0 })).summary)).toBe(digest);
  }
});

test('conditions survive a thread: they are text', () => {
  const cell = tinyCell();
  expect(structuredClone(cell)).toEqual(cell);
  expect(digestOf(simulate(structuredClone(cell)).summary)).toBe(digestOf(simulate(cell).summary));
});

test('the canonical text of a scenario keeps a condition as it was written', () => {
  const text = tinyScenario(policy('open', '2012-01-01', 'programme.eligible.basic', 'not level.high')).text;
  expect(text).toContain('"programme.eligible.basic": "not level.high"');
  expect(resolvedText(JSON.parse(text))).toBe(text);
});

describe('what is wrong is refused with place, reason and remedy', () => {
  test.each<[string, string]>([
    ['days_lft >= 90', 'did you mean "days_left"?'],
    ['level.hihg', 'did you mean "level.high"?'],
    ['90', 'write a condition such as'],
    ['{multiply: 2}', 'only a number can be changed by multiply'],
  ])('%s', (text, told) => {
    try {
      tinyScenario(policy('wrong', '2012-01-01', 'programme.eligible.basic', text));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      expect((error as Failure).exitCode).toBe(2);
      expect((error as Failure).message).toMatch(/^scenarios\/tiny\.yaml:\d+/);
      expect((error as Failure).message).toContain(told);
    }
  });
});

test('editors know that a condition is text', () => {
  const schema = JSON.stringify(scenarioSchema(catalogue, { programme: ['basic'] }));
  expect(schema).toContain(
    '"programme.eligible.basic":{"description":"condition: people who may attend, by programme","type":"string"}',
  );
});
