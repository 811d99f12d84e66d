/**
 * Calibration: what `stepdown calibrate` does. Cells are kept as they come, so a fit that was stopped goes on where it was.
 */
import { dirname, join, relative, resolve } from 'node:path';
import { readCalibrationPlan } from '../evidence/calibration-plan.ts';
import { readObservations } from '../evidence/observations.ts';
import { fitHistory, type Simulate } from '../experiment/calibration/calibration.ts';
import { ensembleMembersOf, tried } from '../experiment/calibration/ensemble.ts';
import { measuresBeside, valuesBeside } from '../experiment/calibration/observed-fit.ts';
import { blocksOf, type Study } from '../experiment/study.ts';
import { cellStore } from '../files/cell-store.ts';
import { writeFolderAtomically } from '../files/disk.ts';
import { engineVersion } from '../files/engine-version.ts';
import { lockFolder } from '../files/lock.ts';
import { readScenarioFile, readTextNow, shortestPath } from '../files/scenario-file.ts';
import { calibrationFiles, writeCalibration } from '../results/calibration-files.ts';
import { refuseForeignFolder } from '../results/study-folder.ts';
import { stored } from '../runners/stored.ts';
import { catalogue } from '../simulation/parameters.ts';
import { fitTable } from '../terminal/fit-table.ts';
import { startBar } from '../terminal/progress-bar.ts';
import { coloursFor, type Terminal } from '../terminal/terminal.ts';
import { shellWord } from './request.ts';
import { runnerFor } from './runner.ts';

export interface CalibrationRequest {
  readonly rounds: number;
  readonly replicates: number;
  readonly ensemble: number;
  readonly workers: number | undefined;
  readonly out: string | undefined;
  readonly quiet: boolean;
}

/** Fits the plan at `typed`, writes what was found, and prints it. */
export async function runCalibration(typed: string, request: CalibrationRequest, terminal: Terminal): Promise<void> {
  const read = (path: string) => readTextNow(path, terminal.cwd);
  const plan = readCalibrationPlan(typed, read, catalogue);
  const history = readScenarioFile(plan.scenario, terminal.cwd).scenario;
  const observations = readObservations(plan.observed, read);
  const measures = measuresBeside(observations, history);
  const folder = resolve(terminal.cwd, request.out ?? join('output', 'calibrated'));
  refuseForeignFolder(folder, request.out ?? folder);
  const release = lockFolder(folder, request.out ?? shortestPath(folder, terminal.cwd));
  try {
    await writeFolderAtomically(folder, async (temporary) => {
      const store = cellStore(join(dirname(folder), '.cells'), (line) => terminal.stderr.write(`${line}\n`));
      const workers = Math.min(request.workers ?? terminal.cores, request.replicates);
      const again = `stepdown calibrate ${shellWord(typed)}`;
      const inner = await runnerFor(workers, terminal.signal, () => again);
      const runner = stored({ store, engine: engineVersion(), tally: { found: 0, computed: 0 } }, inner);
      const simulate: Simulate = async (scenarios, round) => {
        const { replicates } = request;
        const study: Study = {
          arms: scenarios.map((scenario, at) => ({ name: `${at}`, scenario })),
          replicates,
          draws: 0,
        };
        const heading = round > request.rounds ? 'ensemble' : `round ${round} of ${request.rounds}`;
        const bar = startBar(
          { heading: [`stepdown calibrate`, heading], blocks: replicates, cellsPerBlock: scenarios.length },
          request.quiet ? { ...terminal, stderr: { write: () => {} } } : terminal,
        );
        try {
          const sums = scenarios.map(() => observations.map(() => 0));
          for await (const cells of runner(study, blocksOf(study), bar.progress)) {
            for (const cell of cells) {
              const values = valuesBeside(observations, measures, scenarios[cell.key.arm], cell);
              values.forEach((value, at) => {
                sums[cell.key.arm][at] += value / replicates;
              });
            }
          }
          return sums;
        } finally {
          bar.stop();
        }
      };
      const found = await fitHistory(plan, history, observations, simulate, request.rounds);
      const candidates = ensembleMembersOf(plan, found, request.ensemble, history.seed);
      const ensemble = await tried(plan, history, observations, candidates, (scenarios) =>
        simulate(scenarios, request.rounds + 1),
      );
      const up = relative(folder, resolve(terminal.cwd, plan.scenario)).replaceAll('\\', '/');
      const files = calibrationFiles(plan, history, observations, found, ensemble, up);
      await writeCalibration(temporary, files, `stepdown calibrate ${shellWord(typed)}`, request);
      if (!request.quiet) {
        const colours = await coloursFor(terminal.stdout, terminal);
        terminal.stdout.write(fitTable(observations, found, colours));
      }
    });
  } finally {
    release();
  }
  if (request.quiet) return;
  terminal.stdout.write(`\nscenario  ${shortestPath(join(folder, 'scenario.yaml'), terminal.cwd)}\n`);
}
