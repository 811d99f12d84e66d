/**
 * New jurisdiction: carries out `stepdown init`, which writes the synthetic jurisdiction of the program under another name.
 *
 * Every figure in it is invented, and says so until it is replaced. It refers to files of the program by name and not by path, so
 * that the project can be moved to another folder or machine.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { writeAtomically } from '../files/disk.ts';
import { makeFolders } from '../files/folders.ts';
import { readScenarioFile, readTextNow, SCENARIOS_OF_PROGRAM, shortestPath } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { coloursFor, type Terminal } from '../terminal/terminal.ts';

/** Writes the files of a new jurisdiction and prints the next steps. Refuses a name that is taken or invalid. */
export async function beginJurisdiction(name: string, terminal: Terminal): Promise<void> {
  if (!NAME.test(name)) {
    throw new Failure({
      place: name,
      problem: 'cannot be the name of a jurisdiction',
      reason: 'it becomes a folder: lower-case letters, digits and hyphens, at most 40, beginning with a letter',
    });
  }
  const folder = resolve(terminal.cwd, 'scenarios', name);
  const shown = shortestPath(folder, terminal.cwd);
  if (existsSync(folder)) {
    throw new Failure({
      place: shown,
      problem: 'exists already',
      remedy: 'choose another name, or move the folder away',
    });
  }
  const title = name.replace(/^.|-./g, (start) => start.replace('-', ' ').toUpperCase());
  const ofProgram = (file: string) => readTextNow(join(SCENARIOS_OF_PROGRAM, file), terminal.cwd);
  await write(join(folder, 'evidence.yaml'), renamed(ofProgram('harbour/evidence.yaml'), title, name));
  await write(
    join(folder, 'baseline.yaml'),
    renamed(ofProgram('harbour/baseline.yaml'), title, name).replace(/^title:/m, BEGUN),
  );
  for (const schema of ['schema.json', 'evidence/schema.json']) {
    const path = resolve(terminal.cwd, 'scenarios', schema);
    if (!existsSync(path)) await write(path, ofProgram(schema));
  }
  const colours = await coloursFor(terminal.stdout, terminal);
  const { scenario } = readScenarioFile(`scenarios/${name}/baseline.yaml`, terminal.cwd);
  const invented = [...scenario.passports.values()].filter(({ place }) => place === title).length;
  const lines = [
    `${colours.bold(title)} is a jurisdiction of ${scenario.dimensions['level'].length} levels; ${invented} of its ${scenario.passports.size} figures are invented, the rest are Norway's`,
    '',
    `  ${shown}/baseline.yaml   names of levels, units and regions; first day and years`,
    `  ${shown}/evidence.yaml   the invented figures: put yours in their place, with source and grade`,
    '',
    'next:',
    colours.cyan(`  stepdown check ${name}/baseline`),
    colours.cyan(`  stepdown run ${name}/baseline`),
  ];
  terminal.stdout.write(`${lines.join('\n')}\n`);
}

async function write(path: string, text: string): Promise<void> {
  makeFolders(dirname(path));
  await writeAtomically(path, text);
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
