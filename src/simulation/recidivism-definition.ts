/**
 * Recidivism definition: the life events that meet each definition of recidivism.
 *
 * The running count of a cell and the lives read from its journal both use this table, so that a definition means the same.
 */
import type { Day } from '../engine/calendar.ts';
import { type LifeEventName, lifeEventNames } from '../people/life-events.ts';
import { otherSanctions, verdicts } from '../prison/court.ts';
import { DAYS_TO_BEGIN, type Definition, definitions } from './summary.ts';

interface EventDefinitions {
  readonly meets: readonly Definition[];
  /** The details with which the event meets them; absent if every detail does. The recalled serve the rest of an earlier sentence. */
  readonly where?: (detail: number, isRecalled: boolean) => boolean;
}

/** Every life event that meets a definition. */
export const definitionsByEvent: { readonly [Name in LifeEventName]?: EventDefinitions } = {
  charged: { meets: ['new-charge'] },
  verdict: { meets: ['new-conviction'], where: (verdict) => verdict !== verdicts.acquitted },
  sanctioned: {
    meets: ['new-sanction', 'new-charge-to-sanction'],
    where: (sanction) => sanction === otherSanctions.community,
  },
  monitored: { meets: ['new-sanction', 'new-charge-to-sanction'] },
  admitted: {
    meets: ['new-sanction', 'new-prison-sentence', 'new-charge-to-sanction', 'new-charge-to-prison'],
    where: (_, isRecalled) => !isRecalled,
  },
};

/** Whether a definition dates the event by the charge that led to it. */
export function isByCharge(definition: Definition): boolean {
  return definition.startsWith('new-charge-to-');
}

/** The definitions dated by a charge, as a set of bits, and the others. */
export const BY_CHARGE = definitions.reduce((bits, name, at) => bits | (isByCharge(name) ? 1 << at : 0), 0);
export const BY_EVENT = ((1 << definitions.length) - 1) & ~BY_CHARGE;

/** Whether a sentence that begins today counts for a charge: after the index release, and not too long ago. */
export function countsForCharge(chargeDay: Day, since: Day, today: Day): boolean {
  return chargeDay >= since && today - chargeDay <= DAYS_TO_BEGIN;
}

/** Whether events of this number meet any definition. */
export function meetsDefinitions(kind: number): boolean {
  return metBy[kind] !== 0;
}

/** The definitions that an event of this number meets: a set of bits, one per member of `definitions`, lowest first. */
export function definitionsMet(kind: number, detail: number, isRecalled: boolean): number {
  const bits = metBy[kind];
  return bits !== 0 && (conditions[kind]?.(detail, isRecalled) ?? true) ? bits : 0;
}

const metBy = Uint8Array.from(lifeEventNames, (name) =>
  (definitionsByEvent[name]?.meets ?? []).reduce(
    (bits, definition) => bits | (1 << definitions.indexOf(definition)),
    0,
  ),
);
const conditions = lifeEventNames.map((name) => definitionsByEvent[name]?.where);
