/**
 * Acceptability: the probability that each option is the best at a price, one point of a cost-effectiveness acceptability curve.
 *
 * It is the share of parameter draws in which an option has the highest expected net benefit (B. A. van Hout and others, "Costs,
 * effects and C/E-ratios alongside a clinical trial", Health Economics 3, 1994). The frontier is the option with the highest
 * mean net benefit: the one to choose now, which need not be the best most often (E. Fenwick, K. Claxton and M. Sculpher,
 * "Representing uncertainty: the role of cost-effectiveness acceptability curves", Health Economics 10, 2001).
 */
import { mean } from './describe.ts';
import { type Interval, wilsonInterval } from './intervals.ts';

/** The share of draws in which an option is best, with Wilson's interval over draws. */
export interface Acceptability extends Interval {
  readonly share: number;
  readonly isFrontier: boolean;
}

/** The shares of all options, the first included; `expected` holds net benefit over the first, by other option and draw. Ties share a draw. */
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
