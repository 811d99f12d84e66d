/** Rows of dated inputs that are more than a figure: what an origin knows of lines, growth, months, seasons and events. */
import { expect, test } from 'vitest';
import { atOrigin } from '../../../src/experiment/backtest/at-origin.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../../src/simulation/scenario-from.ts';
import { readOver } from '../../tiny.ts';

const SEASON = '1.1 1.1 1.1 1.1 1.1 1.1 0.9 0.9 0.9 0.9 0.9 0.9';
const ROWS = [
  'date,lever,change,value,unit,basis,source,note',
  '2010,reoffending.charging,multiply,1,ratio,observed,nobody,',
  '2011,reoffending.charging,line,,,inferred,nobody,',
  '2014,reoffending.charging,multiply,2,ratio,observed,nobody,',
  '2010,remand.odds,multiply,1,ratio,observed,nobody,',
  '2011,remand.odds,grow,2 %,per year,inferred,nobody,a plan',
  '2012-11,remand.mean_days,multiply,1.1,ratio,observed,nobody,',
  '2012-12,remand.mean_days,multiply,1.3,ratio,observed,nobody,',
  '2013-01,remand.mean_days,multiply,1.5,ratio,observed,nobody,',
  `2010,reoffending.charging,season,${SEASON},ratio,observed,nobody,`,
  '2012-03-01,facility.places.low,add,30,places,observed,nobody,',
  '2014-03-01,facility.places.low,add,50,places,observed,nobody,',
].join('\n');
const files = {
  'rows.csv': `${ROWS}\n`,
  'rows.yaml':
    'title: Rows\nextends: scenarios/norway/baseline.yaml\ninputs: [rows.csv]\nstart: 2011-01-01\nyears: 5\nburn_in_years: 3\n',
};
const scenario = scenarioFrom('rows.yaml', { read: readOver(files) });
const rowsAt = (origin: number, given: readonly string[] = []) =>
  atOrigin(scenario, origin, given, catalogue).inputs.map(
    ({ cells }) => `${cells.date} ${cells.lever} ${cells.change}`,
  );

test('a line towards a later figure is not known: the figure before holds', () => {
  const charging = rowsAt(2012).filter((row) => row.includes('charging') && !row.includes('season'));
  expect(charging).toEqual(['2010 reoffending.charging multiply', '2011 reoffending.charging hold']);
  expect(rowsAt(2014).filter((row) => row.endsWith('line'))).toHaveLength(1);
});

test('growth goes on, months keep the last one known, seasons stay, and events are those up to the origin', () => {
  const rows = rowsAt(2012);
  expect(rows).toContain('2011 remand.odds grow');
  expect(rows.filter((row) => row.includes('mean_days'))).toEqual([
    '2012-11 remand.mean_days multiply',
    '2012-12 remand.mean_days multiply',
  ]);
  expect(rows).toContain('2010 reoffending.charging season');
  expect(rows.filter((row) => row.includes('places'))).toEqual(['2012-03-01 facility.places.low add']);
  expect(rowsAt(2012, ['facility.places']).filter((row) => row.includes('places'))).toHaveLength(2);
});

test('written out and read again, it is the same scenario', () => {
  for (const origin of [2011, 2012, 2014]) {
    const { text } = atOrigin(scenario, origin, [], catalogue);
    expect(scenarioFrom('cut.yaml', { read: readOver({ 'cut.yaml': text }) }).text).toBe(text);
  }
});
