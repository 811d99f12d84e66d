/**
 * Coverage: measures how often intervals cover the truth in a thousand small studies, and writes `docs/background/coverage.md`.
 *
 *     npx tsx scripts/coverage.ts
 */
import { writeFileSync } from 'node:fs';
import { workerThreads } from '../src/runners/worker-threads.ts';
import { binomialQuantile } from '../src/statistics/binomial.ts';
import { coverageOf, REPLICATES } from '../test/laws/coverage.ts';
import { heldAtTheStop } from '../test/laws/stopping.ts';

const STUDIES = Number(process.argv[2] ?? 1000);
const rows = (await coverageOf(STUDIES, workerThreads({ workers: 2 }))).map(({ claim, count, of, expected }) => {
  const [low, high] = [0.005, 0.995].map((tail) => binomialQuantile(tail, of, expected)) as [number, number];
  const verdict = low <= count && count <= high ? 'yes' : '**no**';
  return `| ${claim} | ${count} | ${Math.round(of * expected)} (${low} to ${high}) | ${verdict} |`;
});
const stops = (await heldAtTheStop(STUDIES)).map(({ margin, held, mean }) => {
  return `| ${margin} | ${mean.toFixed(1)} | ${held} |`;
});
writeFileSync(
  'docs/background/coverage.md',
  `# How often intervals hold the truth

${STUDIES} studies of ${REPLICATES} replicates each, as many as the scenarios of Norway run by default, of a world at one hundredth of Norway,
through the real engine. The truth is the mean over all replicates. Written by \`npx tsx scripts/coverage.ts\`; the slow tests hold
the same figures (\`test/laws/coverage.slow.test.ts\`). The last column is the exact binomial test at 1 %: whether the count lies
in the range of 99 of 100 repetitions of the whole procedure.

Under shared luck a policy that does nothing differs by exactly nothing in every measure (\`test/laws/null-effect.test.ts\`). Where
luck is not shared, by another seed in one arm, an interval of 95 % must still call it an effect in 5 of 100 studies.

| interval | count | expected | agrees |
|---|--:|--:|---|
${rows.join('\n')}

Reports show the same intervals: Student's, over replicates, for means, for paired differences and for every month of a
curve of returns. They do not assume that people are independent: people share a world, and one person may stand in a curve with several
releases, so only the variation from replicate to replicate counts. Curves were once tried here with Greenwood's
interval over the people of all replicates together, which no report shows: it was too narrow (926 of 1000 within 6 and 12 months).

With fewer replicates differences of small worlds come in few sizes, and Student's interval of five of them is a little short:
920 of 1000 for charges, where 931 to 967 would agree.

## When \`--precision\` decides how many

A rule that stops as soon as intervals are narrow looks at the data, so the interval at the stop holds the truth a little less
often than it says. ${STUDIES} studies of normal values, stopped by the rule itself (\`test/laws/stopping.ts\`):

| half the width asked for, in standard deviations | replicates at the stop, mean | held the truth |
|--:|--:|--:|
${stops.join('\n')}

Where the last points matter, run a fixed number of replicates that is larger than the one at which it stopped.
`,
);
