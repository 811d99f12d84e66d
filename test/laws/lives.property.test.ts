/** A life makes sense: in any small world, everybody's events come in a lawful order and on lawful days. */
import { expect, test } from 'vitest';
import type { LifeEventName } from '../../src/people/life-events.ts';
import { earliestRelease, executedLength, lawfulLength } from '../../src/prison/sentence-terms.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import type { LifeEventRecord } from '../tiny.ts';
import { livedWorlds } from './lived-worlds.ts';
import { must } from './walk.ts';

/** What may happen beside the course of a case, and where: in custody, at liberty or anywhere. It changes no standing. */
const asides: Readonly<Partial<Record<LifeEventName, 'in custody' | 'anywhere'>>> = {
  selfHarmed: 'in custody',
  // care that began inside may go on after release
  treated: 'anywhere',
  planned: 'in custody',
  needReviewed: 'in custody',
  leaveGranted: 'in custody',
  dayReleased: 'in custody',
  transferred: 'in custody',
  restricted: 'in custody',
  isolated: 'in custody',
  refused: 'anywhere',
  petitioned: 'in custody',
  extended: 'in custody',
  suicide: 'in custody',
  overdose: 'anywhere',
  programmeBegun: 'in custody',
  programmeEnded: 'in custody',
  incident: 'in custody',
  excluded: 'in custody',
  prepared: 'in custody',
  releasedEarly: 'in custody',
};

const OUT: readonly LifeEventName[] = ['charged', 'breached', 'supervisionEnded', 'departed', 'died', 'defaulted'];
const ENDING: readonly LifeEventName[] = ['fullTime', 'conditional', 'probation', 'expelled', 'died'];
const INSIDE: readonly LifeEventName[] = ['reviewed', 'moved', 'misconduct', 'absconded', 'toTreatment', ...ENDING];
const WAITING: readonly LifeEventName[] = ['admitted', 'monitored', 'charged', 'atRisk', 'died'];

/** What may come next in the course of a case, for every event. */
const next: Readonly<Partial<Record<LifeEventName, readonly LifeEventName[]>>> = {
  arrived: [],
  // a charge while a sentence waits to be served is settled on the spot
  charged: ['remanded', 'verdict', 'died'],
  remanded: ['remandEnded', 'died'],
  remandEnded: ['remandReleased', 'verdict'],
  remandReleased: ['verdict', 'died'],
  verdict: ['acquitted', 'sanctioned', 'sentenced', 'merged', 'atRisk', 'summoned', 'arrested'],
  // whoever is arrested while a sentence waits begins to serve the next morning
  arrested: ['atRisk', 'admitted', 'fineBegun', 'died'],
  acquitted: ['atRisk', 'departed', 'summoned', 'arrested'],
  sanctioned: ['atRisk', 'departed', 'summoned', 'defaulted', 'arrested'],
  sentenced: ['lapsed', 'passedStraight', 'servedInRemand', 'atRisk', 'detained', 'restOrdered', 'summoned'],
  restOrdered: ['passedStraight', 'servedInRemand', 'atRisk', 'detained', 'summoned'],
  detained: ['passedStraight', 'summoned'],
  servedInRemand: ['expelled', 'atRisk', 'departed'],
  merged: ['atRisk', 'summoned', 'arrested'],
  lapsed: ['atRisk', 'departed'],
  passedStraight: ['admitted'],
  summoned: [...WAITING, 'fineBegun'],
  admitted: INSIDE,
  assessed: [],
  reviewed: INSIDE,
  moved: [...INSIDE, 'monitoringCompleted', 'monitoringRevoked'],
  misconduct: ['moved', ...INSIDE],
  absconded: ['recaptured', 'died'],
  recaptured: [...INSIDE, 'fineServed'],
  toTreatment: ['moved', ...ENDING],
  monitored: ['monitoringCompleted', 'monitoringRevoked', 'died'],
  monitoringRevoked: ['summoned'],
  // after a recall the clock of reoffending goes on where it stood still, which is not on record
  monitoringCompleted: ['expelled', 'supervised', 'atRisk', ...OUT],
  fullTime: ['expelled', 'atRisk', ...OUT],
  conditional: ['expelled', 'supervised'],
  probation: ['expelled', 'supervised'],
  released: [],
  supervised: ['atRisk', ...OUT],
  atRisk: [...OUT, ...WAITING, 'summoned'],
  supervisionEnded: OUT,
  // a first breach may end in a warning
  breached: ['recalled', ...OUT],
  recalled: ['summoned'],
  defaulted: ['summoned', 'charged', 'died'],
  fineBegun: ['fineServed', 'absconded', 'misconduct', 'moved', 'died'],
  fineServed: ['atRisk', ...OUT],
  died: [],
  departed: [],
  expelled: [],
};

