/**
 * Growth: a lever that grows by a share per year from a day on, as a dated input that anybody may ask for.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import { type Catalogue, leverSuggestion } from '../evidence/catalogue.ts';
import { Failure } from '../failure.ts';
import { multiplied } from './change.ts';
import { clashes, type DatedInput, inOrderOfTime } from './inputs.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { INPUT_COLUMNS } from './schema.ts';

/** What grows, and who says so. */
export interface Growth {
  /** A whole lever: `arrivals.per_year`. */
  readonly lever: string;
  /** The day on which the factor is still 1. */
  readonly from: Day;
  /** Growth per year, compound: 0.02 for 2 %, above -1. */
  readonly rate: number;
  /** Where the rate comes from: `--grow`. */
  readonly source: string;
}

/**
 * The scenario with a lever multiplied by (1 + rate)^(years since `from`), in steps of a month, from that day on and on top of all
 * other inputs; policies work on top of it. Throws a Failure if there is no such lever, if it is no number, if the rate is -1 or
 * less, or if another input moves the lever on the same day.
 */
export function withGrowth(scenario: Scenario, catalogue: Catalogue, { lever, from, rate, source }: Growth): Scenario {
  const known = catalogue.get(lever);
  if (known === undefined) {
    const remedy = leverSuggestion(lever, catalogue);
    throw new Failure({ place: source, problem: `there is no lever "${lever}" that could grow`, remedy });
  }
  if (known.parameter.kind !== 'number')
    throw new Failure({ place: source, problem: `${lever} cannot grow`, reason: 'it is not a number' });
  if (!(rate > -1 && rate < Infinity)) {
    const problem = `${lever}: growth of ${100 * rate} % per year is impossible`;
    throw new Failure({ place: source, problem, remedy: 'give a rate above -100 %' });
  }
  const written: Partial<DatedInput['cells']> = {
    date: formatDay(from),
    lever,
    change: 'grow',
    value: `${Number((100 * rate).toPrecision(12))} %`,
    unit: 'per year',
    basis: 'assumed',
    source,
  };
  const row: DatedInput = {
    kind: 'grow',
    by: 'day',
    from,
    until: Infinity,
    change: multiplied(known, scenario.dimensions, 1 + Number((100 * rate).toPrecision(12)) / 100),
    factors: [],
    basis: 'assumed',
    file: source,
    cells: Object.fromEntries(INPUT_COLUMNS.map((name) => [name, written[name] ?? ''])) as DatedInput['cells'],
  };
  const inputs = inOrderOfTime([...scenario.inputs, row]);
  const clash = clashes(inputs).find(({ earlier, later }) => earlier === row || later === row);
  if (clash !== undefined) {
    const problem = `${lever}: another input moves it on ${formatDay(from)} too`;
    throw new Failure({ place: source, problem, remedy: 'let the growth begin on another day' });
  }
  return scenarioOf({ ...scenario, inputs });
}
