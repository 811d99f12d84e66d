import { expect, test } from 'vitest';
import { parseDay } from '../../../src/engine/calendar.ts';
import { ADMISSIONS_AND_PLACES, atOrigin } from '../../../src/experiment/backtest/at-origin.ts';
import { backtestStudy } from '../../../src/experiment/backtest/backtest.ts';
import { blocksOf, runBlock } from '../../../src/experiment/study.ts';
import { writtenPath } from '../../../src/scenario/change.ts';
import { firstDifference } from '../../../src/scenario/history.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../../src/simulation/scenario-from.ts';
import { readOver } from '../../tiny.ts';
import { historyFiles, tinyHistory } from './tiny-history.ts';

function figures({ inputs }: Scenario, lever: string) {
  return inputs
    .filter(({ change }) => writtenPath(change) === lever)
    .map(({ from, change, basis }) => [from, change.value, basis]);
}

const day = parseDay;

test('blind: a yearly ratio keeps the mean of its last three figures from the day after the origin', () => {
  const blind = atOrigin(tinyHistory(), 2013, [], catalogue);
  expect(figures(blind, 'reoffending.charging')).toEqual([
    [day('2011-01-01'), 0.9, 'observed'],
    [day('2012-01-01'), 1.2, 'inferred'],
    [day('2013-01-01'), 1.2, 'observed'],
    [day('2014-01-01'), (0.9 + 1.2 + 1.2) / 3, 'inferred'],
  ]);
});

test('with fewer than three figures it keeps their mean, and with one that', () => {
  expect(figures(atOrigin(tinyHistory(), 2012, [], catalogue), 'reoffending.charging').at(-1)).toEqual([
    day('2013-01-01'),
    (0.9 + 1.2) / 2,
    'inferred',
  ]);
  expect(figures(atOrigin(tinyHistory(), 2011, [], catalogue), 'reoffending.charging')).toHaveLength(1);
});

test('another number of figures makes another mean, and one keeps the last', () => {
  const lastOf = (meanOf: number) =>
    figures(atOrigin(tinyHistory(), 2012, [], catalogue, meanOf), 'reoffending.charging').at(-1)!;
  expect(lastOf(2)).toEqual([day('2013-01-01'), (0.9 + 1.2) / 2, 'inferred']);
  expect(lastOf(1)).toEqual([day('2012-01-01'), 1.2, 'inferred']);
});

test('blind: places keep their last figure, and so does what is dated by a day', () => {
  const blind = atOrigin(tinyHistory(), 2013, [], catalogue);
  expect(figures(blind, 'facility.places.low').map(([, value]) => value)).toEqual([10, 11, 12]);
  expect(figures(blind, 'monitoring.limit_days')).toEqual([[day('2011-01-01'), 60, 'observed']]);
});

test('an input whose figures all begin later keeps its first, which holds before its day anyway', () => {
  const blind = atOrigin(tinyHistory(), 2012, [], catalogue);
  expect(figures(blind, 'fine.defaulted_share')).toEqual([[day('2014-01-01'), 0.8, 'observed']]);
});

test('conditional: given levers keep every figure, alone or by member, and the others none', () => {
  const conditional = atOrigin(tinyHistory(), 2012, ['facility.places.low', 'reoffending.charging'], catalogue);
  expect(figures(conditional, 'facility.places.low').map(([, value]) => value)).toEqual([10, 11, 12, 14, 15]);
  expect(figures(conditional, 'reoffending.charging')).toHaveLength(5);
  expect(figures(conditional, 'monitoring.limit_days')).toHaveLength(1);
});

test('policies in force at the origin stay without end, later ones are cut, and given levers follow their own dates', () => {
  const policiesOf = (given: readonly string[]) =>
    atOrigin(tinyHistory(), 2012, given, catalogue).policies.map(({ name, from, until, changes }) => [
      name,
      from,
      until,
      changes.map(writtenPath).join(' '),
    ]);
  expect(policiesOf([]).slice(1)).toEqual([
    ['over', day('2011-01-01'), day('2012-01-01'), 'remand.mean_days'],
    ['fitted-2012', day('2012-01-01'), Infinity, 'remand.mean_days remand.odds'],
  ]);
  expect(policiesOf(['remand.odds']).slice(2)).toEqual([
    ['fitted-2012', day('2012-01-01'), day('2013-01-01'), 'remand.odds'],
    ['fitted-2012-held', day('2012-01-01'), Infinity, 'remand.mean_days'],
    ['fitted-2013', day('2013-01-01'), Infinity, 'remand.odds'],
  ]);
});

test.each([[[]], [['remand.odds', 'reoffending.charging']]])(
  'nothing differs from the whole scenario before the first day after the origin, given %j',
  (given) => {
    for (const origin of [2011, 2012, 2013, 2014]) {
      const cut = atOrigin(tinyHistory(), origin, given, catalogue);
      expect(firstDifference(tinyHistory(), cut, catalogue)).toBeGreaterThanOrEqual(day(`${origin + 1}-01-01`));
    }
  },
);

test('a scenario at an origin, written out and read again, is the same scenario', () => {
  const cut = atOrigin(tinyHistory(), 2012, ['remand.odds'], catalogue);
  const read = scenarioFrom('cut.yaml', { read: readOver({ ...historyFiles, 'cut.yaml': cut.text }) });
  expect(read.text).toBe(cut.text);
});

test('an arm that branches from the shared past lives as it does alone, through its whole burn-in', () => {
  const study = backtestStudy({
    scenario: tinyHistory(),
    origins: [2011, 2013],
    horizon: 1,
    given: ['reoffending.charging', 'remand.odds', 'facility.places'],
    replicates: 1,
    draws: 0,
  });
  const [block] = blocksOf(study);
  const together = runBlock(study, block!).map(({ digest }) => digest);
  const alone = study.arms.map((_, arm) => runBlock(study, { ...block!, arms: [arm] })[0]!.digest);
  expect(together).toEqual(alone);
  expect(new Set(together).size).toBe(together.length);
});

test('the levers of admissions and places are levers', () => {
  expect(ADMISSIONS_AND_PLACES.filter((lever) => !catalogue.has(lever))).toEqual([]);
});
