/**
 * A tiny prison world: the baseline of Norway at one hundredth, three years after three of burn-in. A replicate takes some
 * milliseconds, and every mechanism still happens in it.
 */
import { readFileSync } from 'node:fs';
import { type Scenario, scenarioFrom } from '../src/browser.ts';
import type { ReadText } from '../src/evidence/document.ts';
import { cellOf } from '../src/experiment/study.ts';
import type { LifeEventName } from '../src/people/life-events.ts';
import { lifeEventNames } from '../src/people/life-events.ts';
import type { World } from '../src/people/world.ts';
import type { Parameters } from '../src/simulation/parameters.ts';
import type { Cell } from '../src/simulation/simulate.ts';

/** Reads the files of the repository, with some in memory laid over them. */
export function readOver(files: Readonly<Record<string, string>>): ReadText {
  return (path) => files[path] ?? readFileSync(path, 'utf8');
}

/** The Norwegian baseline itself. */
export function norway(): Scenario {
  return scenarioFrom('scenarios/norway/baseline.yaml', { read: readOver({}) });
}

/** The tiny world. `policies` is YAML from the first column: policies by name, on top of the one that makes it tiny. */
export function tinyScenario(policies = ''): Scenario {
  const text = `${TINY}\n${policies.replace(/^(?=.)/gm, '  ')}`;
  return scenarioFrom('scenarios/tiny.yaml', { read: readOver({ 'scenarios/tiny.yaml': text }) });
}

/** The tiny world with dated inputs: the text of a CSV file. */
export function tinyWithInputs(csv: string): Scenario {
  const files = { 'scenarios/tiny.yaml': `${TINY}inputs: [dated.csv]\n`, 'scenarios/dated.csv': csv };
  return scenarioFrom('scenarios/tiny.yaml', { read: readOver(files) });
}

/** A tenth of Norway, after a burn-in of twenty years, with policies as `tinyScenario` has them. */
export function tenthOfNorway(years: number, policies = ''): Scenario {
  const tenth = TINY.replace('years: 3', `years: ${years}`)
    .replace('burn_in_years: 3', 'burn_in_years: 20')
    .replaceAll('0.01', '0.1')
    .replaceAll('0.02', '0.1');
  const text = `${tenth}\n${policies.replace(/^(?=.)/gm, '  ')}`;
  return scenarioFrom('scenarios/tiny.yaml', { read: readOver({ 'scenarios/tiny.yaml': text }) });
}

/** A policy of one number for `tinyScenario`, on top of the one that makes the world tiny. */
export function policy(name: string, from: string, lever: string, value: string): string {
  return `${name}:\n  from: ${from}\n  after: tiny\n  set:\n    ${lever}: ${value}\n`;
}

/** A cell of the tiny world. */
export function tinyCell(replicate = 0): Cell {
  tiny ??= tinyScenario();
  return cellOf(tiny, { draw: 0, replicate });
}

/** Numbers to put in place of those in force, by noun. */
export type Levers = { readonly [Noun in keyof Parameters]?: Partial<Parameters[Noun]> };

/** The same cell with other numbers, from the beginning to the end. */
export function withLevers(cell: Cell, levers: Levers): Cell {
  const parameters = cell.parameters.map(({ from, values }) => ({ from, values: overridden(values, levers) }));
  return { ...cell, parameters };
}

/** The same cell with a climate that never moves, so that people meet each other in queues for places alone. */
export function withSteadyClimate(cell: Cell): Cell {
  return withLevers(cell, { staff: { contactWeight: 0, wear: 0 } });
}

/** One life event as a test reads it. */
export interface LifeEventRecord {
  readonly event: LifeEventName;
  readonly day: number;
  readonly detail: number;
}

/** Everybody's life events in the order in which they happened, by key. The world must have kept lives. */
export function livesIn(world: World): ReadonlyMap<string, readonly LifeEventRecord[]> {
  const lives = new Map<string, LifeEventRecord[]>();
  const { kind, stream, index, day, detail } = world.journal.rows();
  for (let row = 0; row < kind.length; row++) {
    const key = `${stream[row]}:${index[row]}`;
    const life = lives.get(key) ?? [];
    life.push({ event: lifeEventNames[kind[row]], day: day[row], detail: detail[row] });
    lives.set(key, life);
  }
  return lives;
}

let tiny: Scenario | undefined;

const TINY = `title: A tiny world
extends: norway/baseline.yaml
start: 2012-01-01
years: 3
burn_in_years: 3
seed: tiny
replicates: 1
policies:
  tiny:
    from: 1900-01-01
    set:
      arrivals.per_year: {multiply: 0.01}
      facility.places: {multiply: 0.01}
      monitoring.places: {multiply: 0.02}
      treatment.places: {multiply: 0.02}
`;

function overridden(values: Parameters, levers: Levers): Parameters {
  const nouns = Object.entries(values).map(([noun, own]) => [noun, { ...own, ...levers[noun as keyof Parameters] }]);
  return Object.fromEntries(nouns) as Parameters;
}
