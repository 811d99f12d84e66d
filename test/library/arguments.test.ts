/** What comes in by the public door is checked: every wrong argument is a Failure that says where, what, why and what to do. */
import { describe, expect, test } from 'vitest';
import * as door from '../../src/index.ts';
import { Failure } from '../../src/index.ts';
import { tinyScenario } from '../tiny.ts';

const base = tinyScenario();
const arm = { name: 'baseline', scenario: base };
const other = { name: 'other', scenario: base };
const run = door.inProcess();
const study = { arms: [arm, other], replicates: 8 };
const measures = door.defaultMeasures(base);
const policy = { ...base.policies.at(-1)!, name: 'mine' };
const plan = door.twinsPlan(base, base, 1, true);
const settings = { workers: 1, signal: new AbortController().signal, lived: () => {} };

/** The door as a program in JavaScript sees it: a function takes anything. */
type Untyped = Readonly<
  Record<Exclude<keyof typeof door, 'Failure' | 'VERSION' | 'catalogue'>, (...given: unknown[]) => unknown>
>;
const { ...untyped } = door as unknown as Untyped;

async function refusal(act: () => unknown): Promise<Failure> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

const wrong: readonly (readonly [function: keyof Untyped, given: readonly unknown[], says: string])[] = [
  ['compare', [], 'compare: study: expected a study, got nothing'],
  ['compare', [study], 'compare: run: expected a runner'],
  ['compare', [{ ...study, arms: [] }, run], 'study.arms: expected a list with at least one arm, got an empty list'],
  ...[0, -1, Number.NaN, 2.5].map((replicates) => {
    const says = `study.replicates: expected a whole number from 1 to 1000000, got the number ${replicates}`;
    return ['compare', [{ ...study, replicates }, run], says] as const;
  }),
  ['compare', [{ ...study, replicates: '2' }, run], 'got the text "2"'],
  ['compare', [{ ...study, draws: -1 }, run], 'study.draws: expected a whole number from 0'],
  ['compare', [{ arms: [arm], replicate: 2 }, run], 'did you mean "replicates"?'],
  ['compare', [{ ...study, arms: [arm, arm] }, run], 'study.arms[1].name: arm 0 is called "baseline" too'],
  [
    'compare',
    [{ ...study, arms: [{ name: 'a', scenario: 'title: x' }] }, run],
    'study.arms[0].scenario: expected a scenario',
  ],
  ['compare', [{ ...study, arms: [{ scenario: base }] }, run], 'study.arms[0].name: expected text, got nothing'],
  [
    'compare',
    [{ ...study, arms: [arm, { ...other, scenario: door.withRun(base, { years: 2 }) }] }, run],
    'study.arms[1].scenario: years is 2, but 3 in the first arm',
  ],
  [
    'compare',
    [{ ...study, arms: [arm, { ...other, scenario: door.withRun(base, { seed: 'else' }) }] }, run],
    'withRun(scenario, { seed: "tiny" }) runs it as the first',
  ],
  [
    'compare',
    [{ ...study, arms: [arm, { ...other, scenario: door.readScenario('harbour/baseline') }] }, run],
    'dimensions.level is closed, open, but high, low, transitional in the first arm',
  ],
  ['allCells', [{ ...study, replicates: 0 }, run], 'allCells: study.replicates'],
  ['measureValues', [study, ['occupancy'], run], 'measures[0]: expected a measure, got the text "occupancy"'],
  ['measureValues', [study, [], run], 'measures: expected a list with at least one measure'],
  ['measureValues', [study, measures], 'measureValues: run: expected a'],
  [
    'measureValues',
    [study, [door.measureNamed('new-charge@5y', door.measuresOf(base))], run],
    'measures[0]: 3 observed years are too few for new-charge@5y',
  ],
  ...[-1, 100_000, Number.NaN, '2'].map((years) => {
    return [
      'withRun',
      [base, { years }],
      'withRun: run.years: expected a whole number from 1 to 200, got the ',
    ] as const;
  }),
  ...[12, ''].map((seed) => ['withRun', [base, { seed }], 'withRun: run.seed: expected text, got '] as const),
  [
    'withRun',
    [base, { yeras: 2 }],
    'there is no key "yeras" here\n  the keys are seed, replicates, years\n  did you mean "years"?',
  ],
  ['withRun', ['harbour/baseline', {}], 'withRun: scenario: expected a scenario, got the text "harbour/baseline"'],
  ['withPolicies', [base, { mine: {} }], 'policies: expected a list of policies, got an object with the keys mine'],
  ['withPolicies', [base, ['mine']], 'policies[0]: expected a policy, got the text "mine"'],
  ['withPolicies', [base, [policy, policy]], 'policies[1]: policy 0 is called "mine" too'],
  ['scenarioFrom', ['title: x'], 'scenarioFrom: files: expected the functions that read files, got nothing'],
  ['scenarioFrom', ['mine.yaml', { read: 'text' }], 'scenarioFrom: files.read: expected a function'],
  [
    'scenarioFrom',
    ['mine.yaml', { read: () => undefined }],
    'mine.yaml: there is no such file: read gave no text for it',
  ],
  ['readScenario', [], 'readScenario: typed: expected text, got nothing'],
  ['measureNamed', ['ocupancy', measures], 'there is no measure "ocupancy"'],
  ['measureNamed', ['ocupancy', measures], 'did you mean "occupancy"?'],
  ['measureNamed', ['occupancy'], 'measureNamed: measures: expected a list with at least one measure, got nothing'],
  ['measuresOf', [['high']], 'measuresOf: scenario: expected a scenario, got a list of 1'],
  ['defaultMeasures', [['high']], 'defaultMeasures: scenario: expected a scenario, got a list of 1'],
  ['sweep', [base, [], {}, measures, run], 'levers: expected a list of one or two levers, got an empty list'],
  ['sweep', [base, ['placement.review_days:'], {}, measures, run], 'sweep'],
  ['sweep', [base, ['placement.review_days: 30'], { replicates: 0 }, measures, run], 'options.replicates: expected'],
  [
    'sweep',
    [base, ['placement.review_days: 30'], { from: '2013-01-01' }, measures, run],
    "write parseDay('2016-01-01')",
  ],
  [
    'livesOf',
    [study, { arm: 5, draw: 0, replicate: 0 }],
    'livesOf: key.arm: there is no arm 5\n  they run from 0 to 1',
  ],
  ['livesOf', [study, { arm: 0, draw: 0, replicate: 9 }], 'key.replicate: there is no replicate 9'],
  [
    'livesOf',
    [
      { ...study, draws: 2 },
      { arm: 0, draw: 0, replicate: 0 },
    ],
    'key.draw: there is no draw 0\n  they run from 1 to 2',
  ],
  ['livesOf', [study, { arm: 0 }], 'livesOf: key.draw: expected a whole number from 0 on, got nothing'],
  ['workerThreads', [], 'workerThreads: settings: expected an object of settings, got nothing'],
  ['workerThreads', [{ workers: 0 }], 'settings.workers: expected a whole number from 1 to 1024, got the number 0'],
  ['workerThreads', [{ workers: Number.NaN }], 'got the number NaN'],
  ['workerThreads', [{ worker: 2 }], 'did you mean "workers"?'],
  ['inProcess', [{ signal: true }], 'inProcess: settings.signal: expected an AbortSignal, got true'],
  ['twinsPlan', [base, base, 0, true], 'twinsPlan: replicates: expected a whole number from 1'],
  ['twinsPlan', [base, base, 1, 'yes'], 'twinsPlan: quick: expected true or false, got the text "yes"'],
  ['twinsIn', [plan, 1], 'twinsIn: replicate: there is no replicate 1\n  0 is the only one'],
  ['twinsIn', [base, 0], 'twinsIn: plan: expected a plan'],
  ['readTwins', [plan, { ...settings, workers: 0 }], 'readTwins: settings.workers'],
  [
    'attributionPlan',
    [base, [], 0],
    'attributionPlan: parts: expected a list with at least one part, got an empty list',
  ],
  ['attributionPlan', [base, [], 0], 'attributionPlan: replicates: expected a whole number from 1'],
  [
    'componentsBetween',
    [base, door.readScenario('harbour/baseline')],
    'scenario: differs from the baseline in more than',
  ],
  ['componentsBetween', [base, base, []], 'groups: expected a Map'],
  ['attribute', [study, measures, run], 'attribute: plan: expected a plan'],
  ['screenFactors', [[arm], {}, measures, run], 'arms: expected a list of two arms, got a list of 1'],
  ['screenFactors', [[arm, other], { trajectories: 0 }, measures, run], 'options.trajectories: expected'],
  ['measureValues', [study, measures, run, 'go on'], 'measureValues: lose: expected a function, got the text "go on"'],
  ['allCells', [study, run, {}], 'allCells: lose: expected a function'],
  ['sweep', [base, ['placement.review_days: 30, 60'], {}, measures, run, true], 'sweep: lose: expected a function'],
  ['attribute', [{ coalitions: [] }, measures, run, 1], 'attribute: lose: expected a function'],
  ['screenFactors', [[arm, other], {}, measures, run, 1], 'screenFactors: lose: expected a function'],
  ['renderSvg', [], 'renderSvg: spec: expected a Vega-Lite specification, got nothing'],
  ['renderSvg', [{ mark: 'pointt' }], 'renderSvg: spec: cannot be drawn\n  Vega says: '],
  ['svgToPng', ['no picture'], 'svgToPng: svg: is not an SVG document'],
  ['svgToPng', ['<svg/>', { scale: 0 }], 'svgToPng: options.scale: expected a number above 0'],
  ['peopleByLevelChart', [{}, {}], 'peopleByLevelChart: table: expected the table people-by-level, got an object'],
  ['recidivismChart', [{}, {}], 'recidivismChart: table: expected the table recidivism'],
  ['toCsv', [[]], 'toCsv: table: expected a table, got an empty list'],
  ['toParquet', [], 'toParquet: table: expected a table, got nothing'],
  ['toRecords', ['x'], 'toRecords: table: expected a table, got the text "x"'],
  ['parseDay', ['2013-02-30'], 'parseDay: text: expected a day of the calendar, got the text "2013-02-30"'],
  ['formatDay', [0.5], 'formatDay: day: expected a whole number'],
];

