/** A life makes sense: in any small world, everybody's events come in a lawful order and on lawful days. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LifeEventName } from '../../src/people/life-events.ts';
import { earliestRelease } from '../../src/prison/release.ts';
import { executedLength } from '../../src/prison/sentence.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { type Happening, livesIn } from '../tiny.ts';
import { randomWorld, worlds } from './random-world.ts';
import { must } from './walk.ts';

/** What may come next on record, for every event. `died` may follow wherever a day can pass. */
const next: Readonly<Record<LifeEventName, readonly LifeEventName[]>> = {
  arrived: [],
  charged: ['remanded', 'verdict', 'died'],
  remanded: ['remandEnded', 'died'],
  remandEnded: ['remandReleased', 'verdict'],
  remandReleased: ['verdict', 'died'],
  verdict: ['acquitted', 'sanctioned', 'sentenced'],
  acquitted: ['atRisk', 'departed'],
  sanctioned: ['atRisk', 'departed'],
  sentenced: ['lapsed', 'passedStraight', 'summoned', 'died'],
  lapsed: ['atRisk', 'departed'],
  passedStraight: ['admitted'],
  summoned: ['admitted', 'monitored', 'died'],
  admitted: ['reviewed', 'moved', 'fullTime', 'conditional', 'died'],
  assessed: [],
  reviewed: ['reviewed', 'moved', 'fullTime', 'conditional', 'died'],
  moved: ['reviewed', 'moved', 'fullTime', 'conditional', 'monitoringCompleted', 'died'],
  monitored: ['monitoringCompleted', 'monitoringRevoked', 'died'],
  monitoringRevoked: ['summoned'],
  // after a recall the clock of reoffending goes on where it stood still, which is not on record
  monitoringCompleted: ['supervised', 'atRisk', 'departed', 'charged', 'died'],
  fullTime: ['expelled', 'atRisk', 'departed', 'charged', 'died'],
  conditional: ['expelled', 'supervised'],
  released: [],
  supervised: ['atRisk', 'breached', 'supervisionEnded', 'departed', 'died'],
  atRisk: ['charged', 'breached', 'supervisionEnded', 'departed', 'died'],
  supervisionEnded: ['charged', 'departed', 'died'],
  breached: ['recalled'],
  recalled: ['summoned'],
  died: [],
  departed: [],
  expelled: [],
};

/** Every life of a random world, with the law that held throughout. */
function everyLife(look: (life: readonly Happening[], given: Parameters, cell: Cell) => void): void {
  fc.assert(
    fc.property(randomWorld, (cell) => {
      const { world } = simulate(cell, true);
      const { values } = cell.parameters[0]!;
      for (const [key, life] of livesIn(world)) {
        try {
          look(life, values, cell);
        } catch (error) {
          const told = life.map(({ event, day, detail }) => `${day} ${event} ${detail}`).join('\n');
          throw new Error(`${key}: ${(error as Error).message}\n${told}`);
        }
      }
    }),
    worlds,
  );
}

test('events follow each other as the law and common sense allow, and every life begins with a charge', () => {
  const seen = new Set<string>();
  everyLife((life) => {
    must(life[0]!.event === 'charged', `begins with ${life[0]!.event}`);
    for (let at = 1; at < life.length; at++) {
      const [before, after] = [life[at - 1]!, life[at]!];
      seen.add(`${before.event} ${after.event}`);
      must(next[before.event].includes(after.event), `${after.event} after ${before.event}`);
      must(after.day >= before.day, `day ${after.day} after day ${before.day}`);
    }
  });
  expect(seen.size).toBeGreaterThan(50);
});

test('an event that takes time does: no verdict, summons or end of remand on the day before which nothing passed', () => {
  const takesTime: readonly [LifeEventName, LifeEventName][] = [
    ['charged', 'verdict'],
    ['remanded', 'remandEnded'],
    ['remandReleased', 'verdict'],
    ['sentenced', 'summoned'],
    ['summoned', 'admitted'],
    ['summoned', 'monitored'],
    ['monitored', 'monitoringRevoked'],
    ['atRisk', 'charged'],
  ];
  everyLife((life) => {
    for (let at = 1; at < life.length; at++) {
      const [before, after] = [life[at - 1]!, life[at]!];
      const isOne = takesTime.some(([first, second]) => first === before.event && second === after.event);
      if (isOne) must(after.day > before.day, `${after.event} on the day of ${before.event}`);
    }
  });
});

