/**
 * Naive: what a comparison of people who met something with people who did not would make of it, beside what was put in.
 */
import { differenceLabel } from '../charts/label.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { ReportInput } from './input.ts';
import { intervalText } from './interval.ts';

/** The section "Naive comparisons"; nothing where none was made. */
export function naiveSection({ naive = [], arms }: ReportInput): string {
  if (naive.length === 0) return '';
  const rows = naive.map(({ compared, naive: difference, effect, overstatement }) =>
    [
      [compared],
      [difference, effect, overstatement].flatMap((one) => [differenceLabel(one.points)]),
      [intervalText(overstatement)],
    ]
      .flat()
      .map(escapeHtml),
  );
  const header = ['compared', 'naive difference', 'effect put in', 'overstatement', '95 % interval'];
  return `<section id="naive"><h2>Naive comparisons</h2>
<p>${escapeHtml(`In ${arms[0].title}, of people released: how many points more or fewer of those named first are expected to be charged within two years, by their risk at release. The effect put in is what the model lets the policy do to them. The rest is who they are: by so much a naive comparison makes the policy look better than it is.`)}</p>
${htmlRows('Naive comparisons and the effects that were put in, in points', header, rows, [false, true, true, true, true])}
</section>`;
}
