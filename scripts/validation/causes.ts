/**
 * Causes: likely reasons for missed figures, by measure, years and sign. Only reasons that were investigated are listed; a miss without
 * one is told without.
 */

export type Sign = 'too high' | 'too low';

/** A figure that was missed: how it is called, when, the year that this means, and on which side. */
export interface Miss {
  readonly measure: string;
  readonly when: string;
  readonly sign: Sign;
}

interface Cause {
  readonly measure: string;
  readonly sign: Sign;
  /** The years that it explains. */
  readonly years: readonly number[];
  readonly because: string;
}

const ELSEWHERE =
  'the table counts 7 to 12 % of all days in neither kind of place (contract wards, treatment, day release, leave); here they count at the level to which somebody belongs.';
const JUMPS =
  'sentences jump by a tenth from year to year; people charged in one year are sentenced in two, and returns follow over many.';

export const causes: readonly Cause[] = [
  { measure: 'closed-days', sign: 'too high', years: span(2002, 2009), because: ELSEWHERE },
  { measure: 'open-days', sign: 'too high', years: span(2002, 2009), because: ELSEWHERE },
  {
    measure: 'detention-stock',
    sign: 'too low',
    years: span(1997, 1999),
    because: 'twenty years of burn-in do not fill it.',
  },
  {
    measure: 'fine-default-stock',
    sign: 'too low',
    years: [2005],
    because:
      'it doubled in this year alone; fines are called in over a year, so that one factor per year cannot follow.',
  },
  {
    measure: 'fine-default-stock',
    sign: 'too high',
    years: [2003, 2019],
    because: 'it fell within a year or two; fines are called in over a year, so that one factor per year lags behind.',
  },
  { measure: 'prison-sentences', sign: 'too low', years: [2001, 2003, 2005, 2010, 2013], because: JUMPS },
  { measure: 'prison-sentences', sign: 'too high', years: [2002, 2004, 2009, 2014], because: JUMPS },
  {
    measure: 'releases',
    sign: 'too high',
    years: [2000],
    because:
      'more sentences lapsed or were merged before 2001 than the rule for those years says, or fewer were imposed on people at liberty.',
  },
  {
    measure: 'remand-releases',
    sign: 'too high',
    years: span(2005, 2007),
    because:
      'how many pass straight from remand into serving is that of 2012 in every year; fewer seem to have been released before 2008.',
  },
  {
    measure: 'sentence-stock',
    sign: 'too low',
    years: [2009],
    because: 'lengths have one factor up to 2007 and one from 2008 on, not one per year.',
  },
  {
    measure: 'time-served',
    sign: 'too high',
    years: [2005, 2006],
    because:
      'releases of short sentences out of the queue pulled the mean down in these years, and the queue here is shorter than the published one.',
  },
  {
    measure: 'new-sanction@2y',
    sign: 'too high',
    years: [2005],
    because:
      'fitted together with the charge within three years and the new prison sentence; the three come from cohorts ten years apart and do not go together.',
  },
];

/** The reason for a miss, if one is known: of its measure, its year and its side. */
export function causeOf({ measure, when, sign }: Miss): string | undefined {
  const year = Number(/\d{4}/.exec(when)?.[0]);
  return causes.find((one) => one.measure === measure && one.sign === sign && one.years.includes(year))?.because;
}

/** One line per measure, side and reason. */
export function missesText(missed: readonly Miss[]): string {
  if (missed.length === 0) return 'None.';
  const lines = new Map<string, { readonly whens: string[]; readonly because: string }>();
  for (const miss of missed) {
    const because = causeOf(miss) ?? 'cause not known.';
    const name = `*${miss.measure}*, ${miss.sign}`;
    const line = lines.get(`${name} ${because}`) ?? { whens: [], because };
    lines.set(`${name} ${because}`, line);
    line.whens.push(miss.when);
  }
  return [...lines]
    .map(([name, { whens, because }]) => `- ${name.slice(0, -because.length - 1)} (${whens.join(', ')}): ${because}`)
    .join('\n');
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
