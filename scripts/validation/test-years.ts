/**
 * Test years: forecasts of years after the last figure that a fit has seen, beside naive forecasts and what was observed.
 *
 * Years, figures and uses come from the scenario, the plan of its fit and the observed figures. A followed figure is an input, so that
 * agreement with it is no test; it is listed apart and in no score.
 */
import { yearOf } from '../../src/engine/calendar.ts';
import { readObservations, type YearlyFigure } from '../../src/evidence/observations.ts';
import { measuresBeside, valuesBeside } from '../../src/experiment/calibration/observed-fit.ts';
import { coverageOf, type Forecast, type ForecastCell, scoresOf } from '../../src/experiment/forecast-score.ts';
import { readScenario } from '../../src/index.ts';
import { type Scenario, withPolicies } from '../../src/scenario/scenario.ts';
import { mean } from '../../src/statistics/describe.ts';
import { predictionInterval } from '../../src/statistics/forecast-scores.ts';
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
}

/** Text for the page, and lines for its summary. */
export interface TestedSection {
  readonly text: string;
  readonly short: readonly string[];
}

/** The fits that are tested: scenario, plan, and draws (0 where there is no ensemble yet). */
const fits = [{ scenario: 'norway/calibrated/scenario', plan: 'scenarios/norway/calibration.yaml', draws: 0 }] as const;

const LEVEL = 0.8;
/** Years that naive forecasts look back. */
const LOOKING_BACK = 10;

/** A section for every fit. */
export async function forecastSections(replicates: number, read: (path: string) => string): Promise<TestedSection> {
  const observations = readObservations('scenarios/norway/observed.csv', read);
  const sections: TestedSection[] = [];
  for (const { scenario: name, plan, draws } of fits) {
    const scenario = readScenario(name);
    const lastKnown = lastYearOfFit(read(plan), observations);
    const title = `Fit to ${lastKnown}`;
    sections.push(await sectionOf({ title, scenario, lastKnown, draws, replicates }, observations));
  }
  return { text: sections.map(({ text }) => text).join('\n\n'), short: sections.flatMap(({ short }) => short) };
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
  const past = pastOf(observations, lastKnown);
  const isTest = (cell: ForecastCell) => later.find(isOf(cell))!.use !== 'follow';
  const forecast: Forecast = { lastKnown, cells, past };
  const tests: Forecast = { ...forecast, cells: cells.filter(isTest) };
  const criteria = criteriaOf(cells);
  const met = criteria.filter(({ isMet }) => isMet).length;
  const judged = criteria.filter(({ isMet }) => isMet !== undefined).length;
  const total = scoresOf(tests, ({ measure }) => measure === 'occupancy');
  const coverage = coverageOf(tests, LEVEL);
  return {
    text: [
      `### ${title}`,
      `Mechanisms were mended knowing the figures of these years, so this tests parameters, not mechanisms. ${tested.draws > 0 ? 'Intervals hold members and chance.' : 'Intervals hold chance alone.'}`,
      tableOf(
        ['criterion', 'allowed', 'simulated', ''],
        criteria.map((one) =>
          row([one.name, one.allowed, one.simulated, one.isMet === undefined ? 'not testable' : verdict(one.isMet)]),
        ),
      ),
      figuresTable(forecast, isTest),
      scoresTable(tests),
      coverageText(tests, coverage),
      await pandemicText(tested, later, cells),
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

function pastOf(observations: readonly YearlyFigure[], lastKnown: number): Forecast['past'] {
  const past = new Map<string, { readonly year: number; readonly value: number }[]>();
  for (const { measure, year, observed } of observations) {
    if (year > lastKnown || year <= lastKnown - LOOKING_BACK) continue;
    past.set(measure, [...(past.get(measure) ?? []), { year, value: observed }]);
  }
  return past;
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
  ];
  const header = ['figures', 'cells', 'model', 'last value', 'linear', 'damped', 'CRPS', 'CRPS of the last value'];
  return `Mean absolute errors and mean CRPS of the tests, per cent of the observed figure, by figure and by years ahead:\n\n${tableOf(header, rows)}`;
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

/** The total with and without the inputs of the pandemic: policies of that name. */
async function pandemicText(
  tested: Tested,
  later: readonly YearlyFigure[],
  cells: readonly ForecastCell[],
): Promise<string> {
  const { scenario } = tested;
  const others = scenario.policies.filter(({ name }) => !name.startsWith('pandemic-'));
  const totals = later.filter(({ measure, year }) => measure === 'occupancy' && year >= 2020);
  if (others.length === scenario.policies.length || totals.length === 0) return '';
  const without = await forecastOf(tested, withPolicies(scenario, others), totals);
  const error = ({ values, observed }: ForecastCell) => {
    const centre = mean(values);
    return `${figure(centre)} (${figure((100 * (centre - observed)) / observed)} %)`;
  };
  const rows = without.map((cell) =>
    row([`${cell.year}`, figure(cell.observed), error(cells.find(isOf(cell))!), error(cell)]),
  );
  const header = ['year', 'observed', 'with the inputs of the pandemic', 'without'];
  return `People inside in the years of the pandemic:\n\n${tableOf(header, rows)}`;
}
