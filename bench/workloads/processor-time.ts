/**
 * Processor time of this process, all its threads included. On a shared machine the clock on the wall also counts what others do.
 */

/** One turn of a workload: what it cost and what it did. */
export interface Turn {
  /** Milliseconds of processor time. */
  readonly milliseconds: number;
  /** In the unit of the workload: life events, simulated years. */
  readonly work: number;
  /** Life events on record, from the Norwegian model. */
  readonly events?: number;
}

/** Milliseconds of processor time per unit of work. */
export function costOf({ milliseconds, work }: Turn): number {
  return milliseconds / work;
}

/** Milliseconds of processor time since `start`, by default since the process began. */
export function processorMilliseconds(start?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The most memory that this process has held, in megabytes. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
