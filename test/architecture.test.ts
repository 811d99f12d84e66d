/** The house keeps its plan: who may import whom, one door for each library, names, lengths, and no clock or luck inside. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { decisionNames } from '../src/people/decisions.ts';
import { diaryNames, lifeEventNames, lifeEvents } from '../src/people/life-events.ts';
import { dictionary } from '../src/people/person.ts';

/**
 * The floors of the house, from the ground up. The files of a folder may import from their own folder, from those listed,
 * and `failure.ts`. `main` is the files of `src` itself.
 */
const model = ['engine', 'evidence', 'people', 'scenario', 'prison', 'community', 'simulation'];
const outcomes = [...model, 'tables', 'statistics', 'measures'];
const mayImport: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  tables: ['engine'],
  evidence: ['engine', 'tables'],
  people: ['engine', 'evidence'],
  scenario: ['engine', 'evidence'],
  prison: ['engine', 'evidence', 'people'],
  community: ['engine', 'evidence', 'people', 'prison'],
  simulation: ['engine', 'evidence', 'people', 'scenario', 'prison', 'community', 'tables'],
  statistics: ['engine', 'tables'],
  charts: ['tables', 'statistics'],
  measures: [...model, 'tables', 'statistics'],
  experiment: outcomes,
  lives: [...outcomes, 'experiment'],
  files: ['engine', 'tables', 'evidence', 'scenario', 'simulation'],
  runners: ['engine', 'scenario', 'simulation', 'experiment', 'lives', 'tables', 'files', 'charts'],
  census: ['engine', 'evidence', 'scenario', 'tables'],
  results: [...outcomes, 'experiment', 'files'],
  report: [...outcomes, 'experiment', 'charts', 'results'],
  levers: ['engine', 'evidence', 'scenario', 'tables'],
  terminal: [...outcomes, 'levers', 'experiment', 'lives', 'charts', 'files', 'results', 'report'],
  studies: [
    ...outcomes,
    'census',
    'experiment',
    'lives',
    'charts',
    'files',
    'runners',
    'results',
    'report',
    'terminal',
  ],
  commands: [...model, 'levers', 'tables', 'files', 'results', 'report', 'terminal', 'studies'],
  // the page, in a folder beside `src`; its workers read what the doors do not give
  explorer: [...outcomes, 'levers', 'experiment', 'lives', 'charts', 'report', 'browser'],
  main: ['commands', 'evidence', 'files', 'terminal'],
  // the public doors, and the checks of what comes in by them
  library: [...outcomes, 'experiment', 'lives', 'charts', 'files', 'runners'],
  browser: [...outcomes, 'experiment', 'lives', 'charts', 'library'],
  index: ['main', 'browser', 'files', 'runners', 'library'],
};

/** The only places that may import a library: a folder, or a file. */
const doors: Readonly<Record<string, readonly string[]>> = {
  seedrandom: ['engine/random.ts', 'engine/seedrandom.d.ts'],
  'simple-statistics': ['statistics'],
  vega: ['charts'],
  'vega-lite': ['charts'],
  yaml: ['scenario', 'evidence'],
  zod: ['scenario', 'evidence'],
  hyparquet: ['tables/parquet.ts'],
  'hyparquet-writer': ['tables/parquet.ts'],
  'write-excel-file': ['tables/workbook.ts'],
  fflate: ['tables/workbook.ts'],
  '@resvg/resvg-js': ['files/png.ts'],
  yargs: ['commands', 'main.ts'],
  '@noble/hashes': ['engine/digest.ts'],
  'fastest-levenshtein': ['evidence/nearest.ts'],
  piscina: ['runners'],
  tsx: ['render-task', 'task', 'twins-task'].map((task) => `runners/${task}-from-source.mjs`),
  picocolors: ['terminal'],
  'cli-progress': ['terminal'],
  'cli-table3': ['terminal'],
  node: ['commands', 'files', 'results', 'runners', 'studies', 'terminal', 'main.ts'],
};

/** Folders and files in which there is a machine: a clock, a disk, a terminal, a page. */
const outside = [
  'commands',
  'explorer',
  'files',
  'library/runners.ts',
  'library/threads-and-files.ts',
  'results',
  'runners',
  'studies',
  'terminal',
  'main.ts',
  'browser.ts',
  'index.ts',
];

