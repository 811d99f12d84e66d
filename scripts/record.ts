/**
 * Record: forecasts of the past of Norway, with admissions held and forecast, as the record that stands beside each of its forecasts.
 *
 *     npx tsx scripts/record.ts [--scenario norway/calibrated/scenario] [--origins 1998..2009,2012,2016] [--replicates 8] [--draws 0]
 *
 * Writes `scenarios/norway/backtest.csv`, from where `forecast` and `capacity` read it for all scenarios in that folder and below it.
 * Cells are kept in `output/record`, so that the same command goes on after a stop. To be run anew when the scenario or the program
 * changes what a forecast says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { main } from '../src/main.ts';
import { rowsIn } from '../src/results/backtest-record.ts';
import { BACKTEST } from '../src/tables/backtest.ts';
import { toCsv } from '../src/tables/csv.ts';
import { tableOfRows } from '../src/tables/table.ts';

/** Where the record lies. */
const RECORD = 'scenarios/norway/backtest.csv';
const OUT = 'output/record';

/** Two records as one: all of the first, and of the second the blind forecasts, since admissions are given in the others. */
export function recordOf(held: string, forecast: string): string {
  const both = [...rowsIn(held, 'held'), ...rowsIn(forecast, 'forecast').filter(({ mode }) => mode === 'blind')];
  const rows = both.map((row) => BACKTEST.columns.map(({ name }) => row[name]));
  return toCsv(tableOfRows(BACKTEST, rows));
}

async function backtest(rule: 'held' | 'forecast', options: Readonly<Record<string, string>>): Promise<string> {
  const { scenario, ...others } = options;
  const typed = Object.entries(others).flatMap(([name, value]) => [`--${name}`, value]);
  const words = ['backtest', scenario, ...typed, '--admissions', rule, '--out', `${OUT}/${rule}`, '--overwrite'];
  const exitCode = await main(words, {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    environment: process.env,
    now: () => performance.now(),
    cores: availableParallelism(),
    signal: new AbortController().signal,
  });
  if (exitCode !== 0) process.exit(exitCode);
  return readFileSync(`${OUT}/${rule}/backtest.csv`, 'utf8');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = (usual: string) => ({ type: 'string', default: usual }) as const;
  const { values } = parseArgs({
    options: {
      scenario: text('norway/calibrated/scenario'),
      origins: text('1998..2009,2012,2016'),
      horizon: text('5'),
      replicates: text('8'),
      draws: text('0'),
    },
  });
  writeFileSync(RECORD, recordOf(await backtest('held', values), await backtest('forecast', values)));
}
