/**
 * Test years: forecasts of years after the last figure that a fit has seen, beside naive forecasts and what was observed.
 *
 * Years, figures and uses come from the scenario, the plan of its fit and the observed figures. A followed figure is an input, so that
 * agreement with it is no test; it is listed apart and in no score. The forecast that is scored is blind to inputs that were inferred
 * from the totals of these years; the others stand beside it. People inside of years without a count of all are the sum of the parts, as
 * in a backtest, so that a rival has a past.
 */
import { yearOf } from '../../src/engine/calendar.ts';
import { readObservations, type YearlyFigure } from '../../src/evidence/observations.ts';
import { observedSeries } from '../../src/experiment/backtest/observed-series.ts';
import { measuresBeside, valuesBeside } from '../../src/experiment/calibration/observed-fit.ts';
import { coverageOf, type Forecast, type ForecastCell, scoresOf } from '../../src/experiment/forecast-score.ts';
import { readScenario } from '../../src/index.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { mean } from '../../src/statistics/describe.ts';
import { predictionInterval } from '../../src/statistics/forecast-scores.ts';
import { blindAfter, sourcesOfHistory, withoutPandemic } from './blind.ts';
import { asCited, figureIds, OBSERVED } from './cited.ts';
import { criteriaOf } from './criteria.ts';
import { figure, row, tableOf, verdict } from './markdown.ts';
import { cellsOf } from './runs.ts';

/** A forecast to be tested. */
export interface Tested {
  readonly title: string;
  readonly scenario: Scenario;
  /** The last year whose figures the fit has seen. */
  readonly lastKnown: number;
  /** Draws: members of an ensemble if the scenario has them. 0 for the central values alone, with chance only. */
  readonly draws: number;
  readonly replicates: number;
  /** Runs that know more, by name; only their people inside are told. */
  readonly beside: Readonly<Record<string, Scenario>>;
}

/** Text for the page, and lines for its summary. */
export interface TestedSection {
  readonly text: string;
  readonly short: readonly string[];
}

/** The fits that are tested: the members that figures up to a year leave possible, and the plan that found them. */
const FITS = [
  { scenario: 'norway/matched-2012/scenario', plan: 'scenarios/norway/calibration-2012.yaml' },
  { scenario: 'norway/matched-2016/scenario', plan: 'scenarios/norway/calibration.yaml' },
];

/** Draws of members that are run: as many as there are, up to this number. */
const MOST_DRAWS = 40;

const LEVEL = 0.8;
/** Years that naive forecasts look back. */
const LOOKING_BACK = 10;

/** The sections of the fits whose later figures are tests. */
export async function forecastSection(replicates: number, read: (path: string) => string): Promise<TestedSection> {
  const sections: TestedSection[] = [];
  for (const fit of FITS) sections.push(await sectionOfFit(fit, replicates, read));
  return {
    text: sections.map(({ text }) => text).join('\n\n'),
    short: sections.flatMap(({ short }) => short),
  };
}

async function sectionOfFit(
  fit: (typeof FITS)[number],
  replicates: number,
  read: (path: string) => string,
): Promise<TestedSection> {
  const figures = readObservations(OBSERVED, read);
  const whole = readScenario(fit.scenario);
  const lastKnown = lastYearOfFit(read(fit.plan), figures);
  const asTests = figures.map(
    (one): YearlyFigure => (one.use === 'fit' && one.year > lastKnown ? { ...one, use: 'test' } : one),
  );
  const tested = {
    title: `Fit to ${lastKnown}`,
    scenario: blindAfter(lastKnown, whole),
    lastKnown,
    draws: Math.min(MOST_DRAWS, whole.members?.rows.length ?? 0),
    replicates,
    beside: { 'with inferred ceilings': withoutPandemic(whole), 'and the pandemic': whole },
  };
  return sectionOf(tested, asCited(asTests, figureIds(read(OBSERVED)), sourcesOfHistory(read, lastKnown)));
}

/** The last year whose figures a plan fits: as it says, or the last with a figure that is no test. */
export function lastYearOfFit(plan: string, observations: readonly YearlyFigure[]): number {
  const [, written] = /^fit_until: *(\d{4})/m.exec(plan) ?? [];
  if (written !== undefined) return Number(written);
  return Math.max(...observations.filter(({ use }) => use !== 'test').map(({ year }) => year));
}

