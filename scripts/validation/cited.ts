/**
 * Cited: figures that an input, a policy or a passport of evidence was made from. Agreement with them is no test, whether or not a fit
 * weighs them.
 *
 * Sources cite figures by id, one by one (NO0244) or as a range (NO0181-NO0201). A ceiling inferred from the people inside of a year is
 * made from their number. People serving a sentence are nearly all that is left of it when those on remand follow.
 */
import type { YearlyFigure } from '../../src/evidence/observations.ts';
import { readSheet } from '../../src/evidence/sheet.ts';
import type { Sources } from './blind.ts';

export const OBSERVED = 'scenarios/norway/observed.csv';

/** Whether any of some ids is cited. */
export type IsCited = (ids: readonly string[]) => boolean;

/** What these texts cite. */
export function citedIn(texts: readonly string[]): IsCited {
  const ranges = texts.flatMap((text) =>
    [...text.matchAll(CITATION)].map(([, series, first, last]) => ({
      series,
      first: Number(first),
      last: Number(last ?? first),
    })),
  );
  return (ids) =>
    ids.some((id) => {
      const [, series, digits] = /^([A-Z]+)(\d+)$/.exec(id)!;
      const number = Number(digits);
      return ranges.some((one) => one.series === series && one.first <= number && number <= one.last);
    });
}

/** The ids of each figure of a file of observed figures, by measure and year. */
export function figureIds(text: string): ReadonlyMap<string, readonly string[]> {
  const columns = ['measure', 'year', 'observed', 'unit', 'tolerance', 'use', 'source', 'ids'];
  const rows = readSheet(OBSERVED, text, columns, []);
  return new Map(
    rows.map(({ cell }) => [`${cell('measure')} ${cell('year')}`, cell('ids').split(' ').filter(Boolean)]),
  );
}

/** The figures with those as followed that were tests but that these sources were made from. */
export function asCited(
  figures: readonly YearlyFigure[],
  ids: ReadonlyMap<string, readonly string[]>,
  { texts, ceilings }: Sources,
): readonly YearlyFigure[] {
  const isCited = citedIn(texts);
  const leans = ({ measure, year }: YearlyFigure) =>
    isCited(ids.get(`${measure} ${year}`) ?? []) || (ON_CEILINGS.includes(measure) && ceilings.has(year));
  return figures.map((one) => (one.use === 'test' && leans(one) ? { ...one, use: 'follow' } : one));
}

/** Whether the source of a figure does not say its year, which was then chosen by its place. */
export function isUndated({ source }: Pick<YearlyFigure, 'source'>): boolean {
  return source.includes('undated');
}

/** Measures that a ceiling on people inside decides. */
const ON_CEILINGS: readonly string[] = ['occupancy', 'sentence-stock'];

const CITATION = /\b([A-Z]{1,2})(\d{3,4})(?:-[A-Z]{1,2}(\d{3,4}))?\b/g;
