/**
 * Lives: writes the people of a cell, their releases and every recorded event as tables.
 *
 * Only requested replicates are written. A cell is simulated once more with its record kept, the very record that its digest
 * hashes, and everything is derived from it, person by person in order of keys. Traits at arrival are not events and are
 * synthesised again. Tables come in parts, so that memory holds one record at most.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import type { JournalRows } from '../engine/journal.ts';
import { blocksOf, type CellKey, cellOf, type Study } from '../experiment/study.ts';
import { lifeEventNames } from '../people/life-events.ts';
import { type Cell, simulate } from '../simulation/simulate.ts';
import { definitions } from '../simulation/summary.ts';
import { EVENTS, PEOPLE, RELEASES } from '../tables/lives.ts';
import { type Table, type TableSchema, tableOf, type Value } from '../tables/table.ts';
import { amountOf, meaningInTable } from './event-detail.ts';
import { type Life, lifeOf, type RecordedEvent, recordContextOf } from './life.ts';
import { halvesOf, isListed, livesOnRecord, personName } from './record.ts';
import { type Traits, traitsIn } from './traits.ts';

/** The replicates of a study with lives to ask for. */
export function replicatesOf(study: Study): readonly number[] {
  return [...new Set(blocksOf(study).map(({ replicate }) => replicate))];
}

/**
 * The lives of these replicates, all arms of one replicate before the next, in parts: `people`, `releases` and `events`, for
 * the first parameter draw.
 */
export function* livesTables(study: Study, replicates: readonly number[]): Generator<Table> {
  const { draw } = blocksOf(study)[0];
  for (const replicate of replicates) {
    for (const arm of study.arms.keys()) yield* livesOf(study, { arm, draw, replicate });
  }
}

/** The lives of one cell, in parts. */
export function* livesOf(study: Study, key: CellKey): Generator<Table> {
  const { name, scenario } = study.arms[key.arm];
  const cell = cellOf(scenario, key);
  const record = simulate(cell, true).world.journal.rows();
  const { level: levels, offence: offences, sex: sexes, unit: units } = scenario.dimensions;
  const names = { offences: offences!, levels: [...levels!, 'monitoring'], sexes: sexes!, units: units! };
  const parts = [PEOPLE, RELEASES, EVENTS].map((schema) => new Part(schema, [name, key.draw, key.replicate]));
  const [people, releases, events] = parts as [Part, Part, Part];
  for (const person of peopleIn(record, cell)) {
    people.push(personRow(person, names));
    for (const release of releaseRows(person, names)) releases.push(release);
    for (const event of eventRows(person, names, cell.start)) events.push(event);
    for (const part of parts) if (part.rows >= ROWS_IN_A_PART) yield part.take();
  }
  for (const part of parts) yield part.take();
}

const ROWS_IN_A_PART = 100_000;

interface Names {
  readonly sexes: readonly string[];
  readonly offences: readonly string[];
  /** And last the word for electronic monitoring. */
  readonly levels: readonly string[];
  readonly units: readonly string[];
}

interface Person {
  readonly id: string;
  readonly happenings: readonly RecordedEvent[];
  readonly life: Life;
  readonly traits: Traits;
}

/** Everybody present on the first day observed or later; nobody of a list of people inside, who are real. */
function* peopleIn(record: JournalRows, cell: Cell): Generator<Person> {
  const traitsOf = traitsIn(cell);
  const surroundings = recordContextOf(cell);
  const lives = livesOnRecord(record);
  for (const key of lives.keys) {
    if (isListed(key)) continue;
    const happenings = lives.of(key);
    const life = lifeOf(happenings, surroundings);
    if (life.left !== undefined && life.left.day < cell.start) continue;
    const { stream, index } = halvesOf(key);
    yield { id: personName(key), happenings, life, traits: traitsOf(stream, index) };
  }
}

type Row = Readonly<Record<string, Value>>;

function personRow({ id, life, traits }: Person, { sexes, offences }: Names): Row {
  return {
    person: id,
    arrived: formatDay(traits.arrivalDay),
    born: formatDay(traits.birthDay),
    sex: sexes[traits.sex],
    foreign: traits.foreign,
    offence: offences[traits.group],
    first_sanction: written(traits.firstSanctionDay),
    sanctions_before: traits.sanctions,
    sanctions: traits.sanctions + life.sanctions,
    left: life.left === undefined ? '' : lifeEventNames[life.left.kind],
    left_on: written(life.left?.day),
  };
}

function releaseRows({ id, life }: Person, { levels }: Names): readonly Row[] {
  return life.releases.map((release) => ({
    person: id,
    date: formatDay(release.day),
    kind: lifeEventNames[release.kind],
    level: levels[release.lastLevel],
    served: release.servedDays,
    sentence: release.sentenceDays,
    index: release.isIndex,
    ...Object.fromEntries(definitions.map((name, at) => [name.replaceAll('-', '_'), written(release.firstDays[at])])),
    exit: release.exit === undefined ? '' : lifeEventNames[release.exit],
    followed_until: formatDay(release.followedUntil),
  }));
}

function eventRows({ id, happenings }: Person, names: Names, start: Day): readonly Row[] {
  return happenings.map(({ kind, day, detail }) => ({
    person: id,
    date: formatDay(day),
    burn_in: day < start,
    event: lifeEventNames[kind],
    amount: amountOf(kind, detail),
    meaning: meaningInTable(kind, detail, names, names.units),
  }));
}

function written(day: Day | undefined): string {
  return day === undefined ? '' : formatDay(day);
}

/** The rows of one table of one cell not yet handed on. */
class Part {
  readonly #schema: TableSchema;
  readonly #key: readonly Value[];
  /** All columns except those of the key, which are constant. */
  readonly #columns: readonly { readonly name: string; values: Value[] }[];
  rows = 0;

  constructor(schema: TableSchema, key: readonly Value[]) {
    this.#schema = schema;
    this.#key = key;
    this.#columns = schema.columns.slice(key.length).map(({ name }) => ({ name, values: [] }));
  }

  push(row: Row): void {
    for (const { name, values } of this.#columns) values.push(row[name]);
    this.rows++;
  }

  take(): Table {
    const key = this.#key.map((value, at) => [this.#schema.columns[at].name, new Array<Value>(this.rows).fill(value)]);
    const columns = this.#columns.map(({ name, values }) => [name, values]);
    const table = tableOf(this.#schema, Object.fromEntries([...key, ...columns]));
    for (const column of this.#columns) column.values = [];
    this.rows = 0;
    return table;
  }
}
