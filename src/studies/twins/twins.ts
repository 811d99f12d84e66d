/**
 * Twins: carries out `stepdown twins`, which compares paired counterfactual life courses. Replicates are run and read one by one; of
 * people only the told pair is kept.
 */
import { groupsChart } from '../../charts/groups.ts';
import { lifeLinesChart } from '../../charts/life-lines.ts';
import { yearOf } from '../../engine/calendar.ts';
import { cellOf } from '../../experiment/study.ts';
import { VERSION } from '../../files/version.ts';
import type { TwinNames } from '../../lives/twins/causes.ts';
import { causesTable, divergencesTable } from '../../lives/twins/tables.ts';
import { runsIn, twinsPlan } from '../../lives/twins/twins.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { startBar } from '../../terminal/progress-bar.ts';
import { Interrupted, type Terminal } from '../../terminal/terminal.ts';
import { personAsked } from '../options/person.ts';
import { armsOf } from '../plan-study.ts';
import type { ExperimentRequest } from '../request.ts';
import { commandAgain, type Findings, runExperiment, type Written } from '../run-experiment.ts';
import { tellTwins } from './account.ts';
import { lifeLinesTable, yearNumber } from './pair-story.ts';
import { findTwins, howOf, TOLD_RUNS, type TwinsFound } from './search.ts';

/** The options of `stepdown twins`. */
export interface TwinsRequest extends ExperimentRequest {
  /** Whether the search for the levers behind each parting is skipped. */
  readonly quick: boolean;
  /** The person whose lives are told, as typed. */
  readonly person: string | undefined;
}

/** Follows the same people through both arms, writes tables and charts, and prints the findings. */
export async function runTwins(
  first: string,
  second: string,
  request: TwinsRequest,
  terminal: Terminal,
): Promise<void> {
  const { years, seed, quick, quiet, workers } = request;
  const { arms, folder: usual } = armsOf([first, second], undefined, { ...request, evidence: undefined }, terminal);
  const [one, other] = arms.map(({ scenario }) => scenario) as [Scenario, Scenario];
  const replicates = request.replicates ?? REPLICATES;
  const asked = request.person === undefined ? undefined : personAsked(request.person, replicates);
  const plan = twinsPlan(one, other, replicates, quick);
  const names: TwinNames = {
    offences: one.dimensions['offence'],
    levels: [...one.dimensions['level'], 'monitoring'],
    arms: [arms[0].name, arms[1].name],
    levers: plan.switches?.groups.map(({ name }) => name),
  };
  const options = { replicates: request.replicates, years, seed, person: request.person };
  const command = `${commandAgain(['twins', first, second], options)}${quick ? ' --quick' : ''}`;
  const heading = ['stepdown twins', `${replicates * runsIn(plan)} runs`] as const;
  if (!quiet) terminal.stderr.write(`${howOf(plan)}\n`);
  let found: TwinsFound | undefined;
  const experiment = { command, scenarios: arms, heading, folder: `twins-${usual}` };
  const find = async () => {
    const blocks = replicates * runsIn(plan) + TOLD_RUNS;
    const bar = quiet ? undefined : startBar({ heading, blocks, cellsPerBlock: 1 }, terminal);
    let done = 0;
    const lived = () => bar?.progress(++done, blocks);
    try {
      const settings = { workers: workers ?? terminal.cores, signal: terminal.signal, lived };
      found = await findTwins(plan, names, asked, settings);
    } catch (error) {
      if (terminal.signal.aborted)
        throw new Interrupted('stopped; lives are not stored, so the same command begins anew');
      throw error;
    } finally {
      bar?.stop();
    }
    return findingsOf(found, `Source: stepdown ${VERSION}, seed "${one.seed}"; ${command}`);
  };
  const tell = ({ folder, digest }: Written) => tellTwins(found!, folder, digest, terminal);
  await runExperiment(experiment, request, terminal, { find, tell });
}

const REPLICATES = 4;

function findingsOf(found: TwinsFound, footer: string): Findings {
  const { plan, names, listed, causes, groups, told, example } = found;
  const { first, second, replicates } = plan;
  const arms = [first.title, second.title];
  const years = `${yearOf(first.start)} to ${yearOf(first.end - 1)}`;
  const context = { footer, arms, levels: first.dimensions['level'] };
  const groupsContext = {
    ...context,
    title: 'Who gains and who loses?',
    subtitle: `${second.title} against ${first.title}, the same people; ${first.place}, ${years}, ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`,
  };
  const tables = [divergencesTable(listed, names), causesTable(causes), groups];
  const charts = [{ id: 'groups', spec: () => groupsChart(groups, SHOWN, groupsContext) }];
  if (told === undefined) return { tables, charts };
  const lines = lifeLinesTable(told, cellOf(first, { draw: 0, replicate: told.replicate }), names, arms);
  const born = yearNumber(told.traits.birthDay);
  const lifeContext = {
    ...context,
    title: 'Where do two lives of one person part?',
    subtitle: `Where the person is, day by day, in two arms; ${first.place}; a simulated person, replicate ${told.replicate}`,
    born,
    example,
  };
  return {
    tables: [...tables, lines],
    charts: [{ id: 'lives', spec: () => lifeLinesChart(lines, lifeContext) }, ...charts],
  };
}

/** The outcomes that the chart of groups shows. */
const SHOWN = ['days in custody', 'new charges'];
