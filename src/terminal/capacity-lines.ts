/**
 * Capacity lines: the answer of a search for places, for a terminal.
 */
import { formatDay, startOfQuarter, yearOf } from '../engine/calendar.ts';
import {
  backlogCleared,
  type Capacity,
  firstBreach,
  fullestUnit,
  levelMoves,
  queueAt,
  trialOf,
} from '../experiment/places/capacity.ts';
import { openingsOf, openingsText } from '../experiment/places/openings.ts';
import type { QuartersBefore } from '../experiment/places/quarters-before.ts';
import {
  type CapacityQuestion,
  firstQuarter,
  peakOf,
  placesByDate,
  quarterAsked,
  type Trial,
} from '../experiment/places/trial.ts';
import { parameters as capacity, secondBedsByPlan } from '../prison/capacity.ts';
import { parameters as facility } from '../prison/facility.ts';
import { epochOn, epochsOf, parametersIn } from '../scenario/epoch.ts';
import { catalogue } from '../simulation/parameters.ts';
import { mean } from '../statistics/describe.ts';
import { wholeDifferenceTexts } from '../tables/estimate.ts';
import { formatInteger, formatTogether, percentText, percentTexts } from '../tables/format.ts';
import { textTable } from './text-table.ts';

/** The quarter asked, or all of them: `January to March 2018`. */
export function quarterInWords(question: CapacityQuestion): string {
  const last = named(question, quarterAsked(question));
  return question.anyQuarter ? `any quarter from ${named(question, firstQuarter(question))} to ${last}` : last;
}

/** Everything that is printed. */
export function capacityLines(question: CapacityQuestion, found: Capacity, before?: QuartersBefore): string {
  const notes = capacityNotes(question, found);
  return `${capacityAnswer(question, found, before)}\n${notes.map((line) => `  ${line}\n`).join('')}\n${triedLines(question, found)}${levelLines(question, found)}`;
}

/** The answer in one line, with what it does not keep before the quarter asked. */
export function capacityAnswer(question: CapacityQuestion, found: Capacity, before?: QuartersBefore): string {
  const { scenario, level } = question;
  const but = before === undefined ? '' : `; ${beforeText(question, found, before)}`;
  return `${scenario.dimensions['level'][level]} security: ${answerText(question, found)}${but}`;
}

function beforeText(question: CapacityQuestion, { most }: Capacity, before: QuartersBefore): string {
  const { breaches, runs, worst, worstBreaches, places } = before;
  const all = breaches === worstBreaches ? '' : `, and ${breaches} of ${runs} in some quarter before or then`;
  const instead =
    places === undefined
      ? `with --any-quarter no number up to ${formatInteger(most)} passes`
      : `with --any-quarter ${formatInteger(places)} places`;
  return `but in ${named(question, worst)} ${worstBreaches} of ${runs} runs overflow with them${all}; ${instead}`;
}

/** What the answer keeps, what happens as it is and with it, and how sure it is: a line each. */
export function capacityNotes(question: CapacityQuestion, found: Capacity): readonly string[] {
  const limits =
    `risk of overflow at most ${percentText(question.risk)} in ${quarterInWords(question)}, ` +
    `and in ${yearOf(question.by)} nine in ten wait at most ${question.wait} days`;
  const byDate = placesByDate(question);
  return [
    limits,
    ...(byDate === 0
      ? []
      : [`all numbers include the ${byDateText(byDate)} in single units by ${formatDay(question.by)}`]),
    ...secondBedLines(question),
    ...nowLines(question, found),
    ...(found.answer === undefined ? [] : answerLines(question, found, trialOf(found, found.answer))),
    'the risk of a number counts as the largest of its own and those of all larger ones tried, and the wait as the longest',
    ...(found.overruled.length === 0 ? [] : [overruledText(found)]),
    `bounds hold with ${percentText(question.confidence)} confidence each; ${layersInWords(question)}`,
  ];
}

/** Second beds stand beside every number of places. */
function secondBedLines({ scenario, by, level }: CapacityQuestion): string[] {
  const epoch = epochOn(epochsOf(scenario, catalogue), by);
  const [response, places] = [parametersIn(epoch, capacity), parametersIn(epoch, facility)];
  const beds = secondBedsByPlan(response, places, level);
  if (beds === 0) return [];
  const share = response.response === 'double' ? `; ${percentText(response.doubleShare)} of the places of a unit` : '';
  const why = `second beds are usable too, beside every number: ${formatInteger(beds)} with the places in force`;
  return [`${why} on ${formatDay(by)}${share}`];
}

function overruledText({ overruled }: Capacity): string {
  const numbers = overruled.map((places) => formatInteger(places)).join(', ');
  return `${numbers} places pass by themselves and do not count, since a larger number fails`;
}

function byDateText(places: number): string {
  return places > 0 ? `${formatInteger(places)} places planned` : `${formatInteger(-places)} places fewer planned`;
}

/** What the risk holds: chance alone, or doubt about numbers too. */
export function layersInWords({ drawn, scenario }: CapacityQuestion): string {
  if (!drawn) return 'the risk is that of chance; numbers of the evidence stand at their central values';
  const { members } = scenario;
  const each =
    members === undefined
      ? 'a draw of the evidence of its own, conditioned on no observed figure'
      : `one of the ${members.rows.length} members of the calibration in turn`;
  return `the risk holds two layers, chance and doubt about numbers: every run has ${each}`;
}

