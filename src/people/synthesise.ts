/**
 * Synthesise: the traits of a person who is charged for the first time in the window of observation.
 *
 * Nobody publishes prior record, first age and offence of prisoners jointly, so they are put together from margins:
 * offence group, then sex, age, nationality and whether there is a record given the group, then the age at the first
 * sanction and the number of sanctions given age. Sanctions come at a personal pace that fades with the length of a
 * career: expected number 1 + pace x group factor x fade x (1 - exp(-career / fade)).
 *
 * Writes the traits. Draws once per person. Sources: Statistics Norway tables named in the passports; the rest *assumption*.
 */
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { beta, exponential, lognormal, memberOf, poisson } from '../engine/distribution.ts';
import { exp, power } from '../engine/mathematics.ts';
import { age, factor, parametersOf, share, type ValuesOf, years } from '../evidence/parameter.ts';
import { decisions } from './decisions.ts';
import { NOT_YET, type Row } from './person.ts';
import type { World } from './world.ts';

export const parameters = parametersOf('synthesise', {
  offenceShare: share('offence groups of first charges in the window; adds up to 1', { by: 'offence', addsUpTo: 1 }),
  categoryShare: share('risk-scale categories within an offence group; each group adds up to 1', {
    by: ['offence', 'category'],
    addsUpTo: 1,
  }),
  homeShare: share('regions of residence; adds up to 1', { by: 'region', addsUpTo: 1 }),
  femaleShare: share('women by offence group', { by: 'offence' }),
  ageShare: share('age bands at the charge, by offence group; each group adds up to 1', {
    by: ['offence', 'age_band'],
    addsUpTo: 1,
  }),
  ageFrom: age('youngest age of a band', { by: 'age_band' }),
  oldestBandYears: years('mean years beyond the start of the oldest band'),
  oldestAge: age('highest age at the first charge'),
  oldestOdds: factor('factor on the odds of the oldest band, in every offence group', { bounds: [0, 20] }),
  ageOdds: factor('factor on the odds of an age band per ten years of age, in every offence group', {
    bounds: [0.2, 5],
  }),
  foreignShare: share('foreign nationals by offence group', { by: 'offence' }),
  foreignOdds: factor('factor on these odds, in every offence group', { bounds: [0, 20] }),
  recordShare: share('people with an earlier sanction, by offence group', { by: 'offence' }),
  firstAge: age('youngest age at a first sanction'),
  firstAgeShape: factor(
    'second shape of the Beta(1, b) that places the first sanction between that age and the present',
  ),
  sanctionPace: factor('median sanctions per year at the start of a career', { bounds: [0.01, 5] }),
  sanctionPaceSpread: factor('s.d. of the logarithm of the pace between people', { bounds: [0, 3] }),
  sanctionPaceFactor: factor('pace of an offence group, relative to the median', { by: 'offence' }),
  femalePaceFactor: factor('pace of women, relative to men'),
  paceFadeYears: years('years over which the pace fades', { bounds: [1, 60] }),
});
export type SynthesiseParameters = ValuesOf<typeof parameters>;

/** Expected number of sanctions after a career of some years at a pace that fades. */
export function expectedSanctions(paceAYear: number, careerYears: number, fadeYears: number): number {
  return 1 + paceAYear * fadeYears * (1 - exp(-careerYears / fadeYears));
}

/** The most sanctions that a record can hold. */
export const MOST_SANCTIONS = 100;

/** A share after its odds are multiplied by a factor. */
export function withOdds(share: number, factor: number): number {
  return (share * factor) / (1 - share + share * factor);
}

/** Weights of the age bands of an offence group, and their sum. */
export interface AgeBands {
  readonly weights: Float64Array;
  readonly sum: number;
}

/**
 * The age bands of an offence group, from their shares. The odds of a band are multiplied by `ageOdds` for every ten years of its
 * youngest age, and those of the last band by `oldestOdds` too. 1 and 1 keep the shares.
 */
