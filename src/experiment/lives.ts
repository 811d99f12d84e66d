/**
 * Lives: the people of a cell, their releases and every event on record, as tables.
 *
 * They are written for the replicates that are asked for. A cell is lived once more with its record kept, the very record
 * that its digest hashes, and everything is derived from it, person by person in order of their keys. Traits of arrival,
 * which are no events, are synthesised again. Tables come in parts, so that no more than one record is in memory.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import type { JournalRows } from '../engine/journal.ts';
import { lifeEventNames } from '../people/life-events.ts';
import { type Cell, simulate } from '../simulation/simulate.ts';
import { definitions } from '../simulation/summary.ts';
import { type Table, type TableSchema, tableOf, type Value } from '../tables/table.ts';
import { detailInWords } from './detail.ts';
import { type Happening, type Life, lifeOf } from './life.ts';
import { EVENTS, PEOPLE, RELEASES } from './lives-tables.ts';
import { blocksOf, type CellKey, cellOf, type Study } from './study.ts';
import { type Traits, traitsIn } from './traits.ts';

/** The replicates of a study whose lives can be asked for. */
export function replicatesOf(study: Study): readonly number[] {
  return [...new Set(blocksOf(study).map(({ replicate }) => replicate))];
}

/**
 * The lives of these replicates, all arms of one and then of the next, in parts: `people`, `releases` and `events`. Of the
 * parameter draws, the first.
 */
export function* livesTables(study: Study, replicates: readonly number[]): Generator<Table> {
  const { draw } = blocksOf(study)[0]!;
  for (const replicate of replicates) {
    for (const arm of study.arms.keys()) yield* livesOf(study, { arm, draw, replicate });
  }
}

/** The lives of one cell, in parts. */
export function* livesOf(study: Study, key: CellKey): Generator<Table> {
  const { name, scenario } = study.arms[key.arm]!;
  const cell = cellOf(scenario, key);
  const record = simulate(cell, true).world.journal.rows();
  const { level: levels, offence: offences, sex: sexes } = scenario.dimensions;
  const names = { offences: offences!, levels: [...levels!, 'monitoring'], sexes: sexes! };
  const parts = [PEOPLE, RELEASES, EVENTS].map((schema) => new Part(schema, [name, key.draw, key.replicate]));
  const [people, releases, events] = parts as [Part, Part, Part];
  for (const person of peopleIn(record, cell)) {
    people.push(personRow(person, names));
    for (const release of releaseRows(person, names)) releases.push(release);
    for (const event of eventRows(person, names)) events.push(event);
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
}

interface Person {
  readonly id: string;
  readonly happenings: readonly Happening[];
  readonly life: Life;
  readonly traits: Traits;
}

/** Everybody who is there on the first day observed or later. */
function* peopleIn(record: JournalRows, cell: Cell): Generator<Person> {
  const traitsOf = traitsIn(cell);
  const valuesOn = (day: Day) => cell.parameters.findLast(({ from }) => from <= day)!.values;
  const surroundings = {
    start: cell.start,
    end: cell.end,
    monitoring: cell.levels,
    lengthsOn: (day: Day) => valuesOn(day).sentence,
    creditEveryOn: (day: Day) => valuesOn(day).remand.creditEvery,
  };
  for (const rows of rowsByPerson(record)) {
    const happenings = Array.from(rows, (row) => ({
      kind: record.kind[row]!,
      day: record.day[row]!,
      detail: record.detail[row]!,
    }));
    const life = lifeOf(happenings, surroundings);
    if (life.left !== undefined && life.left.day < cell.start) continue;
    const [stream, index] = [record.stream[rows[0]!]!, record.index[rows[0]!]!];
    yield { id: `${stream}-${index}`, happenings, life, traits: traitsOf(stream, index, life.arrivalDay) };
  }
}

/** The rows of each person in the order of recording, people in order of their keys. */
function* rowsByPerson({ stream, index }: JournalRows): Generator<Int32Array> {
  const counts = new Map<number, number>();
  const keyOf = (row: number) => stream[row]! * 2 ** 32 + index[row]!;
  for (let row = 0; row < index.length; row++) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const places = new Map<number, number>();
  let place = 0;
  for (const key of Float64Array.from(counts.keys()).sort()) {
    places.set(key, place);
    place += counts.get(key)!;
  }
  const order = new Int32Array(index.length);
  for (let row = 0; row < index.length; row++) {
    const key = keyOf(row);
    const at = places.get(key)!;
    order[at] = row;
    places.set(key, at + 1);
  }
  for (const [key, end] of places) yield order.subarray(end - counts.get(key)!, end);
}

type Row = Readonly<Record<string, Value>>;

function personRow({ id, life, traits }: Person, { sexes, offences }: Names): Row {
  return {
    person: id,
    arrived: formatDay(life.arrivalDay),
    born: formatDay(traits.birthDay),
    sex: sexes[traits.sex]!,
    foreign: traits.foreign,
    offence: offences[traits.group]!,
    first_sanction: written(traits.firstSanctionDay),
    sanctions_before: traits.sanctions,
    sanctions: traits.sanctions + life.sanctions,
    left: life.left === undefined ? '' : lifeEventNames[life.left.kind]!,
    left_on: written(life.left?.day),
  };
}

function releaseRows({ id, life }: Person, { levels }: Names): readonly Row[] {
  return life.releases.map((release) => ({
    person: id,
    date: formatDay(release.day),
    kind: lifeEventNames[release.kind]!,
    level: levels[release.lastLevel]!,
    served: release.servedDays,
    sentence: release.sentenceDays,
    index: release.isIndex,
    ...Object.fromEntries(definitions.map((name, at) => [name.replaceAll('-', '_'), written(release.firstDays[at])])),
    exit: release.exit === undefined ? '' : lifeEventNames[release.exit]!,
    followed_until: formatDay(release.followedUntil),
  }));
}

function eventRows({ id, happenings }: Person, names: Names): readonly Row[] {
  return happenings.map(({ kind, day, detail }) => ({
    person: id,
    date: formatDay(day),
    event: lifeEventNames[kind]!,
    detail,
    meaning: detailInWords(kind, detail, names),
  }));
}

function written(day: Day | undefined): string {
  return day === undefined ? '' : formatDay(day);
}

/** The rows of one table of one cell that are not yet taken away. */
class Part {
  readonly #schema: TableSchema;
  readonly #key: readonly Value[];
  /** All columns but those of the key, which are the same in every row. */
  readonly #columns: readonly { readonly name: string; values: Value[] }[];
  rows = 0;

  constructor(schema: TableSchema, key: readonly Value[]) {
    this.#schema = schema;
    this.#key = key;
    this.#columns = schema.columns.slice(key.length).map(({ name }) => ({ name, values: [] }));
  }

  push(row: Row): void {
    for (const { name, values } of this.#columns) values.push(row[name]!);
    this.rows++;
  }

  take(): Table {
    const key = this.#key.map((value, at) => [this.#schema.columns[at]!.name, new Array<Value>(this.rows).fill(value)]);
    const columns = this.#columns.map(({ name, values }) => [name, values]);
    const table = tableOf(this.#schema, Object.fromEntries([...key, ...columns]));
    for (const column of this.#columns) column.values = [];
    this.rows = 0;
    return table;
  }
}
