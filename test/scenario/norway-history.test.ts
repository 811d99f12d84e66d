/** Norway's history as it is entered: rules that the files of inputs state hold for their numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDay, yearOf } from '../../src/engine/calendar.ts';
import { asPlanned, readCalibrationPlan } from '../../src/evidence/calibration-plan.ts';
import { readObservations } from '../../src/evidence/observations.ts';
import { targetsOf } from '../../src/experiment/calibration/implausibility.ts';
import { measuresBeside } from '../../src/experiment/calibration/observed-fit.ts';
import { epochsOf } from '../../src/scenario/epoch.ts';
import { catalogue, type Parameters } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { readOver } from '../tiny.ts';

const scenario = (name: string) => scenarioFrom(`scenarios/norway/${name}.yaml`, { read: readOver({}) });
const history = scenario('history');
const epochs = epochsOf(history, catalogue);
const valuesOn = (day: string, of = epochs): Parameters =>
  of.findLast(({ from }) => from <= parseDay(day))!.values as unknown as Parameters;
const inputs = ['charging', 'sentences', 'remand', 'fines', 'places', 'crowding', 'monitoring'];
const rows = inputs.flatMap((name) =>
  readFileSync(`scenarios/norway/inputs/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [date, lever, , value] = line.split(',');
      return { year: Number(date!.slice(0, 4)), lever: lever!, value: Number(value) };
    }),
);

describe('the history', () => {
  test('runs to the end of 2021, and its inputs hold what moves admissions, never entries to serve a sentence', () => {
    expect([yearOf(history.start), yearOf(history.end - 1)]).toEqual([1997, 2021]);
    const nouns = new Set(rows.map(({ lever }) => lever.split('.').slice(0, 2).join('.')));
    expect([...nouns].sort()).toEqual([
      'facility.crowding',
      'facility.places',
      'fine.defaulted_share',
      'monitoring.covered_share',
      'monitoring.last_days',
      'monitoring.limit_days',
      'monitoring.places',
      'remand.mean_days',
      'remand.odds',
      'reoffending.charging',
      'sentence.lapsed_share',
      'sentence.year_share',
    ]);
    expect(rows.every(({ year }) => year <= 2022)).toBe(true);
  });

  test.each([...new Set(rows.flatMap(({ lever, year }) => (year === 2022 ? [lever] : [])))].map((lever) => [lever]))(
    'beyond the data %s is the mean of its last three rows',
    (lever) => {
      const own = new Map(rows.filter((row) => row.lever === lever).map(({ year, value }) => [year, value]));
      const mean = [2019, 2020, 2021].reduce((sum, year) => sum + own.get(year)! / 3, 0);
      expect(Math.abs(own.get(2022)! - mean)).toBeLessThan(0.0006);
    },
  );

  test('has the published classes of 2010 and 2011, and fewer long sentences before', () => {
    const longIn = (year: number) =>
      valuesOn(`${year}-06-01`)
        .sentence.yearShare.slice(2)
        .reduce((sum, one) => sum + one, 0);
    expect(longIn(2010)).toBeCloseTo(1 - 7785 / 11334, 3);
    expect(longIn(2011)).toBeCloseTo(1 - 6826 / 10341, 3);
    expect(longIn(2000)).toBeCloseTo(0.27, 3);
    const { yearShare, baseShare } = valuesOn('2012-06-01').sentence;
    expect([...yearShare]).toEqual([...baseShare]);
  });

  test('moves to open places after 2005, and rents places abroad for three years', () => {
    const shareOfHigh = (year: number) => {
      const [high, low, transitional] = valuesOn(`${year}-06-01`).facility.places;
      return high! / (high! + low! + transitional!);
    };
    for (const year of [1997, 2001, 2005]) expect(shareOfHigh(year)).toBeCloseTo(0.69, 3);
    expect(shareOfHigh(2009)).toBeCloseTo(0.6475, 3);
    expect(shareOfHigh(2014)).toBeCloseTo(0.605, 3);
    const all = (year: number) => valuesOn(`${year}-06-01`).facility.places.reduce((sum, one) => sum + one, 0);
    expect(Math.abs(all(2017) - 242 - (3823 + (3 / 5) * 62))).toBeLessThan(3);
  });

  test('without the pandemic differs by nothing but places left empty to August 2021 and slow calling in to December', () => {
    const without = epochsOf(scenario('without-pandemic'), catalogue);
    for (const day of ['1990-01-01', '2012-01-01', '2020-03-11']) expect(valuesOn(day)).toEqual(valuesOn(day, without));
    for (const day of ['2020-03-12', '2021-08-31', '2021-09-01', '2021-12-31']) {
      const [here, there] = [valuesOn(day), valuesOn(day, without)];
      expect(here.placement.callInShare).toBeLessThan(there.placement.callInShare);
      const isEmptied = parseDay(day) < parseDay('2021-09-01');
      expect(here.facility.crowding[0]! < there.facility.crowding[0]!).toBe(isEmptied);
      const { crowding: _, ...rest } = here.facility;
      const { crowding: __, ...others } = there.facility;
      const { callInShare: ___, ...placement } = here.placement;
      const { callInShare: ____, ...placing } = there.placement;
      expect({ ...here, facility: rest, placement }).toEqual({ ...there, facility: others, placement: placing });
    }
  });
});

describe('the figures', () => {
  const read = readOver({});
  const figures = readObservations('scenarios/norway/observed.csv', read);

  test('each have a measure and a year in the history, none after 2021', () => {
    expect(measuresBeside(figures, history).length).toBe(figures.length);
    expect(figures.filter(({ year }) => year > 2014).length).toBeGreaterThan(35);
  });

  test.each(['calibration', 'calibration-2021'])(
    'of %s: what follows is an input, and what is an input is no test',
    (name) => {
      const plan = readCalibrationPlan(`scenarios/norway/${name}.yaml`, read, catalogue);
      for (const { measure } of plan.follow)
        expect(figures.filter((one) => one.measure === measure).every(({ use }) => use === 'follow')).toBe(true);
      for (const measure of ['remand-stock', 'remand-days', 'prison-sentences'])
        expect(figures.filter((one) => one.measure === measure && one.use !== 'follow')).toEqual([]);
      for (const measure of ['sentence-entries', 'detention-stock'])
        expect(figures.filter((one) => one.measure === measure && one.use === 'follow')).toEqual([]);
    },
  );
});

test('forecasts begin on the day after the history, with a past that is the whole of it', () => {
  const start = scenario('2021');
  expect(start.start).toBe(history.end);
  expect(start.burnInStart).toBe(history.burnInStart);
});

test('its draws are members, none of which dominates', () => {
  const { rows, columns } = scenario('2021').members!;
  const weights = rows.map(({ weight }) => weight);
  const sum = weights.reduce((total, one) => total + one, 0);
  const effective = (sum * sum) / weights.reduce((total, one) => total + one * one, 0);
  expect(effective).toBeGreaterThan(30);
  expect(columns.map(({ path }) => path)).toContain('reoffending.shift');
});

test.each(['calibration', 'calibration-2021'])('%s: every fitted figure has the errors that a match needs', (name) => {
  const place = `scenarios/norway/${name}.yaml`;
  const plan = readCalibrationPlan(place, readOver({}), catalogue);
  const figures = asPlanned(plan, readObservations(plan.observed, readOver({})));
  expect(targetsOf(figures, plan.match!.errors, place).length).toBeGreaterThan(30);
});
