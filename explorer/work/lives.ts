/** Lives: the worker that lives one replicate in every arm, for the house, and tells single lives. */
import { formatDay, type Scenario } from '../../src/browser.ts';
import { cellOf, type Study } from '../../src/experiment/study.ts';
import { isTurn, sentenceOf } from '../../src/lives/event-wording.ts';
import type { RecordedEvent } from '../../src/lives/life.ts';
import { halvesOf, isListed, type LivesOnRecord, livesOnRecord } from '../../src/lives/record.ts';
import { traitsIn } from '../../src/lives/traits.ts';
import { outside, statesOutside, stateTrajectory } from '../../src/lives/trajectory.ts';
import { needNames } from '../../src/people/needs.ts';
import { usablePlaces } from '../../src/prison/facility.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import type { LivesFound, LivesWanted, Tale, TaleLine, TaleWanted } from '../messages.ts';
import { studyFrom } from './studied.ts';

type Asked = ({ readonly ask: 'lives' } & LivesWanted) | ({ readonly ask: 'tale' } & TaleWanted);

interface Lived {
  readonly name: string;
  readonly scenario: Scenario;
  readonly cell: Cell;
  readonly record: LivesOnRecord;
}

let run = 0;
let lived: readonly Lived[] = [];

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  try {
    if (data.ask === 'lives') liveAll(data);
    else if (data.run === run) postMessage({ said: 'tale', tale: taleOf(data.key) });
  } catch (error) {
    postMessage({ said: 'failure', run: data.run, message: error instanceof Error ? error.message : String(error) });
  }
});

function liveAll({ ask: _, ...wanted }: Extract<Asked, { ask: 'lives' }>): void {
  run = wanted.run;
  lived = studyFrom({ ...wanted, replicates: 1 }).arms.map(livedBy);
  for (const [arm, one] of lived.entries()) {
    const found = foundIn(one, arm);
    const { keys, begins, days, states } = found;
    postMessage(
      { said: 'lives', lives: found },
      { transfer: [keys, begins, days, states].map(({ buffer }) => buffer) },
    );
  }
}

function livedBy({ name, scenario }: Study['arms'][number]): Lived {
  const cell = cellOf(scenario, { draw: 0, replicate: 0 });
  return { name, scenario, cell, record: livesOnRecord(simulate(cell, true).world.journal.rows()) };
}

/** The states of everybody who is there on the first day observed or later. */
function foundIn({ scenario, cell, record }: Lived, arm: number): LivesFound & Transferable4 {
  const { levels, start, end } = cell;
  const gone = outside('gone', levels);
  const keys: number[] = [];
  const [begins, days, states] = [[0], [] as number[], [] as number[]];
  for (const key of record.keys) {
    if (isListed(key)) continue;
    const spans = stateTrajectory(record.of(key), levels);
    const first = Math.max(
      0,
      spans.findLastIndex(({ from }) => from <= start),
    );
    if (spans.length === first + 1 && spans[first].state === gone) continue;
    for (const { from, state } of spans.slice(first)) {
      days.push(Math.max(start, from));
      states.push(state);
    }
    keys.push(key);
    begins.push(days.length);
  }
  return {
    ...{ run, arm, start, end, levels: scenario.dimensions['level'], statesOutside: [...statesOutside] },
    keys: Float64Array.from(keys),
    begins: Uint32Array.from(begins),
    days: Int32Array.from(days),
    states: Uint8Array.from(states),
    places: cell.parameters.map(({ from, values: { facility, monitoring } }) => ({
      from,
      byLevel: [...facility.places].map((places, level) => usablePlaces(places, facility.crowding[level])),
      monitoring: monitoring.places,
    })),
  };
}

interface Transferable4 {
  readonly keys: Float64Array<ArrayBuffer>;
  readonly begins: Uint32Array<ArrayBuffer>;
  readonly days: Int32Array<ArrayBuffer>;
  readonly states: Uint8Array<ArrayBuffer>;
}

/** A life under every arm: the turns, and which of them are the same. */
function taleOf(key: number): Tale {
  const [first] = lived;
  const lives = lived.map(({ record }) => record.of(key));
  const parting = partingOf(lives);
  return {
    run,
    who: whoIs(first!, key),
    parted: parting === undefined ? '' : formatDay(parting.day),
    lives: lived.map(({ name, scenario }, arm) => {
      const names = {
        offences: scenario.dimensions['offence'],
        levels: [...scenario.dimensions['level'], 'monitoring'],
      };
      const lines = lives[arm].flatMap((one, at): TaleLine[] =>
        isTurn(one) ? [lineOf(one, sentenceOf(one, names), parting === undefined || at < parting.at)] : [],
      );
      return { arm: name, lines };
    }),
  };
}

function lineOf({ day }: RecordedEvent, text: string, shared: boolean): TaleLine {
  return { day: formatDay(day), text, shared };
}

/** The first event that is not the same in all lives; undefined if they are equal. */
function partingOf(lives: readonly (readonly RecordedEvent[])[]) {
  const [first = [], second] = lives;
  if (second === undefined) return undefined;
  const most = Math.max(first.length, second.length);
  for (let at = 0; at < most; at++) {
    const [one, other] = [first[at], second[at]];
    if (one?.kind === other?.kind && one?.day === other?.day && one?.detail === other?.detail) continue;
    return { at, day: Math.min(one?.day ?? Infinity, other?.day ?? Infinity) };
  }
  return undefined;
}

/** `A man born in 1989, citizen, with a need of housing and drugs`. */
function whoIs({ cell, scenario }: Lived, key: number): string {
  const { stream, index } = halvesOf(key);
  const { sex, birthDay, foreign, needs, sanctions } = traitsIn(cell)(stream, index);
  const had = needNames.filter((_, at) => ((needs >> at) & 1) === 1);
  const record = sanctions === 0 ? 'no record' : `${sanctions} earlier sanction${sanctions === 1 ? '' : 's'}`;
  const who = [scenario.dimensions['sex'][sex], `born ${formatDay(birthDay).slice(0, 4)}`];
  return [
    ...who,
    foreign ? 'foreign national' : 'citizen',
    record,
    `needs: ${had.length === 0 ? 'none' : had.join(', ')}`,
  ].join(' · ');
}
