/** Tables: what a search for places writes. */

import { parameters as costs } from '../../community/cost.ts';
import { formatDay, startOfQuarter, yearOf } from '../../engine/calendar.ts';
import { epochOn, epochsOf, parametersIn } from '../../scenario/epoch.ts';
import { catalogue } from '../../simulation/parameters.ts';
import type { PeakCount } from '../../simulation/summary.ts';
import { mean, quantiles } from '../../statistics/describe.ts';
import { type MeanInterval, meanInterval } from '../../statistics/intervals.ts';
import {
  CAPACITY,
  CAPACITY_ALTERNATIVES,
  CAPACITY_LEVELS,
  CAPACITY_QUARTERS,
  CAPACITY_UNITS,
} from '../../tables/capacity.ts';
import { type Table, tableOf, tableOfRows, type Value } from '../../tables/table.ts';
import type { Alternative } from './alternatives.ts';
import { riskBounds } from './bounds.ts';
import { type Capacity, fullestUnit, lastQuarter, levelMoves, trialOf, unitShares } from './capacity.ts';
import { type CapacityQuestion, peakOf, quarterAsked, type Run, type Trial } from './trial.ts';

/** The names of the two scenarios of the tables. */
export const AS_IT_IS = 'as it is';
export const WITH_ANSWER = 'with the answer';

/** Every table: the numbers tried, the quarters, the levels if there is an answer, and the units. */
export function capacityTables(question: CapacityQuestion, found: Capacity): readonly Table[] {
  const both = compared(found);
  const moves = found.answer === undefined ? [] : [levelsTable(question, found, trialOf(found, found.answer))];
  return [triedTable(question, found), quartersTable(question, both), ...moves, unitsTable(question, both)];
}

type Runs = Pick<Trial, 'runs'>;
type Named = readonly (readonly [name: string, trial: Trial])[];

function compared(found: Capacity): Named {
  const first = [AS_IT_IS, found.asItIs] as const;
  return found.answer === undefined ? [first] : [first, [WITH_ANSWER, trialOf(found, found.answer)]];
}

function triedTable(question: CapacityQuestion, { trials, asItIs, answer, inForce }: Capacity): Table {
  const { scenario, level, by } = question;
  const { building, buildingYears } = parametersIn(epochOn(epochsOf(scenario, catalogue), by), costs);
  const records = trials.map((trial): Record<string, Value> => {
    const places = trial.places!;
    const change = changed(asItIs, trial, ({ cost }) => cost);
    return {
      level: scenario.dimensions['level'][level],
      places,
      is_answer: places === answer,
      runs: trial.runs.length,
      breaches: trial.breaches,
      risk: trial.risk.share,
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

/** What differs from one trial to another, replicate by replicate, with a 95 % interval. */
function changed(before: Runs, after: Runs, value: (run: Run) => number): MeanInterval {
  const others = new Map(before.runs.map((run) => [run.replicate, value(run)]));
  const pairs = after.runs.filter(({ replicate }) => others.has(replicate));
  return meanInterval(pairs.map((run) => value(run) - others.get(run.replicate)!));
}

/** What the same money buys. */
export function alternativesTable(
  question: CapacityQuestion,
  { asItIs }: Capacity,
  alternatives: readonly Alternative[],
): Table {
  const queueOf = (run: Run) => peakOf(run, quarterAsked(question), question.level, 'queue');
  const rows = alternatives.map(({ name, amount, money, trial }): Value[] => {
    const { breaches, runs, risk, inTime } = trial;
    const all = (count: PeakCount) => meanPeak(question, trial, count);
    const [queue, cost] = [changed(asItIs, trial, queueOf), changed(asItIs, trial, (run) => run.cost)];
    const risks = [runs.length, breaches, breaches / runs.length, risk.low, risk.high, inTime.share];
    const peaks = [all('places') - all('people'), all('shortNights'), all('queue')];
    const changes = [queue, cost].flatMap(({ mean: change, low, high }) => [change, low, high]);
    return [name, amount, money === undefined ? Number.NaN : money / 1e6, ...risks, ...peaks, ...changes];
  });
  return tableOfRows(CAPACITY_ALTERNATIVES, rows);
}

function meanPeak(question: CapacityQuestion, { runs }: Runs, count: PeakCount): number {
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
