/**
 * Lever moves: takes levers alone to the ends of their ranges, with the same people and the same luck, and writes the measures that
 * change clearly to `assets/levers/moves.csv`, which `stepdown levers` tells.
 *
 *     npx tsx scripts/lever-moves.ts          # the levers that plain words ask for (src/levers/synonyms.ts)
 *     npx tsx scripts/lever-moves.ts --all    # every lever, three times as many
 *
 * One twenty-fifth of Norway for three years, the lever moved from the first observed day on. All runs of a replicate go on from one burn-in. A change is clear if
 * the 99.9 % interval of the paired difference leaves out 0: of ten thousand differences chance alone gives about ten.
 */
import { writeFileSync } from 'node:fs';
import type { ParameterValue } from '../src/evidence/parameter.ts';
import type { Passport } from '../src/evidence/passport.ts';
import { cellsOf, membersOf } from '../src/evidence/value.ts';
import { pastUntil } from '../src/experiment/past.ts';
import { readingOf } from '../src/experiment/reading.ts';
import { scaledCountry } from '../src/experiment/scaled-country.ts';
import { cellOf, type Study } from '../src/experiment/study.ts';
import { readScenario } from '../src/files/scenario-file.ts';
import { rangeOf } from '../src/levers/range.ts';
import { synonyms } from '../src/levers/synonyms.ts';
import type { Measure } from '../src/measures/measure.ts';
import { lookUpMeasure } from '../src/measures/measure-name.ts';
import { measuresOf } from '../src/measures/measures.ts';
import type { Change } from '../src/scenario/change.ts';
import { epochOn, epochsOf } from '../src/scenario/epoch.ts';
import { type Scenario, withPolicies, withRun } from '../src/scenario/scenario.ts';
import { catalogue } from '../src/simulation/parameters.ts';
import { liveOn } from '../src/simulation/simulate.ts';
import { meanInterval } from '../src/statistics/intervals.ts';
import { toCsv } from '../src/tables/csv.ts';
import { LEVER_MOVES } from '../src/tables/lever-moves.ts';
import { tableOfRows, type Value } from '../src/tables/table.ts';

const SCALE = 0.04;
const YEARS = 3;
const REPLICATES = 12;
const LEVEL = 0.999;
/** The headlines, and a measure or two of every room of the essay. */
const MEASURES = [
  'cohort-charged@2y/newly-sentenced-to-prison',
  'new-charge@2y',
  'occupancy',
  'overflow-chance/high',
  'queue-length',
  'cost',
  'crime-cost',
  'victims',
  'charges',
  'waiting-days',
  'time-served',
  'remand-days',
  'monitoring-starts',
  'monitoring-starts-last',
  'level-share/high',
  'last-level/high',
  'conditional-share',
  'recall-share',
  'escapes',
  'normality-index',
  'meaningful-activity',
  'locked',
  'in-work',
  'programme-completions',
  'class-completions',
  'climate',
  'incidents',
  'isolation',
  'self-harm',
  'suicides',
  'overdose-deaths',
  'deaths',
  'visits',
  'phone',
  'ties-at-release',
  'home-at-release',
  'job-at-release',
  'care-at-release',
  'counts',
  'canteen',
  'cost-per-place',
] as const;

/** A lever at one end of its range. */
interface Moved {
  readonly path: string;
  readonly end: string;
  readonly scenario: Scenario;
}

const whole = withRun(readScenario('norway/baseline'), { years: YEARS });
const scenario = scaledCountry(whole, SCALE);
const all = measuresOf(scenario.dimensions['level']);
const measures = MEASURES.map((name) => lookUpMeasure(name, all) ?? missing(name));
const inForce = epochOn(epochsOf(scenario, catalogue), scenario.start).values;
const asked = new Set(synonyms.flatMap(({ levers }) => levers));
const tried = [...scenario.passports.values()].filter(({ path }) => process.argv.includes('--all') || asked.has(path));
const moved = tried.flatMap(atEnds);

