/**
 * Explain: profiles a cell: the steps of a day as a list, with the time that each took and how often it was called.
 *
 * The clock is handed in, and results do not depend on it.
 */
import { type DiaryName, diaryNames } from '../people/life-events.ts';
import { type DayStep, day, type Handler, handlers, openDiaries } from './day.ts';
import { type Cell, simulate } from './simulate.ts';

/** A step of the day, or, under `diaries`, the handling of one kind of life event. */
export interface StepTime {
  readonly name: string;
  /** `day`, `week`, or `event` for a kind of event handled within the step `diaries`. */
  readonly when: 'day' | 'week' | 'event';
  readonly calls: number;
  /** In the unit of the clock. */
  readonly time: number;
}

/** Runs a cell and gives the steps of its days in order. `now` is a clock. */
export function explain(cell: Cell, now: () => number): readonly StepTime[] {
  const tallies: { name: string; when: StepTime['when']; calls: number; time: number }[] = [];
  const timed = <Act extends (...given: never[]) => void>(name: string, when: StepTime['when'], act: Act): Act => {
    const tally = { name, when, calls: 0, time: 0 };
    tallies.push(tally);
    return ((...given) => {
      const begun = now();
      act(...given);
      tally.calls++;
      tally.time += now() - begun;
    }) as Act;
  };
  const steps = day.map((step): DayStep => {
    const when = step.weekly ? 'week' : 'day';
    if (step.name !== 'diaries') return { ...step, step: timed(step.name, when, step.step) };
    let handle: readonly Handler[] = [];
    const whole = timed(step.name, when, (world, given) => openDiaries(world, given, handle)) as DayStep['step'];
    handle = diaryNames.map((name) => timed(name, 'event', handlers[name as DiaryName]));
    return { ...step, step: whole };
  });
  simulate(cell, false, steps);
  return tallies;
}
