/**
 * Earlier forecast: reads the folder of one, and makes the steps from it to a new one: program, inputs, chance.
 */
import { resolve } from 'node:path';
import { parseDay } from '../engine/calendar.ts';
import { digestOfBytes } from '../engine/digest.ts';
import { type ForecastPlan, forecast, forecastPlan } from '../experiment/forecast/forecast.ts';
import { forecastTable, type Steps } from '../experiment/forecast/rows.ts';
import type { Lose, RunBlocks, Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { readBytes } from '../files/disk.ts';
import { engineVersion } from '../files/engine-version.ts';
import { type ExperimentManifest, manifestOf, type RecordedStudy, recordedStudyIn } from '../results/manifest.ts';
import { scenarioOf, withRun } from '../scenario/scenario.ts';
import { withheldOf } from '../scenario/withheld.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';
import { parseCsv } from '../tables/csv.ts';
import { FORECAST } from '../tables/forecast.ts';
import { type Table, textsOf } from '../tables/table.ts';

/** A forecast that was made before. */
export interface EarlierForecast {
  readonly table: Table;
  readonly study: Study;
  readonly engine: string;
}

const FILE = `${FORECAST.name}.csv`;

/**
 * Reads an earlier forecast. Throws a Failure if the folder holds none, if its table was changed, or if it has no variant and period in
 * common with the plan.
 */
export async function earlierForecast(typed: string, cwd: string, plan: ForecastPlan): Promise<EarlierForecast> {
  const folder = resolve(cwd, typed);
  const manifest = manifestOf(folder, typed, 'stepdown forecast');
  const recorded = recordedStudyIn(manifest);
  if (recorded === undefined || !(FILE in manifest.files)) {
    const remedy = 'name a folder that stepdown forecast wrote';
    throw new Failure({
      place: typed,
      problem: 'holds no forecast',
      reason: `it comes from ${manifest.command}`,
      remedy,
    });
  }
  const place = `${typed.replace(/[/\\]+$/, '')}/${FILE}`;
  const bytes = await readBytes(`${folder}/${FILE}`);
  if (digestOfBytes(bytes) !== manifest.files[FILE]) {
    throw new Failure({ place, problem: 'is damaged, or was changed after it was written', remedy: manifest.command });
  }
  const table = parseCsv(new TextDecoder().decode(bytes), FORECAST, place);
  complainOfNothingInCommon(table, plan, typed);
  return {
    table,
    study: studyOf(recorded, manifest['scenarios'] as ExperimentManifest['scenarios']),
    engine: recorded.engine,
  };
}

/**
 * The forecasts between the earlier one and that of now: what is equal is not run again. Cells that were kept are found again, so the
 * steps cost little where the earlier forecast was made by this program.
 */
export async function stepsFrom(
  earlier: EarlierForecast,
  plan: ForecastPlan,
  now: Table,
  run: RunBlocks,
  lose: Lose,
): Promise<Steps> {
  const { draws, replicates } = earlier.study;
  const tableOf = async (study: Study) => forecastTable((await forecast({ ...plan, study }, run, lose)).numbers);
  const { seed } = earlier.study.arms[0].scenario;
  const hasSameChance =
    seed === plan.study.arms[0].scenario.seed && draws === plan.study.draws && replicates === plan.study.replicates;
  const arms = plan.study.arms.map(({ name, scenario, admissions }) => ({
    name,
    scenario: withRun(scenario, { seed }),
    admissions: admissions && { ...admissions, draws, replicates },
  }));
  return {
    before: earlier.table,
    byThisProgram: earlier.engine === engineVersion() ? earlier.table : await again(earlier, plan.study, run, lose),
    withInputs: hasSameChance ? now : await tableOf({ arms, draws, replicates }),
    now,
  };
}

/**
 * The earlier forecast by this program; undefined if its list of people inside is not the one of now. A folder holds no list, so only
 * the digest tells.
 */
async function again(
  { study: withoutLists, table }: EarlierForecast,
  now: Study,
  run: RunBlocks,
  lose: Lose,
): Promise<Table | undefined> {
  const [{ scenario }] = now.arms;
  const arms = withoutLists.arms.flatMap((arm) => {
    const { withheld, ...rest } = arm.scenario;
    if (withheld === undefined) return [arm];
    const isSame = withheldOf(scenario)?.digest === withheld.digest;
    return isSame ? [{ ...arm, scenario: scenarioOf({ ...rest, inside: scenario.inside }) }] : [];
  });
  if (arms.length < withoutLists.arms.length) return undefined;
  const study = { ...withoutLists, arms: arms as unknown as Study['arms'] };
  const by = textsOf(table, 'period').some((period) => /-/.test(period)) ? 'month' : 'quarter';
  const last = textsOf(table, 'to').reduce((a, b) => (a > b ? a : b));
  return forecastTable((await forecast(forecastPlan(study, parseDay(last), by), run, lose)).numbers);
}

function studyOf(
  { arms, draws, replicates, admissions }: RecordedStudy,
  texts: ExperimentManifest['scenarios'],
): Study {
  const read = arms.map((name, at) => {
    const { path, text } = texts[at];
    return { name, scenario: scenarioFrom(path, { read: () => text }), admissions };
  });
  return { arms: read, draws, replicates };
}

function complainOfNothingInCommon(table: Table, { study, periods }: ForecastPlan, place: string): void {
  const variants = study.arms.map(({ name }) => name);
  const remedy = 'make both forecasts with the same --by and the same --grow';
  const known = new Set(textsOf(table, 'variant'));
  if (!variants.some((name) => known.has(name))) {
    const reason = `it has ${[...known].join(', ')}; this one has ${variants.join(', ')}`;
    throw new Failure({ place, problem: 'has no variant in common with this forecast', reason, remedy });
  }
  const own = new Set(periods.map(({ name }) => name));
  if (textsOf(table, 'period').some((period) => own.has(period))) return;
  throw new Failure({ place, problem: 'has no period in common with this forecast', remedy });
}