export function ageBandsOf(
  shares: Float64Array,
  { ageFrom, ageOdds, oldestOdds }: Pick<SynthesiseParameters, 'ageFrom' | 'ageOdds' | 'oldestOdds'>,
): AgeBands {
  if (ageOdds === 1 && oldestOdds === 1) return { weights: shares, sum: 1 };
  const last = shares.length - 1;
  const weights = shares.map(
    (share, band) => share * power(ageOdds, (ageFrom[band] - ageFrom[0]) / 10) * (band === last ? oldestOdds : 1),
  );
  return { weights, sum: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** The age band of a draw; with more of either odds, nobody gets a younger band. */
export function ageBandOf(u: number, { weights, sum }: AgeBands): number {
  return memberOf(u * sum, weights);
}

/** Age at the first sanction: between the youngest such age and the present, by a Beta(1, b) quantile. */
export function firstSanctionAge(u: number, presentAge: number, youngest: number, shape: number): number {
  const span = Math.max(presentAge - youngest - 0.5, 0.25);
  return Math.min(presentAge, youngest + span * beta(u, 1, shape));
}

/** Gives a new person their traits. */
export function synthesise(world: World, row: Row, given: SynthesiseParameters): void {
  const { people } = world;
  const group = memberOf(world.draw(decisions.offence, row, 0), given.offenceShare);
  const sex = world.draw(decisions.sex, row, 0) < given.femaleShare[group] ? 1 : 0;
  const ageYears = drawAge(world, row, group, given);
  people.group[row] = group;
  people.category[row] = memberOf(world.draw(decisions.category, row, 0), given.categoryShare[group]);
  people.sex[row] = sex;
  people.foreign[row] =
    world.draw(decisions.foreign, row, 0) < withOdds(given.foreignShare[group], given.foreignOdds) ? 1 : 0;
  people.home[row] = memberOf(world.draw(decisions.home, row, 0), given.homeShare);
  people.birthDay[row] = world.today - Math.floor(ageYears * DAYS_PER_YEAR);
  drawRecord(world, row, group, sex, ageYears, given);
}

/** The day on which a person reaches an age in years. */
export function dayOfAge(birthDay: Day, ageYears: number): Day {
  return birthDay + Math.floor(ageYears * DAYS_PER_YEAR);
}

function drawAge(world: World, row: Row, group: number, given: SynthesiseParameters): number {
  const { ageFrom, oldestBandYears, oldestAge } = given;
  const band = ageBandOf(world.draw(decisions.ageBand, row, 0), bandsByGroup(given)[group]);
  const within = world.draw(decisions.age, row, 0);
  const from = ageFrom[band];
  if (band === ageFrom.length - 1) return Math.min(oldestAge, from + exponential(within, oldestBandYears));
  return from + within * (ageFrom[band + 1] - from);
}

function drawRecord(
  world: World,
  row: Row,
  group: number,
  sex: number,
  ageYears: number,
  given: SynthesiseParameters,
): void {
  const { people } = world;
  people.sanctions[row] = 0;
  people.firstSanctionDay[row] = NOT_YET;
  if (world.draw(decisions.record, row, 0) >= given.recordShare[group]) return;
  const shape = given.firstAgeShape;
  const first = firstSanctionAge(world.draw(decisions.firstSanction, row, 0), ageYears, given.firstAge, shape);
  const pace =
    lognormal(world.draw(decisions.sanctionPace, row, 0), given.sanctionPace, given.sanctionPaceSpread) *
    given.sanctionPaceFactor[group] *
    (sex === 1 ? given.femalePaceFactor : 1);
  const further = expectedSanctions(pace, ageYears - first, given.paceFadeYears) - 1;
  people.sanctions[row] = Math.min(MOST_SANCTIONS, 1 + poisson(world.draw(decisions.sanctions, row, 0), further));
  people.firstSanctionDay[row] = Math.min(world.today, dayOfAge(people.birthDay[row], first));
}

/** The age bands of every offence group, computed once per set of parameters. */
function bandsByGroup(given: SynthesiseParameters): readonly AgeBands[] {
  let found = bands.get(given);
  if (found === undefined) {
    found = given.ageShare.map((shares) => ageBandsOf(shares, given));
    bands.set(given, found);
  }
  return found;
}

const bands = new WeakMap<SynthesiseParameters, readonly AgeBands[]>();
