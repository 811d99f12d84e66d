/**
 * Acceptability: how likely each option is to be the best, at a price.
 *
 * The share of parameter draws in which an option has the highest expected net benefit (B. A. van Hout and others, "Costs,
 * effects and C/E-ratios alongside a clinical trial", Health Economics 3, 1994). The frontier is the option with the highest
 * mean net benefit: it is what to choose now, and need not be the one that is best most often (E. Fenwick, K. Claxton and
 * M. Sculpher, "Representing uncertainty: the role of cost-effectiveness acceptability curves", Health Economics 10, 2001).
 */
import { mean } from './describe.ts';
import { type Interval, wilsonInterval } from './intervals.ts';

/** How often an option is the best, with Wilson's interval over draws. */
export interface Acceptability extends Interval {
  readonly share: number;
  readonly isFrontier: boolean;
}

/** Every option, the first included, from expected net benefit over it by other option and draw; options that tie share a draw. */
export function acceptabilityOf(expected: readonly ArrayLike<number>[]): readonly Acceptability[] {
  const draws = expected[0].length;
  const wins = new Float64Array(expected.length + 1);
  for (let draw = 0; draw < draws; draw++) {
    const gains = [0, ...expected.map((own) => own[draw])];
    const best = Math.max(...gains);
    const winners = gains.flatMap((gain, option) => (gain === best ? [option] : []));
    for (const option of winners) wins[option] += 1 / winners.length;
  }
  const means = [0, ...expected.map((own) => mean(own))];
  const frontier = means.indexOf(Math.max(...means));
  return Array.from(wins, (count, option) => {
    const share = Math.min(1, count / draws);
    return { share, ...wilsonInterval(share, draws), isFrontier: option === frontier };
  });
}