function answerText(question: CapacityQuestion, { answer, low, inForce, most }: Capacity): string {
  if (answer === undefined) return `no number of places up to ${formatInteger(most)} passes`;
  const change = answer - inForce;
  const beside =
    change === 0
      ? 'as many as in force'
      : `${formatInteger(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than the ${formatInteger(inForce)} in force`;
  const range = low === answer ? 'no fewer will do' : `at least ${formatInteger(low!)} are needed`;
  return `${formatInteger(answer)} places${openingsText(openingsOf(question))}, ${beside}; ${range}`;
}

function nowLines(question: CapacityQuestion, { asItIs }: Capacity): string[] {
  const breach = firstBreach(question, asItIs);
  const first =
    breach === undefined ? 'not above it in any quarter simulated' : `first above it in ${named(question, breach)}`;
  return [`as it is: ${trialText(asItIs)}; the risk of a quarter is ${first}`];
}

function answerLines(question: CapacityQuestion, found: Capacity, trial: Trial): string[] {
  const { answer, inForce } = found;
  const lines = [`with ${formatInteger(answer!)} places: ${trialText(trial)}`, apartText(question, trial)];
  const below = found.trials.findLast(({ places, surely }) => places! < answer! && !surely);
  if (below !== undefined) {
    const binds = [...(below.passesRisk ? [] : ['the risk']), ...(below.passesWait ? [] : ['the wait'])].join(' and ');
    lines.push(`${formatInteger(below.places!)} places fail by ${binds}`);
  }
  if (answer! > inForce) lines.push(backlogText(question, found, trial));
  return lines;
}

/** The other meaning of overflow, which `run` and `compare` count. */
function apartText(question: CapacityQuestion, { runs }: Trial): string {
  const last = quarterAsked(question);
  const first = question.anyQuarter ? firstQuarter(question) : last;
  const quarters = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const apart = runs.filter((run) => quarters.some((one) => peakOf(run, one, question.level, 'beyond') > 0)).length;
  const what = 'somebody lacks a bed of their own sex or unit, which facility.women_share and unit_share divide';
  return `overflow is beyond all usable places of the level; in ${apart} of ${runs.length} runs ${what}`;
}

function backlogText(question: CapacityQuestion, { asItIs }: Capacity, trial: Trial): string {
  const last = quarterAsked(question);
  const [now, then] = [asItIs, trial].map((one) => formatInteger(Math.round(queueAt(one, question.level, last))));
  const cleared = backlogCleared(question, trial);
  const when =
    cleared === undefined
      ? 'it still shrinks until then'
      : `it has shrunk to that by the end of ${named(question, cleared)}`;
  return `queue at the end of ${named(question, last)}: ${then} ${then === '1' ? 'person' : 'people'}, ${now} as it is; with places from ${formatDay(question.from)} ${when}`;
}

function trialText({ breaches, runs, risk, inTime }: Trial): string {
  const waited = Number.isNaN(inTime.share)
    ? 'nobody begins to serve there from liberty'
    : `${percentText(inTime.share)} in time`;
  return `${breaches} of ${runs.length} runs overflow (risk up to ${percentText(risk.high)}), ${waited}`;
}

function triedLines(question: CapacityQuestion, { trials, answer }: Capacity): string {
  const quarter = quarterAsked(question);
  const head = ['places', 'overflow', 'risk up to', 'in time', 'peak', 'queue', 'cost', ''];
  const risks = percentTexts(trials.map(({ risk }) => risk.high));
  const inTime = percentTexts(trials.map((trial) => trial.inTime.share));
  const costs = formatTogether(trials.map(({ runs }) => mean(runs.map(({ cost }) => cost))));
  const rows = trials.map((trial, at) => {
    const of = (count: 'people' | 'queue') =>
      formatInteger(Math.round(mean(trial.runs.map((run) => peakOf(run, quarter, question.level, count)))));
    return [
      formatInteger(trial.places!),
      `${trial.breaches}/${trial.runs.length}`,
      risks[at],
      inTime[at],
      of('people'),
      of('queue'),
      costs[at],
      trial.places === answer ? '<- answer' : trial.surely ? 'passes' : '',
    ];
  });
  const columns = head.map((_, at) => ({ align: at < head.length - 1 ? 'right' : 'left' }) as const);
  return `${textTable([head, ...rows], columns)}cost: million kroner per year of custody and supervision, building apart\n`;
}

function levelLines(question: CapacityQuestion, found: Capacity): string {
  if (found.answer === undefined) return '';
  const { level: levels, unit: units } = question.scenario.dimensions as Readonly<Record<string, readonly string[]>>;
  const trial = trialOf(found, found.answer);
  const changes = levelMoves(question, found.asItIs, trial);
  const [people, queue] = (['people', 'queue'] as const).map((count) =>
    wholeDifferenceTexts(changes.map((change) => ({ value: change[count].mean, ...change[count] }))),
  );
  const rows = changes.map(({ level }, at) => {
    const { unit, full } = fullestUnit(question, trial, level);
    const fullest = full > 0 ? `${units[unit]}, ${percentText(full)} of evenings` : 'none';
    return [levels[level], people[at], queue[at], fullest];
  });
  const head = ['level', 'people on the fullest day', 'queue', 'unit most often full'];
  return `\nwhat the answer changes in ${named(question, quarterAsked(question))}, with intervals of 95 %\n${textTable(
    [head, ...rows],
    head.map(() => ({ align: 'left' }) as const),
  )}`;
}

function named({ scenario }: CapacityQuestion, quarter: number): string {
  const day = formatDay(startOfQuarter(yearOf(scenario.start), quarter));
  const months = ['January to March', 'April to June', 'July to September', 'October to December'];
  return `${months[(Number(day.slice(5, 7)) - 1) / 3]} ${day.slice(0, 4)}`;
}
