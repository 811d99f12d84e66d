/**
 * Exposure: the exposures of the last sentence that published effects refer to, as a row of numbers.
 *
 * A completed programme counts by its fidelity, a dropped one not at all. A home or job arranged for the time after release
 * counts until it is lost. Pure rules, called by `reoffending` and by the observation.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { arrangement } from '../people/arrangement.ts';
import { NONE, type Row } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { EDUCATION, programmeNames } from '../prison/enrolment.ts';

/** The exposures that are counted. */
export const exposureNames = [
  'open-years',
  'home',
  'closed-only',
  'education',
  'cognitive',
  'violence',
  'addiction',
  'work-years',
  'visited',
  'isolated',
  'housing',
  'job',
  'climate',
  'material',
] as const;
export type ExposureName = (typeof exposureNames)[number];

/** The place of every exposure, by name. */
export const exposureAt = Object.freeze(
  Object.fromEntries(exposureNames.map((name, place) => [name, place])) as Record<ExposureName, number>,
);

/** Scratch space for the exposures of one person. */
export function roomForExposures(): Float64Array {
  return new Float64Array(exposureNames.length);
}

/**
 * Fills `exposures` for a person: years at levels beyond the most closed; years of work inside; 1 or 0 for a sentence served
 * wholly at home, a sentence served in institutions and never beyond the most closed level, visits, isolation, and a home or
 * a job arranged at present; the fidelity of completed programmes; and, where the person was held last, the climate above
 * `climateReference` and the material standard above the usual, negative below.
 */
export function exposuresOf(world: World, row: Row, climateReference: number, exposures: Float64Array): Float64Array {
  const { people, today, monitoring } = world;
  const lastLevel = people.lastLevel[row];
  const isHome = lastLevel === monitoring;
  const neverOpen = people.openDays[row] === 0;
  const completed = people.completed[row];
  const fidelity = people.fidelity[row];
  const arranged = today < people.arrangedUntil[row] ? people.arranged[row] : 0;
  exposures[OPEN_YEARS] = people.openDays[row] / DAYS_PER_YEAR;
  exposures[HOME] = isHome && neverOpen ? 1 : 0;
  exposures[CLOSED_ONLY] = neverOpen && !isHome && lastLevel !== NONE ? 1 : 0;
  exposures[TAUGHT] = (completed & EDUCATION_BITS) === 0 ? 0 : fidelity;
  exposures[COGNITIVE] = (completed & COGNITIVE_BIT) === 0 ? 0 : fidelity;
  exposures[VIOLENCE] = (completed & VIOLENCE_BIT) === 0 ? 0 : fidelity;
  exposures[ADDICTION] = (completed & ADDICTION_BIT) === 0 ? 0 : fidelity;
  exposures[WORK_YEARS] = people.workDays[row] / WORKING_DAYS_PER_YEAR;
  exposures[VISITED] = people.visited[row] === 0 ? 0 : 1;
  exposures[ISOLATED] = wasIsolated(world, row) ? 1 : 0;
  exposures[HOUSING] = (arranged & arrangement.home) === 0 ? 0 : 1;
  exposures[JOB] = (arranged & arrangement.job) === 0 ? 0 : 1;
  exposures[CLIMATE] = isHome || people.climateMet[row] === 0 ? 0 : people.climateMet[row] - climateReference;
  exposures[MATERIAL] = isHome ? 0 : people.standardMet[row];
  return exposures;
}

/** Isolated on remand in the present case, or excluded from company for long in the stay that ended last. */
function wasIsolated({ people }: World, row: Row): boolean {
  return people.isolatedDays[row] > 0 || people.isolatedUntil[row] > people.custodyDay[row];
}

const [OPEN_YEARS, HOME, CLOSED_ONLY] = [exposureAt['open-years'], exposureAt.home, exposureAt['closed-only']];
const [TAUGHT, COGNITIVE, VIOLENCE] = [exposureAt.education, exposureAt.cognitive, exposureAt.violence];
const [ADDICTION, WORK_YEARS, VISITED] = [exposureAt.addiction, exposureAt['work-years'], exposureAt.visited];
const [ISOLATED, HOUSING, JOB] = [exposureAt.isolated, exposureAt.housing, exposureAt.job];
const [CLIMATE, MATERIAL] = [exposureAt.climate, exposureAt.material];
const EDUCATION_BITS = (1 << EDUCATION) - 1;
const COGNITIVE_BIT = 1 << programmeNames.indexOf('cognitive');
const VIOLENCE_BIT = 1 << programmeNames.indexOf('violence');
const ADDICTION_BIT = 1 << programmeNames.indexOf('addiction');
/** Five days in each of 52 weeks. */
const WORKING_DAYS_PER_YEAR = 260;
