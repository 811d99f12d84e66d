/**
 * Attribution: what `stepdown attribute` does. Cells are kept as they come, so that one that was stopped goes on.
 */
import { basename, dirname, join, resolve } from 'node:path';
import { differenceLabel } from '../charts/label.ts';
import { renderSvg } from '../charts/render.ts';
import { ATTRIBUTION, WHOLE, waterfallChart } from '../charts/waterfall.ts';
import { canonicalText, digestOfBytes } from '../engine/digest.ts';
import {
  type AttributionPlan,
  addedIn,
  attributionPlan,
  EXACT,
  entangled,
  policiesBeyond,
} from '../experiment/attribution.ts';
import type { Measure } from '../experiment/measure.ts';
import { measuresOf } from '../experiment/measures.ts';
import { ALL_SERVED } from '../experiment/recidivism.ts';
import { cellOf, type RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { cellStore } from '../files/cell-store.ts';
import { writeAtomically, writeFolderAtomically } from '../files/disk.ts';
import { engineVersion } from '../files/engine-version.ts';
import { lockFolder } from '../files/lock.ts';
import { svgToPng } from '../files/png.ts';
import { stored } from '../runners/stored.ts';
import { type Scenario, withPolicies, withRun } from '../scenario/scenario.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { toCsv } from '../tables/csv.ts';
import { formatInterval } from '../tables/format.ts';
import { numbersOf, type Table, tableOf, textsOf, type Value } from '../tables/table.ts';
import { startBar } from './progress-bar.ts';
import { runnerFor } from './runner.ts';
import { readScenarioFile, shortestPath } from './scenario-file.ts';
import { refuseForeignFolder } from './study-folder.ts';
import { shellWord } from './study-options.ts';
import { coloursFor, type Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';
import { VERSION } from './version.ts';

export interface AttributionRequest {
  readonly replicates: number | undefined;
  readonly years: number | undefined;
  readonly seed: string | undefined;
  readonly workers: number | undefined;
  readonly out: string | undefined;
  readonly quiet: boolean;
}

/** Shares out what a scenario changes among its policies, writes the table and the chart, and prints the table. */
export async function attributeBundle(
  first: string,
  second: string,
  request: AttributionRequest,
  terminal: Terminal,
): Promise<void> {
  const [baseline, scenario] = scenariosOf(first, second, request, terminal.cwd);
  const replicates = request.replicates ?? baseline.replicates;
  const plan = attributionPlan(baseline, scenario, replicates);
  const folder = resolve(terminal.cwd, request.out ?? join('output', `attribution-${basename(second, '.yaml')}`));
  const again = commandOf(first, second, request);
  refuseForeignFolder(folder, request.out ?? folder);
  const release = lockFolder(folder, request.out ?? shortestPath(folder, terminal.cwd));
  try {
    await writeFolderAtomically(folder, async (temporary) => {
      const store = cellStore(join(dirname(folder), '.cells'), (line) => terminal.stderr.write(`${line}\n`));
      const workers = Math.min(request.workers ?? terminal.cores, replicates);
      const inner = await runnerFor(workers, terminal.signal, () => again);
      const runner = stored({ store, engine: engineVersion(), tally: { found: 0, computed: 0 } }, inner);
      const table = await tableFor(plan, baseline, runner, request.quiet ? undefined : terminal);
      const svg = await renderSvg(
        waterfallChart(table, {
          title: `Which part of “${scenario.title}” did it?`,
          subtitle: `${baseline.place}, ${replicates} replicates; against ${baseline.title}; ${howOf(plan)}`,
          footer: `Source: stepdown ${VERSION}, seed "${baseline.seed}"; ${again}`,
          arms: [baseline.title, scenario.title],
          levels: baseline.dimensions['level']!,
        }),
      );
      const files: readonly (readonly [string, string | Uint8Array])[] = [
        ['attribution.csv', toCsv(table)],
        ['waterfall.svg', svg],
        ['waterfall.png', svgToPng(svg)],
      ];
      const digests: Record<string, string> = {};
      for (const [name, data] of files) {
        await writeAtomically(join(temporary, name), data);
        digests[name] = digestOfBytes(typeof data === 'string' ? new TextEncoder().encode(data) : data);
      }
      await writeAtomically(
        join(temporary, 'manifest.json'),
        canonicalText({ stepdown: VERSION, command: again, files: digests }),
      );
      if (!request.quiet) await tell(table, terminal);
    });
  } finally {
    release();
  }
  if (!request.quiet) {
    terminal.stdout.write(`\n${howOf(plan)}\nchart  ${shortestPath(join(folder, 'waterfall.svg'), terminal.cwd)}\n`);
  }
}

function scenariosOf(
  first: string,
  second: string,
  { years, seed }: AttributionRequest,
  cwd: string,
): readonly [Scenario, Scenario] {
  const [below, above] = [readScenarioFile(first, cwd), readScenarioFile(second, cwd)];
  const bare = (one: Scenario) => withPolicies(withRun(one, { years: 1, seed: 'x', replicates: 1 }), []);
  const unlike = (one: Scenario) => {
    const { title: _, description: __, ...rest } = JSON.parse(bare(one).text);
    return canonicalText(rest);
  };
  if (unlike(below.scenario) !== unlike(above.scenario)) {
    const reason =
      'they differ in more than policies: what lies outside of policies has no date and cannot be switched';
    throw new Failure({ place: above.path, problem: `cannot be shared out against ${below.path}`, reason });
  }
  const policies = policiesBeyond(below.scenario, above.scenario);
  if (policies.length < 2 || policies.length > MOST) {
    const problem = `has ${policies.length} policies that ${below.path} has not`;
    throw new Failure({ place: above.path, problem, reason: `attribution needs 2 to ${MOST}` });
  }
  const tied = entangled(below.scenario, above.scenario);
  if (tied.length > 0) {
    const remedy = 'make one policy of the two, or give them different levers';
    throw new Failure(
      ...tied.map((problem) => ({ place: above.path, problem, reason: 'one means nothing without the other', remedy })),
    );
  }
  const run = { years: years ?? below.scenario.years, seed: seed ?? below.scenario.seed };
  return [withRun(below.scenario, run), withRun(above.scenario, run)];
}

async function tableFor(
  plan: AttributionPlan,
  baseline: Scenario,
  runner: RunBlocks,
  terminal: Terminal | undefined,
): Promise<Table> {
  const measures = headlines(baseline);
  const added = measures.map(() => plan.names.map((): number[] => []));
  const cells = plan.blocks.reduce((total, { arms }) => total + arms.length, 0);
  const bar =
    terminal &&
    startBar(
      {
        heading: ['stepdown attribute', howOf(plan)],
        blocks: plan.blocks.length,
        cellsPerBlock: cells / plan.blocks.length,
      },
      terminal,
    );
  try {
    for await (const block of runner(plan.study, plan.blocks, bar?.progress ?? (() => {}))) {
      const values = new Map(
        block.map(({ key, summary }) => {
          const { scenario } = plan.study.arms[key.arm]!;
          const parameters = cellOf(scenario, key).parameters.at(-1)!.values;
          const reading = { summary, days: scenario.end - scenario.start, parameters };
          return [key.arm, measures.map((measure) => measure.value(reading))];
        }),
      );
      measures.forEach((_, at) => {
        const parts = addedIn(plan, block[0]!.key.replicate, (arm) => values.get(arm)![at]!);
        for (const [part, value] of parts.entries()) added[at]![part]!.push(value);
      });
    }
  } finally {
    bar?.stop();
  }
  return tableOfParts(plan, measures, added);
}

function tableOfParts(
  { names }: AttributionPlan,
  measures: readonly Measure[],
  added: readonly (readonly (readonly number[])[])[],
): Table {
  const rows = measures.flatMap(({ label, unit }, at) => {
    const parts = added[at]!;
    const whole = parts[0]!.map((_, replicate) => parts.reduce((sum, part) => sum + part[replicate]!, 0));
    const row = (part: string, values: readonly number[]): Value[] => {
      const { mean, low, high } = meanInterval(values);
      return [label, unit === 'percent' ? 'points' : unit, part, mean, low, high];
    };
    return [...names.map((name, part) => row(name, parts[part]!)), row(WHOLE, whole)];
  });
  const columns = ATTRIBUTION.columns.map(({ name }, at): [string, Value[]] => [name, rows.map((row) => row[at]!)]);
  return tableOf(ATTRIBUTION, Object.fromEntries(columns));
}

/** The measures that are shared out: return within two years, people inside, the queue and money. */
function headlines(baseline: Scenario): readonly Measure[] {
  const measures = measuresOf(baseline.dimensions['level']!);
  const find = (id: string, more: (measure: Measure) => boolean = () => true) =>
    measures.find((one) => one.id === id && more(one))!;
  return [
    find(
      'new-charge',
      ({ horizon, population }) => horizon === Math.min(2, baseline.years) && population === ALL_SERVED,
    ),
    find('occupancy', ({ status, level }) => status === undefined && level === undefined),
    find('queue-length'),
    find('cost'),
  ].filter((measure) => measure !== undefined);
}

async function tell(table: Table, terminal: Terminal): Promise<void> {
  const colours = await coloursFor(terminal.stdout, terminal);
  const [measure, unit, part] = [textsOf(table, 'measure'), textsOf(table, 'unit'), textsOf(table, 'part')];
  const [added, low, high] = [numbersOf(table, 'added'), numbersOf(table, 'low'), numbersOf(table, 'high')];
  const rows = part.flatMap((name, row) => {
    const heading =
      row === 0 || measure[row] !== measure[row - 1] ? [[colours.bold(`${measure[row]}, ${unit[row]}`), '', '']] : [];
    const label = name === WHOLE ? colours.bold(name) : name;
    return [...heading, [`  ${label}`, differenceLabel(added[row]!), formatInterval(low[row]!, high[row]!)]];
  });
  terminal.stdout.write(textTable(rows, [{ align: 'left' }, { align: 'right' }, { align: 'left' }]));
}

function howOf({ names, study, orders }: AttributionPlan): string {
  if (orders === undefined) return `all ${study.arms.length} combinations of ${names.length} policies`;
  return `${names.length} policies, switched on in an order of chance and its opposite in each replicate (all combinations up to ${EXACT})`;
}

function commandOf(first: string, second: string, { replicates, years, seed }: AttributionRequest): string {
  const options = Object.entries({ replicates, years, seed }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, shellWord(String(value))],
  );
  return ['stepdown attribute', shellWord(first), shellWord(second), ...options].join(' ');
}

const MOST = 20;
