/** A spell of liberty in a world: what moves its odds, what stops its clock, and which levers are felt. */
import { describe, expect, test } from 'vitest';
import { onAtRisk, type ReoffendingParameters } from '../../src/community/reoffending.ts';
import { randomKey } from '../../src/engine/random.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { needNames } from '../../src/people/needs.ts';
import { custodyGrounds, NOT_YET, recalls, status } from '../../src/people/person.ts';
import { pauseClock } from '../../src/people/spell.ts';
import { World } from '../../src/people/world.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';

const cell = tinyCell();
const given = cell.parameters[0].values;
/** Effects that hold for everybody, whatever the risk. */
const forAll = { ...given.effects, ceiling: given.effects.ceiling.map(() => 99) };
const atRisk = (world: World, row: number) => onAtRisk(world, row, given.reoffending, forAll, given.arrivals);

/** Somebody released from the most closed level at the age of 24 years and some days, with the episode that gives an early charge. */
function released(daysTo25: number): { readonly world: World; readonly row: number } {
  const { burnInStart, end, levels, units } = cell;
  const world = new World({ key: randomKey('spell', 0), firstDay: burnInStart, lastDay: end - 1, levels, units });
  world.today = burnInStart;
  const row = world.enter(1, 7);
  const { people } = world;
  people.birthDay[row] = world.today + daysTo25 - Math.ceil(25 * 365.25);
  people.firstSanctionDay[row] = world.today - 2000;
  people.convictionDay[row] = world.today - 300;
  people.arrivalDay[row] = world.today - 300;
  people.sanctions[row] = 4;
  people.lastLevel[row] = 0;
  people.openDays[row] = 0;
  people.pausedDays[row] = 0;
  people.recall[row] = recalls.none;
  people.basis[row] = custodyGrounds.sentence;
  for (let episode = 1; episode < 500; episode++) {
    people.episode[row] = episode;
    atRisk(world, row);
    const due = world.diary.due(row, event.charged) - world.today;
    if (due > 400 && due < 600) return { world, row };
  }
  throw new Error('nobody is charged in time');
}

/** Recalled after 100 days, back at liberty 50 days later. Gives the days by which the charge was put off. */
function putOffBy(world: World, row: number, change: () => void = () => {}): number {
  const before = world.diary.due(row, event.charged);
  world.today += 100;
  pauseClock(world, row);
  world.diary.clear(row, event.charged);
  world.moveTo(row, status.serving, 0);
  world.today += 50;
  world.moveTo(row, status.liberty, 255);
  change();
  atRisk(world, row);
  return world.diary.due(row, event.charged) - before;
}

describe('a stay that stops the clock', () => {
  test('puts the charge off by its own length, to the day, where nothing has changed', () => {
    const { world, row } = released(2000);
    expect(putOffBy(world, row)).toBe(50);
    expect(putOffBy(world, row)).toBe(50);
    expect(world.people.spellDay[row]).toBe(world.today - 200);
  });

  test('puts it off further if somebody is released anew in a band of age with less risk', () => {
    const { world, row } = released(120);
    const before = world.people.logit[row];
    expect(putOffBy(world, row)).toBeGreaterThan(50);
    expect(world.people.logit[row]).toBeCloseTo(before + 1.051515067 - 1.166679288, 9);
  });

  test('puts it off further if they came to a more open level meanwhile', () => {
    const { world, row } = released(2000);
    const before = world.people.logit[row];
    const more = putOffBy(world, row, () => {
      world.people.lastLevel[row] = 1;
      world.people.openDays[row] = 300;
    });
    expect(more).toBeGreaterThan(50);
    expect(world.people.logit[row]).toBeLessThan(before - 0.1);
  });

  test('changes nothing where it was no release: a fine served in custody', () => {
    const { world, row } = released(120);
    world.people.basis[row] = custodyGrounds.fineDefault;
    const before = world.people.logit[row];
    expect(putOffBy(world, row)).toBe(50);
    expect(world.people.logit[row]).toBe(before);
  });

  test('ends the follow-up where it lasted beyond it', () => {
    const { world, row } = released(2000);
    world.people.timeToCharge[row] = 99;
    world.diary.clear(row, event.charged);
    world.people.basis[row] = custodyGrounds.fineDefault;
    world.people.pausedDays[row] = 4000;
    atRisk(world, row);
    expect(world.diary.due(row, event.departed)).toBe(world.today);
  });
});