test('everybody serves to the day what the law asks: remand is credited, and nothing is added or forgiven', () => {
  let ended = 0;
  everyLife((life, { release, sentence }) => {
    for (const stay of staysIn(life)) {
      const length = executedLength(stay.imposed, sentence.factorFrom, sentence.lengthFactor, sentence.maximum);
      const { conditionalPart, conditionalLeast, conditionalRest } = release;
      const earliest = earliestRelease(length, conditionalPart, conditionalLeast, conditionalRest);
      const lawful = stay.isConditional ? earliest : length;
      must(stay.served === Math.max(lawful, stay.before), `served ${stay.served} of ${length}, lawful ${lawful}`);
      must(!stay.isConditional || earliest < length, `conditional release from ${length} days`);
      ended++;
    }
  });
  expect(ended).toBeGreaterThan(1000);
});

test('a trial period is what is left of the sentence, and nobody has one of nothing', () => {
  everyLife((life, { sentence }) => {
    const trials = life.filter(({ event }) => event === 'supervised');
    const conditional = staysIn(life).filter((stay) => stay.isConditional);
    must(trials.length === conditional.length, `${trials.length} trials of ${conditional.length} conditional releases`);
    for (const [nth, trial] of trials.entries()) {
      const { imposed, served } = conditional[nth]!;
      const length = executedLength(imposed, sentence.factorFrom, sentence.lengthFactor, sentence.maximum);
      must(trial.detail === length - served, `a trial of ${trial.detail} days`);
      must(trial.detail > 0, `a trial of ${trial.detail} days`);
    }
  });
});

test('a trial period ends on its day, unless a charge, a recall or death comes first', () => {
  everyLife((life) => {
    for (const [at, trial] of life.entries()) {
      if (trial.event !== 'supervised') continue;
      const after = life.slice(at + 1).find(({ event }) => TRIAL_ENDS.includes(event));
      if (after === undefined) continue;
      if (after.event === 'supervisionEnded') must(after.day === trial.day + trial.detail, 'ends on another day');
      else must(after.day <= trial.day + trial.detail, `${after.event} after the end of the trial`);
      must(after.event !== 'departed', 'departs in the middle of a trial period');
    }
  });
});

test('nobody is summoned to serve who has nothing left to serve', () => {
  everyLife((life, { sentence }) => {
    let imposed = 0;
    let credit = 0;
    for (const [at, { event, detail }] of life.entries()) {
      if (event === 'charged') credit = 0;
      if (event === 'remandEnded') credit += detail;
      if (event === 'sentenced') imposed = detail;
      if (event !== 'summoned' || life[at - 1]!.event !== 'sentenced') continue;
      const length = executedLength(imposed, sentence.factorFrom, sentence.lengthFactor, sentence.maximum);
      must(credit < length, `summoned with ${credit} days of remand against ${length} to serve`);
    }
  });
});

const TRIAL_ENDS: readonly LifeEventName[] = ['supervisionEnded', 'breached', 'charged', 'died', 'departed'];
const BEGINS: readonly LifeEventName[] = ['admitted', 'monitored'];
const ENDS: readonly LifeEventName[] = ['fullTime', 'conditional', 'monitoringCompleted'];

/** One stay that ended in release: days imposed, days served in all, and those of them before the stay. */
interface Stay {
  readonly imposed: number;
  readonly before: number;
  readonly served: number;
  readonly isConditional: boolean;
}

/** The stays of a life, reckoned from its record alone. */
function staysIn(life: readonly Happening[]): readonly Stay[] {
  const stays: Stay[] = [];
  let imposed = 0;
  let served = 0;
  let since = 0;
  for (const [at, { event, day, detail }] of life.entries()) {
    if (event === 'charged') served = 0;
    if (event === 'remandEnded') served += detail;
    if (event === 'sentenced') imposed = detail;
    if (BEGINS.includes(event)) since = day;
    if (event === 'monitoringRevoked') served += day - since;
    if (!ENDS.includes(event)) continue;
    const before = served;
    served += day - since;
    const atHome = event === 'monitoringCompleted' && life[at + 1]?.event === 'supervised';
    stays.push({ imposed, before, served, isConditional: event === 'conditional' || atHome });
  }
  return stays;
}
