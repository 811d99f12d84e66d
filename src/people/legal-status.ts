/**
 * Legal status: a person's standing before the law, the ground of serving, and which statuses are inside.
 */

/** Every status. The order is fixed: tables carry the names. */
export const statuses = [
  'liberty',
  'waiting',
  'conditional',
  'remand',
  'serving',
  'monitored',
  'detained',
  'defaulting',
  'treatment',
  'absent',
] as const;

/** The number of every status, by name. */
export const status = Object.freeze({
  liberty: 0,
  waiting: 1,
  conditional: 2,
  remand: 3,
  serving: 4,
  monitored: 5,
  /** Serves preventive detention. */
  detained: 6,
  /** Serves in place of an unpaid fine. */
  defaulting: 7,
  /** Serves in a treatment institution outside the prison service. */
  treatment: 8,
  /** At large: escaped, or not back from leave. */
  absent: 9,
});

/** The grounds of serving. */
export const custodyGrounds = Object.freeze({ sentence: 0, fineDefault: 1, detention: 2 });

/** The status of serving, by ground. */
export const statusOnGround = Object.freeze([status.serving, status.defaulting, status.detained]);

/** The statuses of people held in institutions of the prison service. */
export const insideStatuses: readonly number[] = Object.freeze([
  status.remand,
  status.serving,
  status.detained,
  status.defaulting,
]);

/** Whether a person with this status serves at a security level. */
export function isServing(standing: number): boolean {
  return standing === status.serving || standing === status.detained || standing === status.defaulting;
}

/** Whether a person with this status is behind the prison gate, or in a treatment institution in its place. */
export function isHeld(standing: number): boolean {
  return standing === status.remand || standing === status.treatment || isServing(standing);
}

/** Reasons for serving the rest of a sentence. */
export const recalls = Object.freeze({ none: 0, fromRelease: 1, fromMonitoring: 2 });
