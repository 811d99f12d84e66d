/** Census: carries out `stepdown census`, which reads a list of inmates and writes the one that a scenario starts from. */
import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { censusAccount } from '../census/account.ts';
import { cleanText, isClean, readCensus } from '../census/census.ts';
import type { CensusSettings } from '../census/census-row.ts';
import type { DateOrder } from '../census/dialect.ts';
import { type Fact, facts, plainly } from '../census/facts.ts';
import { type Day, formatDay, parseDay } from '../engine/calendar.ts';
import { suggestion } from '../evidence/nearest.ts';
import { Failure } from '../failure.ts';
import { writeAtomically } from '../files/disk.ts';
import { readScenarioFile, readTextNow, shortestPath } from '../files/scenario-file.ts';
import { listedStatuses } from '../scenario/inside.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { coloursFor, type Terminal } from '../terminal/terminal.ts';
import { counted } from './request.ts';

/** What was typed. */
export interface CensusRequest {
  readonly file: string;
  readonly scenario: string;
  readonly on: string | undefined;
  readonly columns: readonly string[];
  readonly words: readonly string[];
  readonly home: readonly string[];
  readonly dates: string | undefined;
  readonly out: string | undefined;
}

/** Reads the list, writes the clean one, and tells what was read, left out and put in place of what. Fails if no row can be used. */
export async function takeCensus(request: CensusRequest, terminal: Terminal): Promise<void> {
  const { scenario } = readScenarioFile(request.scenario, terminal.cwd);
  const settings = settingsOf(request, scenario);
  const path = resolve(terminal.cwd, request.file);
  const census = readCensus(request.file, readTextNow(path, terminal.cwd), settings);
  const colours = await coloursFor(terminal.stdout, terminal);
  if (census.people.length === 0) {
    const reasons = [...census.leftOut]
      .map(([reason, lines]) => `${counted(lines.length, 'row')}: ${reason}`)
      .join('; ');
    throw new Failure({
      place: request.file,
      problem: `none of ${census.rows} rows can be used`,
      reason: reasons,
      remedy: `words of a list are those of ${request.scenario}, which --scenario names, or are told with --word, as in --word "level:A=${scenario.dimensions['level'][0]}"; headings with --column`,
    });
  }
  const out = resolve(terminal.cwd, request.out ?? `${path.slice(0, path.length - extname(path).length)}.clean.csv`);
  if (out === path)
    throw new Failure({ place: request.out ?? request.file, problem: 'the clean list would replace the list itself' });
  if (existsSync(out) && !isClean(readTextNow(out, terminal.cwd))) {
    const problem = 'there is another file of this name, which stepdown census did not write';
    throw new Failure({ place: shortestPath(out, terminal.cwd), problem, remedy: 'name another file with --out' });
  }
  await writeAtomically(out, cleanText(census, settings.on));
  const lines = [
    ...censusAccount(request.file, census, settings),
    '',
    `written: ${colours.cyan(shortestPath(out, terminal.cwd))}`,
    `  in a scenario beside it that starts on ${formatDay(settings.on)}: people_inside: ${basename(out)}`,
    '  nothing may be decided about a person by it: who takes over which history is chance',
  ];
  terminal.stdout.write(`${lines.join('\n')}\n`);
}

function settingsOf(request: CensusRequest, scenario: Scenario): CensusSettings {
  const pairs = (option: string, texts: readonly string[]) =>
    texts.map((text) => {
      const at = text.lastIndexOf('=');
      if (at > 0 && at < text.length - 1) return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const;
      throw new Failure({
        place: `--${option}`,
        problem: `expected something like ${EXAMPLES[option]}, got "${text}"`,
      });
    });
  const columns = new Map<string, Fact>();
  for (const [heading, fact] of pairs('column', request.columns)) {
    const found = facts.find((one) => one === fact);
    if (found === undefined)
      throw new Failure({
        place: '--column',
        problem: `there is no fact "${fact}"`,
        remedy: suggestion(fact, facts, facts.length),
      });
    columns.set(heading, found);
  }
  return {
    on: request.on === undefined ? scenario.start : dayGiven(request.on),
    dimensions: scenario.dimensions,
    columns,
    words: new Map(pairs('word', request.words).map(([word, ours]) => wordOf(word, ours, scenario))),
    home: request.home,
    dateOrder: request.dates as DateOrder | undefined,
  };
}

/** A word of the list by its fact, without case and signs, and the word of the scenario that it stands for. */
function wordOf(word: string, ours: string, { dimensions }: Scenario): readonly [string, string] {
  const [fact = '', ...rest] = word.split(':');
  const known: Readonly<Record<string, readonly string[]>> = {
    status: listedStatuses,
    level: dimensions['level'],
    sex: dimensions['sex'],
    unit: dimensions['unit'],
    offence: dimensions['offence'],
    foreign: ['no', 'yes'],
  };
  const words = known[fact];
  if (words === undefined)
    throw new Failure({
      place: '--word',
      problem: `there are no words of ${fact}`,
      remedy: suggestion(fact, Object.keys(known)),
    });
  if (!words.includes(ours))
    throw new Failure({ place: '--word', problem: `${fact}: there is no "${ours}"`, remedy: suggestion(ours, words) });
  return [`${fact}:${plainly(rest.join(':'))}`, ours];
}

const EXAMPLES: Readonly<Record<string, string>> = { column: '"Dom i dager=sentence_days"', word: '"level:A=high"' };

function dayGiven(text: string): Day {
  try {
    return parseDay(text);
  } catch {
    throw new Failure({ place: '--on', problem: `"${text}" is no day`, remedy: 'write it as in 2021-01-01' });
  }
}
