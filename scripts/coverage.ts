/**
 * Coverage: measures how often intervals cover the truth in a thousand small studies, and writes `docs/background/coverage.md`.
 *
 *     npx tsx scripts/coverage.ts
 */
import { writeFileSync } from 'node:fs';
import { workerThreads } from '../src/runners/worker-threads.ts';
import { binomialQuantile } from '../src/statistics/binomial.ts';
import { coverageOf, MANY, REPLICATES } from '../test/laws/coverage.ts';
import { heldAtTheStop } from '../test/laws/stopping.ts';

const STUDIES = Number(process.argv[2] ?? 1000);
const rows = (await coverageOf(STUDIES, workerThreads({ workers: 2 }))).map(
  ({ claim, count, of, expected, isAtLeast }) => {
    const [low, high] = [0.005, 0.995].map((tail) => binomialQuantile(tail, of, expected)) as [number, number];
    const more = isAtLeast ? 'more' : '**no**';
    const verdict = count < low ? '**no**' : count <= high ? 'yes' : more;
    return `| ${claim} | ${count} of ${of} | ${Math.round(of * expected)} (${low} to ${high}) | ${verdict} |`;
  },
);
const STOPPED = 10 * STUDIES;
const stops = (await heldAtTheStop(STOPPED)).map(({ margin, time, held, byTime, replicates }) => {
  const mean = replicates.reduce((sum, one) => sum + one, 0) / STOPPED;
  const share = (count: number) => `${((100 * count) / STOPPED).toFixed(1)} %`;
  const [width, limit] = [margin === 0 ? 'none' : margin, Number.isFinite(time) ? time : 'none'];
  return `| ${width} | ${limit} | ${share(byTime)} | ${mean.toFixed(1)} | ${share(held)} | ${share(STOPPED - held)} |`;
});
writeFileSync(
  'docs/background/coverage.md',
  `# How often intervals hold the truth

${STUDIES} studies of ${REPLICATES} replicates each, the fewest that a study runs unless told otherwise, of a world at one hundredth of Norway,
through the real engine; where a line says ${MANY} replicates, the same ones put together into longer and fewer studies. The truth is the mean over all replicates. Written by \`npx tsx scripts/coverage.ts\`; the slow tests hold
the same figures (\`test/laws/coverage.slow.test.ts\`). The last column is the exact binomial test at 1 %: whether the count lies
in the range of 99 of 100 repetitions of the whole procedure.

Under shared luck a policy that does nothing differs by exactly nothing in every measure (\`test/laws/null-effect.test.ts\`). Where
luck is not shared, by another seed in one arm, an interval of 95 % must still call it an effect in 5 of 100 studies. All are
confidence intervals: of many studies, 95 of 100 should hold the truth.

| interval | count | expected | agrees |
|---|--:|--:|---|
${rows.join('\n')}

Reports show the same intervals: Student's, over replicates, for means, for paired differences and for every month of a
curve of returns, and a wider one for differences in events among few people (below). They do not assume that people are independent: people share a world, and one person may stand in a curve with several
releases, so only the variation from replicate to replicate counts. Curves were once tried here with Greenwood's
interval over the people of all replicates together, which no report shows: it was too narrow (926 of 1000 within 6 and 12 months).

## Few people

A fixed cohort of this world has some ninety people, and the policy changes the outcome of one of them, or of nobody. In a third of
studies all eight differences are 0, and Student's interval of them has no width: alone it holds the truth in 64 of 100 studies.
So measures that count events among members (charged again, charges, prison sentences, expulsions, deaths) have the wider ends of two
intervals: Student's, and that of a *net count*. The second counts events that only one arm has, within strata of a quarter of entry
and citizenship, which are so small that hardly any cancel out. Each of the two counts has the score interval of a Poisson mean; they are put
together by squaring and adding (R. G. Newcombe, Statistics in Medicine 17, 1998; G. Y. Zou and A. Donner, Statistics in Medicine 27, 2008). Summed
over all outcomes it holds the true difference of two Poisson means in at least 95 of 100 studies, for means from 0 to 50
(\`src/statistics/net-count.ts\`). The rows above hold more than 95 because counts come in whole numbers; *more* marks them. Only arms that are
the same from the first day to the last differ by exactly nothing.

With larger cohorts more events cancel out within a stratum, and Student's interval takes over. With twenty of these worlds put together as one
(1,800 people; 34 studies of eight replicates) the two hold the truth in 33 studies for charged again and in 32 for charges, and
Student's is the wider in 13 and in 23 of them. Cohorts of the size of Norway were not measured.

With fewer replicates differences of small worlds come in few sizes, and Student's interval of five of them is a little short:
920 of 1000 for charges, where 931 to 967 would agree.

## When the study decides how many

A sequential stopping rule ends a study without \`--replicates\` when its interval is narrow enough or its time is used. A rule
that looks at widths looks at the data, so the interval at the stop holds the truth a little less often than it says. Time knows nothing of the data and costs nothing.
Signs and sizes of differences never end a study; no effect, however large, moves a stop (\`test/experiment/stopping.test.ts\`).

${STOPPED.toLocaleString('en').replace(',', ' ')} studies of each kind, ended by the rule itself (\`test/laws/stopping.ts\`): two arms of normal values with luck of their own and no difference
in truth, so that every interval without zero calls pure luck an effect. Half the width is in standard deviations of a single
difference; time is the number of replicates that it allows on average.

| half the width wanted | time | ended by time | replicates, mean | held the truth | called an effect |
|--:|--:|--:|--:|--:|--:|
${stops.join('\n')}

The loss is largest, one study and a half in a hundred, where the rule ends after some twenty replicates: spread that looks
small by chance ends it early. Where the last points matter, run \`--replicates\` with a number fixed beforehand, larger than the one at which it stopped.
`,
);