/** Libraries that run in Node alone. */
const forNode = ['node', 'piscina', 'tsx', 'yargs', 'cli-progress', 'cli-table3', 'picocolors', '@resvg/resvg-js'];

const forbiddenInside =
  /\bMath\.(?:random|exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\b|\bDate\.|\bnew Date\b|\bperformance\.|\.toLocale|\bIntl\.|\bprocess\.|\bconsole\.|\bsetTimeout\b/;

/** A whole power of a whole number is exact everywhere; any other is not. */
const powerSign = /(?<!\d )\*\*|\*\*(?! \d+\b(?!\.))/;

interface Source {
  readonly path: string;
  readonly folder: string;
  /** The text without comments. */
  readonly code: string;
  readonly lines: number;
  /** Files of `src` that it imports, and libraries by name; `node` for all of Node. */
  readonly imports: readonly string[];
  readonly libraries: readonly string[];
}

/** Files of `src`, and those of the page as if it were a folder in there. */
const sources = [
  ...readdirSync('src', { recursive: true, encoding: 'utf8' }),
  ...readdirSync('explorer', { recursive: true, encoding: 'utf8' }).map((path) => join('explorer', path)),
]
  .filter((path) => /\.(?:ts|mts|js|mjs)$/.test(path))
  .sort()
  .map(sourceOf);
const byPath = new Map(sources.map((source) => [source.path, source]));

test('every folder imports only what the plan allows', () => {
  const found = sources.flatMap(({ path, folder, imports }) =>
    imports
      .filter((target) => target !== 'failure.ts' && folderOf(target) !== folder)
      .filter((target) => !mayImport[folder]?.includes(folderOf(target)))
      .map((target) => `${path} imports ${target}`),
  );
  expect(found).toEqual([]);
});

test('every folder of the house has its line in the plan', () => {
  const folders = new Set(sources.map(({ folder }) => folder));
  expect([...folders].filter((folder) => !(folder in mayImport))).toEqual([]);
});

test('there are no cycles among files, types included', () => {
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of byPath.get(path)?.imports ?? []) follow(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) follow(path, []);
  expect(found).toEqual([]);
});

test('every library has one door', () => {
  const found = sources.flatMap(({ path, libraries }) =>
    libraries
      .filter((library) => !doors[library]?.some((door) => path === door || path.startsWith(`${door}/`)))
      .map((library) => `${path} imports ${library}`),
  );
  expect(found).toEqual([]);
});

test('the door for browsers leads to nothing that needs Node', () => {
  const reached = new Set(['browser.ts']);
  for (const path of reached) for (const target of byPath.get(path)?.imports ?? []) reached.add(target);
  const needy = [...reached].flatMap((path) =>
    (byPath.get(path)?.libraries ?? []).filter((library) => forNode.includes(library)).map((one) => `${path}: ${one}`),
  );
  expect(reached.size).toBeGreaterThan(150);
  expect(needy).toEqual([]);
});

test('steps and handlers are imported by the day alone', () => {
  const found = sources
    .filter(({ path }) => path !== 'simulation/day.ts')
    .flatMap(({ path, code }) =>
      [...code.matchAll(/import \{([^}]*)\} from '[^']*(?:people|prison|community)\/[^']*'/gs)]
        .flatMap((match) => match[1].split(','))
        .map((name) => name.trim().replace(/^type /, ''))
        .filter((name) => name === 'step' || /^on[A-Z]/.test(name))
        .map((name) => `${path} imports ${name}`),
    );
  expect(found).toEqual([]);
});