/** The course of a life: all but the asides. */
const courseOf = (life: readonly LifeEventRecord[]) => life.filter(({ event }) => asides[event] === undefined);

/** Every life of the random worlds, with the law that held throughout. */
function everyLife(look: (life: readonly LifeEventRecord[], given: Parameters, cell: Cell) => void): void {
  for (const [number, { cell, lives }] of livedWorlds().entries()) {
    const { values } = cell.parameters[0];
    for (const [key, life] of lives) {
      try {
        look(life, values, cell);
      } catch (error) {
        const told = life.map(({ event, day, detail }) => `${day} ${event} ${detail}`).join('\n');
        throw new Error(`world ${number}, ${key}: ${(error as Error).message}\n${told}`);
      }
    }
  }
}

test('events follow each other as the law and common sense allow, and every life begins with a charge', () => {
  const seen = new Set<string>();
  everyLife((whole) => {
    const life = courseOf(whole);
    must(life[0].event === 'charged', `begins with ${life[0].event}`);
    for (let at = 1; at < life.length; at++) {
      const [before, after] = [life[at - 1], life[at]];
      seen.add(`${before.event} ${after.event}`);
      must(next[before.event]?.includes(after.event) === true, `${after.event} after ${before.event}`);
      must(after.day >= before.day, `day ${after.day} after day ${before.day}`);
    }
  });
  expect(seen.size).toBeGreaterThan(60);
});

test('while a sentence waits, a charge is settled on its day and ends nothing; nobody else is so treated', () => {
  let settled = 0;
  everyLife((whole) => {
    if (!isPlain(whole)) return;
    const life = courseOf(whole);
    const waits = waitingBefore(life);
    for (let at = 1; at < life.length; at++) {
      const [before, after] = [life[at - 1], life[at]];
      const step = `${before.event} ${after.event}`;
      if (WAITING_ONLY.includes(step)) must(waits[at], `${after.event} after ${before.event}, and no sentence waits`);
      if (LIBERTY_ONLY.includes(step)) must(!waits[at], `${after.event} after ${before.event} while a sentence waits`);
      if (step !== 'charged verdict' || !waits[at]) continue;
      must(after.day === before.day, 'settled on another day');
      settled++;
    }
  });
  expect(settled).toBeGreaterThan(10);
});

test('what takes time is never over on the day on which it begins', () => {
  const takesTime = ['remanded remandEnded', 'remandReleased verdict', 'summoned admitted', 'summoned monitored']
    .concat(['monitored monitoringRevoked', 'atRisk charged'])
    .concat(['charged verdict']);
  everyLife((life) => {
    const waits = waitingBefore(life);
    for (let at = 1; at < life.length; at++) {
      const [before, after] = [life[at - 1], life[at]];
      const step = `${before.event} ${after.event}`;
      if (!takesTime.includes(step) || (step === 'charged verdict' && waits[at])) continue;
      must(after.day > before.day, `${after.event} on the day of ${before.event}`);
    }
  });
});

test('everybody serves to the day what the law asks: remand is credited, and nothing is added or forgiven', () => {
  let ended = 0;
  everyLife((life, { release, sentence }) => {
    if (!isPlain(life)) return;
    for (const stay of staysIn(life, sentence)) {
      const { conditionalPart, conditionalLeast, conditionalRest } = release;
      const earliest = earliestRelease(stay.length, conditionalPart, conditionalLeast, conditionalRest);
      const lawful = stay.isConditional ? earliest : stay.length;
      must(stay.served === Math.max(lawful, stay.before), `served ${stay.served} of ${stay.length}, lawful ${lawful}`);
      must(!stay.isConditional || earliest < stay.length, `conditional release from ${stay.length} days`);
      ended++;
    }
  });
  expect(ended).toBeGreaterThan(300);
});

test('a trial period is what is left of the sentence, and nobody has one of nothing', () => {
  let begun = 0;
  everyLife((life, { sentence, supervision }) => {
    if (!isPlain(life) || supervision.lengthFactor !== 1 || supervision.leastDays > 0) return;
    const trials = life.filter(({ event }) => event === 'supervised');
    const conditional = staysIn(life, sentence).filter((stay) => stay.isConditional);
    const isExpelled = life.at(-1)?.event === 'expelled' && conditional.at(-1)?.at === life.length - 2;
    must(
      trials.length === conditional.length - (isExpelled ? 1 : 0),
      `${trials.length} trials of ${conditional.length} conditional releases`,
    );
    for (const [nth, trial] of trials.entries()) {
      const { length, served } = conditional[nth];
      must(trial.detail === length - served && trial.detail > 0, `a trial of ${trial.detail} days`);
      begun++;
    }
  });
  expect(begun).toBeGreaterThan(20);
});

