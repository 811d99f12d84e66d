/** A list of people inside in what is passed on: no row of it, and no run without it. */
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/browser.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { publishedText } from '../../src/scenario/withheld.ts';
import { norway, readOver, tinyScenario } from '../tiny.ts';

const LIST = 'status,level,sentence_days,served_days,sex,age\nserving,low,300,100,female,31\nremand,high,,12,male,\n';

function withList() {
  const text = `${'title: Listed\nextends: norway/baseline.yaml\npeople_inside: inside.csv\n'}`;
  return scenarioFrom('scenarios/listed.yaml', {
    read: readOver({ 'scenarios/listed.yaml': text, 'scenarios/inside.csv': LIST }),
  });
}

const again = (text: string) => scenarioFrom('published.yaml', { read: () => text });

test('no row of it is in the published text, which tells how many they are and can be read again', () => {
  const scenario = withList();
  const text = publishedText(scenario);
  expect(scenario.text).toMatch(/serving,low/);
  expect(text).not.toMatch(/serving,low|remand,high/);
  expect(again(text)).toMatchObject({
    inside: [],
    withheld: { people: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(again(text).text).toBe(text);
});

test('the digest knows the list again, in any order of its rows', () => {
  const scenario = withList();
  const turned = { ...scenario, inside: [...scenario.inside].reverse() };
  expect(again(publishedText(turned)).withheld).toEqual(again(publishedText(scenario)).withheld);
  const other = { ...scenario, inside: scenario.inside.slice(1) };
  expect(again(publishedText(other)).withheld).not.toEqual(again(publishedText(scenario)).withheld);
});

test('nobody runs it without the list', () => {
  expect(() => cellOf(again(publishedText(withList())), { draw: 0, replicate: 0 })).toThrow(
    'the list of 2 people is not in it',
  );
});

test('without a list the published text is the text', () => {
  for (const scenario of [norway(), tinyScenario()]) expect(publishedText(scenario)).toBe(scenario.text);
});
