/**
 * Mechanisms: what each step of the day costs in observed years and, within the diaries, each kind of life event.
 *
 * Two years are lived twice: with a clock around every step and handler, which gives the shares, and without, which gives the
 * processor time that is shared out. The clock is on the wall, since no other is cheap enough; its own cost is taken off.
 */
import type { DayStep, Handler } from '../../src/simulation/day.ts';
import { liveYears, type ObservedYears, resumed } from './observed-years.ts';
import type { Subject } from './subject.ts';

/** A step of the day, or the handling of one kind of life event. */
export interface Part {
  readonly name: string;
  readonly when: 'day' | 'week' | 'event';
  /** In all years of the turn. */
  readonly calls: number;
  /** Of the time of all parts. `diaries` is what opening them costs, without the handling of events. */
  readonly share: number;
}

/** A workload: two observed years from a snapshot, with what each part took. */
export async function mechanisms(
  folder: string,
  file: string,
): Promise<() => ObservedYears & { readonly parts: readonly Part[] }> {
  const { subject, cell, branch } = await resumed(folder, file);
  return () => {
    const lived = liveYears(subject, cell, branch, 2);
    const { steps, tallies } = clocked(subject);
    const again = liveYears(subject, cell, branch, 2, steps);
    if (again.hash !== lived.hash) throw new Error('the clock has changed what happens');
    return { ...lived, parts: shared(tallies, costOfClock()) };
  };
}

/** What a clock saw: calls, and milliseconds on the wall. */
export interface Tally {
  readonly name: string;
  readonly when: Part['when'];
  calls: number;
  time: number;
}

/** Milliseconds that the clock adds to a call: in all, and the part that it counts as the time of what was called. */
export interface ClockCost {
  readonly all: number;
  readonly counted: number;
}

/** Shares of time, without that of the clock: handlers are called within `diaries`, which therefore holds all of theirs. */
export function shared(tallies: readonly Tally[], clock: ClockCost): readonly Part[] {
  const events = tallies.filter(({ when }) => when === 'event');
  const within = events.reduce((sum, { calls, time }) => sum + time + calls * (clock.all - clock.counted), 0);
  const own = tallies.map(({ name, calls, time }) =>
    Math.max(0, time - calls * clock.counted - (name === DIARIES ? within : 0)),
  );
  const total = own.reduce((sum, time) => sum + time, 0);
  return tallies.map(({ name, when, calls }, at) => ({ name, when, calls, share: own[at] / total }));
}

/** The steps of a day with a clock around each and around every handler, and what the clock has seen so far. */
export function clocked({ day, handlers, openDiaries, diaryNames }: Omit<Subject, 'cell'>) {
  const tallies: Tally[] = [];
  const timed = <Act extends (...given: never[]) => void>(name: string, when: Part['when'], act: Act): Act => {
    const tally: Tally = { name, when, calls: 0, time: 0 };
    tallies.push(tally);
    return around(tally, act);
  };
  const steps = day.map(({ name, weekly, step }): DayStep => {
    const when = weekly ? 'week' : 'day';
    if (name !== DIARIES) return { name, ...(weekly && { weekly }), step: timed(name, when, step) };
    let handle: readonly Handler[] = [];
    const whole: DayStep['step'] = (world, given) => openDiaries(world, given, handle);
    const outer = timed(name, when, whole);
    handle = diaryNames.map((kind) => timed(kind, 'event', handlers[kind as keyof typeof handlers]));
    return { name, step: outer };
  });
  return { steps, tallies };
}

/** The same act, with a clock around it. */
function around<Act extends (...given: never[]) => void>(tally: Tally, act: Act): Act {
  return ((...given) => {
    const begun = performance.now();
    act(...given);
    tally.calls++;
    tally.time += performance.now() - begun;
  }) as Act;
}

function costOfClock(): ClockCost {
  const calls = 200_000;
  const tally: Tally = { name: 'nothing', when: 'event', calls: 0, time: 0 };
  const nothing = around(tally, () => {});
  const begun = performance.now();
  for (let call = 0; call < calls; call++) nothing();
  return { all: (performance.now() - begun) / calls, counted: tally.time / calls };
}

/** The step in which events are handled. */
const DIARIES = 'diaries';