test('a trial period ends on its day, unless a charge, a recall or death comes first', () => {
  let ended = 0;
  let cutShort = 0;
  everyLife((life) => {
    for (const [at, trial] of life.entries()) {
      if (trial.event !== 'supervised') continue;
      const after = life.slice(at + 1).find(({ event }) => TRIAL_ENDS.includes(event));
      if (after === undefined) continue;
      if (after.event === 'supervisionEnded') must(after.day === trial.day + trial.detail, 'ends on another day');
      else must(after.day <= trial.day + trial.detail, `${after.event} after the end of the trial`);
      must(after.event !== 'departed', 'departs in the middle of a trial period');
      if (after.event === 'supervisionEnded') ended++;
      else cutShort++;
    }
  });
  expect(ended).toBeGreaterThan(15);
  expect(cutShort).toBeGreaterThan(1);
});

test('nobody is summoned to serve who has nothing left to serve', () => {
  let summoned = 0;
  everyLife((life, { sentence }) => {
    if (!isPlain(life)) return;
    for (const { length, served } of summonsIn(life, sentence)) {
      must(served < length, `summoned with ${served} days of remand against ${length} to serve`);
      summoned++;
    }
  });
  expect(summoned).toBeGreaterThan(800);
});

test('nobody leaves the window with a sentence that waits to be served', () => {
  everyLife((life) => {
    const waits = waitingBefore(life);
    const at = life.findIndex(({ event }) => event === 'departed');
    must(at < 0 || !waits[at], 'departs with a sentence unserved');
  });
});

const TRIAL_ENDS: readonly LifeEventName[] = ['supervisionEnded', 'breached', 'charged', 'died', 'departed'];
const BEGINS: readonly LifeEventName[] = ['admitted', 'monitored'];
const ENDS: readonly LifeEventName[] = ['fullTime', 'conditional', 'monitoringCompleted'];

/** Steps that are there only while a sentence waits to be served, and steps that are there only while none does. */
const WAITING_ONLY = [
  'summoned charged',
  'verdict summoned',
  'summoned atRisk',
  'verdict merged',
  'verdict atRisk',
  'atRisk summoned',
  'atRisk admitted',
];
const LIBERTY_ONLY = ['charged remanded', 'verdict sentenced'];

/** For every event of a life, whether a sentence waits to be served before it. */
function waitingBefore(life: readonly LifeEventRecord[]): readonly boolean[] {
  let waits = false;
  return life.map(({ event }) => {
    const before = waits;
    if (event === 'sentenced') waits = true;
    if (['lapsed', 'servedInRemand', 'passedStraight', 'admitted', 'monitored'].includes(event)) waits = false;
    return before;
  });
}

/** A stay that ended in release, or a summons: days to serve in all, served so far, and those served before the stay. */
interface Served {
  readonly event: LifeEventName;
  /** Its place in the life. */
  readonly at: number;
  readonly length: number;
  readonly before: number;
  readonly served: number;
  readonly isConditional: boolean;
}

const staysIn = (life: readonly LifeEventRecord[], law: Parameters['sentence']) =>
  reckon(life, law).filter(({ event }) => event !== 'summoned');

const summonsIn = (life: readonly LifeEventRecord[], law: Parameters['sentence']) =>
  reckon(life, law).filter(({ event }) => event === 'summoned');

/** Cases whose days follow other rules: detention has no end, a fine no terms, a rest is added, days at large are not served. */
const OTHER_RULES: readonly LifeEventName[] = ['detained', 'restOrdered', 'defaulted', 'absconded', 'isolated'];

/** Whether the days of all cases of a life follow from the sentence and the remand alone. */
const isPlain = (life: readonly LifeEventRecord[]) => !life.some(({ event }) => OTHER_RULES.includes(event));

/** What was to be served and what was, reckoned from the record of a life alone. */
function reckon(life: readonly LifeEventRecord[], law: Parameters['sentence']): readonly Served[] {
  const found: Served[] = [];
  const waits = waitingBefore(life);
  let length = 0;
  let served = 0;
  let since = 0;
  for (const [at, { event, day, detail }] of life.entries()) {
    if (event === 'charged' && !waits[at]) served = 0;
    if (event === 'remandEnded') served += detail;
    if (event === 'sentenced') length = executedLength(detail, law.factorFrom, law.lengthFactor, law.maximum);
    if (event === 'merged') length = lawfulLength(length + detail, law.maximum);
    if (event === 'summoned') found.push({ event, at, length, before: served, served, isConditional: false });
    if (BEGINS.includes(event)) since = day;
    if (event === 'monitoringRevoked') served += day - since;
    if (!ENDS.includes(event)) continue;
    const before = served;
    served += day - since;
    const isExpelled = life[at + 1]?.event === 'expelled' && served < length;
    const isOnTrial = life[at + 1]?.event === 'supervised';
    const isConditional = event === 'conditional' || (event !== 'fullTime' && (isOnTrial || isExpelled));
    found.push({ event, at, length, before, served, isConditional });
  }
  return found;
}
