/**
 * Match files: the files that history matching writes after each wave.
 *
 * `members.csv` holds the settings that the figures leave possible; `scenario.yaml` is the scenario with their centre, ready to be run
 * or extended, whose parameter draws are the members; `waves.csv`, `emulators.csv` and `settings.csv` show how they were found.
 */
import { join } from 'node:path';
import { digestOfBytes } from '../engine/digest.ts';
import type { CalibrationPlan } from '../evidence/calibration-plan.ts';
import { textOfDocument } from '../evidence/document.ts';
import type { MatchTarget } from '../experiment/calibration/implausibility.ts';
import { factorsAt, freePolicies, matchedMembers, settingsCentre } from '../experiment/calibration/matched-scenario.ts';
import type { Matched, Wave } from '../experiment/calibration/waves.ts';
import type { Losses } from '../experiment/losses.ts';
import { writeAtomically } from '../files/disk.ts';
import { VERSION } from '../files/version.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { toCsv } from '../tables/csv.ts';
import { EMULATORS, membersSchema, settingsSchema, WAVES } from '../tables/match.ts';
import { tableOfRows, type Value } from '../tables/table.ts';
import { policiesText } from './calibration-files.ts';

/** The files by path; `extended` is the path of the scenario, relative to the folder. Without members there is no scenario. */
export function matchFiles(
  plan: CalibrationPlan,
  scenario: Scenario,
  targets: readonly MatchTarget[],
  found: Matched,
  extended: string,
): ReadonlyMap<string, string> {
  const names = plan.free.map(({ name }) => name);
  const members = matchedMembers(plan, scenario, found.kept);
  const numbers = members.columns.map(({ policy, path }) => `${policy} ${path}`);
  const memberRows = found.kept.map(({ wave, implausibility, digest }, at): Value[] => {
    const { weight, seed, others, values } = members.rows[at];
    return [weight, seed, others, wave, short(implausibility), digest, ...values];
  });
  const kept = new Set(found.kept.map(({ seed }) => seed));
  const settingRows = found.tried.map(({ wave, seed, implausibility, worst, point }): Value[] => {
    const { measure, year } = targets[worst].figure;
    return [
      wave,
      seed,
      short(implausibility),
      `${measure} ${year}`,
      kept.has(seed),
      ...factorsAt(plan, point).map(short),
    ];
  });
  const waveRows = found.waves.map(({ number, asked, lost, left, emulators }): Value[] => {
    const own = found.kept.filter(({ wave }) => wave === number).length;
    return [number, asked, lost, own, short(left), emulators.filter(({ isUsed }) => isUsed).length];
  });
  const files: [string, string][] = [
    ['waves.csv', toCsv(tableOfRows(WAVES, waveRows))],
    [
      'emulators.csv',
      toCsv(
        tableOfRows(
          EMULATORS,
          found.waves.flatMap((wave) => emulatorRows(wave, targets)),
        ),
      ),
    ],
    ['settings.csv', toCsv(tableOfRows(settingsSchema(names), settingRows))],
  ];
  if (found.kept.length > 0) {
    files.push(['members.csv', toCsv(tableOfRows(membersSchema(numbers), memberRows))]);
    files.push(['scenario.yaml', scenarioText(plan, scenario, found, extended)]);
  }
  return new Map(files);
}

/** Writes the files, and a manifest that lists them. */
export async function writeMatch(
  folder: string,
  files: ReadonlyMap<string, string>,
  command: string,
  { waves, kept, effectiveSize }: Matched,
  losses: Losses | undefined,
): Promise<void> {
  const digests: Record<string, string> = {};
  for (const [path, text] of files) {
    await writeAtomically(join(folder, path), text);
    digests[path] = digestOfBytes(new TextEncoder().encode(text));
  }
  const rounds = waves.length;
  const size = { rounds, members: kept.length, effectiveSize: short(effectiveSize) };
  const lost = losses === undefined ? {} : { losses };
  const manifest = { stepdown: VERSION, command, ...size, ...lost, files: digests };
  await writeAtomically(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

function scenarioText(plan: CalibrationPlan, scenario: Scenario, { kept }: Matched, extended: string): string {
  const policies = policiesText(freePolicies(plan, scenario, settingsCentre(kept)));
  const title = `${scenario.title}, matched`;
  const document = { title, extends: extended, members: 'members.csv', policies };
  return `# Written by stepdown match; to change it, change the plan and match again.\n${textOfDocument(document)}`;
}

function emulatorRows({ number, emulators, ruledOut }: Wave, targets: readonly MatchTarget[]): readonly Value[][] {
  return targets.map(({ figure, variance }, at) => {
    const { emulator, isUsed, luck } = emulators[at];
    const { leftOut, explained, nugget } = emulator;
    const far = leftOut.map((z) => Math.abs(z));
    const within = far.filter((z) => z <= 2).length / far.length;
    const sizes = [variance, luck, nugget].map((one) => short(Math.sqrt(one)));
    const found = [short(explained), short(within), short(Math.max(...far))];
    return [number, figure.measure, figure.year, isUsed, ...found, ...sizes, short(ruledOut[at])];
  });
}

const short = (value: number) => Number(value.toPrecision(5));
