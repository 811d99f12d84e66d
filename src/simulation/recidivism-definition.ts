/**
 * Recidivism definition: the life events that meet each definition of recidivism.
 *
 * The running count of a cell and the lives read from its journal both use this table, so that a definition means the same.
 */
import { type LifeEventName, lifeEventNames } from '../people/life-events.ts';
import { otherSanctions, verdicts } from '../prison/court.ts';
import { definitions } from './summary.ts';

interface EventDefinitions {
  readonly meets: readonly (typeof definitions)[number][];
  /** The details with which the event meets them; absent if every detail does. The recalled serve the rest of an earlier sentence. */
  readonly where?: (detail: number, isRecalled: boolean) => boolean;
}

/** Every life event that meets a definition. */
export const definitionsByEvent: { readonly [Name in LifeEventName]?: EventDefinitions } = {
  charged: { meets: ['new-charge'] },
  verdict: { meets: ['new-conviction'], where: (verdict) => verdict !== verdicts.acquitted },
  sanctioned: { meets: ['new-sanction'], where: (sanction) => sanction === otherSanctions.community },
  monitored: { meets: ['new-sanction'] },
  admitted: { meets: ['new-sanction', 'new-prison-sentence'], where: (_, isRecalled) => !isRecalled },
};

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