test('inside there is no clock, no locale, no terminal, and no function that engines may reckon differently', () => {
  const found = sources
    .filter(({ path }) => !outside.some((door) => path === door || path.startsWith(`${door}/`)))
    .flatMap(({ path, code }) => {
      const match = forbiddenInside.exec(code) ?? powerSign.exec(withoutText(code));
      return match === null ? [] : [`${path}: ${match[0]}`];
    });
  expect(found).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  expect(sources.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test('no folder has more than 35 files of its own, or 12 % of all lines', () => {
  const all = sources.reduce((sum, { lines }) => sum + lines, 0);
  const rooms = [...new Set(sources.map(({ path }) => dirname(path)))];
  const overgrown = rooms.flatMap((room) => {
    const own = sources.filter(({ path }) => dirname(path) === room);
    const share = (100 * own.reduce((sum, { lines }) => sum + lines, 0)) / all;
    return own.length > 35 || share > 12 ? [`${room}: ${own.length} files, ${share.toFixed(1)} % of the lines`] : [];
  });
  expect(overgrown).toEqual([]);
});

test('files are named in kebab-case, after what they hold', () => {
  const names = sources.map(({ path }) => path);
  const wrong = /(?:^|\/)(?:\w+-)?(?:utils?|helpers?|managers?|services?|types|common|misc)\./;
  expect(
    names.filter((path) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.m?[jt]s$/.test(path)),
  ).toEqual([]);
  expect(names.filter((path) => wrong.test(path))).toEqual([]);
});

test('every file begins with what it is for', () => {
  const begins = /^(?:#!.*\n)?(?:\/\*\*|\/\/ )/;
  expect(sources.filter(({ path }) => !begins.test(textOf(path))).map(({ path }) => path)).toEqual([]);
});

test('an element that is read is not followed by a sign that says it is there', () => {
  const idle = /\]!(?!=)/;
  expect(sources.filter(({ code }) => idle.test(withoutText(code))).map(({ path }) => path)).toEqual([]);
});

test('every schema of a table lies in tables/', () => {
  const column = /\bkind: '(?:text|date|integer|boolean)'|\bTableSchema = \{|\bsatisfies TableSchema\b/;
  const found = sources
    .filter(({ folder }) => folder !== 'tables')
    .filter(({ code, imports }) => column.test(code) || imports.includes('tables/columns.ts'));
  expect(found.map(({ path }) => path)).toEqual([]);
});

/** Every noun has its parameters and its step under these names; nothing else bears one name in two files. */
const anatomy = ['parameters', 'step'];

/** A function of the public door bears the name of the one inside, which it imports under another: it is the same, checked. */
const isChecked = ({ folder, code }: Source, name: string) =>
  folder === 'library' && new RegExp(`\\b${name} as \\w+`).test(code);

test('an exported name means one thing', () => {
  const declared = sources.flatMap((source) =>
    [...source.code.matchAll(/^export (?:async |abstract )*(?:function\*?|const|class|interface|type) (\w+)/gm)]
      .map(([, name]) => ({ name, path: source.path }))
      .filter(({ name }) => !isChecked(source, name)),
  );
  const twice = declared.filter(
    ({ name, path }) => !anatomy.includes(name) && declared.some((one) => one.name === name && one.path !== path),
  );
  expect(twice.map(({ name, path }) => `${name} in ${path}`)).toEqual([]);
});

const mechanisms = sources.filter(({ folder }) => ['people', 'prison', 'community', 'simulation'].includes(folder));
const nounOf = (path: string) => path.replace(/^.*\/|\.ts$/g, '');

/** The nouns whose code matches. */
function nounsWith(pattern: RegExp): readonly string[] {
  return mechanisms
    .filter(({ code }) => pattern.test(code))
    .map(({ path }) => nounOf(path))
    .sort();
}

test('every decision is drawn somewhere', () => {
  expect(decisionNames.filter((name) => nounsWith(new RegExp(`\\bdecisions\\.${name}\\b`)).length === 0)).toEqual([]);
});

test('every life event happens somewhere: it is scheduled or put on record', () => {
  const happens = (name: string) =>
    nounsWith(new RegExp(`diary\\.set\\(\\s*row,\\s*event\\.${name}\\b|record\\([^;]*\\bevent\\.${name}\\b`)).length >
    0;
  expect(lifeEventNames.filter((name) => !happens(name))).toEqual([]);
});

test('the list of life events tells who schedules each and who handles it', () => {
  const day = byPath.get('simulation/day.ts')!.code;
  const told = diaryNames.map((name) => {
    const { scheduledBy, handledBy } = lifeEvents[name].due!;
    return `${name}: scheduled by ${listed(scheduledBy)}, handled by ${handledBy}`;
  });
  const found = diaryNames.map((name) => {
    const scheduledBy = nounsWith(new RegExp(`diary\\.set\\(\\s*row,\\s*event\\.${name}\\b`)).join(', ');
    const handledBy = new RegExp(`\\b${name}: [^=]*=>\\s*(\\w+)\\.`).exec(day)?.[1];
    return `${name}: scheduled by ${scheduledBy}, handled by ${handledBy}`;
  });
  expect(told).toEqual(found);
});

test('the head of every noun tells what it handles and schedules', () => {
  const wrong = mechanisms.flatMap(({ path, code }) => {
    const head = textOf(path)
      .split('*/')[0]
      .replace(/\s*\*\s*/g, ' ');
    const noun = nounOf(path);
    const handled = diaryNames.filter((name) => lifeEvents[name].due!.handledBy === noun);
    const scheduled = diaryNames.filter((name) =>
      new RegExp(`diary\\.set\\(\\s*row,\\s*event\\.${name}\\b`).test(code),
    );
    const claims = [
      ...(namesAfter('Handles', head).join() === listed(handled.join()).replaceAll(' ', '')
        ? []
        : [`handles ${handled}`]),
      ...(namesAfter('Schedules', head).join() === listed(scheduled.join()).replaceAll(' ', '')
        ? []
        : [`schedules ${scheduled}`]),
    ];
    return claims.map((claim) => `${path} ${claim}`);
  });
  expect(wrong).toEqual([]);
});

/** The world writes the key for the arrivals; a blank that arrivals leave for others to fill is no writing. */
const isKey = (name: string) => name === 'stream' || name === 'index';

test('the data dictionary tells who writes each column', () => {
  const told = Object.entries(dictionary).map(([name, { writer }]) => `${name}: ${listed(writer)}`);
  const found = Object.keys(dictionary).map((name) => {
    const assigned = new RegExp(`\\b${name}\\[row\\]?\\s*(?:=(?!=)|\\+=|-=|\\+\\+|--)`);
    const writers = nounsWith(assigned).map((noun) => (noun === 'world' && isKey(name) ? 'arrivals' : noun));
    const others = writers.filter((noun) => noun !== 'arrivals');
    return `${name}: ${(others.length === 0 ? writers : others).join(', ')}`;
  });
  expect(told).toEqual(found);
});

/** Code without what is written in quotes. */
function withoutText(code: string): string {
  return code.replace(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, "''");
}

/** Names in backticks after a word, up to the end of the sentence, sorted. */
function namesAfter(word: string, head: string): readonly string[] {
  const sentence = new RegExp(`\\b${word} ([^.]*)\\.`).exec(head)?.[1] ?? '';
  return [...sentence.matchAll(/`(\w+)`/g)].map((match) => match[1]).sort();
}

function listed(names: string): string {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .sort()
    .join(', ');
}

function folderOf(path: string): string {
  if (path.includes('/')) return path.slice(0, path.indexOf('/'));
  return path === 'browser.ts' || path === 'index.ts' ? path.slice(0, -'.ts'.length) : 'main';
}

function textOf(path: string): string {
  return readFileSync(path.startsWith('explorer/') ? path : join('src', path), 'utf8');
}

function sourceOf(path: string): Source {
  const text = textOf(path);
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  const wanted = [...code.matchAll(/(?:(?<!')\bfrom|\bimport|\bimport\(|\bnew URL\()\s*'([^']+)'/g)].map(
    (match) => match[1],
  );
  const isOwn = (target: string) => target.startsWith('.');
  const imports = wanted
    .filter(isOwn)
    .map((target) => normalize(join(dirname(path), target)).replace(/^src\//, ''))
    .filter((target) => !target.startsWith('..'));
  const libraries = wanted.filter((target) => !isOwn(target)).map(libraryOf);
  return { path, folder: folderOf(path), code, lines: text.split('\n').length - 1, imports, libraries };
}

function libraryOf(target: string): string {
  if (target.startsWith('node:')) return 'node';
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}
