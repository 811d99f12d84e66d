/** Planned places: what a table of openings, closures, repairs and double cells does to the units of Harbour. */
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/browser.ts';
import { parseDay } from '../../src/engine/calendar.ts';
import { doubledByDate, parameters, placesOfUnits } from '../../src/prison/facility.ts';
import { epochOn, epochsOf, parametersIn } from '../../src/scenario/epoch.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { complaintsAbout } from '../scenario/tiny.ts';
import { readOver } from '../tiny.ts';

const HEADER = 'event,level,unit,sex,date,until,places,building_cost,building_days,basis,source,note\n';
const FILE = 'scenarios/plan.csv';

function planned(rows: string, header = HEADER) {
  const files = {
    'scenarios/mine.yaml': 'title: Mine\nextends: harbour/baseline.yaml\ninputs: [plan.csv]\n',
    [FILE]: header + rows,
  };
  return scenarioFrom('scenarios/mine.yaml', { read: readOver(files) });
}

type Planned = ReturnType<typeof planned>;

/** Places and second beds of a unit for a sex on a day. */
function placesIn(scenario: Planned, day: string, level: string, unit: string, sex: string): readonly number[] {
  const { dimensions } = scenario;
  const given = parametersIn(epochOn(epochsOf(scenario, catalogue), parseDay(day)), parameters);
  const [at, in_, of] = [
    dimensions['level'].indexOf(level),
    dimensions['unit'].indexOf(unit),
    dimensions['sex'].indexOf(sex),
  ];
  const cell = (at * dimensions['unit'].length + in_) * 2 + of;
  return [placesOfUnits(given)[cell], doubledByDate(given, at, in_, of)];
}

test('an opening, a repair and double cells move one unit for one sex, from their day on', () => {
  const scenario = planned(
    'opening,closed,quay,male,2022-01-01,,20,120000000,900,planned,Agency,\n' +
      'repair,closed,quay,male,2022-06-01,2022-07-01,7,,,planned,Agency,roof\n' +
      'double,closed,quay,male,2023-01-01,,10,,,planned,Agency,\n' +
      'opening,closed,quay,female,2023-01-01,,3,,,planned,Agency,\n',
  );
  const men = (day: string) => placesIn(scenario, day, 'closed', 'quay', 'male');
  const [before] = men('2000-01-01');
  expect(before).toBeGreaterThan(7);
  expect(men('2021-12-31')).toEqual([before, 0]);
  expect(men('2022-01-01')).toEqual([before + 20, 0]);
  expect(men('2022-06-01')).toEqual([before + 13, 0]);
  expect(men('2022-07-01')).toEqual([before + 20, 0]);
  expect(men('2023-01-01')).toEqual([before + 20, 10]);
  const women = placesIn(scenario, '2022-12-31', 'closed', 'quay', 'female')[0];
  expect(placesIn(scenario, '2023-01-01', 'closed', 'quay', 'female')).toEqual([women + 3, 0]);
  expect(placesIn(scenario, '2024-01-01', 'open', 'quay', 'male')).toEqual(
    placesIn(scenario, '2020-01-01', 'open', 'quay', 'male'),
  );
});

test.each([
  'opening,closed,quay,male,2022-02-30,,20,120000000,900,planned,Agency,\n',
  'repair,closed,quay,male,2022-02-30,2022-07-01,7,,,planned,Agency,roof\n',
])('a day that is none is one complaint: %s', (row) => {
  const complaints = complaintsAbout(() => planned(row)).split('\n');
  expect(complaints.filter((line) => line.startsWith(`${FILE}:`))).toEqual([
    expect.stringMatching(/:2:2[56]: date: expected a year such as 2005/),
  ]);
});

test('without unit and sex a row moves the whole level', () => {
  const scenario = planned('closure,open,,,2022-01-01,,10,,,planned,Agency,\n');
  const placesOn = (day: string) =>
    parametersIn(epochOn(epochsOf(scenario, catalogue), parseDay(day)), parameters).places[1];
  expect(placesOn('2022-01-01')).toBe(placesOn('2021-12-31') - 10);
});

test('the plan stands in the canonical text, with cost and time of building', () => {
  const scenario = planned('opening,closed,quay,male,2022-01-01,,20,120000000,900,planned,Agency,\n');
  expect(scenarioFrom('own.yaml', { read: () => scenario.text }).text).toBe(scenario.text);
  expect(scenario.inputs[0].cells).toMatchObject({ building_cost: '120000000', building_days: '900', note: 'opening' });
});

test.each([
  [
    'an unknown event',
    'opened,closed,quay,male,2022-01-01,,20,,,planned,A,\n',
    `${FILE}:2:1: event: expected one of opening`,
  ],
  [
    'an unknown level',
    'opening,shut,quay,male,2022-01-01,,20,,,planned,A,\n',
    `${FILE}:2:9: level: expected one of closed`,
  ],
  [
    'an unknown unit',
    'opening,closed,quai,male,2022-01-01,,20,,,planned,A,\n',
    `${FILE}:2:16: unit: expected one of quay`,
  ],
  ['a unit without a sex', 'opening,closed,quay,,2022-01-01,,20,,,planned,A,\n', 'sex: a unit is planned for one sex'],
  ['double cells of a level', 'double,closed,,,2022-01-01,,20,,,planned,A,\n', 'double cells need a unit and a sex'],
  [
    'a year for a day',
    'opening,closed,quay,male,2022,,20,,,planned,A,\n',
    'date: expected a day such as 2021-07-01, got "2022"',
  ],
  ['no places', 'opening,closed,quay,male,2022-01-01,,-5,,,planned,A,\n', 'places: expected a whole number above 0'],
  ['a repair without an end', 'repair,closed,quay,male,2022-01-01,,5,,,planned,A,\n', 'until: a repair ends'],
  ['no source', 'opening,closed,quay,male,2022-01-01,,5,,,planned,,\n', 'source is empty'],
  [
    'a cost below 0',
    'opening,closed,quay,male,2022-01-01,,5,-1,,planned,A,\n',
    'building_cost: expected a number of 0 or more',
  ],
  [
    'two rows of one unit on a day',
    'opening,closed,quay,male,2022-01-01,,5,,,planned,A,\nclosure,closed,quay,male,2022-01-01,,2,,,planned,A,\n',
    'two rows move it on 2022-01-01',
  ],
  [
    'more places closed than there are',
    'closure,closed,quay,male,2022-01-01,,5000,,,planned,A,\n',
    'inputs: 5000 places of closed, quay, male are closed on 2022-01-01, and there are',
  ],
  [
    'more second beds than places',
    'double,closed,quay,male,2022-01-01,,5000,,,planned,A,\n',
    'inputs: 5000 second beds in closed, quay, male on 2022-01-01, and there are ',
  ],
])('refused: %s', (_, rows, complaint) => {
  expect(complaintsAbout(() => planned(rows))).toContain(complaint);
});

test('all mistakes are told at once', () => {
  const rows = 'opened,shut,quay,male,2022,,x,,,planned,A,\n';
  const complaints = complaintsAbout(() => planned(rows));
  for (const name of ['event:', 'level:', 'date:', 'places:']) expect(complaints).toContain(name);
});
