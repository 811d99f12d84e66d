/**
 * Measure identity: what tells a measure from all others. One id may be taken of several populations, over several horizons,
 * at each level, in each status and under each evidence.
 */
import type { EvidenceMode } from '../community/effects.ts';

export interface MeasureIdentity {
  /** The id of the measure. */
  readonly measure: string;
  /** Who is measured, where it is not everybody that the definition names. */
  readonly population?: string;
  /** Years since release, for recidivism. */
  readonly horizon?: number;
  readonly level?: string;
  readonly status?: string;
  /** Which evidence is let in, for expected charges. */
  readonly evidence?: EvidenceMode;
}

/** Whether both are one measure, whatever their arms. */
export function isSameMeasure(a: MeasureIdentity, b: MeasureIdentity): boolean {
  return (['measure', 'population', 'horizon', 'level', 'status', 'evidence'] as const).every(
    (name) => a[name] === b[name],
  );
}

/** The identity of a measure, as results and files write it. */
export function identityOf(measure: Omit<MeasureIdentity, 'measure'> & { readonly id: string }): MeasureIdentity {
  const { id, population, horizon, level, status, evidence } = measure;
  return {
    measure: id,
    ...(population !== undefined && { population }),
    ...(horizon !== undefined && { horizon }),
    ...(level !== undefined && { level }),
    ...(status !== undefined && { status }),
    ...(evidence !== undefined && { evidence }),
  };
}
