/**
 * Cohort finding: what happened to the same people under an arm and under the baseline, in sentences that can be read aloud.
 */
import { DAYS_PER_YEAR, parseDay } from '../engine/calendar.ts';
import type { CohortResult } from '../experiment/cohort-pairs.ts';
import { FEWEST_REPLICATES } from '../experiment/stopping.ts';
import { populationOf } from '../measures/cohort-counts.ts';
import { differenceOfInterest } from '../measures/interest.ts';
import { isSameMeasure } from '../measures/measure-identity.ts';
import { differenceEnds, type Ends, intervalText, isInterval } from '../tables/estimate.ts';
import { formatInteger } from '../tables/format.ts';
import { queueSentence, turnsSentence } from './cohort-caveats.ts';
import { costSentence, type Difference, numberWord, otherWaySentence } from './cohort-cost.ts';
import { type AddedByCohort, otherCrimesSentence } from './cohort-crime.ts';
import { partsSentences, type WordedPart } from './cohort-parts.ts';
import { type Finding, inWords } from './headline.ts';
import type { MeasureRow } from './input.ts';
import { beginsInWords, partingInWords } from './policy-begins.ts';

/** A cohort, of whose parts the means suffice. */
type Followed = Omit<CohortResult, 'parts' | 'added'> & {
  readonly added?: AddedByCohort;
  readonly parts: readonly WordedPart[];
};

/** What a first reader must know that no interval shows. */
export const CANNOT_SEE =
  'The model moves reoffending only where a study bears a number: a regime that is cruel, and otherwise alike, looks harmless here.';

/** The finding of a cohort; undefined if the differences do not have it. `left` says whom it leaves out, as `stock-left` does. */
export function cohortFinding(
  cohort: Followed,
  differences: readonly Difference[],
  measures: readonly MeasureRow[],
  left: readonly string[] = [],
): Finding | undefined {
  const { arm, baseline, years, population } = cohort;
  const own = differences.filter((row) => row.arm === arm);
  const find = (measure: string, whose = population) =>
    own.find((row) => isSameMeasure(row, { measure, population: whose, horizon: years }));
  const charged = find('cohort-charged');
  if (charged === undefined || charged.difference === null) return undefined;
  const { difference, low, high, gain } = charged;
  const citizens = find('cohort-charged', `${population}, citizens`);
  const [charges, cost, crime] = [find('cohort-charges'), find('cohort-cost'), find('cohort-crime-cost')];
  return {
    arm,
    baseline,
    of: `people ${whoAndWhen(cohort)}`,
    happens: `are charged again within ${numberWord(years)} year${years === 1 ? '' : 's'}`,
    difference,
    low: low ?? Number.NaN,
    high: high ?? Number.NaN,
    interest: differenceOfInterest(charged, Number.NaN),
    gain: gain ?? Number.POSITIVE_INFINITY,
    account: [
      sameSentence(cohort, charged.replicates),
      ...left,
      ...beginsSentence(cohort),
      ...(charges === undefined ? [] : [chargesSentence(charges), ...partsSentences(cohort.parts, charges)]),
      ...(citizens === undefined ? [] : [citizensSentence(citizens)]),
      ...turnsSentence(population, own),
      ...(cost === undefined || crime === undefined ? [] : [costSentence(cost, crime, years)]),
      ...(cost === undefined ? [] : otherWaySentence(cost, find('cohort-days-inside'), own)),
      ...(crime === undefined ? [] : otherCrimesSentence(crime, cohort.added, own)),
      ...queueSentence(cohort, measures),
      ...fewSentence(charged),
    ],
    about: [...coverageSentence(cohort), ...leftSentence(cohort), CANNOT_SEE],
  };
}

/** `newly sentenced to prison in 2012 to 2014`, or `inside on 2012-01-01`. */
export function whoAndWhen(cohort: Pick<Followed, 'population' | 'from' | 'until'>): string {
  const { population, from } = cohort;
  return population === populationOf.stock ? `inside on ${from}` : `${population} ${periodOf(cohort)}`;
}

/** `in 2012 to 2014`, or the days if they are no whole years. */
function periodOf({ from, until }: Pick<Followed, 'from' | 'until'>): string {
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  const isWhole = from.endsWith('-01-01') && until >= `${last}-12-30`;
  if (!isWhole) return `from ${from} to ${until}`;
  return first === last ? `in ${first}` : `in ${first} to ${last}`;
}

function sameSentence(cohort: Followed, replicates: number | null | undefined): string {
  const { population, same, members } = cohort;
  const runs = replicates === 1 ? 'in one run' : 'in all runs';
  const follows = `time in custody, on monitoring, waiting, abroad and dead counts.`;
  if (same !== members) return `${notSameSentence(cohort)}, ${runs}; ${follows}`;
  const who = `They are the same people under both, ${formatInteger(same)} of ${formatInteger(members)} ${runs}`;
  const clock =
    population === populationOf.stock
      ? 'that day'
      : population === populationOf.sentenced
        ? 'the verdict'
        : 'the charge, because the arms differ in who is sentenced to prison, or when';
  return `${who}, followed from ${clock}; ${follows}`;
}

/** That two arms follow different people, and how many. */
export function notSameSentence(cohort: Counted): string {
  return `They are not the same people under both, because the arms differ in who is charged: ${bothCounts(cohort)}`;
}

/** How many are followed under each of two arms that follow different people: `4 783 under Open and 4 790 under As it is`. */
export function bothCounts(cohort: Counted): string {
  const { arm, baseline, members, baselineMembers } = cohort;
  const own = `${formatInteger(members ?? Number.NaN)} under ${arm}`;
  // a folder of an older version does not tell the other number
  return baselineMembers == null ? own : `${own} and ${formatInteger(baselineMembers)} under ${baseline}`;
}

