/** The day on which a policy begins is marked in every chart over time, unless it holds from the first day. */
import { expect, test } from 'vitest';
import { peopleByLevelChart } from '../../src/charts/people-by-level.ts';
import { queueChart } from '../../src/charts/queue.ts';
import { whoIsWhereChart } from '../../src/charts/who-is-where.ts';
import { policiesBegin } from '../../src/report/content/policies-begin.ts';
import { CONTEXT, peopleByLevel, queue, whoIsWhere } from '../charts/synthetic.ts';
import { policy, tinyScenario } from '../tiny.ts';

const from = (day: string) => tinyScenario(policy('other', day, 'placement.review_days', '{multiply: 0.9}'));
const begin = (...days: readonly string[]) =>
  policiesBegin({
    arms: ['as it is', 'one', 'two'].slice(0, days.length + 1),
    scenarios: [tinyScenario(), ...days.map(from)],
  });

test.each([
  [['2013-02-01'], [{ on: '2013-02-01', label: 'policy begins' }]],
  [['2013-02-01', '2013-02-01'], [{ on: '2013-02-01', label: 'policy begins' }]],
  [
    ['2014-01-01', '2013-02-01'],
    [
      { on: '2013-02-01', label: 'two begins' },
      { on: '2014-01-01', label: 'one begins' },
    ],
  ],
  [['2012-01-01'], []],
  [['2010-06-01'], []],
])('policies of %j are marked on %j', (days, marked) => {
  expect(begin(...days)).toEqual(marked);
});

test('two arms that are the same have no such day', () => {
  expect(policiesBegin({ arms: ['a', 'b'], scenarios: [tinyScenario(), tinyScenario()] })).toEqual([]);
});

test.each([
  ['people by level', peopleByLevelChart, peopleByLevel(60)],
  ['queue', queueChart, queue(60)],
  ['who is where', whoIsWhereChart, whoIsWhere(60)],
])('the chart of %s shows it, in every panel', (_, chart, table) => {
  const begins = [{ on: '2012-06-01', label: 'policy begins' }];
  const spec = JSON.stringify(chart(table, { ...CONTEXT, begins }));
  const panels = spec.split('"height":').length - 1;
  expect(spec.split('{"x":"2012-06-01","label":"policy begins"}').length - 1).toBe(2 * panels);
  expect(JSON.stringify(chart(table, CONTEXT))).not.toContain('policy begins');
});
