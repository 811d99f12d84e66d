/**
 * Definitions: writes `docs/definitions.md`, every measure with its unit and definition, from the code that computes it.
 *
 *     npx tsx scripts/definitions.ts
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { numberLabel } from '../src/charts/label.ts';
import { gradeParts, type NestedPart, nestedParts } from '../src/experiment/attribution/nested-plan.ts';
import { cohortHorizons, populationOf } from '../src/measures/cohort-counts.ts';
import { interests } from '../src/measures/interest.ts';
import type { Measure } from '../src/measures/measure.ts';
import { measuresOf } from '../src/measures/measures.ts';
import { WAITING_DAYS } from '../src/tables/waiting-days.ts';
import { baseline } from './mechanism-tables.ts';

/** The page, as a path in the repository. */
export const PAGE = 'docs/definitions.md';

/** The page for a jurisdiction with these security levels, from most to least closed. */
export function definitionsPage(levels: readonly string[]): string {
  const byId = new Map<string, Measure[]>();
  for (const measure of measuresOf(levels)) byId.set(measure.id, [...(byId.get(measure.id) ?? []), measure]);
  const rows = [...byId].map(([id, variants]) => {
    const [first] = variants as [Measure];
    return [`\`${id}\``, first.unit, first.better, sentence(first.definition), variantsOf(variants)];
  });
  const table = markdownTable([['measure', 'unit', 'better', 'definition', 'also by'], ...rows]);
  return `${OPENING}\n${nestedSection()}\n\n${AFTERWARDS}\n${interestTable()}\n\n${PLACES}\n## Every measure\n\n${table}\n\n${waitingSection()}\n`;
}

/** The parts of the headline, from the runs that they are made of. */
function nestedSection(): string {
  const rows = [...nestedParts, ...gradeParts].map(({ name, meaning, runs }: NestedPart) => {
    const isGrade = gradeParts.some((part) => part.name === name);
    const definition = runs.map((run) => `D(${run.name})`).join(' − ');
    return [isGrade ? `${name}, of the effects with evidence` : name, definition, sentence(meaning)];
  });
  return markdownTable([['part', 'definition', 'meaning'], ...rows]);
}

/** The smallest differences of interest with their passports. */
function interestTable(): string {
  const rows = [...interests].map(([id, { value, unit, range, grade, because }]) => {
    const [least, most] = range.map(numberLabel) as [string, string];
    return [`\`${id}\``, numberLabel(value), unit, `${least} to ${most}`, grade, sentence(because)];
  });
  return markdownTable([['measure', 'smallest difference', 'unit', 'range', 'grade', 'reason'], ...rows]);
}

/** The table of waiting, column by column. */
function waitingSection(): string {
  const { name, meaning, columns } = WAITING_DAYS;
  const rows = columns.map((one) => [`\`${one.name}\``, one.unit, sentence(one.meaning)]);
  const opening = `## Who waits, and how long: the table \`${name}\`\n\n${sentence(meaning)} Studies keep it in \`series/\`, forecasts beside their table.`;
  return `${opening}\n\n${markdownTable([['column', 'unit', 'meaning'], ...rows])}`;
}

function markdownTable([header, ...rows]: readonly (readonly string[])[]): string {
  return [header!, header!.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** What distinguishes measures of one id. */
function variantsOf(variants: readonly Measure[]): string {
  const kinds = ['horizon', 'population', 'level', 'status', 'evidence'] as const;
  return kinds
    .flatMap((kind) => {
      const values = [...new Set(variants.flatMap((one) => one[kind] ?? []))];
      if (values.length === 0) return [];
      return [kind === 'horizon' ? `years ${values.join(', ')}` : `${kind} ${values.join('; ')}`];
    })
    .join('. ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const PLACES = `## Places, second beds and overflow

| word | meaning |
| --- | --- |
| place | Of a unit, for one sex: planned, opened by date or built, up to what may be filled of it (\`facility.crowding\`). |
| second bed | Where cells may be shared, beyond the places of a unit: by date (\`double\` in a table of planned places), or with \`capacity.response: double\`. No place is built for it, and no officer comes. |
| usable places | Places and second beds together, in every measure, table, forecast and chart. |
| free places | Usable places less people at the level; below zero where more are held. |
| overflow of a level | More people at the level than all its usable places: the risk of overflow that \`forecast\` tells and \`capacity\` judges, and no measure of \`run\` and \`compare\`. |
| beyond own places | People beyond the usable places of their sex and unit, though another may have room: what \`run\` and \`compare\` count (the measures \`overflow-...\`, "beyond the beds of their sex and unit"), the nights beyond own places of \`forecast\`, and the runs beside the answer of \`capacity\` in which somebody lacks a bed. It is more often above zero than overflow of the level. |
| number that \`capacity\` finds | Places without second beds; those in force come on top, and are told beside it. |
`;

const OPENING = `# Definitions

<!-- written by npm run docs; change the code, not this page -->

Every measure has one definition, and this page is made from the code that computes it. A difference is always paired: the same
replicate, hence the same people with the same luck, under two arms. Intervals are 95 %.

## The headline: what happened to the same people

| | |
|---|---|
| population | People ${populationOf.sentenced}: their first case since they came into the window of observation ends in an unconditional prison sentence, whenever the charge was. Where the courts themselves differ between arms, people ${populationOf.charged}. A hash of the members and their days of entry proves that both arms have the same people. |
| entry | In whole quarters, for each horizon its own, from the day on which the two arms part, for three years at most and one year at least |
| clock | From the verdict; for people ${populationOf.charged}, from the charge |
| horizon | The longest of ${cohortHorizons.join(', ')} years that a whole year of entry can reach |
| what counts | Everything that happens, whatever the person has served: time in custody, on monitoring, waiting, abroad and dead is time of follow-up (intention to treat) |
| competing events | Death and expulsion end nothing: such people stay in the denominator and have their own measures. Citizens are shown apart, since expulsion is no desistance |
| estimator | A plain proportion, or a mean per person. Nobody is censored |

Charges per person split exactly into days at liberty and charges per day at liberty: the difference in days times the mean rate, and
the difference in rates times the mean days.

Whether somebody is charged again does not split like that. \`stepdown attribute A B --into places-and-evidence\` runs both scenarios
again with one thing more held in both, from the day on which they part, under the same luck; D is the difference between the two in
percentage points, for the same people in all runs. The parts add up to D(as is) in every replicate, and depend on their order.
`;

const AFTERWARDS = `## Recidivism of people released

Different people are released in each arm, because a policy changes who serves where, when and for how long. These measures stand
beside published figures and decide no comparison. An index release is a person's first of a calendar year from a prison sentence.
Death and expulsion are competing risks, the end of the study censors, and the estimator is the cumulative incidence of Aalen and
Johansen. Where a definition dates a sentence by its charge, charges count up to two years before the end, and the sentence must begin
within two years of the charge.

## The smallest difference of interest

A headline says *fewer* or *more* if its interval leaves zero out, and adds that the difference is smaller than what matters if the
whole interval is. If zero lies within, it says *no difference that matters* if the whole interval lies within the smallest difference
of interest either way (equivalence), and else *cannot tell*. What matters is nothing that a study could find: each number is an
assumption (\`src/measures/interest.ts\`), and the interval stands beside every sentence for whoever prefers another.
`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(PAGE, definitionsPage(baseline().dimensions['level']));
}