/** Charges in the tiny world, which follow the odds. */
function chargesUnder(levers: Levers): number {
  const { flow, shape } = simulate(withLevers(cell, levers)).summary;
  let charges = 0;
  for (let year = 0; year < shape.years; year++) charges += flow[year * lifeEventNames.length + event.charged];
  return charges;
}

const asItIs = chargesUnder({});
const reoffending = (change: Partial<ReoffendingParameters>): Levers => ({ reoffending: change });
const effects = (change: Partial<Parameters['effects']>): Levers => ({ effects: change });
type OfEffects = 'estimate' | 'ceiling' | 'used' | 'spread';
/** The first three effects of the baseline moved, the others as they are. */
const firstThree = (name: OfEffects, ...moved: readonly number[]) =>
  given.effects[name].map((old, index) => moved[index] ?? old);
const everywhere = (value: number) => new Float64Array(needNames.length).fill(value);

describe('levers are felt in charges, in the direction that the page says', () => {
  test.each<readonly [string, Levers, 'more' | 'fewer']>([
    ['needs for all', { needs: { prevalence: [everywhere(1), everywhere(1)] } }, 'more'],
    ['needs for nobody', { needs: { prevalence: [everywhere(0), everywhere(0)] } }, 'fewer'],
    ['a higher mean of needs taken off', reoffending({ needMean: everywhere(1) }), 'fewer'],
    ['a lower one', reoffending({ needMean: everywhere(0) }), 'more'],
    [
      'needs that weigh four times, with nothing taken off',
      reoffending({ needWeight: given.reoffending.needWeight.map((weight) => 4 * weight), needMean: everywhere(0) }),
      'more',
    ],
    ['stronger effects', effects({ estimate: firstThree('estimate', -0.3, 0.8, 0.27) }), 'fewer'],
    ['effects that harm', effects({ estimate: firstThree('estimate', 0.3, -0.8, 0.27) }), 'more'],
    [
      'no evidence, and a centre as if there were',
      effects({ evidence: 'none', centre: Float64Array.of(0, 0, 0.3) }),
      'fewer',
    ],
    [
      'effects for everybody, stronger',
      effects({ ceiling: firstThree('ceiling', 99, 99, 99), estimate: firstThree('estimate', -0.3, 0.8, 0) }),
      'fewer',
    ],
    [
      'the alternative of the prison environment, strong',
      effects({ used: firstThree('used', 0, 1, 1), estimate: firstThree('estimate', 0, 0.15, 2) }),
      'more',
    ],
    [
      'people more unequal within studies, strong effects',
      effects({ spread: firstThree('spread', 5, 5, 5), estimate: firstThree('estimate', -0.2, 0.5, 0) }),
      'fewer',
    ],
  ])('%s', (_, levers, direction) => {
    const charges = chargesUnder(levers);
    if (direction === 'more') expect(charges).toBeGreaterThan(asItIs);
    else expect(charges).toBeLessThan(asItIs);
  });
});

test('a recall of somebody whom nobody follows any more stops no clock: a later release begins a spell of its own', () => {
  const { world, row } = released(100);
  world.people.spellDay[row] = NOT_YET;
  pauseClock(world, row);
  expect(world.people.pausedDays[row]).toBe(0);
  atRisk(world, row);
  expect(world.people.spellDay[row]).toBe(world.today);
});

test('lives go on where windows close early, recalls are many and sentences end at home', () => {
  const { arrivals, monitoring, supervision } = given;
  const world = withLevers(cell, {
    arrivals: { ...arrivals, perYear: 400, windowYears: 1 },
    monitoring: { ...monitoring, places: 1000, lastDays: 400, lastShare: 1 },
    supervision: { ...supervision, breachShare: 0.8, recalledShare: 1 },
  });
  expect(simulate({ ...world, end: world.start + 6 * 365 }).summary.lives[2]).toBeGreaterThan(1000);
});
