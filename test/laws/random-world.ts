/** Small worlds of every kind: levers anywhere within their bounds, and places that change on some day. */
import fc from 'fast-check';
import type { Cell } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';

/** Hundredths: doubles at random are nearly always nearly nothing. */
const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const upTo = (most: number) => fc.integer({ min: 0, max: most });
const byLevel = (one: fc.Arbitrary<number>) =>
  fc.array(one, { minLength: 3, maxLength: 3 }).map((values) => Float64Array.from(values));
const byRemandClass = (one: fc.Arbitrary<number>) => one.map((value) => new Float64Array(6).fill(value));

const reserves = fc
  .array(fc.constantFrom(0, 0, 0.1, 0.5), { minLength: 3, maxLength: 3 })
  .map((values) => values.map((value) => Float64Array.of(value, value)));

const levers: fc.Arbitrary<Levers> = fc.record({
  arrivals: fc.record({
    perYear: fc.integer({ min: 10, max: 150 }),
    windowYears: fc.integer({ min: 1, max: 8 }),
    followedYears: upTo(3),
  }),
  facility: fc.record({
    places: fc.tuple(upTo(40), upTo(25), upTo(6)).map((values) => Float64Array.from(values)),
    crowding: byLevel(fc.constantFrom(0.5, 0.9, 1, 1, 1.2)),
    womenShare: fc
      .array(fc.constantFrom(0, 0.05, 0.2, 1), { minLength: 7, maxLength: 7 })
      .map((values) => Float64Array.from(values)),
  }),
  court: fc.record({
    custodyOdds: fc.constantFrom(0.1, 1.45, 5, 50),
    daysToVerdict: fc.integer({ min: 1, max: 200 }),
    arrestedShare: share,
  }),
  sentence: fc.record({
    lengthFactor: fc.double({ min: 0.2, max: 3, noNaN: true }),
    lapsedShare: fc.double({ min: 0, max: 0.5, noNaN: true }),
    daysToStart: upTo(120),
  }),
  remand: fc.record({
    share: byRemandClass(share),
    meanDays: byRemandClass(fc.integer({ min: 1, max: 300 })),
    straightShare: byRemandClass(share),
    shareWithoutPrison: share,
  }),
  placement: fc.record({
    reviewDays: byLevel(fc.integer({ min: 1, max: 120 })),
    servedShare: byLevel(share),
    lastDays: byLevel(upTo(400)),
    entryDays: byLevel(fc.constantFrom(0, 60, 730, 7670)),
    riskCeiling: byLevel(share),
    basis: fc.constantFrom('risk-and-needs' as const, 'risk-and-needs' as const, 'offence' as const),
    misconductRate: byLevel(fc.constantFrom(0, 0.5, 5)),
    transferShare: share,
    callInShare: fc.constantFrom(0.01, 0.05, 0.2, 1),
    firstRemanded: upTo(1),
    firstRisk: share,
    firstDays: upTo(800),
  }),
  monitoring: fc.record({
    places: upTo(6),
    limitDays: upTo(300),
    eligibleShare: share,
    lastDays: upTo(300),
    lastShare: share,
    revokedShare: share,
    order: fc.constantFrom('whole-first' as const, 'end-first' as const),
    reserve: fc.constantFrom(0, 0.3),
  }),
  release: fc.record({
    conditionalPart: fc.constantFrom(0.5, 2 / 3, 0.8, 1),
    conditionalLeast: upTo(90),
    conditionalRest: upTo(30),
    conditionalGranted: share,
    expelledShare: share,
  }),
  plan: fc.record({
    daysToPlan: upTo(60),
    contactHours: fc.constantFrom(0, 0.5, 1, 4),
    reviewDays: fc.integer({ min: 30, max: 200 }),
  }),
  treatment: fc.record({ places: upTo(10), limitDays: upTo(500), suitedShare: share, dropoutShare: share }),
  supervision: fc.record({ recalledShare: share }),
  mortality: fc.record({ rate: fc.constantFrom(0.0001, 0.01, 0.5) }),
  reoffending: fc.record({
    shift: fc.double({ min: -2, max: 3, noNaN: true }),
    followUpYears: fc.constantFrom(1, 1, 10),
  }),
});

/** A cell of a random world, from its levers, its luck, and the places that it has from some day on. */
export const randomWorld: fc.Arbitrary<Cell> = fc
  .record({
    levers,
    replicate: upTo(100_000),
    changeAfter: upTo(998),
    placesAfter: byLevel(upTo(40)),
    remandReserve: reserves,
  })
  .map(({ levers, replicate, changeAfter, placesAfter, remandReserve }) => {
    const { facility: ofFacility, ...others } = levers;
    const { start, ...cell } = withLevers(tinyCell(replicate), {
      ...others,
      facility: { ...ofFacility, remandReserve },
    });
    const before = { ...cell, burnInStart: start - 500, start, end: start + 500 };
    const { values } = before.parameters[0];
    const facility = { ...values.facility, places: placesAfter };
    const after = { from: before.burnInStart + 1 + changeAfter, values: { ...values, facility } };
    return { ...before, parameters: [{ from: before.burnInStart, values }, after] };
  });

/** How many worlds a law is tried on, always the same ones; the first that breaks it is shown. */
export const worlds = { seed: 1, numRuns: 15, endOnFailure: true };
