/**
 * PolicyFiles: the reader's policy as scenario files, which the page runs and the command line runs alike.
 *
 *     title: Mine
 *     extends: harbour/baseline
 *     policies:
 *       mine:
 *         from: 2020-01-01
 *         label: invented
 *         set:
 *           placement.review_days.closed: 30
 */
import type { ArmFile, LeversKnown, Texts } from './messages.ts';
import { type Ready, readyPath } from './ready.ts';
import type { State } from './state.ts';

/** What is run, and how to run the same elsewhere. */
export interface PolicyFiles {
  /** The files that the reader must have, by name; those of the program it has. */
  readonly own: Texts;
  readonly arms: readonly ArmFile[];
  readonly command: string;
}

/** The files of a state. `known` holds the policies of its scenario, `base` those of its baseline. */
export function filesOf(state: State, ready: Ready, known: LeversKnown, base: LeversKnown): PolicyFiles {
  const isBaseline = ready.baseline === ready.name;
  const hasChanges = Object.keys(state.changes).length > 0;
  const isSmaller = state.scale !== 1;
  const own: Record<string, string> = {};
  if (isSmaller)
    own[SMALLER] = fileOf(`${shareInWords(state.scale)} of it`, ready.baseline, sizePolicies(state, base, false));
  if (hasChanges || (isSmaller && !isBaseline)) {
    const mine = hasChanges ? [changesPolicy(state, known)] : [];
    const size = isSmaller ? sizePolicies(state, known, hasChanges) : [];
    own[MINE] = fileOf('Mine', ready.name, [...mine, ...size]);
  }
  const first = isSmaller ? SMALLER : ready.baseline;
  const second = MINE in own ? MINE : isBaseline ? undefined : ready.name;
  const names = second === undefined ? [first] : [first, second];
  const seed = state.seed === ready.seed ? '' : ` --seed ${shellWord(state.seed)}`;
  const verb = second === undefined ? 'run' : 'compare';
  return {
    own,
    arms: names.map((name) => ({ name: armName(name), path: readyPath(name) })),
    command: `stepdown ${verb} ${names.map(shellWord).join(' ')} --replicates ${state.replicates}${seed}`,
  };
}

const SMALLER = 'smaller.yaml';
const MINE = 'mine.yaml';

/** `A tenth`. */
export function shareInWords(scale: number): string {
  return scale === 0.1 ? 'A tenth' : `${100 * scale} %`;
}

/** An arm bears the name of its file, without folder and ending. */
function armName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

function fileOf(title: string, parent: string, policies: readonly (readonly string[])[]): string {
  const lines = [`title: ${title}`, `extends: ${parent}`, 'policies:', ...policies.flat().map((line) => `  ${line}`)];
  return `${lines.join('\n')}\n`;
}

/** It works on top of the policies of the scenario, since those may move the same levers. */
function changesPolicy({ from, changes }: State, { policies }: LeversKnown): readonly string[] {
  return [
    'mine:',
    `  from: ${from}`,
    '  label: invented',
    ...afterLine(policies.filter((policy) => policy.from <= from)),
    '  set:',
    ...Object.entries(changes).map(([path, value]) => `    ${path}: ${value}`),
  ];
}

/**
 * A smaller country: people and places are multiplied on top of everything else; shares, rates and days stay. No policy works on one
 * that begins later, so a new multiplication takes over whenever a policy begins.
 */
function sizePolicies({ scale, from }: State, known: LeversKnown, withMine: boolean): readonly (readonly string[])[] {
  const { burnInStart, counts } = known;
  const policies = withMine ? [...known.policies, { name: 'mine', from }] : known.policies;
  const begins = [...new Set([burnInStart, ...policies.map((policy) => policy.from)])].sort();
  const days = begins.filter((day) => day >= burnInStart);
  return days.map((day, at) => [
    `size${at === 0 ? '' : `-${at + 1}`}:`,
    `  from: ${day}`,
    ...(at + 1 < days.length ? [`  until: ${days[at + 1]}`] : []),
    '  label: experiment',
    '  because: A smaller country is simulated, to see in less time what the whole would do.',
    ...afterLine(policies.filter((policy) => policy.from <= day)),
    '  set:',
    ...counts.map((lever) => `    ${lever}: {multiply: ${scale}}`),
  ]);
}

function afterLine(policies: readonly { readonly name: string }[]): readonly string[] {
  return policies.length === 0 ? [] : [`  after: [${policies.map(({ name }) => name).join(', ')}]`];
}

function shellWord(word: string): string {
  return /^[\w./@%+,:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
