/**
 * Textbook: a world in which nearly every mechanism is switched off, so that the engine is a queue with a known answer.
 *
 * Everybody charged is convicted and gets one sentence; nobody is remanded, granted, expelled, revoked or comes back, and one
 * in ten thousand dies in a year. Arrivals are a Poisson stream.
 */
import { type Levers, tinyCell } from '../tiny.ts';

const given = tinyCell().parameters[0].values;

/** The same number in every place. */
export const all = (values: Float64Array, value: number) => values.map(() => value);
const every = (rows: readonly Float64Array[], value: number) => rows.map((row) => all(row, value));

/** Arrivals a year, and days that everybody serves. */
export function textbook(perYear: number, days: number, more: Levers = {}): Levers {
  const { court, sentence, remand, detention, mortality, absence, facility, placement, monitoring } = given;
  return {
    arrivals: { perYear },
    court: { custodyShare: every(court.custodyShare, 1), custodyOdds: 1, acquittedShare: all(court.acquittedShare, 0) },
    remand: { share: all(remand.share, 0), shareWithoutPrison: 0 },
    sentence: {
      bandFrom: all(sentence.bandFrom, days),
      bandTo: all(sentence.bandTo, days),
      bandMean: all(sentence.bandMean, days),
      sexFactor: all(sentence.sexFactor, 1),
      lapsedShare: 0,
      daysToStart: 1,
    },
    detention: { share: all(detention.share, 0) },
    release: { conditionalGranted: 0, expelledShare: 0, transferredShare: 0 },
    monitoring: {
      places: 0,
      coveredShare: 1,
      excludedShare: all(monitoring.excludedShare, 0),
      eligibleShare: 1,
      limitDays: days,
      revokedShare: 0,
      lastShare: 0,
    },
    treatment: { places: 0 },
    mortality: { rate: 0.0001, ageSlope: 0.001, suicideDayOne: 0, overdoseRate: all(mortality.overdoseRate, 0) },
    absence: { escapesPerYear: all(absence.escapesPerYear, 0), failureShare: 0 },
    placement: { misconductRate: all(placement.misconductRate, 0) },
    facility: { places: all(facility.places, 1e5) },
    reoffending: { shift: -200 },
    ...more,
  };
}

/**
 * A queue for the most closed level alone: everybody is meant for it, nobody moves on, and its places lie in one unit for men. As many
 * are called in as there is room, first come, first served.
 */
export function oneLevel(perYear: number, days: number, places: number, more: Levers = {}): Levers {
  const { facility, placement, synthesise } = given;
  const levers = textbook(perYear, days);
  return {
    ...levers,
    synthesise: { femaleShare: all(synthesise.femaleShare, 0) },
    facility: {
      places: all(facility.places, 0).fill(places, 0, 1),
      crowding: all(facility.crowding, 1),
      unitShare: facility.unitShare.map((units) => all(units, 0).fill(1, 0, 1)),
      womenShare: all(facility.womenShare, 0),
      remandReserve: every(facility.remandReserve, 0),
    },
    monitoring: { ...levers.monitoring, eligibleShare: 0, coveredShare: 0 },
    placement: {
      ...levers.placement,
      entryShare: placement.entryShare.map((shares) => all(shares, 0).fill(1, 0, 1)),
      entryDays: all(placement.entryDays, 0),
      servedShare: all(placement.servedShare, 1),
      lastDays: all(placement.lastDays, 0),
      riskCeiling: all(placement.riskCeiling, 0),
      callInShare: 100,
      firstRemanded: 0,
      firstRisk: 1,
      firstDays: 1e5,
    },
    ...more,
  };
}

/**
 * Lengths that are exponential with this mean but for whole days: the length classes are its quantiles, and within a class lengths
 * follow a curve with the class's mean.
 */
export function exponentialLengths(mean: number): NonNullable<Levers['sentence']> {
  const edges = CUMULATIVE.map((share) => -mean * Math.log1p(-share));
  const shares = CUMULATIVE.slice(1).map((share, at) => (share - CUMULATIVE[at]!) / CUMULATIVE.at(-1)!);
  const means = shares.map((_, at) => {
    const [from, to] = [edges[at]!, edges[at + 1]!];
    const [left, right] = [Math.exp(-from / mean), Math.exp(-to / mean)];
    return mean + (from * left - to * right) / (left - right);
  });
  const classes = Float64Array.from(shares);
  return {
    ...textbook(1, 1).sentence,
    bandShare: given.sentence.bandShare.map(() => classes),
    baseShare: classes,
    yearShare: classes,
    bandFrom: Float64Array.from(edges.slice(0, -1)),
    bandTo: Float64Array.from(edges.slice(1)),
    bandMean: Float64Array.from(means),
    lengthFactor: 1,
    recordFactor: 1,
  };
}

/** The quantiles between the ten classes; what lies beyond the last is a thousandth of a tenth. */
const CUMULATIVE = [0, 0.1, 0.25, 0.4, 0.55, 0.7, 0.82, 0.91, 0.97, 0.993, 0.9999];

/** People who are held from the charge on, whatever the places, and acquitted after a stay with this mean: the number held is Poisson. */
export function remandAlone(perYear: number, stay: number, places: number): Levers {
  const { court, remand } = given;
  return oneLevel(perYear, 30, places, {
    court: { custodyShare: court.custodyShare, acquittedShare: all(court.acquittedShare, 1) },
    remand: { ...remand, shareWithoutPrison: 1, odds: 1, daysWithoutPrison: stay - 0.5, foreignFactor: 1 },
  });
}
