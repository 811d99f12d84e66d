/**
 * Assumptions: the section on the changes of each arm and the source and evidence grade of every number.
 */
import { type Table, textsOf } from '../tables/table.ts';
import { escapeHtml, htmlRows, htmlTable } from './html.ts';
import type { ReportArm, ReportInput, ReportInputRow } from './input.ts';
import { inputRows } from './study-inputs.ts';

/** The grades of evidence in order, and their meanings. */
const GRADES = [
  ['A', 'counted in full, or tested by experiment or a design as strong'],
  ['B', 'measured with a weaker design, or in another place'],
  ['C', 'indicated by few or indirect studies'],
  ['assumption', 'not known; a plausible value was chosen'],
] as const;

/** Counts parameters by grade; a parameter with several numbers counts once, under its weakest grade. */
export function gradeCounts(parameters: Table): ReadonlyMap<string, number> {
  const [names, grades] = [textsOf(parameters, 'parameter'), textsOf(parameters, 'grade')];
  const order: readonly string[] = GRADES.map(([grade]) => grade);
  const weakest = new Map<string, number>();
  for (const [row, name] of names.entries()) {
    weakest.set(name, Math.max(weakest.get(name) ?? 0, order.indexOf(grades[row])));
  }
  const ranks = [...weakest.values()];
  return new Map(order.map((grade, rank) => [grade, ranks.filter((one) => one === rank).length]));
}

/** The section "What we assumed". */
export function assumptionsSection({ arms, parameters }: ReportInput): string {
  return `<section id="assumed"><h2>What we assumed</h2>
<h3>What each arm changes</h3>
${arms.map(armAccount).join('\n')}
<h3>Where the numbers come from</h3>
${evidenceMap(parameters)}
<details><summary>Every number with its source</summary>
${htmlTable(parameters, 'Parameters', SHOWN)}
</details>
</section>`;
}

const SHOWN = ['parameter', 'name', 'member', 'value', 'word', 'unit', 'grade', 'place', 'period', 'source', 'dated'];

function armAccount({ title, description, inputs, policies }: ReportArm): string {
  const parts = policies.map(({ name, from, label, because, sets }) => {
    const kind = label === undefined ? '' : ` (${label})`;
    const why = because === undefined ? '' : `<p>${escapeHtml(because)}</p>`;
    const rows = sets.map(({ lever, before, after, unit }) => [lever, before, after, unit].map(escapeHtml));
    const table = rows.length === 0 ? '' : htmlRows(`Changes of ${name}`, ['lever', 'before', 'after', 'unit'], rows);
    return `<details><summary>${escapeHtml(`${name}, from ${from}${kind}`)}</summary>${why}${table}</details>`;
  });
  const none = policies.length === 0 ? '<p>No policy: the rules in force stay.</p>' : '';
  return `<h4>${escapeHtml(title)}</h4><p>${escapeHtml(description)}</p>${none}${inputs === undefined ? '' : inputsTable(inputs.rows)}${parts.join('\n')}`;
}

function inputsTable(inputs: readonly ReportInputRow[]): string {
  return `<details><summary>Figures by date: ${inputs.length}</summary>${inputRows('Figures by date', inputs)}</details>`;
}

function evidenceMap(parameters: Table): string {
  const counts = gradeCounts(parameters);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rows = GRADES.map(([grade, meaning]) => {
    const count = counts.get(grade) ?? 0;
    const width = all === 0 ? 0 : Math.round((100 * count) / all);
    const bar = `<span class="bar" style="width:${width}%"></span>`;
    return [grade, String(count), `<span class="track" aria-hidden="true">${bar}</span>`, meaning];
  });
  return htmlRows('Parameters by grade of evidence', ['grade', 'parameters', 'share', 'meaning'], rows, [false, true]);
}
