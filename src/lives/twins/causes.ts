/**
 * Causes: first divergences in words, the draws and levers behind them, and the number of pairs with each.
 */
import type { Day } from '../../engine/calendar.ts';
import { lifeEventNames } from '../../people/life-events.ts';
import { type Behind, decisionsBehind } from '../event-decisions.ts';
import type { DetailNames } from '../event-detail.ts';
import { bareName, eventNameOf, otherDetail } from '../event-wording.ts';
import { type Divergence, wayOf } from './divergence.ts';
import type { PartedPair } from './twins.ts';

/** The context for wording divergences. */
export interface TwinNames extends DetailNames {
  /** The two arms. */
  readonly arms: readonly [first: string, second: string];
  /** The groups of levers told apart; undefined if that was skipped. */
  readonly levers: readonly string[] | undefined;
}

/** The ways in which levers cause a divergence. */
export const hows = ['alone', 'any of several', 'needed', 'together, or through others', ''] as const;

/** The levers behind a divergence. */
export interface Through {
  /** `alone`: this one suffices. `any of several`: each of them suffices. `needed`: none suffices, but it needs these. The last: not told apart. */
  readonly how: (typeof hows)[number];
  readonly levers: readonly string[];
}

/** One kind of first divergence. */
export interface Cause extends Through {
  readonly what: string;
  readonly behind: Behind;
  readonly people: number;
  /** The first day on which it occurred. */
  readonly firstDay: Day;
}

/** A divergence in words, seen from the second arm: `move to low, earlier in normality`. */
export function whatOf(divergence: Divergence, names: TwinNames): string {
  const { first, second } = divergence;
  const [one, other] = names.arms;
  switch (wayOf(divergence)) {
    case 'otherwise':
      return `${bareName(first!)}: ${otherDetail(first!, second!, names)} in ${other}`;
    case 'instead':
      return `${eventNameOf(second!, names)} in ${other}, ${eventNameOf(first!, names)} in ${one}`;
    case 'earlier':
      return `${bareName(second!)}, earlier in ${other}`;
    case 'later':
      return `${bareName(second!)}, later in ${other}`;
    case 'only in the first':
      return `${eventNameOf(first!, names)}, in ${one} and not in ${other}`;
    case 'only in the second':
      return `${eventNameOf(second!, names)}, in ${other} and not in ${one}`;
  }
}

/** The decisions and scarce resources behind a divergence: those of the events of that day, in either arm. */
export function behindOf({ day, first, second }: Divergence): Behind {
  const names = [first, second].flatMap((one) => (one?.day === day ? [lifeEventNames[one.kind]] : []));
  const found = names.map(decisionsBehind);
  const decisions = [...new Set(found.flatMap((one) => one.decisions))];
  const scarce = found.find((one) => one.scarce !== undefined)?.scarce;
  return { decisions, ...(scarce === undefined ? {} : { scarce }) };
}

/** The levers behind a divergence. */
export function throughOf(
  { alone, needed }: Pick<PartedPair, 'alone' | 'needed'>,
  levers: TwinNames['levers'],
): Through {
  if (levers === undefined) return { how: '', levers: [] };
  const named = (bits: number) => levers.filter((_, at) => ((bits >> at) & 1) === 1);
  const enough = named(alone);
  if (enough.length > 0) return { how: enough.length === 1 ? 'alone' : 'any of several', levers: enough };
  if (needed !== 0) return { how: 'needed', levers: named(needed) };
  return { how: 'together, or through others', levers: [] };
}

/** The causes of some pairs, the most common first; equal ones by name. */
export function causesOf(pairs: Iterable<PartedPair>, names: TwinNames): readonly Cause[] {
  const found = new Map<string, Cause>();
  for (const pair of pairs) {
    const what = whatOf(pair.divergence, names);
    const through = throughOf(pair, names.levers);
    const { day } = pair.divergence;
    add(found, { what, behind: behindOf(pair.divergence), ...through, people: 1, firstDay: day });
  }
  return inOrder(found);
}

/** The causes of several replicates together. */
export function causesTogether(parts: readonly (readonly Cause[])[]): readonly Cause[] {
  const found = new Map<string, Cause>();
  for (const cause of parts.flat()) add(found, cause);
  return inOrder(found);
}

/** The key that tells causes apart. */
export function causeName({ what, how, levers }: Pick<Cause, 'what' | 'how' | 'levers'>): string {
  return [what, how, ...levers].join('\n');
}

function add(found: Map<string, Cause>, cause: Cause): void {
  const name = causeName(cause);
  const known = found.get(name);
  if (known === undefined) {
    found.set(name, cause);
    return;
  }
  const firstDay = Math.min(known.firstDay, cause.firstDay);
  found.set(name, { ...known, people: known.people + cause.people, firstDay });
}

function inOrder(found: ReadonlyMap<string, Cause>): readonly Cause[] {
  const entries = [...found].sort(([a, one], [b, other]) => other.people - one.people || (a < b ? -1 : 1));
  return entries.map(([, cause]) => cause);
}
