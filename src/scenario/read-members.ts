/**
 * Read members: reads the table of members of a scenario, and checks it against the policies whose numbers it replaces.
 */
import { describe, type LocatedMap, type LocatedScalar, type Problems } from '../evidence/document.ts';
import { readNamed, type ScenarioReading } from '../evidence/reading.ts';
import { readHeader, readSheet, type SheetRow } from '../evidence/sheet.ts';
import { type Member, type MemberColumn, type Members, others } from './members.ts';
import type { Policy } from './policy.ts';

/** The members under `members`: a file, or the rows themselves as a self-contained scenario writes them. */
export function readMembers(
  { entries }: LocatedMap,
  policies: readonly Policy[],
  reading: ScenarioReading,
): Members | undefined {
  const { read, problems } = reading;
  const node = entries.get('members')?.node;
  if (node === undefined) return undefined;
  const members = (file: string, text: string) => membersIn(file, text, policies, reading);
  if (node.kind === 'list' && node.items.every((item): item is LocatedScalar => item.kind === 'scalar')) {
    return members(node.file, node.items.map((item) => String(item.value)).join('\n'));
  }
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    return readNamed(node, 'members', reading, (path) => members(path, read(path)));
  }
  const problem = `members: expected the path of a file, or a list of rows, got ${describe(node)}`;
  problems.push({ place: node.place, problem });
  return undefined;
}

function membersIn(
  file: string,
  text: string,
  policies: readonly Policy[],
  { problems }: ScenarioReading,
): Members | undefined {
  const before = problems.length;
  const header = readHeader(file, text, problems);
  const columns = header.flatMap(({ name, place }) => {
    if (PLAIN.includes(name)) return [];
    const column = columnNamed(name, policies);
    if (column !== undefined) return [{ ...column, name }];
    const remedy = 'run stepdown match again for this scenario, or keep the policies that the table names';
    problems.push({ place, problem: `no policy of this scenario multiplies as the column "${name}" says`, remedy });
    return [];
  });
  const place = `${file}:1:1`;
  for (const name of NEEDED) {
    if (header.some((one) => one.name === name)) continue;
    problems.push({ place, problem: `the column "${name}" is missing` });
  }
  if (problems.length > before) return undefined;
  const names = header.map(({ name }) => name);
  const sheet = readSheet(file, text, names, problems);
  const rows = sheet.map((row) => memberIn(row, columns, problems));
  if (columns.length === 0) problems.push({ place, problem: 'no column names a number, as "policy lever"' });
  if (rows.length === 0) problems.push({ place, problem: 'there is no member' });
  if (problems.length > before) return undefined;
  return { columns: columns.map(({ policy, path }) => ({ policy, path })), rows };
}

function memberIn(
  { cell, placeOf }: SheetRow,
  columns: readonly { readonly name: string }[],
  problems: Problems,
): Member {
  const positive = (name: string) => {
    const value = cell(name) === '' ? Number.NaN : Number(cell(name));
    if (value > 0 && value < Infinity) return value;
    problems.push({ place: placeOf(name), problem: `${name}: expected a number above 0, got "${cell(name)}"` });
    return Number.NaN;
  };
  if (cell('seed') === '') problems.push({ place: placeOf('seed'), problem: 'seed is empty' });
  const other = cell('others') === '' ? 'drawn' : others.find((one) => one === cell('others'));
  if (other === undefined) {
    const problem = `others: expected ${others.join(' or ')}, got "${cell('others')}"`;
    problems.push({ place: placeOf('others'), problem });
  }
  return {
    weight: positive('weight'),
    seed: cell('seed'),
    others: other ?? 'drawn',
    values: columns.map(({ name }) => positive(name)),
  };
}

/** The number that a header such as `fitted-length sentence.length_factor` names; undefined if no policy multiplies so. */
function columnNamed(name: string, policies: readonly Policy[]): MemberColumn | undefined {
  const space = name.lastIndexOf(' ');
  const [policy, path] = [name.slice(0, space), name.slice(space + 1)];
  const change = policies.find((one) => one.name === policy)?.changes.find((one) => one.path === path);
  const isFactor = change?.operation === 'multiply' && change.members.length === 0;
  return isFactor ? { policy, path } : undefined;
}

/** The columns that are no numbers of a policy; all but the needed ones tell where a member comes from. */
const NEEDED = ['weight', 'seed'];
const PLAIN = [...NEEDED, 'others', 'wave', 'implausibility', 'digest'];
