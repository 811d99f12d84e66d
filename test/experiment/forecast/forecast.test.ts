/** A forecast tells what the summaries hold: periods, numbers that add up, growth, and what changed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { formatDay, parseDay } from '../../../src/engine/calendar.ts';
import { type ForecastPlan, forecast, forecastPlan } from '../../../src/experiment/forecast/forecast.ts';
import { growing, growthBegins } from '../../../src/experiment/forecast/growth.ts';
import { periodsOf, yearsFor } from '../../../src/experiment/forecast/periods.ts';
import { changesTable, forecastTable } from '../../../src/experiment/forecast/rows.ts';
import type { Study } from '../../../src/experiment/study.ts';
import { inProcess } from '../../../src/runners/in-process.ts';
import { epochOn, epochsOf } from '../../../src/scenario/epoch.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { FORECAST, FORECAST_CHANGES } from '../../../src/tables/forecast.ts';
import { recordsOf, type Table } from '../../../src/tables/table.ts';
import { tinyScenario, tinyWithInputs } from '../../tiny.ts';

describe('periods', () => {
  const named = (from: string, to: string, by: 'month' | 'quarter') =>
    periodsOf(parseDay(from), parseDay(to), by).map((one) => [
      one.name,
      formatDay(one.from),
      formatDay(one.until),
      one.months.join(),
    ]);

  test('are calendar months or quarters, the first cut by the start, the last whole', () => {
    expect(named('2020-11-15', '2021-01-02', 'month')).toEqual([
      ['2020-11', '2020-11-15', '2020-12-01', '10'],
      ['2020-12', '2020-12-01', '2021-01-01', '11'],
      ['2021-01', '2021-01-01', '2021-02-01', '12'],
    ]);
    expect(named('2020-11-15', '2021-01-02', 'quarter')).toEqual([
      ['2020 Q4', '2020-11-15', '2021-01-01', '10,11'],
      ['2021 Q1', '2021-01-01', '2021-04-01', '12,13,14'],
    ]);
  });

  test.each([
    ['2020-01-01', '2020-12-31', 1],
    ['2020-01-01', '2021-01-01', 2],
    ['2020-03-01', '2021-01-15', 2],
    ['2020-03-01', '2020-12-31', 1],
  ])('from %s to %s need %i years', (from, to, years) => {
    expect(yearsFor(parseDay(from), periodsOf(parseDay(from), parseDay(to), 'quarter'))).toBe(years);
  });
});

describe('growth', () => {
  const perYear = (scenario: ReturnType<typeof tinyScenario>, day: string) =>
    epochOn(epochsOf(scenario, catalogue), parseDay(day)).values['arrivals']['perYear'] as number;

  test('adds its part every year on top of the year before, and policies that multiply work on top of it', () => {
    const own = tinyScenario('later:\n  from: 2013-07-01\n  after: tiny\n  set:\n    arrivals.per_year: {multiply: 2}');
    const grown = growing(own, 0.1);
    for (const [day, factor] of [
      ['2011-12-31', 1],
      ['2012-01-01', 1],
      ['2013-01-01', 1.1],
      ['2013-07-01', 1.1 ** 1.5],
      ['2014-01-01', 1.21],
    ] as const) {
      expect(perYear(grown, day) / perYear(own, day)).toBeCloseTo(factor, 3);
    }
    expect(growing(own, 0)).toBe(own);
  });

  test('ends where a policy sets first charges', () => {
    const own = tinyScenario('later:\n  from: 2013-07-01\n  after: tiny\n  set:\n    arrivals.per_year: 200');
    expect(perYear(growing(own, 0.1), '2014-12-31')).toBe(200);
  });

  test('begins after the last first charges that the scenario gives', () => {
    const csv =
      'date,lever,change,value,unit,basis,source,note\n2013,arrivals.per_year,set,80,persons per year,observed,a count,\n';
    expect(formatDay(growthBegins(tinyScenario()))).toBe('2012-01-01');
    expect(formatDay(growthBegins(tinyWithInputs(csv)))).toBe('2014-01-01');
  });
});

const studyWith = (seed: string, growth = 0): Study => {
  const own = tinyScenario();
  const scenario = growing({ ...own, seed }, growth);
  return { arms: [{ name: 'central', scenario }], replicates: 3, draws: 0 };
};
const plan = (study: Study): ForecastPlan => forecastPlan(study, parseDay('2013-12-31'), 'quarter');
const tableOf = async (study: Study) => forecastTable((await forecast(plan(study), inProcess())).numbers);

describe('the numbers', () => {
  let table: Table;
  let mean: (what: string, of: string, period: string) => number;

  beforeAll(async () => {
    table = await tableOf(studyWith('tiny'));
    const rows = recordsOf(table, FORECAST);
    mean = (what, of, period) => rows.find((row) => row.what === what && row.of === of && row.period === period)!.mean;
  });

  test('of parts add up to all', () => {
    for (const period of ['2012 Q1', '2013 Q4']) {
      const all = mean('people inside', 'all', period);
      const sumOf = (what: string, parts: readonly string[]) =>
        parts.reduce((sum, of) => sum + mean(what, of, period), 0);
      const levels = ['high', 'low', 'transitional'];
      expect(all).toBeGreaterThan(0);
      expect(sumOf('people inside', levels)).toBeCloseTo(all, 8);
      expect(sumOf('people inside', ['women', 'men'])).toBeCloseTo(all, 8);
      const grounds = ['remand', 'sentence', 'preventive detention', 'in place of a fine'];
      expect(sumOf('people inside', grounds)).toBeCloseTo(all, 8);
      for (const flow of ['entries', 'releases']) {
        const kinds = ['remand', 'sentence', 'in place of a fine'];
        expect(sumOf(flow, kinds)).toBeCloseTo(mean(flow, 'all', period), 8);
      }
      for (const level of levels) {
        const free = mean('usable places', level, period) - mean('people inside', level, period);
        expect(mean('free places', level, period)).toBeCloseTo(free, 8);
        expect(mean('peak day', level, period)).toBeGreaterThanOrEqual(mean('people inside', level, period) - 1e-9);
      }
    }
  });

  test('end with the date asked for, two years of quarters', () => {
    const own = recordsOf(table, FORECAST).filter(({ what, of }) => what === 'people inside' && of === 'all');
    expect(own.map(({ period }) => period)).toEqual(
      ['2012', '2013'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year} Q${quarter}`)),
    );
  });
});

describe('what changed', () => {
  test('against itself is nothing', async () => {
    const own = await tableOf(studyWith('tiny'));
    const rows = recordsOf(
      changesTable({ before: own, byThisProgram: own, withInputs: own, now: own }),
      FORECAST_CHANGES,
    );
    expect(rows.length).toBeGreaterThan(200);
    for (const { change, inputs, model, chance, before } of rows) {
      const zero = Number.isNaN(before) ? Number.NaN : 0;
      expect([change, inputs, model, chance]).toEqual([zero, zero, zero, zero]);
    }
  });

  test('is inputs, model and chance, which add up', async () => {
    const [before, byThisProgram, withInputs, now] = [
      await tableOf(studyWith('older program')),
      await tableOf(studyWith('tiny')),
      await tableOf(studyWith('tiny', 0.3)),
      await tableOf(studyWith('other', 0.3)),
    ];
    const rows = recordsOf(changesTable({ before, byThisProgram, withInputs, now }), FORECAST_CHANGES);
    const known = rows.filter((row) => [row.inputs, row.model, row.chance].every(Number.isFinite));
    expect(known.length).toBeGreaterThan(300);
    for (const row of known) {
      expect(row.inputs + row.model + row.chance).toBeCloseTo(row.change, 8);
      expect(row.change).toBeCloseTo(row.now - row.before, 10);
    }
    const moved = (part: 'inputs' | 'model' | 'chance') => known.some((row) => row[part] !== 0);
    expect([moved('inputs'), moved('model'), moved('chance')]).toEqual([true, true, true]);
  });
});
