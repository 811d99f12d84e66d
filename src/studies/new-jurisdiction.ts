/**
 * New jurisdiction: carries out `stepdown init`, which writes the synthetic jurisdiction of the program under another name.
 *
 * Every figure in it is invented, and says so until it is replaced. It refers to files of the program by name and not by path, so
 * that the project can be moved to another folder or machine.
 */
import { existsSync, readdirSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { writeAtomically } from '../files/disk.ts';
import { removeQuietly } from '../files/leftovers.ts';
import { readScenarioFile, readTextNow, SCENARIOS_OF_PROGRAM, shortestPath } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { coloursFor, type Terminal } from '../terminal/terminal.ts';

/**
 * Writes the files of a new jurisdiction and prints the next steps. Refuses a name that is taken or invalid. Leaves nothing behind
 * if it fails.
 */
export async function beginJurisdiction(name: string, terminal: Terminal): Promise<void> {
  refuseName(name, terminal.cwd);
  const title = name.replace(/^.|-./g, (start) => start.replace('-', ' ').toUpperCase());
  const scenario = await written(name, title, terminal.cwd);
  const colours = await coloursFor(terminal.stdout, terminal);
  const invented = [...scenario.passports.values()].filter(({ place }) => place === title).length;
  const lines = [
    `${colours.bold(title)} is a jurisdiction of ${scenario.dimensions['level'].length} levels; ${invented} of its ${scenario.passports.size} figures are invented, the rest are Norway's`,
    '',
    `  scenarios/${name}/baseline.yaml   names of levels, units and regions; first day and years`,
    `  scenarios/${name}/evidence.yaml   the invented figures: put yours in their place, with source and grade`,
    '',
    'next:',
    colours.cyan(`  stepdown check ${name}/baseline`),
    colours.cyan(`  stepdown run ${name}/baseline`),
  ];
  terminal.stdout.write(`${lines.join('\n')}\n`);
}

function refuseName(name: string, cwd: string): void {
  if (!NAME.test(name)) {
    throw new Failure({
      place: name,
      problem: 'cannot be the name of a jurisdiction',
      reason: 'it becomes a folder: lower-case letters, digits and hyphens, at most 40, beginning with a letter',
    });
  }
  if (namesOfProgram().has(name)) {
    throw new Failure({
      place: name,
      problem: 'is a name of the program',
      reason: `scenarios/${name} would hide the files that other scenarios, and the new one, find in the program under that name`,
      remedy: `choose another name, such as ${`my-${name}`.slice(0, 40)}`,
    });
  }
  const folder = resolve(cwd, 'scenarios', name);
  if (!existsSync(folder)) return;
  throw new Failure({
    place: shortestPath(folder, cwd),
    problem: 'exists already',
    remedy: 'choose another name, or move the folder away',
  });
}

/** The folders and scenarios at the top of those of the program: `norway`, `evidence`, `normality`. */
function namesOfProgram(): ReadonlySet<string> {
  return new Set(readdirSync(SCENARIOS_OF_PROGRAM).map((file) => file.replace(/\.[^.]*$/, '')));
}

/** Writes the files and reads the scenario that they make. */
async function written(name: string, title: string, cwd: string): Promise<Scenario> {
  const ofProgram = (file: string) => readTextNow(join(SCENARIOS_OF_PROGRAM, file), cwd);
  const inScenarios = (file: string) => resolve(cwd, 'scenarios', file);
  const baseline = renamed(ofProgram('harbour/baseline.yaml'), title, name).replace(/^title:/m, BEGUN);
  const files = new Map([
    [inScenarios(`${name}/evidence.yaml`), renamed(ofProgram('harbour/evidence.yaml'), title, name)],
    [inScenarios(`${name}/baseline.yaml`), baseline],
  ]);
  for (const schema of ['schema.json', 'evidence/schema.json']) {
    if (!existsSync(inScenarios(schema))) files.set(inScenarios(schema), ofProgram(schema));
  }
  const added = [...new Set([...files.keys()].flatMap(missingAbove))].sort((a, b) => b.length - a.length);
  try {
    for (const [path, text] of files) await writeAtomically(path, text);
    return readScenarioFile(`scenarios/${name}/baseline.yaml`, cwd).scenario;
  } catch (error) {
    for (const path of files.keys()) await removeQuietly(path);
    for (const folder of added) await rmdir(folder).catch(() => undefined);
    throw error;
  }
}

/** The folders above a file that are not there yet. */
function missingAbove(path: string): readonly string[] {
  const folder = dirname(path);
  return existsSync(folder) ? [] : [folder, ...missingAbove(folder)];
}

/** The text under another name, with files of the program referred to by name. */
function renamed(text: string, title: string, name: string): string {
  return text
    .replace('title: Harbour, a synthetic jurisdiction', `title: ${title}`)
    .replace(/description: >-\n(?: {2}.*\n)+/, DESCRIPTION)
    .replaceAll('Harbour, a jurisdiction that does not exist.', `${title}: invented until you replace them.`)
    .replaceAll('Harbour', title)
    .replaceAll('seed: harbour', `seed: ${name}`)
    .replace(/^(extends:|evidence:| {2}-) \.\.\//gm, '$1 ');
}

const BEGUN = `# Begun with stepdown ${VERSION}. A name such as norway/baseline is looked for beside this file, then in scenarios/ of the
# project, then in the program.
title:`;
const DESCRIPTION = `description: >-
  Begun by stepdown init. What a place decides for itself is invented and stands in evidence.yaml; laws, people, courts and
  effects are those of the Norwegian baseline until a passport of your own takes their place.
`;
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$(?<=^.{1,40}$)/;
