/**
 * Trials inside the model. On one day of the Norwegian baseline everybody at liberty who is eligible for an effect is given it
 * or not by the toss of a coin, a spell of liberty begins for each by the model's own handler, and charges within two years are
 * counted. The odds ratio of the trial must be the one that the study published, within two standard errors. Shrinkage
 * is off, and of all effects one is in use. The luck is fixed.
 */
import { describe, expect, test } from 'vitest';
import { type EffectsParameters, type measureNames, riskFound } from '../../src/community/effects.ts';
import { failure, onAtRisk, slope } from '../../src/community/reoffending.ts';
import { DAYS_PER_YEAR } from '../../src/engine/calendar.ts';
import { logit } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { event } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import { NONE, recalls, status } from '../../src/people/person.ts';
import { riskOf } from '../../src/people/risk.ts';
import { World } from '../../src/people/world.ts';
import { liveUntil } from '../../src/simulation/simulate.ts';
import { standardDeviation } from '../../src/statistics/describe.ts';
import { norway } from '../tiny.ts';

/** How often the trial is repeated with the same people and other luck. */
const TRIALS = 20;
const cell = cellOf(norway(), { draw: 0, replicate: 0 });
const given = cell.parameters[0].values;
const reoffending = { ...given.reoffending, followUpYears: 10 };
const g = slope(reoffending.interceptOneYear, reoffending.interceptTwoYears);
const toss = randomKey('trial', 0);
const world = worldOnTheFirstDay();
const released = Array.from({ length: world.rows.highest }, (_, row) => row).filter(
  (row) => world.isPresent(row) && world.people.status[row] === status.liberty && world.people.lastLevel[row] !== NONE,
);

interface Trial {
  readonly name: string;
  /** Which effect of the baseline is tried, and what it is set to. */
  readonly effect: number;
  readonly measure: (typeof measureNames)[number];
  readonly estimate: number;
  readonly base: number;
  readonly ceiling: number;
  readonly needs: number;
  /** What exposes somebody, and what does not. */
  readonly exposed: Exposure;
  readonly spared: Exposure;
}

interface Exposure {
  readonly openDays: number;
  readonly lastLevel: number;
}

const home = cell.levels;
const open: Exposure = { openDays: DAYS_PER_YEAR, lastLevel: 1 };
const closed: Exposure = { openDays: 0, lastLevel: 0 };
/** At a more open level, but for so short that it counts as nothing to speak of. */
const hardlyOpen: Exposure = { openDays: 1, lastLevel: 1 };

describe('a trial inside the model gives back the published odds ratio', () => {
  test.each<Trial>([
    {
      name: 'a year in an open prison, 6 points fewer of 40 %',
      ...{ effect: 0, measure: 'risk-difference', estimate: -0.06, base: 0.4, ceiling: 0.6, needs: 0 },
      ...{ exposed: open, spared: closed },
    },
    {
      name: 'monitoring instead of prison, 15 % fewer of 20 %',
      ...{ effect: 1, measure: 'relative-reduction', estimate: 0.15, base: 0.2, ceiling: 0.6, needs: 0 },
      ...{ exposed: { openDays: 0, lastLevel: home }, spared: closed },
    },
    {
      name: 'the most closed level, hazard ratio 1.31',
      ...{ effect: 2, measure: 'log-hazard-ratio', estimate: Math.log(1.31), base: 0.5, ceiling: 99, needs: 0 },
      ...{ exposed: closed, spared: hardlyOpen },
    },
    {
      name: 'a therapeutic community, odds ratio 0.64, for people with a drug need',
      ...{ effect: 0, measure: 'log-odds-ratio', estimate: Math.log(0.64), base: 0.4, ceiling: 99, needs: need.drugs },
      ...{ exposed: open, spared: closed },
    },
    {
      name: 'cognitive-behavioural treatment, odds ratio 0.87, for people with a thinking need',
      ...{
        effect: 0,
        measure: 'log-odds-ratio',
        estimate: Math.log(0.87),
        base: 0.4,
        ceiling: 99,
        needs: need.thinking,
      },
      ...{ exposed: open, spared: closed },
    },
  ])('$name', (trial) => {
    const typed = logit(riskFound(trial.measure, trial.estimate, trial.base)) - logit(trial.base);
    const { logOddsRatio, standardError, expected, people } = run(trial);
    expect(people).toBeGreaterThan(100_000);
    expect(standardError).toBeLessThan(0.02);
    expect(Math.abs(logOddsRatio - expected)).toBeLessThan(2 * standardError);
    expect(Math.abs(logOddsRatio - typed)).toBeLessThan(2 * standardError);
  });
});

