/**
 * Measure identity: the key of a measure. One id may apply to several populations, horizons, levels, statuses and evidence
 * modes.
 */
import type { EvidenceMode } from '../community/effects.ts';

export interface MeasureIdentity {
  /** The id of the measure. */
  readonly measure: string;
  /** The population, if it is narrower or wider than in the definition. */
  readonly population?: string;
  /** Years since release, for recidivism. */
  readonly horizon?: number;
  readonly level?: string;
  readonly status?: string;
  /** The evidence mode, for expected charges. */
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