const baseline: number[][] = [];
const found: number[][][] = moved.map(() => []);
for (let replicate = 0; replicate < REPLICATES; replicate++) {
  const key = { draw: 0, replicate };
  const cell = cellOf(scenario, key);
  const past = pastUntil(cell, scenario.start, { scenario, draw: 0, design: undefined }, undefined);
  const valuesIn = (one: Scenario): number[] => {
    const study: Study = { arms: [{ name: 'one', scenario: one }], replicates: REPLICATES, draws: 0 };
    const { summary } = liveOn(cellOf(one, key), past);
    const reading = readingOf(study, { key: { arm: 0, ...key }, summary });
    return measures.map(({ value }) => value(reading));
  };
  baseline.push(valuesIn(scenario));
  for (const [at, one] of moved.entries()) {
    found[at].push(valuesIn(one.scenario));
    if (at % 50 === 0) process.stderr.write(`${replicate + 1} of ${REPLICATES}: ${at} of ${moved.length}\n`);
  }
}

const rows = tried.flatMap((passport): Value[][] => {
  const kind = rangeOf(passport)?.kind ?? 'none';
  const ends = moved.flatMap((one, at) => (one.path === passport.path ? [{ end: one.end, values: found[at] }] : []));
  const clear = measures.flatMap((measure, m) => ends.flatMap(({ end, values }) => rowOf(measure, m, end, values)));
  const head = [passport.path, ends.length === 0 ? 'none' : kind];
  if (clear.length > 0) return clear.map((row) => [...head, ...row]);
  return [[...head, '', '', '', Number.NaN, '', Number.NaN, Number.NaN, Number.NaN]];
});
writeFileSync('assets/levers/moves.csv', toCsv(tableOfRows(LEVER_MOVES, rows)));

function rowOf(measure: Measure, m: number, end: string, values: readonly (readonly number[])[]): Value[][] {
  const { mean, low, high } = meanInterval(
    values.map((value, replicate) => value[m] - baseline[replicate][m]),
    LEVEL,
  );
  if (!(low > 0 || high < 0)) return [];
  const before = baseline.reduce((sum, value) => sum + value[m], 0) / REPLICATES;
  return [[MEASURES[m], measure.label, measure.unit, before, end, mean, low, high].map(short)];
}

/** The lever at each end. A number that the size of the country moves keeps its proportion to the end. */
function atEnds(passport: Passport): Moved[] {
  const { path, value, parameter } = passport;
  const range = rangeOf(passport);
  const lever = catalogue.get(path)!;
  return (range?.ends ?? []).flatMap((end, at) => {
    const now = cellsOf(inForce[lever.noun][lever.name]);
    const [central, ends] = [cellsOf(value), cellsOf(end)];
    const cells = ends.map((cell, index) => {
      if (typeof cell !== 'number' || now[index] === central[index]) return cell;
      const scaled = (Number(now[index]) * cell) / Number(central[index]);
      return parameter.whole ? Math.round(scaled) : scaled;
    });
    const named =
      range!.kind === 'words' ? String(end === true ? 'yes' : end === false ? 'no' : end) : sideOf(value, end);
    const changes = cells.map(
      (cell, index): Change => ({
        path,
        noun: lever.noun,
        name: lever.name,
        members: membersAt(index, membersOf(parameter, scenario.dimensions)),
        cells: [index],
        operation: 'set',
        value: cell,
      }),
    );
    const policy = {
      name: `${path} ${at}`,
      from: scenario.start,
      until: Infinity,
      label: 'experiment',
      because: undefined,
      after: scenario.policies.map(({ name }) => name),
      changes,
    };
    const one = withPolicies(scenario, [...scenario.policies, policy]);
    try {
      epochsOf(one, catalogue);
      return [{ path, end: named, scenario: one }];
    } catch {
      return [];
    }
  });
}

function sideOf(value: ParameterValue, end: ParameterValue): string {
  const own = cellsOf(value);
  return cellsOf(end).some((cell, at) => Number(cell) > Number(own[at])) ? 'high' : 'low';
}

function membersAt(index: number, members: readonly (readonly string[])[]): readonly string[] {
  if (members.length === 0) return [];
  const inner = members[1]?.length ?? 1;
  const first = members[0][Math.floor(index / inner)];
  return members.length === 1 ? [first] : [first, members[1][index % inner]];
}

function short(value: Value): Value {
  return typeof value === 'number' && Number.isFinite(value) ? Number(value.toPrecision(4)) : value;
}

function missing(name: string): never {
  throw new Error(`there is no measure ${name}`);
}
