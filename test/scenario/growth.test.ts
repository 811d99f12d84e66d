/** Growth of a lever that a command asks for. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { epochOn, epochsOf } from '../../src/scenario/epoch.ts';
import { withGrowth } from '../../src/scenario/growth.ts';
import { historyOf } from '../../src/scenario/history.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { catalogue, complaintsAbout, filesWith, readFrom } from './tiny.ts';

const scenario = parseScenario('scenarios/norway/baseline.yaml', { read: readFrom(filesWith()), catalogue });
const from = parseDay('2014-07-01');
const growth = { lever: 'facility.places', from, rate: 0.1, source: '--grow' };

test('a lever is multiplied by (1 + g)^(years since the day), in steps of a month, and by nothing before', () => {
  const grown = withGrowth(scenario, catalogue, growth);
  const high = (day: string) => {
    const { places } = epochOn(epochsOf(grown, catalogue), parseDay(day)).values['facility'];
    return (places as Float64Array)[0];
  };
  expect(['2014-06-30', '2014-07-31', '2015-07-01', '2016-07-01', '2017-01-01'].map(high)).toEqual([
    100,
    100,
    110,
    121,
    Math.round(100 * 1.1 ** 2.5),
  ]);
  expect(historyOf(grown, catalogue, parseDay('2014-08-01'))).toBe(
    historyOf(scenario, catalogue, parseDay('2014-08-01')),
  );
});

test('a grown scenario is one that a file can say', () => {
  const grown = withGrowth(scenario, catalogue, growth);
  const again = parseScenario('own.yaml', { read: () => grown.text, catalogue });
  expect(again.text).toBe(grown.text);
  expect(again.inputs).toEqual(grown.inputs);
});

test.each([
  ['an unknown lever', { lever: 'facility.plcaes' }, 'there is no lever "facility.plcaes" that could grow'],
  ['a word', { lever: 'placement.basis' }, 'placement.basis cannot grow'],
  ['a rate of -100 %', { rate: -1 }, 'growth of -100 % per year is impossible'],
])('refused: %s', (_, wrong, complaint) => {
  expect(complaintsAbout(() => withGrowth(scenario, catalogue, { ...growth, ...wrong }))).toContain(complaint);
});

test('refused: two inputs of one lever on one day', () => {
  const grown = withGrowth(scenario, catalogue, growth);
  const complaints = complaintsAbout(() => withGrowth(grown, catalogue, { ...growth, rate: 0.2 }));
  expect(complaints).toContain('facility.places: another input moves it on 2014-07-01 too');
});
