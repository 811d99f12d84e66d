/**
 * Facility: places by security level, and how many of them can be filled.
 *
 * Not every place can be used every day: repairs, and places that fit nobody who waits, keep use below a ceiling. Some
 * places hold people whom this model does not simulate yet (fine defaulters, preventive detention). Remand and recall
 * always enter; the sentenced wait until there is room. Cutting places expels nobody: it stops admissions.
 *
 * Pure rules only. Sources: white papers and the directorate of correctional service; places by year are interpolated.
 */
import { parametersOf, places, share, type ValuesOf } from '../evidence/parameter.ts';

export const parameters = parametersOf('facility', {
  places: places('places that may be used', { by: 'level' }),
  ceiling: share('part of the places that can be filled on a day', { by: 'level' }),
  heldByOthers: places('places that hold people whom the model does not simulate', { by: 'level' }),
});
export type FacilityParameters = ValuesOf<typeof parameters>;

/** Whole places that the simulated people can fill at a level. */
export function usablePlaces(places: number, ceiling: number, heldByOthers: number): number {
  return Math.max(0, Math.floor(places * ceiling) - heldByOthers);
}

/** Places that can be handed out at a level this morning; none where more are inside than fit. */
export function room(given: FacilityParameters, level: number, inside: number): number {
  return Math.max(0, usablePlaces(given.places[level]!, given.ceiling[level]!, given.heldByOthers[level]!) - inside);
}

/** People inside beyond the usable places of a level. */
export function overflow(given: FacilityParameters, level: number, inside: number): number {
  return Math.max(0, inside - usablePlaces(given.places[level]!, given.ceiling[level]!, given.heldByOthers[level]!));
}
