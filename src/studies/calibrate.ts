/**
 * Calibrate: carries out `stepdown calibrate`. Cells are stored as they are computed, so a stopped fit continues from there.
 */
import { relative, resolve } from 'node:path';
import { asPlanned, readCalibrationPlan } from '../evidence/calibration-plan.ts';
import { readObservations } from '../evidence/observations.ts';
import { fitHistory, type Simulate } from '../experiment/calibration/calibration.ts';
import { measuresBeside, valuesBeside } from '../experiment/calibration/observed-fit.ts';
import { withPriors } from '../experiment/calibration/prior.ts';
import { LossCount, partsOfStudy } from '../experiment/losses.ts';
import { blocksOf, type Study } from '../experiment/study.ts';
import { writeFolderAtomically } from '../files/disk.ts';
import { readScenarioFile, readTextNow } from '../files/scenario-file.ts';
import { calibrationFiles, writeCalibration } from '../results/calibration-files.ts';
import { claimFolder } from '../results/claimed-folder.ts';
import type { HeldManifest } from '../results/manifest.ts';
import { storedBeside } from '../runners/stored-cells.ts';
import { catalogue } from '../simulation/parameters.ts';
import { fitTable } from '../terminal/fit-table.ts';
import { tellLosses } from '../terminal/losses.ts';
import { withBar } from '../terminal/progress-bar.ts';
import { coloursFor, type Terminal } from '../terminal/terminal.ts';
import { ExperimentLosses } from './experiment-losses.ts';
import { cacheAsked } from './options/cache.ts';
import { shellWord } from './request.ts';

export interface CalibrationRequest {
  readonly rounds: number;
  readonly replicates: number;
  readonly workers: number | undefined;
  readonly cache: boolean;
  readonly out: string | undefined;
  readonly overwrite: boolean;
  readonly quiet: boolean;
}

/** Fits the plan at `typed`, and writes and prints the result. */
export async function runCalibration(typed: string, request: CalibrationRequest, terminal: Terminal): Promise<void> {
  const read = (path: string) => readTextNow(path, terminal.cwd);
  const written = readCalibrationPlan(typed, read, catalogue);
  const history = readScenarioFile(written.scenario, terminal.cwd).scenario;
  const plan = withPriors(written, typed, history);
  const observations = asPlanned(plan, readObservations(plan.observed, read));
  const measures = measuresBeside(observations, history);
  const { rounds, replicates } = request;
  const command = `stepdown calibrate ${shellWord(typed)}`;
  const cache = cacheAsked(request, terminal);
  const asked = { command, rounds, replicates };
  const isOwn = (held: HeldManifest) => Object.entries(asked).every(([name, value]) => held[name] === value);
  const folder = claimFolder(request, 'calibrated', isOwn, terminal);
  try {
    await writeFolderAtomically(folder.path, async (temporary) => {
      const { signal, stderr } = terminal;
      const workers = Math.min(request.workers ?? terminal.cores, replicates);
      const settings = { workers, signal, reproduce: () => command, cache };
      const stored = await storedBeside(folder.path, settings, (line) => stderr.write(`${line}\n`));
      const counted = new ExperimentLosses(stored.run);
      const simulate: Simulate = async (scenarios, round) => {
        const arms = scenarios.map((scenario, at) => ({ name: `${at}`, scenario }));
        const study: Study = { arms, replicates, draws: 0 };
        const heading = ['stepdown calibrate', `round ${round} of ${rounds}`] as const;
        const run = request.quiet ? counted.run : withBar(counted.run, () => heading, terminal);
        const lost = new LossCount(partsOfStudy(study), counted.lose);
        const simulated = scenarios.map((): (readonly number[])[] => []);
        for await (const cells of run(study, blocksOf(study), () => {}, lost.lose)) {
          for (const cell of cells) {
            const { arm } = cell.key;
            simulated[arm].push(valuesBeside(observations, measures, scenarios[arm], cell));
          }
        }
        lost.check();
        return simulated.map((own) =>
          observations.map((_, at) => own.reduce((sum, values) => sum + values[at] / own.length, 0)),
        );
      };
      const found = await fitHistory(plan, history, observations, simulate, rounds).finally(stored.end);
      const up = relative(folder.path, resolve(terminal.cwd, plan.scenario)).replaceAll('\\', '/');
      const files = calibrationFiles(plan, history, observations, found, up);
      const losses = counted.losses();
      await writeCalibration(temporary, files, command, request, losses);
      await tellLosses(losses, `${folder.shown}/manifest.json`, terminal);
      if (!request.quiet) {
        const colours = await coloursFor(terminal.stdout, terminal);
        terminal.stdout.write(fitTable(observations, found, colours));
      }
    });
  } finally {
    folder.release();
  }
  if (!request.quiet) terminal.stdout.write(`\nscenario  ${folder.shown}/scenario.yaml\n`);
}
