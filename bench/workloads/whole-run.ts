/**
 * Whole run: one replicate from the first day of the burn-in to the end.
 */
import { DAYS_PER_YEAR } from '../../src/engine/calendar.ts';
import { processorMilliseconds, type Turn } from './processor-time.ts';
import { subjectIn } from './subject.ts';

/** A workload: the whole Norwegian replicate whose number is the turn. Its work is years. */
export async function wholeRun(folder: string): Promise<(turn: number) => Turn & { readonly events: number }> {
  const { simulate, cell } = await subjectIn(folder);
  simulate(short(cell(0)));
  return (turn) => {
    const whole = cell(turn);
    const began = process.cpuUsage();
    const { world } = simulate(whole);
    const milliseconds = processorMilliseconds(began);
    return { milliseconds, work: (whole.end - whole.burnInStart) / DAYS_PER_YEAR, events: world.journal.count };
  };
}

/** Four years from an empty world, the last of them observed: enough to compile the code, at a small part of the cost. */
function short<Dated extends { burnInStart: number; start: number; end: number }>(cell: Dated): Dated {
  const year = Math.round(DAYS_PER_YEAR);
  return { ...cell, burnInStart: Math.max(cell.burnInStart, cell.start - 3 * year), end: cell.start + year };
}