describe('a wrong argument is refused', () => {
  test.each(wrong.map(([name, given, says]) => ({ name, given, says })))(
    '$name: $says',
    async ({ name, given, says }) => {
      const { message, facts, exitCode } = await refusal(() => untyped[name](...given));
      expect(message).toContain(says);
      expect(exitCode).toBe(2);
      for (const { place, problem } of facts) expect([place, problem]).not.toContain(undefined);
    },
  );

  test('every function of the door refuses something', () => {
    const functions = Object.entries(door).filter(([name, value]) => typeof value === 'function' && name !== 'Failure');
    const refusing = new Set<string>(wrong.map(([name]) => name));
    expect(functions.map(([name]) => name).filter((name) => !refusing.has(name))).toEqual([]);
  });

  test('a promise fails, and nothing is thrown beside it', async () => {
    const promise = untyped.compare({ arms: [] });
    expect(promise).toBeInstanceOf(Promise);
    await expect(promise).rejects.toThrow(Failure);
  });

  test('all wrong arguments are named at once, each with why and what to write', async () => {
    const { facts } = await refusal(() => untyped.compare({ arms: [{ name: '', scenario: 1 }], replicates: 0 }));
    expect(facts.map(({ place }) => place)).toEqual([
      'compare: study.arms[0].name',
      'compare: study.arms[0].scenario',
      'compare: study.replicates',
      'compare: run',
    ]);
    for (const { reason, remedy } of facts) expect([typeof reason, typeof remedy]).toEqual(['string', 'string']);
  });
});

describe('a right argument is taken', () => {
  test('a study without draws runs the central value of everything', async () => {
    const small = { arms: [arm], replicates: 1 };
    const without = await door.compare(small, run);
    const central = await door.compare({ ...small, draws: 0 }, run);
    expect([without.draws, without.resultDigest]).toEqual([0, central.resultDigest]);
  });

  test('keys whose value is undefined count as left out', () => {
    expect(door.withRun(base, { years: 2, ...({ seed: undefined } as object) })).toMatchObject({
      years: 2,
      seed: 'tiny',
    });
  });

  test('days go both ways', () => {
    expect(door.formatDay(door.parseDay('2016-02-29'))).toBe('2016-02-29');
  });
});
