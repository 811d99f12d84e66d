/**
 * Pair story: one pair of twins (paired counterfactual life courses) in sentences, and as the table that its chart draws.
 */

import { numberLabel } from '../../charts/label.ts';
import { DAYS_PER_YEAR, type Day, formatDay, startOfYear, wholeYears, yearOf } from '../../engine/calendar.ts';
import { isTurn, sentenceOf } from '../../lives/event-wording.ts';
import type { RecordedEvent } from '../../lives/life.ts';
import { personName } from '../../lives/record.ts';
import { outside, type Span, stateOn, statesOutside, stateTrajectory } from '../../lives/trajectory.ts';
import { behindOf, type TwinNames, whatOf } from '../../lives/twins/causes.ts';
import type { Origin, PairAccount } from '../../lives/twins/pair-account.ts';
import { event } from '../../people/life-events.ts';
import { needNames } from '../../people/needs.ts';
import type { Cell } from '../../simulation/simulate.ts';
import type { Table, Value } from '../../tables/table.ts';
import { tableOfRows } from '../../tables/table.ts';
import { LIFE_LINES } from '../../tables/twins.ts';

/** Describes the person: `person 1-167837696 of replicate 0, male, 34 years old on 2014-05-03, citizen; needs: drugs, work`. */
export function whoIs({ key, replicate, traits }: PairAccount, sexes: readonly string[], on: Day): string {
  const age = wholeYears(traits.birthDay, on);
  const needs = needNames.filter((_, at) => ((traits.needs >> at) & 1) === 1);
  const nationality = traits.foreign ? 'foreign national' : 'citizen';
  const who = [
    `person ${personName(key)} of replicate ${replicate}`,
    sexes[traits.sex],
    `${age} years old`,
    nationality,
  ];
  return `${who.join(', ')}; needs: ${needs.length === 0 ? 'none' : needs.join(', ')}`;
}

/** Both lives in lines: the common part, where they part and why, and how each continues. */
export function lifeInWords(told: PairAccount, through: string, names: TwinNames): readonly string[] {
  const { first, second, divergence } = told;
  if (divergence === undefined) return ['the same life in both arms, to the last day', ...linesOf(first, names)];
  const rest = (life: readonly RecordedEvent[]) => {
    const lines = linesOf(life.slice(divergence.shared), names, divergence.day);
    return lines.length === 0 ? ['  nothing more'] : lines;
  };
  return [
    'in both arms',
    ...linesOf(first.slice(0, divergence.shared), names).slice(-MOST_SHARED),
    `they part on ${formatDay(divergence.day)}: ${whatOf(divergence, names)}`,
    ...(through === '' ? [] : [`  through ${through}`]),
    ...luckLines(told, names),
    ...(told.origin === undefined ? [] : [`  ${origins[told.origin]}`]),
    `then in ${names.arms[0]}`,
    ...rest(first),
    `then in ${names.arms[1]}`,
    ...rest(second),
  ];
}

/** Both lives as the chart draws them, from five years before they part. */
export function lifeLinesTable(told: PairAccount, cell: Cell, names: TwinNames, arms: readonly string[]): Table {
  const { divergence } = told;
  const begin = Math.max(told.traits.arrivalDay, (divergence?.day ?? 0) - YEARS_BEFORE * DAYS_PER_YEAR);
  const lives = [told.first, told.second];
  const rows = lives.flatMap((life, arm): Value[][] => {
    const spans = stateTrajectory(life, cell.levels);
    const charges = life.filter(({ kind, day }) => kind === event.charged && day >= begin);
    return [
      ...stateRows(spans, begin, cell, names).map((row) => [arms[arm], 'state', ...row]),
      ...charges.map(({ day }) => [arms[arm], 'charge', 'charge', yearNumber(day), yearNumber(day)]),
    ];
  });
  const parting =
    divergence === undefined
      ? []
      : [['', 'parting', whatOf(divergence, names), yearNumber(divergence.day), yearNumber(divergence.day)]];
  return tableOfRows(LIFE_LINES, [...rows, ...parting]);
}

/** A day as a year with a fraction. */
export function yearNumber(day: Day): number {
  const year = yearOf(day);
  const begin = startOfYear(year);
  return year + (day - begin) / (startOfYear(year + 1) - begin);
}

const YEARS_BEFORE = 5;
const MOST_SHARED = 6;
const MOST_LINES = 12;

/** The turns of a life, one per line, always including the event of the day on which lives part. */
function linesOf(life: readonly RecordedEvent[], names: TwinNames, parting?: Day): readonly string[] {
  const told = life.filter((one, at) => isTurn(one) || (at === 0 && one.day === parting));
  const lines = told.map((one) => `  ${formatDay(one.day)}  ${sentenceOf(one, names)}`);
  if (parting === undefined || lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  and ${lines.length - MOST_LINES} more turns`];
}

function luckLines(told: PairAccount, names: TwinNames): readonly string[] {
  const { scarce } = behindOf(told.divergence!);
  const lines = told.draws.flatMap(([decision, first, second]) => {
    const said = (arm: 0 | 1, draw: typeof first) =>
      draw && `${numberLabel(draw.luck)} on ${formatDay(draw.day)} in ${names.arms[arm]}`;
    if (first === undefined && second === undefined) return [];
    const isSame = first !== undefined && second !== undefined && first.luck === second.luck;
    if (isSame && first.day === second.day) {
      return [`  decision ${decision}: luck ${numberLabel(first.luck)} on ${formatDay(first.day)}, the same in both`];
    }
    const both = [said(0, first), said(1, second)].filter((one) => one !== undefined).join(', ');
    return [`  decision ${decision}: luck ${both}`];
  });
  return scarce === undefined ? lines : [...lines, `  and ${scarce}, which is handed out in turn`];
}

const origins: Readonly<Record<Origin, string>> = {
  own: 'directly: it also happens if only decisions about this person follow the second arm',
  shared: 'through others: it also happens if decisions about this person follow the first arm',
  either: 'directly and through others: either alone is enough',
  both: 'only together: decisions about this person and about what all share; neither alone is enough',
};

function stateRows(
  spans: readonly Span[],
  begin: Day,
  { levels, end }: Cell,
  names: TwinNames,
): readonly (readonly [string, number, number])[] {
  const gone = outside('gone', levels);
  const first = stateOn(spans, begin);
  const cut = [
    ...(first === undefined ? [] : [{ from: begin, state: first }]),
    ...spans.filter(({ from }) => from > begin),
  ];
  return cut.flatMap(({ from, state }, at) => {
    if (state === gone) return [];
    const what = state < levels ? names.levels[state] : statesOutside[state - levels];
    return [[what, yearNumber(from), yearNumber(cut[at + 1]?.from ?? end)] as const];
  });
}
