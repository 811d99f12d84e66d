/**
 * Growth: reads yearly growth as typed: `2%`, or several variants as in `-1%,0%,1%`.
 */
import { Failure } from '../../failure.ts';
import { MOST_GROWTH } from '../../scenario/limits.ts';

/** A variant of a forecast: its name, and the yearly growth of first charges, 0.02 for 2 %. */
export interface Variant {
  readonly name: string;
  readonly growth: number;
}

/** The name of a variant that is alone. */
export const CENTRAL = 'central';

const MOST_VARIANTS = 7;

/** The variants typed, from the lowest growth to the highest; one without growth if nothing was. Throws a Failure for anything else. */
export function variantsTyped(typed: string | undefined): readonly Variant[] {
  if (typed === undefined) return [{ name: CENTRAL, growth: 0 }];
  const remedy = 'write --grow 2%, or --grow -1%,0%,1% for three variants';
  const complain = (problem: string) => new Failure({ problem: `--grow ${typed}: ${problem}`, remedy });
  const growths = typed.split(',').map((text) => {
    const [, number] = /^([+-]?\d+(?:\.\d+)?)\s*%$/.exec(text.trim()) ?? [];
    if (number === undefined) throw complain(`expected a percentage a year, got "${text.trim()}"`);
    if (Math.abs(Number(number)) <= MOST_GROWTH) return Number(number) / 100;
    throw complain(`growth lies between −${MOST_GROWTH} % and ${MOST_GROWTH} % a year`);
  });
  if (new Set(growths).size < growths.length) throw complain('a growth is named twice');
  if (growths.length > MOST_VARIANTS) throw complain(`there are at most ${MOST_VARIANTS} variants`);
  const inOrder = [...growths].sort((a, b) => a - b);
  if (inOrder.length === 1) return [{ name: CENTRAL, growth: inOrder[0] }];
  return inOrder.map((growth) => ({ name: `${growthInWords(growth)} a year`, growth }));
}

/** `+2 %`, `−1.5 %`, `0 %`. */
export function growthInWords(growth: number): string {
  const percent = Number((100 * growth).toPrecision(6));
  return `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`;
}
