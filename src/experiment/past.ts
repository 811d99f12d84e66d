/**
 * Past: the world on the last morning of a burn-in, found again instead of simulated again.
 *
 * All studies of one baseline share their burn-in, replicate by replicate, as long as no number differs before it ends. The name of
 * a past covers everything on which it depends, so a past found under its name equals a simulated one.
 */
import type { Day } from '../engine/calendar.ts';
import { canonicalText, digestOfText } from '../engine/digest.ts';
import { historyOf } from '../scenario/history.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { type Branch, type Cell, liveFrom, liveUntil } from '../simulation/simulate.ts';
import { type Design, drawnFrom } from './parameter-draw.ts';

/** Pasts by name, kept somewhere. Neither verb ever fails: whatever goes wrong, there is no past, or none is kept. */
export interface KeptPasts {
  /** The past of this name, equal to the one kept; undefined if none is there. */
  readonly find: (name: string) => Branch | undefined;
  readonly keep: (name: string, past: Branch) => void;
}

/** The numbers of a cell: a scenario in a parameter draw. */
export interface Numbers {
  readonly scenario: Scenario;
  readonly draw: number;
  readonly design: Design | undefined;
}

/**
 * Runs a cell to the morning of `day`, as `liveUntil` does, from a kept past if there is one. Otherwise the past is kept: the
 * morning on which observation starts, or `day` if that is earlier.
 */
export function pastUntil(cell: Cell, day: Day, numbers: Numbers, pasts: KeptPasts | undefined): Branch {
  const until = Math.min(day, cell.end);
  const kept = Math.min(until, cell.start);
  if (pasts === undefined || kept <= cell.burnInStart) return liveUntil(cell, until);
  const name = nameOf(cell, kept, numbers);
  let past = pasts.find(name);
  if (past === undefined) {
    past = liveUntil(cell, kept);
    pasts.keep(name, past);
  }
  return kept === until ? past : liveFrom(cell, past, until);
}

/** The horizon belongs to a past, since events beyond it are not listed. */
function nameOf({ end, replicate }: Cell, until: Day, numbers: Numbers): string {
  return digestOfText(canonicalText({ input: inputOf(until, numbers), until, end, replicate }));
}

/** The digest of all numbers before a day. The latest of a scenario is remembered, since replicates share it. */
function inputOf(until: Day, { scenario, draw, design }: Numbers): string {
  const latest = inputs.get(scenario);
  if (latest?.until === until && latest.draw === draw && latest.design === design) return latest.digest;
  const drawn = drawnFrom(scenario, draw, design);
  const digest = digestOfText(historyOf(drawn.scenario, catalogue, until, drawn.quantileOf));
  inputs.set(scenario, { until, draw, design, digest });
  return digest;
}

interface Input extends Omit<Numbers, 'scenario'> {
  readonly until: Day;
  readonly digest: string;
}

const inputs = new WeakMap<Scenario, Input>();
