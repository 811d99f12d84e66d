/** The law on detention holds in any small world in which many are detained, reckoned from the record of lives alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minimumDays } from '../../src/prison/detention-terms.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { must } from '../laws/walk.ts';
import { type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const halfYears = (low: number, high: number) =>
  fc.integer({ min: 2 * low, max: 2 * high }).map((halves) => halves / 2);

const levers: fc.Arbitrary<Partial<Parameters['detention']>> = fc.record({
  law: fc.constantFrom('forvaring' as const, 'forvaring' as const, 'sikring' as const),
  leastDays: fc.integer({ min: 30, max: 120 }),
  share: fc.constant(new Float64Array(9).fill(1)),
  frameFactor: fc.double({ min: 1, max: 2, noNaN: true }),
  frameSpread: share,
  frameUsual: halfYears(1, 3),
  frameMaximum: halfYears(1, 21),
  minimumShare: share,
  minimumSpread: fc.constant(0),
  minimumMaximum: halfYears(0, 10),
  securityYears: halfYears(0, 3),
  riskCeiling: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  grantedShare: share,
  extendedShare: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
  extensionYears: fc.constantFrom(1, 1, 1.5, 5),
  probationFrom: halfYears(1, 3),
  probationTo: halfYears(3, 5),
});

/** What the law had to say about one case: reckoned from the record. */
interface Case {
  readonly frame: number;
  readonly minimum: number;
  /** Days served, remand included and days at large not, when each petition was tried. */
  readonly petitions: readonly number[];
  readonly stays: readonly { readonly served: number; readonly onProbation: boolean; readonly frame: number }[];
}

test('nobody is released before the minimum term, nobody is held beyond the frame without an extension', () => {
  let [stays, longer, ended] = [0, 0, 0];
  everyCase((one) => {
    for (const { served, onProbation, frame } of one.stays) {
      must(served >= one.minimum, `released after ${served} days, before the minimum term of ${one.minimum}`);
      // remand may have been longer than the frame: then detention ends on the day after it begins
      if (onProbation) must(served < frame, `probation after ${served} days of a frame of ${frame}`);
      else must(served >= frame, `released in full after ${served} days of a frame of ${frame}`);
      stays++;
      if (frame > one.frame) longer++;
      if (!onProbation) ended++;
    }
  });
  expect(stays).toBeGreaterThan(100);
  expect(longer).toBeGreaterThan(3);
  expect(ended).toBeGreaterThan(30);
});

test('petitions are tried from the minimum term on', () => {
  let tried = 0;
  everyCase(({ minimum, petitions }) => {
    for (const served of petitions) {
      must(served >= minimum, `tried after ${served} days, before the minimum term of ${minimum}`);
      tried++;
    }
  });
  expect(tried).toBeGreaterThan(200);
});

test('they are tried once a year, and sooner only where the frame ends', () => {
  let yearly = 0;
  everyLife((life) => {
    let before = NaN;
    for (const [at, { event, day }] of life.entries()) {
      if (['detained', 'admitted', 'absconded', 'extended'].includes(event)) before = NaN;
      if (event !== 'petitioned') continue;
      if (!Number.isNaN(before)) {
        const today = life.slice(at).filter((one) => one.day === day);
        const endsFrame = today.some((one) => one.event === 'extended' || one.event === 'fullTime');
        must(day - before <= 366, `${day - before} days between petitions`);
        must(day - before >= 365 || endsFrame, `${day - before} days between petitions, and the frame does not end`);
        if (day - before >= 365) yearly++;
      }
      before = day;
    }
  });
  expect(yearly).toBeGreaterThan(10);
});

test('an extension is for at most five years, and probation for one to five', () => {
  let [extended, probations] = [0, 0];
  everyLife((life) => {
    for (const [at, { event, detail }] of life.entries()) {
      if (event === 'extended') {
        must(detail >= 365 && detail <= 1826, `extended by ${detail} days`);
        extended++;
      }
      if (event !== 'probation' || life[at + 1]?.event !== 'supervised') continue;
      const trial = life[at + 1].detail;
      must(trial >= 365 && trial <= 1826, `probation of ${trial} days`);
      probations++;
    }
  });
  expect(extended).toBeGreaterThan(10);
  expect(probations).toBeGreaterThan(50);
});

test('the law does not release by half: detention ends on probation, in full, by death or leaving the country', () => {
  everyLife((life) => {
    let isDetained = false;
    for (const { event } of life) {
      if (event === 'detained') isDetained = true;
      if (event === 'probation') must(isDetained, 'probation of somebody who is not detained');
      if (event === 'conditional' || event === 'monitoringCompleted') must(!isDetained, `${event} from detention`);
      if (event === 'charged') isDetained = false;
    }
  });
});

/** Eight small worlds, each lived once for all laws. */
let lived: readonly { readonly law: Parameters['detention']; readonly lives: ReturnType<typeof livesIn> }[] | undefined;

function everyLife(look: (life: readonly LifeEventRecord[], law: Parameters['detention']) => void): void {
  lived ??= fc.sample(fc.tuple(levers, fc.nat(1000)), { seed: 1, numRuns: 8 }).map(([detention, replicate]) => {
    const cell = withLevers(tinyCell(replicate), {
      detention,
      absence: { escapesPerYear: Float64Array.of(0.2, 0.2, 0.2), meanDays: 40 },
      supervision: { breachShare: 0.5, recalledShare: 1 },
      // days of isolation count double, which is not on record as such
      remand: { isolatedShare: 0 },
    });
    return { law: cell.parameters[0].values.detention, lives: livesIn(simulate(cell, true).world) };
  });
  for (const { law, lives } of lived) for (const life of lives.values()) look(life, law);
}

function everyCase(look: (one: Case) => void): void {
  everyLife((life, law) => {
    for (const [at, { event }] of life.entries()) if (event === 'detained') look(caseFrom(life, at, law));
  });
}

/** The case that begins with a sentence of detention, up to the next charge. */
function caseFrom(life: readonly LifeEventRecord[], at: number, law: Parameters['detention']): Case {
  const charged = life.slice(0, at).findLastIndex(({ event }) => event === 'charged');
  const sentence = life[at - 1].detail;
  const set = life[at].detail;
  const minimum = law.law === 'sikring' ? sentence : minimumDays(set, law.minimumShare, law.minimumMaximum);
  const found = { petitions: [] as number[], stays: [] as Case['stays'][number][] };
  let served = life
    .slice(charged, at)
    .reduce((sum, { event, detail }) => sum + (event === 'remandEnded' ? detail : 0), 0);
  let since = NaN;
  let frame = set;
  for (const { event, day, detail } of life.slice(at + 1)) {
    if (event === 'charged') break;
    if (event === 'admitted' || event === 'recaptured') since = day;
    if (event === 'absconded') served += day - since;
    if (event === 'petitioned') found.petitions.push(served + day - since);
    if (event === 'extended') frame += detail;
    if (event !== 'probation' && event !== 'fullTime') continue;
    served += day - since;
    found.stays.push({ served, onProbation: event === 'probation', frame });
  }
  return { frame: set, minimum, ...found };
}
