/** Document: writes docs/validation.md from fresh runs. */

import { readFileSync } from 'node:fs';
import { asPlanned, readCalibrationPlan } from '../../src/evidence/calibration-plan.ts';
import { readObservations } from '../../src/evidence/observations.ts';
import { readTargets } from '../../src/evidence/targets.ts';
import { measureBeside, measuresBeside, valuesBeside } from '../../src/experiment/calibration/observed-fit.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { readScenario } from '../../src/index.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { meanInterval } from '../../src/statistics/intervals.ts';
import { causes } from './causes.ts';
import { facts } from './facts.ts';
import { figure, row, tableOf, verdict } from './markdown.ts';
import { relapseByYear } from './relapse-by-year.ts';
import { cellsOf, studyOf } from './runs.ts';
import { forecastSections, within } from './test-years.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** The whole page. */
export async function validation(replicates: number, tell: (line: string) => void): Promise<string> {
  const baseline = readScenario('norway/baseline');
  tell('Norway, year by year');
  const history = readScenario('norway/calibrated/scenario');
  const years = await yearByYear(history, replicates);
  tell('test years');
  const tested = await forecastSections(replicates, read);
  tell('Norway in 2012');
  const targets = await ofBaseline(baseline, replicates);
  tell('stylised facts');
  const found = await facts(baseline, Math.min(4, replicates));
  const reproduced = found.filter(({ isReproduced }) => isReproduced).length;
  return `# Validation

<!-- written by npm run validate; do not edit -->

Observed beside simulated figures, misses included: means of ${replicates} replicates with 95 % intervals for chance
alone. *Follows*: a parameter was chosen for this very year, so agreement is no test. *Fitted*: among the figures that a
fit weighs. *Test*: nothing was chosen by it. \`npm run validate\` writes this page; [limits](limits.md) lists the main weaknesses.

## In short

${[...years.short, ...tested.short, ...targets.short, `- ${reproduced} of ${found.length} stylised facts emerge without being put in.`].join('\n')}

## Norway, year by year

\`scenarios/norway/calibrated/scenario.yaml\`, written by \`stepdown calibrate scenarios/norway/calibration.yaml\`. *Left out* is
the value of the fit without the figures of that measure, by the slopes of the fit.

${years.table}

### Misses, and their likely cause

${years.misses}

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

interface Section {
  readonly table: string;
  readonly misses: string;
  readonly short: readonly string[];
}

async function yearByYear(scenario: Scenario, replicates: number): Promise<Section> {
  const plan = readCalibrationPlan('scenarios/norway/calibration.yaml', read, catalogue);
  const observations = within(scenario, asPlanned(plan, readObservations('scenarios/norway/observed.csv', read)));
  const measures = measuresBeside(observations, scenario);
  const cells = await cellsOf(studyOf([{ name: 'calibrated', scenario }], replicates));
  const values = cells.map((cell) => valuesBeside(observations, measures, scenario, cell));
  const leftOut = leftOutFigures();
  const rows = observations.map((one, at) => {
    const { mean, low, high } = meanInterval(values.map((own) => own[at]));
    const isMet = Math.abs(mean - one.observed) <= one.tolerance * one.observed;
    return { ...one, mean, low, high, isMet, leftOut: leftOut.get(`${one.measure} ${one.year}`) };
  });
  const words = { follow: 'follows', fit: 'fitted', test: 'test' } as const;
  const table = rows.map((one) =>
    row([
      one.measure,
      `${one.year}`,
      words[one.use],
      figure(one.observed),
      `${figure(one.mean)} (${figure(one.low)} to ${figure(one.high)})`,
      one.leftOut === undefined || one.use !== 'fit' ? '' : figure(one.leftOut),
      `${Math.round(1000 * one.tolerance) / 10} %`,
      verdict(one.isMet),
    ]),
  );
  const header = ['figure', 'year', 'use', 'observed', 'simulated', 'left out', 'allowed', ''];
  const shorts = (['fit', 'test', 'follow'] as const).map((use) => {
    const own = rows.filter((one) => one.use === use);
    return `- Year by year, ${words[use]}: ${own.filter(({ isMet }) => isMet).length} of ${own.length} figures met.`;
  });
  const missed = rows.filter(({ isMet }) => !isMet);
  return {
    table: tableOf(header, table),
    misses: missesOf(missed.map(({ measure, year }) => [measure, `${year}`])),
    short: shorts,
  };
}

async function ofBaseline(scenario: Scenario, replicates: number): Promise<Section> {
  const targets = readTargets('scenarios/norway/targets.yaml', read);
  const levels = scenario.dimensions['level'];
  const measures = measuresOf(levels);
  const cells = await cellsOf(studyOf([{ name: 'baseline', scenario }], replicates));
  const parameters = cellOf(scenario, { draw: 0, replicate: 0 }).parameters.at(-1)!.values;
  const days = scenario.end - scenario.start;
  const rows = targets.flatMap((one) => {
    const measure = measureBeside(measures, one.measure, levels);
    if (measure === undefined) return [];
    const { mean, low, high } = meanInterval(cells.map(({ summary }) => measure.value({ summary, days, parameters })));
    return [{ ...one, mean, low, high, isMet: Math.abs(mean - one.observed) <= one.tolerance * one.observed }];
  });
  const table = rows.map((one) =>
    row([
      `${one.label} (${one.period})`,
      one.fitted ? 'fitted' : 'test',
      `${figure(one.observed)} ${one.unit}`,
      `${figure(one.mean)} (${figure(one.low)} to ${figure(one.high)})`,
      `${Math.round(1000 * one.tolerance) / 10} %`,
      verdict(one.isMet),
    ]),
  );
  const short = ([true, false] as const).map((fitted) => {
    const own = rows.filter((one) => one.fitted === fitted);
    const met = own.filter(({ isMet }) => isMet).length;
    return `- Norway in 2012, ${fitted ? 'fitted' : 'test'}: ${met} of ${own.length} figures met.`;
  });
  const missed = rows.filter(({ isMet }) => !isMet);
  const header = ['figure', 'use', 'observed', 'simulated', 'allowed', ''];
  return {
    table: tableOf(header, table),
    misses: missesOf(missed.map(({ measure, period }) => [measure, period])),
    short,
  };
}

/** One line per measure that was missed somewhere, with place and reason. */
function missesOf(missed: readonly (readonly [measure: string, when: string])[]): string {
  const names = [...new Set(missed.map(([measure]) => measure))];
  if (names.length === 0) return 'None.';
  return names
    .map((name) => {
      const when = missed.filter(([measure]) => measure === name).map(([, period]) => period);
      return `- *${name}* (${when.join(', ')}): ${causes[name] ?? 'cause not known.'}`;
    })
    .join('\n');
}

/** The simulated value of each figure if its measure is left out of the fit. */
function leftOutFigures(): ReadonlyMap<string, number> {
  const [header, ...lines] = read('scenarios/norway/calibrated/fit.csv').trim().split(/\r?\n/);
  const place = (name: string) => header!.split(',').indexOf(name);
  const [measure, year, leftOut] = [place('measure'), place('year'), place('left_out')];
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      return [`${cells[measure]} ${cells[year]}`, Number(cells[leftOut])];
    }),
  );
}
