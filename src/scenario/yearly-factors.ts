/**
 * Yearly factors: levers multiplied by a factor of each year from a day on, as dated inputs that anybody may write.
 */
import { type Day, formatDay, startOfYear, yearOf } from '../engine/calendar.ts';
import type { Catalogue } from '../evidence/catalogue.ts';
import { Failure } from '../failure.ts';
import { multiplied } from './change.ts';
import { clashes, type DatedInput, inOrderOfTime } from './inputs.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { INPUT_COLUMNS } from './schema.ts';

/** What is multiplied, by how much, and who says so. */
export interface YearlyFactors {
  /** Whole levers that are numbers: `arrivals.per_year`. */
  readonly levers: readonly string[];
  /** The first day of the first factor. Each other one begins with its year; the last holds without end. */
  readonly from: Day;
  /** Above zero, against what the scenario has otherwise. */
  readonly factors: readonly number[];
  /** Where the factors come from: `--admissions forecast`. */
  readonly source: string;
}

/**
 * The scenario with these factors, on top of all other inputs; policies work on top of them. Throws a Failure if another input moves
 * a lever on the day on which a factor begins.
 */
export function withYearlyFactors(
  scenario: Scenario,
  catalogue: Catalogue,
  { levers, from, factors, source }: YearlyFactors,
): Scenario {
  const rows = factors.flatMap((factor, at) => {
    const day = at === 0 ? from : startOfYear(yearOf(from) + at);
    // an input by day stays, so each moves on from the factor of the year before
    const step = factor / (at === 0 ? 1 : factors[at - 1]);
    return levers.map((lever) => rowOf(scenario, catalogue, lever, day, step, source));
  });
  const inputs = inOrderOfTime([...scenario.inputs, ...rows]);
  const own = new Set(rows);
  const clash = clashes(inputs).find(({ earlier, later }) => own.has(earlier) || own.has(later));
  if (clash !== undefined) {
    const row = own.has(clash.earlier) ? clash.earlier : clash.later;
    const problem = `${row.change.path}: another input moves it on ${formatDay(row.from)} too`;
    throw new Failure({ place: source, problem, remedy: 'take that row out of the file of inputs' });
  }
  return scenarioOf({ ...scenario, inputs });
}

function rowOf(
  { dimensions }: Scenario,
  catalogue: Catalogue,
  lever: string,
  from: Day,
  step: number,
  source: string,
): DatedInput {
  const known = catalogue.get(lever);
  if (known?.parameter.kind !== 'number') throw new Error(`${lever} is no lever that is a number`);
  const written: Partial<DatedInput['cells']> = {
    date: formatDay(from),
    lever,
    change: 'multiply',
    value: String(step),
    unit: 'ratio',
    basis: 'assumed',
    source,
  };
  return {
    kind: 'figure',
    by: 'day',
    from,
    until: Infinity,
    change: multiplied(known, dimensions, step),
    factors: [],
    basis: 'assumed',
    file: source,
    cells: Object.fromEntries(INPUT_COLUMNS.map((name) => [name, written[name] ?? ''])) as DatedInput['cells'],
  };
}
