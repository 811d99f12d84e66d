/**
 * Expected: the chance of a charge within two years at each index release, by evidence mode, and by exposure to a policy.
 *
 * The risks of the same people in the same run under no evidence, grade A or all evidence differ by the direct effect of
 * their exposures alone. The exposed and the unexposed also differ in who they are: a naive comparison takes this selection
 * for the effect.
 */
import { type EvidenceMode, policyShift, underEvidence } from '../community/effects.ts';
import { exposureAt, exposuresOf, roomForExposures } from '../community/exposure.ts';
import { logistic } from '../engine/mathematics.ts';
import type { Row } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { EDUCATION } from '../prison/enrolment.ts';
import type { Parameters } from './parameters.ts';
import { type Expectation, expectations, naiveComparisons, naiveSums, type Summary } from './summary.ts';

/** Adds one index release, on the day on which the spell of liberty begins. */
export function addExpected(world: World, row: Row, { effects }: Parameters, summary: Summary): void {
  const { logit, policyLogit, needs } = world.people;
  const risk = logit[row] - policyLogit[row];
  exposuresOf(world, row, effects.climateReference, exposures);
  summary.expected[PEOPLE]++;
  for (const mode of MODES) {
    const shift = policyShift(risk, exposures, needs[row], underEvidence(effects, mode));
    summary.expected[expectations.indexOf(mode)] += millionths(risk + shift);
  }
  const charged = millionths(logit[row]);
  const own = millionths(risk);
  for (let at = 0; at < naiveComparisons.length; at++) {
    const met = hasMet(world, row, at);
    if (met === undefined) continue;
    const first = at * naiveSums.length + (met ? 0 : OTHERS);
    const { naive } = summary;
    naive[first]++;
    naive[first + 1] += charged;
    naive[first + 2] += own;
    if (met) naive[first + 3] += millionths(risk + policyShift(risk, without(at), needs[row], effects));
  }
}

/** Whether a person met the exposure of a comparison; undefined for people outside it. */
function hasMet({ people, monitoring }: World, row: Row, comparison: number): boolean | undefined {
  const { completed, visited, lastLevel } = people;
  const isHome = lastLevel[row] === monitoring;
  if (comparison === SERVED_AT_HOME) return isHome;
  if (isHome) return undefined;
  if (comparison === PROGRAMME) return completed[row] !== 0;
  if (comparison === EDUCATED) return (completed[row] & ((1 << EDUCATION) - 1)) !== 0;
  return comparison === VISITED ? visited[row] !== 0 : lastLevel[row] > 0;
}

/** A person's exposures, without those of a comparison. */
function without(comparison: number): Float64Array {
  spared.set(exposures);
  for (const at of aboutOf[comparison]) spared[at] = 0;
  if (comparison === OPEN || comparison === SERVED_AT_HOME) spared[exposureAt['closed-only']] = 1;
  return spared;
}

function millionths(logOdds: number): number {
  return Math.round(1e6 * logistic(logOdds));
}

const MODES: readonly (Expectation & EvidenceMode)[] = ['none', 'A', 'all'];
const PEOPLE = expectations.indexOf('people');
const OTHERS = naiveSums.indexOf('others');
const [PROGRAMME, EDUCATED, VISITED, OPEN, SERVED_AT_HOME] = naiveComparisons.map((_, at) => at);

/** The exposures of each comparison. */
const aboutOf: readonly (readonly number[])[] = [
  [exposureAt.education, exposureAt.cognitive, exposureAt.violence, exposureAt.addiction],
  [exposureAt.education],
  [exposureAt.visited],
  [exposureAt['open-years']],
  [exposureAt.home],
];

const exposures = roomForExposures();
const spared = roomForExposures();
