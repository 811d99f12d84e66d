/**
 * Members: sets of numbers that the observed figures leave possible, each in place of numbers written in policies of the scenario.
 *
 * A parameter draw takes one member whole, since its numbers fit together. `stepdown match` finds members and writes them as a table;
 * the scenario as written is their centre.
 */
import type { Plain } from '../evidence/document.ts';

/** A number in a policy that members give otherwise. */
export interface MemberColumn {
  readonly policy: string;
  /** The lever. A draw moves it by the member alone, never by the range of its evidence. */
  readonly path: string;
}

/** One set of numbers. */
export interface Member {
  /** In proportion to the others; above 0. */
  readonly weight: number;
  /** Any text, which decides every uncertain number outside the columns if they are drawn. */
  readonly seed: string;
  /** Whether the uncertain numbers outside the columns are drawn by the seed, or stay at their central values. */
  readonly others: Others;
  /** One number per column. */
  readonly values: readonly number[];
}

export type Others = (typeof others)[number];
export const others = ['drawn', 'central'] as const;

export interface Members {
  readonly columns: readonly MemberColumn[];
  /** One or more. */
  readonly rows: readonly Member[];
}

/**
 * The member of a draw, from 1 on: the one furthest behind its weight, of several the first. So any number of draws takes every
 * member in proportion to its weight as nearly as whole numbers can, and members of equal weight come in order.
 */
export function memberOfDraw({ rows }: Members, draw: number): Member {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const taken = new Float64Array(rows.length);
  let chosen = 0;
  for (let one = 1; one <= draw; one++) {
    const behind = rows.map(({ weight }, at) => (one * weight) / total - taken[at]);
    chosen = behind.reduce((most, value, at) => (value > behind[most] + NEARLY ? at : most), 0);
    taken[chosen]++;
  }
  return rows[chosen];
}

/** The members as a self-contained scenario writes them: the header, then a row each. */
export function membersText({ columns, rows }: Members): readonly Plain[] {
  const header = ['weight', 'seed', 'others', ...columns.map(({ policy, path }) => `${policy} ${path}`)];
  return [header, ...rows.map(({ weight, seed, others, values }) => [weight, seed, others, ...values])].map((cells) =>
    cells.map((cell) => csvCell(String(cell))).join(','),
  );
}

/** How much the weight of the next must exceed to come first: far above rounding, far below any weight. */
const NEARLY = 1e-9;

function csvCell(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
