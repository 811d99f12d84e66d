/**
 * Admissions: whether a forecast holds admissions or forecasts them too, from which figures, and what is said of it.
 */
import { basename } from 'node:path';
import { formatDay, yearOf } from '../../engine/calendar.ts';
import { readObservations } from '../../evidence/observations.ts';
import {
  ADMISSIONS,
  ADMISSIONS_FORECAST,
  type AdmissionRule,
  type FutureAdmissions,
  futureAdmissions,
  scenarioOfRun,
} from '../../experiment/admissions/paths.ts';
import { observedSeries } from '../../experiment/backtest/observed-series.ts';
import { growthBegins, growthGiven } from '../../experiment/forecast/growth.ts';
import { Failure } from '../../failure.ts';
import { readTextNow } from '../../files/scenario-file.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { observedFile } from '../observed-file.ts';

/** What was typed of admissions. */
export interface AdmissionsTyped {
  readonly admissions: AdmissionRule | undefined;
  /** The file of observed figures. */
  readonly observed: string | undefined;
  readonly grow: string | undefined;
}

/** Future admissions, and the file of the figures that they come from. */
export interface AdmissionsKnown {
  readonly future: FutureAdmissions;
  readonly file: string;
}

/**
 * The future admissions of a scenario; undefined if they are held. They begin where growth would: on the first observed day, or in the
 * year after the last first charges that the scenario gives. Throws a Failure if they do not go with the rest, or cannot be forecast.
 */
export function admissionsTyped(
  { admissions, observed, grow }: AdmissionsTyped,
  scenario: Scenario,
  counts: Pick<FutureAdmissions, 'draws' | 'replicates'>,
  path: string,
  cwd: string,
): AdmissionsKnown | undefined {
  if (admissions !== 'forecast') {
    if (observed === undefined) return undefined;
    const problem = '--observed: the figures would not be used';
    throw new Failure({ problem, remedy: `add ${ADMISSIONS_FORECAST}, or leave it out` });
  }
  if (grow !== undefined) {
    const reason = 'a forecast of admissions has a trend of its own, and growth would come on top of it';
    throw new Failure({
      problem: `${ADMISSIONS_FORECAST} does not go with --grow`,
      reason,
      remedy: 'leave one out',
    });
  }
  refuseGrowth(scenario);
  const from = growthBegins(scenario);
  if (from >= scenario.end) {
    const problem = `${ADMISSIONS_FORECAST}: the scenario gives first charges up to ${formatDay(from - 1)}, beyond this forecast`;
    throw new Failure({ problem, remedy: 'use --admissions held, or a later --until' });
  }
  const file = observedFile(observed, path, cwd);
  const figures = readObservations(file, (name) => readTextNow(name, cwd));
  const series = observedSeries(figures, scenario.dimensions['level']).find(({ name }) => name === ADMISSIONS);
  const years = yearOf(scenario.end - 1) - yearOf(from) + 1;
  const future = futureAdmissions(series?.figures ?? [], { from, years, ...counts }, file);
  // another input on a day of the path is complained of before anything runs
  scenarioOfRun({ scenario, admissions: future }, { draw: Math.min(1, counts.draws), replicate: 0 });
  return { future, file };
}

function refuseGrowth(scenario: Scenario): void {
  const given = growthGiven(scenario);
  if (given === undefined) return;
  const { date, value } = given.cells;
  throw new Failure({
    problem: `${ADMISSIONS_FORECAST}: first charges grow by ${value} a year from ${date} on already, by ${given.file}`,
    remedy: 'take that row out of the file, or use --admissions held',
  });
}

/** A sentence on where admissions come from. */
export function admissionsTold({ future: { from, known }, file }: AdmissionsKnown): string {
  return `First charges from ${formatDay(from)} on follow a forecast of prison sentences from the figures up to ${known} in ${basename(file)}; every run has its own path.`;
}
