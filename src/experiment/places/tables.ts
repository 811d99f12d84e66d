/** Tables: what a search for places writes. */

import { parameters as costs } from '../../community/cost.ts';
import { formatDay, startOfQuarter, yearOf } from '../../engine/calendar.ts';
import { epochOn, epochsOf, parametersIn } from '../../scenario/epoch.ts';
import { catalogue } from '../../simulation/parameters.ts';
import type { PeakCount } from '../../simulation/summary.ts';
import { mean, quantiles } from '../../statistics/describe.ts';
import { meanInterval } from '../../statistics/intervals.ts';
import { CAPACITY, CAPACITY_LEVELS, CAPACITY_QUARTERS, CAPACITY_UNITS } from '../../tables/capacity.ts';
import { type Table, tableOf, tableOfRows, type Value } from '../../tables/table.ts';
import { riskBounds } from './bounds.ts';
import { type Capacity, fullestUnit, lastQuarter, levelMoves, trialOf, unitShares } from './capacity.ts';
import { type CapacityQuestion, peakOf, quarterAsked, type Trial } from './trial.ts';

/** The names of the two scenarios of the tables. */
export const AS_IT_IS = 'as it is';
export const WITH_ANSWER = 'with the answer';

/** Every table: the numbers tried, the quarters, the levels if there is an answer, and the units. */
export function capacityTables(question: CapacityQuestion, found: Capacity): readonly Table[] {
  const both = compared(found);
  const moves = found.answer === undefined ? [] : [levelsTable(question, found, trialOf(found, found.answer))];
  return [triedTable(question, found), quartersTable(question, both), ...moves, unitsTable(question, both)];
}

type Named = readonly (readonly [name: string, trial: Trial])[];

function compared(found: Capacity): Named {
  const first = [AS_IT_IS, found.asItIs] as const;
  return found.answer === undefined ? [first] : [first, [WITH_ANSWER, trialOf(found, found.answer)]];
}

function triedTable(question: CapacityQuestion, { trials, asItIs, answer, inForce }: Capacity): Table {
  const { scenario, level, by } = question;
  const { building, buildingYears } = parametersIn(epochOn(epochsOf(scenario, catalogue), by), costs);
  const before = new Map(asItIs.runs.map(({ replicate, cost }) => [replicate, cost]));
  const records = trials.map((trial): Record<string, Value> => {
    const places = trial.places!;
    const pairs = trial.runs.filter(({ replicate }) => before.has(replicate));
    const change = meanInterval(pairs.map(({ replicate, cost }) => cost - before.get(replicate)!));
    return {
      level: scenario.dimensions['level'][level],
      places,
      is_answer: places === answer,
      runs: trial.runs.length,
      breaches: trial.breaches,
      risk: trial.breaches / trial.runs.length,
      risk_low: trial.risk.low,
      risk_high: trial.risk.high,
      in_time: trial.inTime.share,
      in_time_low: trial.inTime.low,
      in_time_high: trial.inTime.high,
      passes_risk: trial.passesRisk,
      passes_wait: trial.passesWait,
      peak: meanPeak(question, trial, 'people'),
      usable: meanPeak(question, trial, 'places'),
      nights: meanPeak(question, trial, 'shortNights'),
      own_nights: meanPeak(question, trial, 'nights'),
      queue: meanPeak(question, trial, 'queue'),
      cost: mean(trial.runs.map(({ cost }) => cost)),
      cost_change: change.mean,
      cost_low: change.low,
      cost_high: change.high,
      building: (Math.max(0, places - inForce) * building[level]) / buildingYears / 1e6,
    };
  });
  const columns = CAPACITY.columns.map(({ name }) => [name, records.map((record) => record[name])]);
  return tableOf(CAPACITY, Object.fromEntries(columns));
}

function meanPeak(question: CapacityQuestion, { runs }: Trial, count: PeakCount): number {
  return mean(runs.map((run) => peakOf(run, quarterAsked(question), question.level, count)));
}

function quartersTable(question: CapacityQuestion, both: Named): Table {
  const { scenario, level, confidence } = question;
  const rows = both.flatMap(([name, { runs }]) =>
    Array.from({ length: lastQuarter(question) + 1 }, (_, quarter): Value[] => {
      const all = (count: PeakCount) => runs.map((run) => peakOf(run, quarter, level, count));
      const breaches = all('short').filter((people) => people > 0).length;
      const { low, high } = riskBounds(breaches, runs.length, confidence);
      const [median, most] = quantiles(all('people'), [0.5, 0.95]) as [number, number];
      const means = (['places', 'short', 'shortNights', 'beyond', 'nights', 'queue'] as const).map((count) =>
        mean(all(count)),
      );
      const day = formatDay(startOfQuarter(yearOf(scenario.start), quarter));
      return [name, day, breaches / runs.length, low, high, median, most, ...means];
    }),
  );
  return tableOfRows(CAPACITY_QUARTERS, rows);
}

function levelsTable(question: CapacityQuestion, { asItIs }: Capacity, trial: Trial): Table {
  const { level: levels, unit: units } = question.scenario.dimensions as Readonly<Record<'level' | 'unit', string[]>>;
  const quarter = quarterAsked(question);
  const rows = levelMoves(question, asItIs, trial).map(({ level, moves, people, nights, queue }): Value[] => {
    const breaches = trial.runs.filter((run) => peakOf(run, quarter, level, 'short') > 0).length;
    const { unit, full } = fullestUnit(question, trial, level);
    const ends = [people, nights, queue].flatMap(({ mean: change, low, high }) => [change, low, high]);
    return [levels[level], moves, breaches / trial.runs.length, full > 0 ? units[unit] : '', full, ...ends];
  });
  return tableOfRows(CAPACITY_LEVELS, rows);
}

function unitsTable(question: CapacityQuestion, both: Named): Table {
  const { level: levels, unit: units } = question.scenario.dimensions as Readonly<Record<'level' | 'unit', string[]>>;
  const rows = both.flatMap(([name, { runs }]) =>
    levels.flatMap((level, at) =>
      units.map((unit, index): Value[] => {
        const { full, beyond } = unitShares(question, runs, at, index);
        return [name, level, unit, full, beyond];
      }),
    ),
  );
  return tableOfRows(CAPACITY_UNITS, rows);
}
