/**
 * Tiny worlds in which levers are tried: as things are, and where what a lever is about happens at all.
 *
 * In a world of forty people inside nobody is sentenced for life, few die, and rules that are not in force bind nobody. So
 * a lever that does nothing in the first world is tried in the next ones.
 */
import type { Cell } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';

const harm: Levers = {
  health: { selfHarmRate: 2 },
  mortality: {
    rate: 0.1,
    insideShare: 0.5,
    suicideDayOne: 1,
    suicideShape: 0.9,
    overdoseRate: new Float64Array(4).fill(0.5),
  },
};

const eventful: Levers = {
  synthesise: { foreignShare: new Float64Array(9).fill(0.5) },
  court: { restServed: 0.5 },
  remand: { restrictedShare: 1, isolatedShare: 1, isolatedDays: 60, isolatedMost: 40 },
  monitoring: { lastShare: 1 },
  leave: { longSentence: 0.8, longLeast: 0.5, daysPerYear: 50, daysWithChildren: 50, dayReleaseShare: 1 },
  absence: { failureShare: 0.005 },
  release: { conditionalGranted: 1, expelledShare: 0, transferredShare: 0.5, transferDays: 60, transferRest: 60 },
  supervision: { lengthFactor: 10 },
};

const otherRules: Levers = {
  arrivals: { windowYears: 1 },
  sentence: { maximum: 2, lengthFactor: 0.7 },
  placement: { basis: 'offence' },
  health: { independence: 0 },
  effects: { draw: 1 },
};

const { programme, work } = tinyCell().parameters[0].values;
const few = (table: readonly Float64Array[]) => table.map((row) => row.map(() => 2));
const narrow: Levers = {
  programme: { places: few(programme.places), wishOther: programme.wishOther.map(() => 1) },
  work: { places: few(work.places) },
};

const { unitShare } = tinyCell().parameters[0].values.facility;
const queueing: Levers = {
  facility: { unitShare: unitShare.map((row) => row.map((_, unit) => (unit === 0 ? 1 : 0))) },
  programme: {
    places: programme.places.map((row, at) => row.map(() => (at === 0 ? 1 : 0))),
    eligible: programme.eligible.map((text, at) => (at === 0 ? 'days_left >= 0' : text)),
    needFor: programme.needFor.map((row) => row.map((_, need) => (need === 0 ? 1 : 0))),
    wishPlanned: programme.wishPlanned.map((_, at) => (at === 0 ? 1 : 0)),
    wishOther: programme.wishOther.map((_, at) => (at === 0 ? 1 : 0)),
    weeks: programme.weeks.map(() => 6),
  },
};

const staff = tinyCell().parameters[0].values.staff;
const otherStaff: Levers = {
  staff: {
    training: staff.usualTraining / 2,
    turnover: 2 * staff.usualTurnover,
    usualSize: staff.usualSize.map((size) => size / 2),
  },
};

const detained: NonNullable<Levers['detention']> = {
  share: new Float64Array(9).fill(1),
  leastDays: 60,
  frameUsual: 1,
  frameMaximum: 2,
  minimumMaximum: 0.5,
  extensionYears: 1,
  probationTo: 3,
};

const enough: Levers = { capacity: { response: 'enough' } };

const crowded = tinyCell().parameters[0].values.facility.places.map((places) => Math.floor(places / 2));
const doubling: Levers = { facility: { places: crowded }, capacity: { response: 'double', doubleShare: 0.5 } };
const building: Levers = { facility: { places: crowded }, capacity: { response: 'build', buildDays: 300 } };
const releasing: Levers = { facility: { places: crowded }, capacity: { response: 'release' } };

/** The worlds, in the order in which a lever is tried in them. */
export const worldsOfLevers: readonly { readonly name: string; readonly cell: Cell }[] = [
  { name: 'as things are', cell: tinyCell() },
  { name: 'where harm and death are common', cell: withLevers(tinyCell(), harm) },
  { name: 'where what is rare in custody is common', cell: withLevers(tinyCell(), eventful) },
  { name: 'where other rules hold', cell: withLevers(tinyCell(), otherRules) },
  { name: 'where seats and places at work are few', cell: withLevers(tinyCell(), narrow) },
  { name: 'where everybody wants one seat', cell: withLevers(tinyCell(), queueing) },
  { name: 'where staff and prisons are unlike the usual ones', cell: withLevers(tinyCell(), otherStaff) },
  { name: 'where nearly everybody is detained', cell: withLevers(tinyCell(), { detention: detained }) },
  { name: 'where that is sikring', cell: withLevers(tinyCell(), { detention: { ...detained, law: 'sikring' } }) },
  { name: 'where there are places enough', cell: withLevers(tinyCell(), enough) },
  { name: 'where places are built', cell: withLevers(tinyCell(), building) },
  { name: 'where cells are doubled', cell: withLevers(tinyCell(), doubling) },
  { name: 'where people are released early', cell: withLevers(tinyCell(), releasing) },
  { name: 'where the law on release changes half-way', cell: withLawChanged(tinyCell()) },
];

function withLawChanged(cell: Cell): Cell {
  const { values } = cell.parameters[0];
  const release = { ...values.release, conditionalPart: 0.5, conditionalLeast: 30 };
  return { ...cell, parameters: [...cell.parameters, { from: cell.start + 400, values: { ...values, release } }] };
}
