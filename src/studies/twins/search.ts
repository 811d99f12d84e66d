/**
 * Search: runs the replicates of a twins plan, adds up their results, and finds the pair whose story is told.
 */

import { Failure } from '../../failure.ts';
import {
  type Cause,
  causesOf,
  causesTogether,
  type Through,
  type TwinNames,
  throughOf,
} from '../../lives/twins/causes.ts';
import { examplePair } from '../../lives/twins/example-pair.ts';
import { twinOutcomesOf } from '../../lives/twins/outcomes.ts';
import { type PairAccount, pairAccountIn } from '../../lives/twins/pair-account.ts';
import { subgroups } from '../../lives/twins/subgroups.ts';
import { groupsTable } from '../../lives/twins/tables.ts';
import type { PairTallies } from '../../lives/twins/tallies.ts';
import { runsIn, type TwinsPlan, type TwinsRead } from '../../lives/twins/twins.ts';
import { inSteps } from '../../runners/in-steps.ts';
import { readTwins, type TwinsSettings } from '../../runners/twins.ts';
import { formatInteger } from '../../tables/format.ts';
import type { Table } from '../../tables/table.ts';
import type { PersonAsked } from '../options/person.ts';

/** The findings from both arms. */
export interface TwinsFound {
  readonly plan: TwinsPlan;
  readonly names: TwinNames;
  /** Over all replicates: pairs, pairs that part, and people in one arm only. */
  readonly pairs: number;
  readonly parted: number;
  readonly alone: number;
  /** Pairs that part, of the first replicates. */
  readonly listed: readonly ListedPairs[];
  readonly causes: readonly Cause[];
  readonly groups: Table;
  readonly told: PairAccount | undefined;
  /** The levers behind its divergence; undefined if unknown. */
  readonly through: Through | undefined;
  /** How the told pair was chosen, in words. */
  readonly example: string;
}

type ListedPairs = Pick<TwinsRead, 'replicate' | 'parted'>;

/** Number of first replicates whose pairs are listed one by one. */
const LISTED = 4;

/** Runs needed to tell one pair. */
export const TOLD_RUNS = 4;

/** Runs and reads all replicates. Throws a Failure, before anything else is run, if nobody has the key asked for. */
export async function findTwins(
  plan: TwinsPlan,
  names: TwinNames,
  asked: PersonAsked | undefined,
  settings: TwinsSettings,
): Promise<TwinsFound> {
  const { dimensions, start, end } = plan.first;
  const early = asked === undefined ? undefined : await askedFor(plan, asked, settings);
  const listed: ListedPairs[] = [];
  const tallies: PairTallies[] = [];
  const parts: (readonly Cause[])[] = [];
  let [pairs, parted, alone] = [0, 0, 0];
  for await (const read of readTwins(plan, settings)) {
    pairs += read.pairs;
    parted += read.parted.length;
    alone += read.onlyFirst + read.onlySecond;
    tallies.push(read.tallies);
    parts.push(causesOf(read.parted, names));
    if (listed.length < LISTED) listed.push({ replicate: read.replicate, parted: read.parted });
  }
  const causes = causesTogether(parts);
  const chosen = early === undefined ? examplePair(listed, causes[0], names, end - start) : undefined;
  const told = early ?? (chosen && (await inSteps(pairAccountIn(plan, chosen.replicate, chosen.pair.key), settings)));
  const pair =
    chosen?.pair ??
    listed.find(({ replicate }) => replicate === told?.replicate)?.parted.find(({ key }) => key === told?.key);
  return {
    plan,
    names,
    pairs,
    parted,
    alone,
    listed,
    causes,
    groups: groupsTable(tallies, subgroups(dimensions['sex']), twinOutcomesOf(dimensions['level'])),
    told,
    through: pair && names.levers && throughOf(pair, names.levers),
    example: early === undefined ? chosenInWords(parted) : `the one asked for, of ${formatInteger(pairs)} pairs`,
  };
}

function chosenInWords(parted: number): string {
  const where = 'among those that part in the most common way, the median by days apart';
  return `one of ${formatInteger(parted)} pairs that part; ${where}`;
}

async function askedFor(
  plan: TwinsPlan,
  { replicate, key, typed }: PersonAsked,
  settings: TwinsSettings,
): Promise<PairAccount> {
  const told = await inSteps(pairAccountIn(plan, replicate, key), settings);
  if (told !== undefined) return told;
  throw new Failure({
    problem: `--person ${typed}: nobody has this key in both arms of replicate ${replicate}`,
    reason: 'keys are the stream and the number of an arrival, which differ from replicate to replicate',
    remedy: 'take one from divergences.csv, which a run without --person writes',
  });
}

/** The runs, in words. */
export function howOf({ replicates, switches, parting, ...plan }: TwinsPlan): string {
  const runs = runsIn({ replicates, switches, parting, ...plan });
  const times = `${runs} runs per replicate, ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`;
  if (parting === Infinity) return `${times}: no number differs between the arms`;
  if (switches === undefined) return `${times}: both arms; levers are not distinguished`;
  const { by, groups } = switches;
  if (groups.length === 1) return `${times}: both arms; all that differs is ${groups[0].name}`;
  const kind = by === 'policy' ? 'policies' : 'nouns';
  return `${times}: both arms, and each of ${groups.length} ${kind} alone and left out; --quick skips the latter`;
}
