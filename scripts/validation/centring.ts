/**
 * Centring: measures the constants that keep mean risk at its calibrated value.
 *
 * Needs and effects spread risk; their means over spells of liberty after serving are subtracted in every arm. They are measured
 * once, in the calibrated baseline at central parameters, and written into the passports (`npx tsx scripts/centre.ts` prints
 * them). No arm computes them again: that would erase the effect of policy.
 */
import { evidenceModes, policyShift, underEvidence } from '../../src/community/effects.ts';
import { exposuresOf, roomForExposures } from '../../src/community/exposure.ts';
import { log } from '../../src/engine/mathematics.ts';
import { randomKey } from '../../src/engine/random.ts';
import { event } from '../../src/people/life-events.ts';
import { needNames } from '../../src/people/needs.ts';
import { NONE } from '../../src/people/person.ts';
import { riskOf } from '../../src/people/risk.ts';
import { World } from '../../src/people/world.ts';
import { live } from '../../src/simulation/day.ts';
import { type Cell, liveUntil, weekBegins } from '../../src/simulation/simulate.ts';
import { mean, standardDeviation } from '../../src/statistics/describe.ts';

/** The means of a baseline. */
export interface Centre {
  /** Observed spells of liberty that begin after serving. */
  readonly spells: number;
  /** Share of them with each need. */
  readonly needMean: readonly number[];
  /** Mean shift of log-odds by policy, by evidence mode. */
  readonly effectsCentre: readonly number[];
  /** Standard deviation of log-odds without policy, up to a ceiling, among people with one of the needs; 0 for all. */
  readonly spread: (ceiling: number, needs?: number) => number;
  /** Mean and standard deviation of ln(1 + previous sanctions) at arrival. */
  readonly record: { readonly mean: number; readonly spread: number };
}

/** Simulates a cell without policies and measures it over the observed years. */
export function centreOf(cell: Cell): Centre {
  const given = cell.parameters[0].values;
  const { reoffending, effects } = given;
  const uncentred = { ...effects, centre: new Float64Array(evidenceModes.length) };
  const withNeed = new Float64Array(needNames.length);
  const shifts = evidenceModes.map(() => 0);
  const risks: { readonly risk: number; readonly needs: number }[] = [];
  const records: number[] = [];
  const exposures = roomForExposures();
  const world = worldAtStart(cell);
  world.observer = (_, kind, row, detail) => {
    const { episode, sanctions, needs } = world.people;
    if (kind === event.charged && episode[row] === 1) records.push(log(1 + sanctions[row]));
    if (kind !== event.atRisk || detail === NONE) return;
    const risk = riskOf(world, row, reoffending);
    risks.push({ risk, needs: needs[row] });
    needNames.forEach((_, index) => {
      withNeed[index] += (needs[row] >> index) & 1;
    });
    exposuresOf(world, row, effects.climateReference, exposures);
    evidenceModes.forEach((mode, index) => {
      shifts[index] += policyShift(risk, exposures, needs[row], underEvidence(uncentred, mode));
    });
  };
  for (; world.today < cell.end; world.today++) live(world, given, weekBegins(cell, world.today));
  return {
    spells: risks.length,
    needMean: Array.from(withNeed, (count) => count / risks.length),
    effectsCentre: shifts.map((shift) => shift / risks.length),
    spread: (ceiling, asked = 0) =>
      standardDeviation(
        risks.flatMap(({ risk, needs }) => (risk <= ceiling && (asked === 0 || (needs & asked) !== 0) ? [risk] : [])),
      ),
    record: { mean: mean(records), spread: standardDeviation(records) },
  };
}

function worldAtStart(cell: Cell): World {
  const { seed, replicate, burnInStart, end, levels, units } = cell;
  const world = new World({ key: randomKey(seed, replicate), firstDay: burnInStart, lastDay: end - 1, levels, units });
  world.restore(liveUntil(cell, cell.start).world);
  return world;
}
