/** Numbers of `facility` for places that open and close by date: none. */
import type { FacilityParameters } from '../../src/prison/facility.ts';

type ByDate = Pick<FacilityParameters, 'menAdded' | 'womenAdded' | 'menDoubled' | 'womenDoubled'>;

export function noneByDate(levels: number, units: number): ByDate {
  const none = () => Array.from({ length: levels }, () => new Float64Array(units));
  return { menAdded: none(), womenAdded: none(), menDoubled: none(), womenDoubled: none() };
}
