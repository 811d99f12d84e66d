/**
 * Mechanisms: milliseconds per observed year of Norway, for each step of the day and each kind of life event.
 */
import { contest, type Score } from '../contest.ts';
import { lines } from '../lines.ts';
import { open } from '../session.ts';
import type { Part } from '../workloads/mechanisms.ts';
import type { ObservedYears } from '../workloads/observed-years.ts';
import { costOf } from '../workloads/processor-time.ts';
import { type Bench, type Section, snapshotOf, treesOf } from './section.ts';

/** Measures what each mechanism costs; beside it what it costs the other commit, if there is one. */
export async function mechanisms(bench: Bench): Promise<Section> {
  const { ours, rounds, calibrate, say } = bench;
  const trees = treesOf(bench);
  const contestants: { name: string; open: () => ReturnType<typeof open<'mechanisms'>> }[] = [];
  for (const tree of trees) {
    const { file } = await snapshotOf(bench, tree);
    contestants.push({ name: tree.name, open: () => open(ours, 'mechanisms', tree.compiled.folder, file) });
  }
  const { scores, calibration } = await contest(contestants, { rounds, turns: 2, calibrate, say });
  const costs = scores.map(costOfParts);
  return {
    name: 'Norway, cost per mechanism in observed years',
    calibration,
    ratios: {},
    figures: Object.fromEntries(
      costs[0].map(({ name, milliseconds }) => [`${name}: milliseconds per year`, milliseconds]),
    ),
    against: {},
    table: tableOf(
      costs,
      trees.map(({ name }) => name),
    ),
  };
}

/** What a part costs. */
export interface PartCost {
  readonly name: string;
  readonly when: Part['when'];
  readonly callsPerYear: number;
  readonly milliseconds: number;
}

type Clocked = ObservedYears & { readonly parts: readonly Part[] };

/** The median share of each part over all turns, of the processor time of the best turn. */
export function costOfParts({ turns, best }: Pick<Score<Clocked>, 'turns' | 'best'>): readonly PartCost[] {
  return best.parts.map(({ name, when, calls }, at) => {
    const shares = turns.map(({ parts }) => parts[at].share).sort((a, b) => a - b);
    const milliseconds = shares[Math.floor(shares.length / 2)] * costOf(best);
    return { name, when, callsPerYear: calls / best.work, milliseconds };
  });
}

function tableOf(costs: readonly (readonly PartCost[])[], names: readonly string[]): readonly string[] {
  const [ours, other] = costs;
  const known = new Set(ours.map(({ name }) => name));
  const gone = (other ?? []).filter(({ name }) => !known.has(name));
  const rows = [...ours, ...gone].map(({ name, when }) => {
    const cells = costs.map((parts) => parts.find((part) => part.name === name));
    const shown = cells.flatMap((part) => [
      part === undefined ? '' : part.callsPerYear.toFixed(0),
      part === undefined ? '' : part.milliseconds.toFixed(1),
    ]);
    return [when === 'event' ? `  ${name}` : name, `per ${when}`, ...shown];
  });
  const totals = costs.flatMap((parts) => ['', parts.reduce((sum, part) => sum + part.milliseconds, 0).toFixed(1)]);
  const heads = names.flatMap((name) => [`${name}: calls per year`, 'ms per year']);
  return lines([['mechanism', 'called', ...heads], ...rows, ['all', '', ...totals]]);
}