/** Two arms and the people followed under each. */
interface Counted {
  readonly arm: string;
  readonly baseline: string;
  readonly members: number | null;
  readonly baselineMembers?: number | null | undefined;
}

/** The words of a chart of the cohort: `5 200 of 9 331 were sentenced after the policy begins`; undefined if it holds from the start. */
export function enteredAfter({
  population,
  entered,
  begins,
}: Pick<Followed, 'population' | 'entered' | 'begins'>): string | undefined {
  if (entered === undefined) return undefined;
  const did = population === populationOf.sentenced ? 'sentenced' : 'charged';
  return `${formatInteger(entered.after)} of ${formatInteger(entered.ever)} were ${did} after ${partingInWords({ begins })}`;
}

/** `6 of the 24 months followed lie`, namely before the arms part, of a stock; undefined if its policy begins with it. */
function monthsBefore({ population, from, parted, years }: StockDays): string | undefined {
  const days = parseDay(parted) - parseDay(from);
  if (population !== populationOf.stock || days <= 0) return undefined;
  const all = 12 * years;
  const months = Math.round((12 * days) / DAYS_PER_YEAR);
  if (months >= all) return `all ${all} months followed lie`;
  if (months === 0) return `the first ${days === 1 ? 'day followed lies' : `${days} days followed lie`}`;
  return `${months} of the ${all} months followed ${months === 1 ? 'lies' : 'lie'}`;
}

/** The days of a stock and its policy. */
type StockDays = Pick<Followed, 'population' | 'from' | 'parted' | 'begins' | 'years'>;

/** The words of a chart of a stock: `6 of the 24 months followed lie before the policy begins`; undefined if it begins with it. */
export function followedBefore(cohort: StockDays): string | undefined {
  const months = monthsBefore(cohort);
  return months && `${months} before ${partingInWords(cohort)}`;
}

function beginsSentence(cohort: Followed): readonly string[] {
  const months = monthsBefore(cohort);
  if (months !== undefined)
    return [
      `${beginsInWords(cohort)}: ${months} before ${cohort.begins?.arm === undefined ? 'it' : 'the first'}, where both are alike.`,
    ];
  const words = enteredAfter(cohort);
  if (words === undefined) return cohort.begins === undefined ? [] : [`${beginsInWords(cohort)}.`];
  return [
    `${beginsInWords(cohort)}. Of the people ${cohort.population} in the years observed, ${words}, by whole quarters, and only they are counted, as far as they can be followed for ${numberWord(cohort.years)} year${cohort.years === 1 ? '' : 's'}.`,
  ];
}

function chargesSentence(whole: Difference): string {
  const ends = differenceEnds(whole);
  return `Per 100 people that is ${asMany(whole.difference ?? Number.NaN, ends)} charges in all${intervalInWords(ends)}.`;
}

/** ` (95 % interval 0.2 to 0.8 fewer)`, or with both words and `no clear difference` if it holds zero; empty without one. */
function intervalInWords(given: Ends): string {
  const ends = differenceEnds(given);
  const { low, high } = ends;
  if (!isInterval(ends)) return '';
  if (low === 0 && high === 0) return ' in every run';
  if (low > 0) return ` (95 % interval ${intervalText(ends)} more)`;
  if (high < 0) return ` (95 % interval ${intervalText({ low: -high, high: -low })} fewer)`;
  return ` (95 % interval ${inWords(low, ends)} to ${inWords(high, ends)}: no clear difference)`;
}

function citizensSentence({ difference, ...found }: Difference): string {
  const ends = differenceEnds(found);
  const many = asMany(difference ?? Number.NaN, ends);
  return `Among citizens, who cannot be expelled, ${many} of 100 are charged again${intervalInWords(ends)}.`;
}

/** Intervals of fewer replicates than coverage is measured with. */
function fewSentence({ replicates, low, high }: Difference): readonly string[] {
  return replicates == null || !isInterval({ low, high }) ? [] : fewRuns(replicates);
}

/** Says that there are fewer replicates than coverage is measured with; empty if there are not. */
export function fewRuns(replicates: number): readonly string[] {
  if (replicates >= FEWEST_REPLICATES) return [];
  return [
    `These are ${replicates} runs only: intervals of fewer than ${FEWEST_REPLICATES} hold the truth less often than they say.`,
  ];
}

function coverageSentence({ coverage, makeup, everySentence }: Followed): readonly string[] {
  if (coverage === undefined) return [];
  const whole = (share: number) => `${Math.round(share)} %`;
  return [
    `The cohort holds ${Math.round(coverage)} of every 100 prison sentences: first cases only, so that no policy decides who belongs to it. ` +
      `Of its members ${whole(makeup.withRecord)} had a record, of all people sentenced ${whole(everySentence.withRecord)}; ` +
      `their mean age is ${Math.round(makeup.age)} years against ${Math.round(everySentence.age)}, ` +
      `and ${whole(makeup.citizens)} are citizens against ${whole(everySentence.citizens)}.`,
  ];
}

function leftSentence({ left, members }: Followed): readonly string[] {
  if (left === 0) return [];
  return [`${formatInteger(left)} of ${formatInteger(members)} members left unseen: their later charges are missing.`];
}

/** `1.2 fewer`, `about as many`, or `exactly as many`. */
function asMany(x: number, ends: Ends): string {
  const text = inWords(x, ends);
  if (text !== '0') return text;
  return ends.low === 0 && ends.high === 0 ? 'exactly as many' : 'about as many';
}
