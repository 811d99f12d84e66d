/**
 * Needs: circumstances of a person that bear on reoffending and health, one bit each.
 *
 * Home, work, drugs, alcohol, thinking (impulsivity, pro-criminal attitudes) and mental health are drawn together on
 * arrival: a Gaussian copula on the published shares, in which drugs also depend on the length of the record. Opioids are
 * the gravest part of drugs. Mental health bears on health alone. Needs are traits: nothing in the simulation clears one.
 *
 * Writes the needs. Draws once per person. Sources: living conditions of inmates 2014, registers of psychiatric history
 * 2010-2019, a survey of drug use 2013-2014; correlations are *assumption*.
 */
import { choleskyFactor } from '../engine/cholesky.ts';
import { log, normalQuantile } from '../engine/mathematics.ts';
import { amount, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { Failure } from '../failure.ts';
import { decisions } from './decisions.ts';
import type { Row } from './person.ts';
import type { World } from './world.ts';

/** The needs, in the order of their bits. */
export const needNames = ['housing', 'work', 'drugs', 'opioids', 'alcohol', 'thinking', 'mental'] as const;

/** The bit of every need, by name. */
export const need = Object.freeze({ housing: 1, work: 2, drugs: 4, opioids: 8, alcohol: 16, thinking: 32, mental: 64 });

export const parameters = parametersOf('needs', {
  prevalence: share('people with the need on arrival', { by: ['sex', 'need'] }),
  correlation: amount('correlation', 'between two needs; a pair takes the mean of its two cells', {
    by: ['need', 'need'],
    bounds: [-1, 1],
  }),
  recordCorrelation: amount('correlation', 'between a need and ln(1 + previous sanctions)', {
    by: 'need',
    bounds: [-1, 1],
  }),
  recordMean: amount('log sanctions', 'mean of ln(1 + previous sanctions) among people who arrive'),
  recordSpread: amount('log sanctions', 's.d. of ln(1 + previous sanctions) among people who arrive', {
    bounds: [0.01, 10],
  }),
});
export type NeedsParameters = ValuesOf<typeof parameters>;

/**
 * The Cholesky factor that correlates the needs: row n + 1 is need n in terms of the record and of the normal numbers of
 * the needs before it. Throws a Failure when the correlations contradict each other.
 */
export function needsFactor({
  correlation,
  recordCorrelation,
}: Pick<NeedsParameters, 'correlation' | 'recordCorrelation'>): readonly Float64Array[] {
  const matrix = [
    Float64Array.of(1),
    ...needNames.map((_, a) =>
      Float64Array.from({ length: a + 2 }, (_, column) => {
        const b = column - 1;
        if (b === a) return 1;
        if (a === OPIOIDS || b === OPIOIDS) return 0;
        return b < 0 ? recordCorrelation[a] : (correlation[a][b] + correlation[b][a]) / 2;
      }),
    ),
  ];
  const factor = choleskyFactor(matrix);
  if (factor !== undefined) return factor;
  throw new Failure({
    problem: 'needs.correlation and needs.record_correlation contradict each other',
    reason: 'no population can have such correlations: the matrix is not positive definite',
    remedy: 'bring the correlations closer to 0',
  });
}

/** The normal numbers below which needs are present: the quantiles of their shares, and for opioids no more than for drugs. */
export function needsBelow(prevalence: Float64Array): Float64Array {
  const below = prevalence.map(normalQuantile);
  below[OPIOIDS] = Math.min(below[OPIOIDS], below[DRUGS]);
  return below;
}

/**
 * Needs, one bit each, from one uniform draw per need and the record as a standard score. A need is present if its
 * correlated normal number falls below the quantile of its share (`needsBelow`); opioids, if that of drugs falls below theirs.
 */
export function needsFor(
  luck: ArrayLike<number>,
  record: number,
  below: Float64Array,
  factor: readonly Float64Array[],
): number {
  normals[0] = -record;
  let needs = 0;
  for (let index = 0; index < needNames.length; index++) {
    const row = factor[index + 1];
    normals[index + 1] = normalQuantile(luck[index]);
    let latent = 0;
    for (let column = 0; column < row.length; column++) latent += row[column] * normals[column];
    if (index !== OPIOIDS && latent < below[index]) needs |= 1 << index;
    if (index === DRUGS && latent < below[OPIOIDS]) needs |= need.opioids;
  }
  return needs;
}

/** Gives a new person their needs; sex and record must be set. */
export function drawNeeds(world: World, row: Row, given: NeedsParameters): void {
  const { people } = world;
  for (let index = 0; index < needNames.length; index++) luck[index] = world.draw(draws[index], row, 0);
  const record = (log(1 + people.sanctions[row]) - given.recordMean) / given.recordSpread;
  const { factor, below } = prepared(given);
  people.needs[row] = needsFor(luck, record, below[people.sex[row]], factor);
}

const DRUGS = needNames.indexOf('drugs');
const OPIOIDS = needNames.indexOf('opioids');

/** Opioids have no draw of their own: they follow from that of drugs. */
const draws = [
  decisions.needHousing,
  decisions.needWork,
  decisions.needDrugs,
  decisions.needDrugs,
  decisions.needAlcohol,
  decisions.needThinking,
  decisions.needMental,
];

/** Scratch space for one person, so that an arrival allocates nothing. */
const luck = new Float64Array(needNames.length);
const normals = new Float64Array(needNames.length + 1);

/** What needs are drawn with, computed once for the parameters in force, not once per person. */
interface Prepared {
  readonly factor: readonly Float64Array[];
  /** `needsBelow` by sex. */
  readonly below: readonly Float64Array[];
}

function prepared(given: NeedsParameters): Prepared {
  let found = known.get(given);
  if (found === undefined) {
    found = { factor: needsFactor(given), below: given.prevalence.map(needsBelow) };
    known.set(given, found);
  }
  return found;
}

const known = new WeakMap<NeedsParameters, Prepared>();
