/** Document: writes docs/validation.md from fresh runs. */

import { readFileSync } from 'node:fs';
import type { Use } from '../../src/evidence/observations.ts';
import { readTargets, type Target } from '../../src/evidence/targets.ts';
import { measureBeside } from '../../src/experiment/calibration/observed-fit.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { readScenario } from '../../src/index.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { meanInterval } from '../../src/statistics/intervals.ts';
import { sourcesOfHistory } from './blind.ts';
import { type Miss, missesText } from './causes.ts';
import { citedIn, figureIds, OBSERVED } from './cited.ts';
import { facts } from './facts.ts';
import { figure, row, tableOf, verdict } from './markdown.ts';
import { relapseByYear } from './relapse-by-year.ts';
import { cellsOf, studyOf } from './runs.ts';
import { forecastSection } from './test-years.ts';
import { figuresOfHistory, type Section, secondFit, words, yearByYear } from './years.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** Replicates unless another number is asked for. */
export const REPLICATES = 8;

/** The whole page. */
export async function validation(replicates: number, tell: (line: string) => void): Promise<string> {
  const baseline = readScenario('norway/baseline');
  tell('Norway, year by year');
  const history = readScenario('norway/calibrated/scenario');
  const years = await yearByYear(history, replicates);
  tell('test years');
  const tested = await forecastSection(replicates, read);
  tell('Norway in 2012');
  const targets = await ofBaseline(baseline, history, replicates);
  tell('stylised facts');
  const found = await facts(baseline, Math.min(4, replicates));
  const reproduced = found.filter(({ isReproduced }) => isReproduced).length;
  return `# Validation

<!-- written by npm run validate; do not edit -->

Observed beside simulated figures, misses included: means of ${replicates} replicates (the default of \`npm run validate\`, which
writes this page, is ${REPLICATES}) with 95 % intervals for chance alone. [Limits](limits.md) lists the main weaknesses.

- *Fitted*: among the figures that a fit weighs, or a number of the evidence was chosen by it.
- *Follows*: a parameter was chosen for this very year, or an input, a policy or a passport of evidence cites this very figure, so that agreement is
  no test.
- *Test*: nothing was chosen by it. *Undated*: its source does not say the year; it is in no count.

## In short

${[...years.short, ...tested.short, ...targets.short, `- ${reproduced} of ${found.length} stylised facts emerge without being put in.`].join('\n')}

## Norway, year by year

\`scenarios/norway/calibrated/scenario.yaml\`, written by \`stepdown calibrate scenarios/norway/calibration.yaml\`. *Left out* is
the value of the fit without the figures of that measure, by the slopes of the fit.

${years.table}

### Misses, and their likely cause

${years.misses}

## The fit to 2021

${secondFit()}

## Test years

${tested.text}

## Relapse by year of release

A new prison sentence for an offence within two years of release, begun by two years after its charge; one replicate of the calibrated
history.

${relapseByYear(history)}

## Norway in 2012

\`scenarios/norway/baseline.yaml\`, the start of every other scenario, held at the rules of 2012 for ten years.

${targets.table}

### Misses, and their likely cause

${targets.misses}

## Stylised facts

${found.length} facts that must emerge by themselves. The criterion was fixed beforehand: the order is right, and
a gradient is between half and twice the published one; a level is within a tenth.

| fact | published | simulated | reproduced | |
| --- | --- | --- | --- | --- |
${found.map((one) => row([one.name, one.published, one.simulated, one.isReproduced ? 'yes' : '**no**', one.note])).join('\n')}

Three more check inputs rather than the model, and are tests: simulated trials return the odds ratios typed in
(\`test/experiment/\`), progression (monitoring revoked, escapes, leave failures) stands in the table above, and overdose
deaths peak in the first week (\`test/community/\`).
`;
}

async function ofBaseline(scenario: Scenario, history: Scenario, replicates: number): Promise<Section> {
  const targets = readTargets('scenarios/norway/targets.yaml', read);
  const useOf = usesById(history);
  const levels = scenario.dimensions['level'];
  const measures = measuresOf(levels);
  const cells = await cellsOf(studyOf([{ name: 'baseline', scenario }], replicates));
  const parameters = cellOf(scenario, { draw: 0, replicate: 0 }).parameters.at(-1)!.values;
  const days = scenario.end - scenario.start;
  const rows = targets.flatMap((one) => {
    const measure = measureBeside(measures, one.measure, levels);
    if (measure === undefined) return [];
    const { mean, low, high } = meanInterval(cells.map(({ summary }) => measure.value({ summary, days, parameters })));
    return [
      {
        ...one,
        mean,
        low,
        high,
        use: useOf(one),
        isMet: Math.abs(mean - one.observed) <= one.tolerance * one.observed,
      },
    ];
  });
  const table = rows.map((one) =>
    row([
      `${one.label} (${one.period})`,
      words[one.use],
      `${figure(one.observed)} ${one.unit}`,
      `${figure(one.mean)} (${figure(one.low)} to ${figure(one.high)})`,
      `${Math.round(1000 * one.tolerance) / 10} %`,
      verdict(one.isMet),
    ]),
  );
  const short = (['fit', 'test', 'follow'] as const).map((use) => {
    const own = rows.filter((one) => one.use === use);
    const met = own.filter(({ isMet }) => isMet).length;
    return `- Norway in 2012, ${words[use]}: ${met} of ${own.length} figures met.`;
  });
  const missed = rows.flatMap(({ measure, period, mean, observed, isMet }): Miss[] =>
    isMet ? [] : [{ measure, when: period, sign: mean > observed ? 'too high' : 'too low' }],
  );
  const header = ['figure', 'use', 'observed', 'simulated', 'allowed', ''];
  return { table: tableOf(header, table), misses: missesText(missed), short };
}

/** The use of a figure of 2012: that of the history if it is one of its figures; else fitted, cited or a test. */
function usesById(history: Scenario): (target: Target) => Use {
  const ids = figureIds(read(OBSERVED));
  const known = new Map(
    figuresOfHistory(history).flatMap(({ measure, year, use }) =>
      (ids.get(`${measure} ${year}`) ?? []).map((id): [string, Use] => [id, use]),
    ),
  );
  const isCited = citedIn(sourcesOfHistory(read).texts);
  return (target) => {
    const same = target.ids.length === 1 ? known.get(target.ids[0]!) : undefined;
    if (same !== undefined) return same;
    if (target.fitted) return 'fit';
    return isCited(target.ids) ? 'follow' : 'test';
  };
}
