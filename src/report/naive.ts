/**
 * Naive: comparisons of exposed with unexposed people, beside the effect in the model, to show selection bias.
 */
import { differenceParts } from '../tables/estimate.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { ReportInput } from './input.ts';

/** The section "Naive comparisons"; empty if none was made. */
export function naiveSection({ naive = [], arms }: ReportInput): string {
  if (naive.length === 0) return '';
  const rows = naive.map(({ compared, naive: difference, effect, overstatement }) =>
    [
      compared,
      ...[difference, effect, overstatement].map((one) => differenceParts(one.points, one).value),
      differenceParts(overstatement.points, overstatement).interval,
    ].map(escapeHtml),
  );
  const header = ['compared', 'naive difference', 'effect in the model', 'overstatement', '95 % interval'];
  return `<section id="naive"><h2>Naive comparisons</h2>
<p>${escapeHtml(`People released in ${arms[0].title}: the difference, in percentage points, between the group named first and the other in expected charges within two years, judged by risk at release. The effect in the model is the part that the experience itself causes. The rest is selection: the groups differ beforehand, and the naive comparison makes the experience look better by that much.`)}</p>
${htmlRows('Naive comparisons and the effects in the model, in percentage points', header, rows, [false, true, true, true, true])}
</section>`;
}
