/**
 * Match: carries out `stepdown match`. Cells are stored as they are computed and the folder is written whole after every wave, so a
 * stopped match continues from there, and a plan with more waves only adds them.
 */
import { relative, resolve } from 'node:path';
import { asPlanned, readCalibrationPlan } from '../evidence/calibration-plan.ts';
import { readObservations } from '../evidence/observations.ts';
import { targetsOf } from '../experiment/calibration/implausibility.ts';
import { scenarioOfSettings } from '../experiment/calibration/matched-scenario.ts';
import { measuresBeside, valuesBeside } from '../experiment/calibration/observed-fit.ts';
import { withPriors } from '../experiment/calibration/prior.ts';
import { type Matched, matchedInWaves, type Runs, type SimulateWave } from '../experiment/calibration/waves.ts';
import { scaledCountry, wholeOver } from '../experiment/scaled-country.ts';
import { type BlockKey, blocksOf, type CellResult, digestOfArm, type Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { writeFolderAtomically } from '../files/disk.ts';
import { readScenarioFile, readTextNow } from '../files/scenario-file.ts';
import { claimFolder } from '../results/claimed-folder.ts';
import type { HeldManifest } from '../results/manifest.ts';
import { matchFiles, writeMatch } from '../results/match-files.ts';
import { storedBeside } from '../runners/stored-cells.ts';
import { catalogue } from '../simulation/parameters.ts';
import { tellLosses } from '../terminal/losses.ts';
import { waveLine } from '../terminal/match-lines.ts';
import { withBar } from '../terminal/progress-bar.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { ExperimentLosses } from './experiment-losses.ts';
import { shellWord } from './request.ts';

export interface MatchRequest {
  readonly workers: number | undefined;
  readonly out: string | undefined;
  readonly overwrite: boolean;
  readonly quiet: boolean;
}

/** Carries out the waves of the plan at `typed`, and writes and prints what each leaves. */
export async function runMatch(typed: string, request: MatchRequest, terminal: Terminal): Promise<void> {
  const read = (path: string) => readTextNow(path, terminal.cwd);
  const written = readCalibrationPlan(typed, read, catalogue);
  const { match } = written;
  if (match === undefined) {
    throw new Failure({ place: typed, problem: 'match is missing', remedy: 'see docs/background/calibration.md' });
  }
  if (written.follow.length > 0 && !match.isCalibrated) {
    const remedy = 'run stepdown calibrate, and name the scenario that it writes under match.scenario';
    throw new Failure({ place: typed, problem: 'match: levers follow figures, but nothing is calibrated', remedy });
  }
  const { scenario } = readScenarioFile(match.scenario, terminal.cwd);
  const plan = withPriors({ ...written, free: [...written.free, ...match.free] }, typed, scenario);
  const observations = asPlanned(plan, readObservations(plan.observed, read));
  const targets = targetsOf(observations, match.errors, typed);
  const figures = targets.map(({ figure }) => figure);
  const measures = measuresBeside(figures, scenario);
  const wholes = figures.map((figure) => wholeOver(match.scale, figure));
  const command = `stepdown match ${shellWord(typed)}`;
  const isOwn = (held: HeldManifest) => held.command === command;
  const folder = claimFolder(request, 'matched', isOwn, terminal);
  try {
    const { signal, stderr } = terminal;
    const workers = Math.min(request.workers ?? terminal.cores, match.settings * match.replicates);
    const settings = { workers, signal, reproduce: () => command };
    const stored = await storedBeside(folder.path, settings, (line) => stderr.write(`${line}\n`));
    const counted = new ExperimentLosses(stored.run);
    const simulate: SimulateWave = async (candidates, wave) => {
      const holder = scaledCountry(scenarioOfSettings(plan, scenario, candidates), match.scale);
      const arms = [{ name: `wave ${wave}`, scenario: holder }];
      const study: Study = { arms, replicates: match.replicates, draws: candidates.length };
      const heading = ['stepdown match', `wave ${wave} of ${match.waves}`] as const;
      const run = request.quiet ? counted.run : withBar(counted.run, () => heading, terminal);
      const cells = candidates.map((): CellResult[] => []);
      for await (const [cell] of run(study, blocksOfWave(study, wave), () => {}, counted.lose)) {
        cells[cell!.key.draw - 1].push(cell!);
      }
      return cells.map((own): Runs | undefined => {
        if (own.length < match.replicates) return undefined;
        const values = own.map((cell) =>
          Float64Array.from(valuesBeside(figures, measures, holder, cell)).map((one, at) => one * wholes[at]),
        );
        return { values, digest: digestOfArm(own.map(({ digest }) => digest)) };
      });
    };
    const up = relative(folder.path, resolve(terminal.cwd, match.scenario)).replaceAll('\\', '/');
    const asked = { plan: match, dimensions: plan.free.length, targets, seed: scenario.seed };
    let found: Matched | undefined;
    try {
      for await (const after of matchedInWaves(asked, simulate)) {
        found = after;
        const files = matchFiles(plan, scenario, targets, after, up);
        await writeFolderAtomically(folder.path, (temporary) =>
          writeMatch(temporary, files, command, after, counted.losses()),
        );
        if (!request.quiet) terminal.stdout.write(`${waveLine(after, figures)}\n`);
      }
    } finally {
      await stored.end();
    }
    await tellLosses(counted.losses(), `${folder.shown}/manifest.json`, terminal);
    const { kept, effectiveSize } = found!;
    if (kept.length < match.members || effectiveSize < match.effective_size) {
      const wanted = `${match.members} of effective size ${match.effective_size}`;
      stderr.write(
        `${kept.length} members of effective size ${effectiveSize.toFixed(1)}, ${wanted} wanted: add waves or settings\n`,
      );
    }
    if (!request.quiet && kept.length > 0) terminal.stdout.write(`\nscenario  ${folder.shown}/scenario.yaml\n`);
  } finally {
    folder.release();
  }
}

/**
 * The blocks of a wave. If each setting runs once, each has luck of its own: what all had in common could not be told from an effect.
 */
function blocksOfWave(study: Study, wave: number): readonly BlockKey[] {
  const blocks = blocksOf(study);
  if (study.replicates > 1) return blocks;
  return blocks.map((block) => ({ ...block, replicate: (wave - 1) * study.draws + block.draw - 1 }));
}