interface Arm {
  people: number;
  charged: number;
  /** Sum of the chances of a charge within two years. */
  risk: number;
}

/** Runs a trial: the log odds ratio found, its standard error, and what the risks of these very people make one expect. */
function run(trial: Trial) {
  const effects = effectsOf(trial);
  const { people, diary } = world;
  const arms = [
    { people: 0, charged: 0, risk: 0 },
    { people: 0, charged: 0, risk: 0 },
  ] satisfies [Arm, Arm];
  for (const row of eligible(trial)) {
    for (let repeat = 0; repeat < TRIALS; repeat++) {
      const isExposed = uniform(toss.low, toss.high, row, repeat) < 0.5;
      const arm = arms[isExposed ? 1 : 0];
      const { openDays, lastLevel } = isExposed ? trial.exposed : trial.spared;
      people.openDays[row] = openDays;
      people.lastLevel[row] = lastLevel;
      people.recall[row] = recalls.none;
      people.pausedDays[row] = 0;
      people.episode[row] = 400 + repeat;
      onAtRisk(world, row, reoffending, effects, given.arrivals);
      arm.people++;
      arm.charged += diary.due(row, event.charged) <= world.today + 2 * DAYS_PER_YEAR ? 1 : 0;
      arm.risk += failure(2, people.logit[row], g);
    }
  }
  const [spared, exposed] = arms;
  const odds = ({ people: all, charged }: Arm) => charged / (all - charged);
  const oddsOfRisk = ({ people: all, risk }: Arm) => risk / (all - risk);
  const variance = arms.reduce((sum, { people: all, charged }) => sum + 1 / charged + 1 / (all - charged), 0);
  return {
    logOddsRatio: Math.log(odds(exposed) / odds(spared)),
    standardError: Math.sqrt(variance),
    expected: Math.log(oddsOfRisk(exposed) / oddsOfRisk(spared)),
    people: spared.people + exposed.people,
  };
}

/** The effects of the baseline with one in use, as typed, believed whole, carried by the spread of those it holds for. */
function effectsOf({ effect, measure, estimate, base, ceiling, needs }: Trial): EffectsParameters {
  const replaced = (values: Float64Array, value: number) =>
    values.map((old, index) => (index === effect ? value : old));
  const { effects } = given;
  return {
    ...effects,
    shrinkage: Float64Array.of(1, 1, 1),
    centre: new Float64Array(3),
    used: effects.used.map((_, index) => (index === effect ? 1 : 0)),
    measure: effects.measure.map((old, index) => (index === effect ? measure : old)),
    estimate: replaced(effects.estimate, estimate),
    base: replaced(effects.base, base),
    ceiling: replaced(effects.ceiling, ceiling),
    spread: replaced(
      effects.spread,
      standardDeviation(eligible({ ceiling, needs }).map((row) => riskOf(world, row, reoffending))),
    ),
    need: effects.need.map((old, index) => (index === effect ? old.map((_, bit) => (needs >> bit) & 1) : old)),
  };
}

/** Those for whom the effect holds, of all who are at liberty after serving. */
function eligible({ ceiling, needs }: Pick<Trial, 'ceiling' | 'needs'>): readonly number[] {
  return released.filter(
    (row) => riskOf(world, row, reoffending) <= ceiling && (needs === 0 || (world.people.needs[row] & needs) !== 0),
  );
}

function worldOnTheFirstDay(): World {
  const { seed, replicate, burnInStart, end, levels, units } = cell;
  const made = new World({ key: randomKey(seed, replicate), firstDay: burnInStart, lastDay: end - 1, levels, units });
  made.restore(liveUntil(cell, cell.start).world);
  return made;
}