/** The figures of the years that a scenario simulates. */
export function within({ start, end }: Scenario, observations: readonly YearlyFigure[]): readonly YearlyFigure[] {
  return observations.filter(({ year }) => year >= yearOf(start) && year <= yearOf(end - 1));
}

/** The section of one forecast. */
export async function sectionOf(tested: Tested, observations: readonly YearlyFigure[]): Promise<TestedSection> {
  const { title, scenario, lastKnown } = tested;
  const later = within(scenario, observations).filter(({ year }) => year > lastKnown);
  if (later.every(({ use }) => use === 'follow')) {
    const reason = `${title}: not testable, since no figure after ${lastKnown} that is no input lies in the years of the scenario.`;
    return { text: `### ${title}\n\n${reason}`, short: [`- ${reason}`] };
  }
  const cells = await forecastOf(tested, scenario, later);
  const past = pastOf(observations, lastKnown, scenario.dimensions['level']);
  const isTest = (cell: ForecastCell) => later.find(isOf(cell))!.use !== 'follow';
  const forecast: Forecast = { lastKnown, cells, past };
  const tests: Forecast = { ...forecast, cells: cells.filter(isTest) };
  const criteria = criteriaOf(tests.cells);
  const met = criteria.filter(({ isMet }) => isMet).length;
  const judged = criteria.filter(({ isMet }) => isMet !== undefined).length;
  const total = scoresOf(tests, ({ measure }) => measure === 'occupancy');
  const coverage = coverageOf(tests, LEVEL);
  return {
    text: [
      `### ${title}`,
      `Sentences, remand and places as published are given to the end of the history. What was inferred from the people inside of these years is not: the part of places that could be used stays as in ${lastKnown}, and nothing is known of the pandemic. Mechanisms were mended knowing the figures of these years, and the second factor of length was added after a fit without it had missed them, so this tests parameters, not mechanisms, and weakly. ${tested.draws > 0 ? 'Intervals hold members and chance.' : 'Intervals hold chance alone.'}`,
      tableOf(
        ['criterion', 'allowed', 'simulated', ''],
        criteria.map((one) =>
          row([one.name, one.allowed, one.simulated, one.isMet === undefined ? 'not testable' : verdict(one.isMet)]),
        ),
      ),
      figuresTable(forecast, isTest),
      scoresTable(tests),
      coverageText(tests, coverage),
      await besideText(tested, later, cells),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    short: [
      `- ${title}, later years: ${met} of ${judged} criteria met; mean error of the total ${figure(total.model)} %, of the last value ${figure(total['last value'])} %.`,
      `- ${title}, later years: ${coverage.inside} of ${coverage.cells} figures inside their 80 % intervals.`,
    ],
  };
}

async function forecastOf(
  { draws, replicates }: Pick<Tested, 'draws' | 'replicates'>,
  scenario: Scenario,
  figures: readonly YearlyFigure[],
): Promise<readonly ForecastCell[]> {
  const measures = measuresBeside(figures, scenario);
  const study = { arms: [{ name: 'forecast', scenario }], replicates: draws > 0 ? 1 : replicates, draws };
  const values = (await cellsOf(study)).map((cell) => valuesBeside(figures, measures, scenario, cell));
  return figures.map(({ measure, year, observed }, at) => ({
    measure,
    year,
    observed,
    values: values.map((own) => own[at]!),
  }));
}

function pastOf(observations: readonly YearlyFigure[], lastKnown: number, levels: readonly string[]): Forecast['past'] {
  const isPast = ({ year }: { readonly year: number }) => year <= lastKnown && year > lastKnown - LOOKING_BACK;
  return new Map(observedSeries(observations, levels).map(({ name, figures }) => [name, figures.filter(isPast)]));
}

const isOf = (cell: Pick<ForecastCell, 'measure' | 'year'>) => (one: Pick<ForecastCell, 'measure' | 'year'>) =>
  one.measure === cell.measure && one.year === cell.year;

function figuresTable(forecast: Forecast, isTest: (cell: ForecastCell) => boolean): string {
  const rows = forecast.cells.map((cell) => {
    const { low, high } = predictionInterval(cell.values, LEVEL);
    const centre = mean(cell.values);
    const own = scoresOf(forecast, isOf(cell));
    return row([
      cell.measure,
      `${cell.year}`,
      isTest(cell) ? 'test' : 'follows',
      figure(cell.observed),
      `${figure(centre)} (${figure(low)} to ${figure(high)})`,
      `${figure((100 * (centre - cell.observed)) / cell.observed)} %`,
      low <= cell.observed && cell.observed <= high ? 'inside' : 'outside',
      ...[own['last value'], own['linear trend'], own['damped trend']].map((error) => `${figure(error)} %`),
    ]);
  });
  const header = [
    'figure',
    'year',
    'use',
    'observed',
    'simulated (80 %)',
    'error',
    '',
    'last value',
    'linear',
    'damped',
  ];
  return `The last three columns are the absolute errors of naive forecasts from the ten years up to ${forecast.lastKnown}.\n\n${tableOf(header, rows)}`;
}

function scoresTable(tests: Forecast): string {
  const names = [...new Set(tests.cells.map(({ measure }) => measure))];
  const horizons = [...new Set(tests.cells.map(({ year }) => year - tests.lastKnown))].sort((a, b) => a - b);
  const line = (name: string, isIn: (cell: ForecastCell) => boolean) => {
    const own = scoresOf(tests, isIn);
    const numbers = [
      own.model,
      own['last value'],
      own['linear trend'],
      own['damped trend'],
      own.modelCrps,
      own.naiveCrps,
    ];
    return row([name, `${own.cells}`, ...numbers.map(figure)]);
  };
  const rows = [
    ...names.map((name) => line(name, ({ measure }) => measure === name)),
    ...horizons.map((ahead) => line(`${ahead} ahead`, ({ year }) => year - tests.lastKnown === ahead)),
    line('all', () => true),
    line('all of a known past', ({ measure }) => (tests.past.get(measure) ?? []).length > 1),
  ];
  const header = ['figures', 'cells', 'model', 'last value', 'linear', 'damped', 'CRPS', 'CRPS of the last value'];
  return `Mean absolute errors and mean CRPS of the tests, per cent of the observed figure, by figure and by years ahead. A measure has a known past if it was counted twice or more in the ten years before; only there a rival can be scored:\n\n${tableOf(header, rows)}`;
}

function coverageText(tests: Forecast, coverage: ReturnType<typeof coverageOf>): string {
  const percent = (share: number) => `${Math.round(100 * share)}`;
  const tell = (name: string, { inside, cells, series, share, asTruth }: typeof coverage) =>
    row([
      name,
      `${cells}`,
      `${series}`,
      `${inside}`,
      `${percent(inside / cells)} % (${percent(share.low)} to ${percent(share.high)})`,
      asTruth === undefined ? '-' : `${figure(asTruth.mean)} (${asTruth.low} to ${asTruth.high})`,
    ]);
  const horizons = [...new Set(tests.cells.map(({ year }) => year - tests.lastKnown))].sort((a, b) => a - b);
  const rows = [
    ...horizons.map((ahead) =>
      tell(
        `${ahead} ahead`,
        coverageOf(tests, LEVEL, ({ year }) => year - tests.lastKnown === ahead),
      ),
    ),
    tell('all', coverage),
  ];
  const header = ['figures', 'cells', 'series', 'inside', 'share, exact interval', 'inside if a member is the truth'];
  return (
    'Coverage of the 80 % prediction intervals. The exact interval takes cells as independent, which those of one series are not; the last ' +
    `column is the same count when each member in turn plays the truth, with the range of eight in ten members.\n\n${tableOf(header, rows)}`
  );
}

/** The total of the forecast, and of runs that know more. */
async function besideText(
  tested: Tested,
  later: readonly YearlyFigure[],
  cells: readonly ForecastCell[],
): Promise<string> {
  const totals = later.filter(({ measure }) => measure === 'occupancy');
  const names = Object.keys(tested.beside);
  if (names.length === 0 || totals.length === 0) return '';
  const runs = [cells];
  for (const scenario of Object.values(tested.beside))
    runs.push(await forecastOf({ draws: 0, replicates: tested.replicates }, scenario, totals));
  const told = ({ values, observed }: ForecastCell) =>
    `${figure(mean(values))} (${figure((100 * (mean(values) - observed)) / observed)} %)`;
  const rows = totals.map(({ measure, year, observed }) =>
    row([`${year}`, figure(observed), ...runs.map((own) => told(own.find(isOf({ measure, year }))!))]),
  );
  const header = ['year', 'observed', 'places as published', ...names];
  return `People inside by what the run is given. Only the first is scored; the others know inputs made from these totals, and are runs of the central setting:\n\n${tableOf(header, rows)}`;
}
