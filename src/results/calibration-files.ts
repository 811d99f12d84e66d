/**
 * Calibration files: the files that a fit writes.
 *
 * `scenario.yaml` is the history with the fitted factors, ready to be run or extended; `fit.csv` compares every observed figure
 * with the simulated one; `factors.csv` gives the factors with their uncertainty.
 */
import { join } from 'node:path';
import { formatDay } from '../engine/calendar.ts';
import { digestOfBytes } from '../engine/digest.ts';
import type { CalibrationPlan } from '../evidence/calibration-plan.ts';
import { textOfDocument } from '../evidence/document.ts';
import type { YearlyFigure } from '../evidence/observations.ts';
import { type Calibrated, factorAt, policiesAt } from '../experiment/calibration/calibration.ts';
import type { Losses } from '../experiment/losses.ts';
import { writeAtomically } from '../files/disk.ts';
import { VERSION } from '../files/version.ts';
import type { Policy } from '../scenario/policy.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { FACTORS, FIT } from '../tables/calibration.ts';
import { toCsv } from '../tables/csv.ts';
import { tableOfRows, type Value } from '../tables/table.ts';

/** The files by path; `extended` is the path of the history, relative to the folder. */
export function calibrationFiles(
  plan: CalibrationPlan,
  history: Scenario,
  observations: readonly YearlyFigure[],
  found: Calibrated,
  extended: string,
): ReadonlyMap<string, string> {
  return new Map([
    ['scenario.yaml', scenarioText(plan, history, found, extended)],
    ['fit.csv', fitCsv(observations, found)],
    ['factors.csv', factorsCsv(plan, found)],
  ]);
}

/** Writes the files, and a manifest that lists them. */
export async function writeCalibration(
  folder: string,
  files: ReadonlyMap<string, string>,
  command: string,
  request: Readonly<Record<'rounds' | 'replicates', number>>,
  losses: Losses | undefined,
): Promise<void> {
  const digests: Record<string, string> = {};
  for (const [path, text] of files) {
    await writeAtomically(join(folder, ...path.split('/')), text);
    digests[path] = digestOfBytes(new TextEncoder().encode(text));
  }
  const { rounds, replicates } = request;
  const lost = losses === undefined ? {} : { losses };
  const manifest = { stepdown: VERSION, command, rounds, replicates, ...lost, files: digests };
  await writeAtomically(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

function scenarioText(plan: CalibrationPlan, history: Scenario, { setting }: Calibrated, extended: string): string {
  const title = `${history.title}, calibrated`;
  const policies = policiesText(policiesAt(plan, history, setting));
  return `# Written by stepdown calibrate; to change it, change the plan and fit again.\n${textOfDocument({ title, extends: extended, policies })}`;
}

/** Policies as a scenario file writes them. */
export function policiesText(policies: readonly Policy[]) {
  return Object.fromEntries(
    policies.map(({ name, from, until, label, because, after, changes }) => [
      name,
      {
        from: formatDay(from),
        ...(until === Infinity ? {} : { until: formatDay(until) }),
        label,
        because,
        ...(after.length === 0 ? {} : { after }),
        set: Object.fromEntries(changes.map(({ path, value }) => [path, { multiply: value }])),
      },
    ]),
  );
}

function fitCsv(observations: readonly YearlyFigure[], { before, after, leftOut }: Calibrated): string {
  const rows = observations.map((one, at): Value[] => {
    const { measure, year, unit, use, observed, tolerance, source } = one;
    const isMet = Math.abs(after[at] - observed) <= tolerance * observed;
    return [
      measure,
      year,
      unit,
      use,
      observed,
      tolerance,
      short(before[at]),
      short(after[at]),
      short(leftOut[at]),
      isMet,
      source,
    ];
  });
  return toCsv(tableOfRows(FIT, rows));
}

function factorsCsv({ free }: CalibrationPlan, { setting, covariance }: Calibrated): string {
  const rows = free.map(({ name, path, range, from, until }, at): Value[] => {
    const point = setting.point[at];
    const deviation = Math.sqrt(covariance[at][at]);
    const ends = [-1.96, 1.96].map((sign) => short(factorAt(range, point + sign * deviation)));
    const correlations = free.map((_, other) =>
      other === at ? 0 : covariance[at][other] / (deviation * Math.sqrt(covariance[other][other])),
    );
    const most = correlations.reduce(
      (best, value, other) => (Math.abs(value) > Math.abs(correlations[best]) ? other : best),
      0,
    );
    const partner = free.length < 2 ? '' : `${free[most].name} ${correlations[most].toFixed(2)}`;
    const years = `${from ?? ''}-${until === undefined ? '' : until - 1}`;
    return [
      name,
      path,
      years,
      short(factorAt(range, point)),
      ...ends,
      ...range,
      short(1 - covariance[at][at]),
      partner,
    ];
  });
  return toCsv(tableOfRows(FACTORS, rows));
}

const short = (value: number) => Number(value.toPrecision(5));
