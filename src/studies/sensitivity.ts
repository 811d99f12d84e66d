/**
 * Sensitivity: carries out `stepdown sensitivity`: screens all factors, computes Sobol indices of those that matter, and writes and
 * prints both.
 */
import type { ChartContext } from '../charts/chart.ts';
import { indicesChart } from '../charts/indices.ts';
import { tornadoChart } from '../charts/tornado.ts';
import { suggestion } from '../evidence/nearest.ts';
import { type Factor, mechanismFactors, parameterFactors } from '../experiment/sensitivity/factors.ts';
import {
  differencesAtPoints,
  screenedFactors,
  screeningPlan,
  sharedOut,
  sharingPlan,
  thoseThatMatter,
} from '../experiment/sensitivity/sensitivity.ts';
import type { Lose, RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { VERSION } from '../files/version.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { indicesTable, type Sensitivities, screeningTable, tellSensitivities } from '../terminal/sensitivity-tables.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { chosenMeasures } from './options/measures.ts';
import { armsOf, folderNameOf, type ReadArm } from './plan-study.ts';
import { counted, type ExperimentRequest } from './request.ts';
import { commandAgain, runExperiment, type Written } from './run-experiment.ts';

export interface SensitivityRequest extends ExperimentRequest {
  /** Mechanisms whose parameters are factors one by one, separated by commas. */
  readonly of: string | undefined;
  readonly trajectories: number;
  readonly points: number;
  readonly most: number;
}

/** Replicates of every point by default: the fewest that distinguish an effect from luck. */
const REPLICATES = 2;

/** Screens, computes indices, writes tables and charts, and prints the findings. */
export async function runSensitivity(
  first: string,
  second: string,
  request: SensitivityRequest,
  terminal: Terminal,
): Promise<void> {
  const { seed, years, of, trajectories, points, most, measures: named } = request;
  const replicates = request.replicates ?? REPLICATES;
  const { arms } = armsOf([first, second], undefined, { seed, years, replicates, evidence: undefined }, terminal);
  const [baseline, other] = arms as readonly [ReadArm, ReadArm];
  const measures = chosenMeasures(named, baseline.scenario);
  const factors = factorsOf(of, baseline.scenario);
  const screening = screeningPlan([baseline, other], factors, trajectories, replicates);
  const asked = { of, trajectories, points, most, replicates: request.replicates, years, seed, measures: named };
  const command = commandAgain(['sensitivity', first, second], asked);
  const contextOf = (title: string, how: string): ChartContext => ({
    title,
    subtitle: `${other.scenario.title} against ${baseline.scenario.title}, ${baseline.scenario.place}, ${counted(replicates, 'replicate')} of each point; ${how}`,
    footer: `Source: stepdown ${VERSION}, seed "${baseline.scenario.seed}"; ${command}`,
    arms: [baseline.scenario.title, other.scenario.title],
    levels: baseline.scenario.dimensions['level'],
  });
  const shared = points === 0 ? '' : `, then up to ${2 * points * replicates * (2 + most)}`;
  if (!request.quiet) {
    const cells = 2 * screening.blocks.length;
    terminal.stderr.write(
      `${counted(factors.length, 'factor')}: ${cells} cells${shared}; after a stop the same command goes on from there\n`,
    );
  }
  const heading = [
    'stepdown sensitivity',
    `${counted(factors.length, 'factor')}, ${trajectories} trajectories`,
  ] as const;
  const experiment = { command, scenarios: arms, heading, folder: `sensitivity-${folderNameOf([other])}` };
  let found: Sensitivities | undefined;
  const find = async (run: RunBlocks, lose: Lose) => {
    const outcomes = await differencesAtPoints(screening, measures, run, lose);
    const screenings = outcomes.map((one) => screenedFactors(screening, one));
    const mattering = points === 0 ? [] : thoseThatMatter(factors, screenings, most);
    const screened = screeningTable(measures, factors, screenings, outcomes);
    const walked = `${trajectories} trajectories through ${factors.length} factors`;
    const tornado = () => tornadoChart(screened, contextOf('Which numbers decide the difference?', walked));
    const charts = [{ id: 'tornado', spec: tornado }];
    if (mattering.length < 2) {
      found = { measures, factors, screenings, mattering: [], indices: [] };
      return { tables: [screened], charts };
    }
    const sharing = sharingPlan([baseline, other], mattering, points, replicates);
    const indices = (await differencesAtPoints(sharing, measures, run, lose)).map((one) => sharedOut(sharing, one));
    found = { measures, factors, screenings, mattering, indices };
    const table = indicesTable(measures, mattering, indices);
    const sampled = `${points} points of each sample; other factors at central values`;
    const spec = () => indicesChart(table, contextOf('Which numbers make the difference uncertain?', sampled));
    return { tables: [screened, table], charts: [...charts, { id: 'indices', spec }] };
  };
  const tell = async ({ folder, digest }: Written) => {
    await tellSensitivities(found!, terminal);
    terminal.stdout.write(`\nchart  ${folder}/tornado.svg   digest ${digest.slice(0, 10)}\n`);
  };
  await runExperiment(experiment, request, terminal, { find, tell });
}

function factorsOf(of: string | undefined, scenario: Scenario): readonly Factor[] {
  const mechanisms = mechanismFactors(scenario);
  if (of === undefined) return mechanisms;
  const nouns = [...new Set(of.split(',').map((noun) => noun.trim()))];
  const names = new Set(mechanisms.map(({ name }) => name));
  const problems = nouns
    .filter((noun) => !names.has(noun))
    .map((noun) => ({
      problem: `--of: no mechanism "${noun}" has an uncertain number`,
      remedy: suggestion(noun, names),
    }));
  if (problems.length > 0) throw new Failure(...problems);
  return parameterFactors(scenario, nouns);
}
