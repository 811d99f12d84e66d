/**
 * At origin: a scenario as it could have been written at the end of a year, its origin.
 *
 * *Blind*: dated inputs and policies that begin later are cut, and what holds beyond the origin follows one rule. An input that is
 * measured every year, a share, a rate or a factor, keeps the mean of its last figures, three unless another number is named; places, and inputs dated by the day on
 * which a rule or a building opens, keep the last one. Policies in force on the last day of the origin stay without end. An
 * input whose figures all begin later keeps its first, which holds before its day in the scenario itself.
 *
 * *Conditional*: the same, but inputs and policies keep their later figures of the levers that are given, usually admissions and places.
 *
 * Until the last day of the origin the scenario has the same numbers as the whole one, so both live that past together.
 */
import { type Day, startOfYear, yearOf } from '../../engine/calendar.ts';
import type { Catalogue } from '../../evidence/catalogue.ts';
import { type Change, writtenPath } from '../../scenario/change.ts';
import { type DatedInput, datedEvents, datedSeasons, datedSeries, inOrderOfTime } from '../../scenario/inputs.ts';
import { inForce, type Policy } from '../../scenario/policy.ts';
import { type Scenario, scenarioOf } from '../../scenario/scenario.ts';

/** What a forecast knows of the years after its origin: nothing, or the levers that are given. */
export const modes = ['blind', 'conditional'] as const;
export type Mode = (typeof modes)[number];

/** The levers that are given in conditional mode unless others are named: admissions, and places to be used. */
export const ADMISSIONS_AND_PLACES = [
  'arrivals.per_year',
  'reoffending.charging',
  'remand.odds',
  'remand.share',
  'facility.places',
  'facility.crowding',
  'monitoring.places',
] as const;

/** Figures of which the mean holds beyond an origin, unless another number is named. */
const MEAN_OF = 3;

/** A scenario cut at the end of the year `origin`; later figures of the levers in `given` stay. */
export function atOrigin(
  scenario: Scenario,
  origin: number,
  given: readonly string[],
  catalogue: Catalogue,
  meanOf = MEAN_OF,
): Scenario {
  const day = startOfYear(origin + 1);
  const isGiven = (change: Change) => isAmong(given, change);
  const { inputs } = scenario;
  const series = [...datedSeries(inputs).values()].flatMap((rows) =>
    isGiven(rows[0].change) ? rows : cutSeries(rows, day, catalogue, meanOf),
  );
  const seasons = [...datedSeasons(inputs).values()].flatMap((rows) =>
    isGiven(rows[0].change) ? rows : knownOf(rows, day),
  );
  const events = datedEvents(inputs).filter(({ from, change }) => from < day || isGiven(change));
  return scenarioOf({
    ...scenario,
    inputs: inOrderOfTime([...series, ...seasons, ...events]),
    policies: cutPolicies(scenario.policies, day, isGiven),
  });
}

/** Whether a change is one of these levers, named whole or by member. */
export function isAmong(levers: readonly string[], change: Change): boolean {
  return levers.includes(change.path) || levers.includes(writtenPath(change));
}

/** The rows up to a day, or the first if all are later: it holds before its own time. */
function knownOf(rows: readonly DatedInput[], day: Day): readonly DatedInput[] {
  const known = rows.filter(({ from }) => from < day);
  return known.length === 0 ? rows.slice(0, 1) : known;
}

function cutSeries(rows: readonly DatedInput[], day: Day, catalogue: Catalogue, meanOf: number): readonly DatedInput[] {
  const known = knownOf(rows, day);
  const last = known.at(-1)!;
  if (last.from >= day) return known;
  if (last.kind === 'line') return [...known.slice(0, -1), heldFrom(last)];
  const latest = known.slice(-meanOf);
  const values = latest.map(({ change }) => change.value).filter((value) => typeof value === 'number');
  if (values.length < latest.length || !isMeasuredYearly(latest, day, catalogue)) return known;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (mean === last.change.value) return known;
  const note = `beyond the origin: the mean of the last ${values.length} figures holds`;
  const written = { date: String(yearOf(day)), value: String(mean), basis: 'inferred', source: 'none', note };
  const change = { ...last.change, value: mean };
  return [...known, { ...last, from: day, change, basis: 'inferred', cells: { ...last.cells, ...written } }];
}

/** A row that keeps the figure before in place of a line towards one that is not known. */
function heldFrom(row: DatedInput): DatedInput {
  return { ...row, kind: 'hold', cells: { ...row.cells, change: 'hold' } };
}

/** Whether figures begin with consecutive years up to that before `day`, and are no whole things such as places. */
function isMeasuredYearly(latest: readonly DatedInput[], day: Day, catalogue: Catalogue): boolean {
  const { change } = latest.at(-1)!;
  if (change.operation === 'set' && catalogue.get(change.path)?.parameter.whole === true) return false;
  const first = yearOf(day) - latest.length;
  return latest.every(
    ({ kind, by, from }, at) => kind === 'figure' && by === 'year' && from === startOfYear(first + at),
  );
}

function cutPolicies(policies: readonly Policy[], day: Day, isGiven: (change: Change) => boolean): readonly Policy[] {
  const standing = new Set(inForce(policies, day - 1));
  const parts = policies.map((policy) => partsOf(policy, day, standing.has(policy), isGiven));
  const names = new Map(policies.map(({ name }, at) => [name, parts[at].map((part) => part.name)]));
  return parts.flat().map((part) => ({ ...part, after: part.after.flatMap((name) => names.get(name) ?? [name]) }));
}

/** A policy as it is known: whole if over, and otherwise its given levers as they are, the others without end or not at all. */
function partsOf(
  policy: Policy,
  day: Day,
  isStanding: boolean,
  isGiven: (change: Change) => boolean,
): readonly Policy[] {
  if (policy.until < day || (isStanding && policy.until === Infinity)) return [policy];
  const given = policy.changes.filter(isGiven);
  const others = policy.changes.filter((change) => !isGiven(change));
  if (!isStanding) return given.length === 0 ? [] : [{ ...policy, changes: given }];
  const held = { ...policy, until: Infinity, changes: others };
  if (given.length === 0) return [held];
  if (others.length === 0) return [policy];
  return [
    { ...policy, changes: given },
    { ...held, name: `${policy.name}-held` },
  ];
}
