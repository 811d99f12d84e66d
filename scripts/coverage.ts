/**
 * Coverage: writes `docs/background/coverage.md`, how often intervals hold the truth over a thousand small studies.
 *
 *     npx tsx scripts/coverage.ts
 */
import { writeFileSync } from 'node:fs';
import { binomialQuantile } from '../src/statistics/binomial.ts';
import { coverageOf, REPLICATES } from '../test/laws/coverage.ts';

const STUDIES = Number(process.argv[2] ?? 1000);
const rows = coverageOf(STUDIES).map(({ claim, count, of, expected }) => {
  const [low, high] = [0.005, 0.995].map((tail) => binomialQuantile(tail, of, expected)) as [number, number];
  const verdict = low <= count && count <= high ? 'yes' : '**no**';
  return `| ${claim} | ${count} | ${Math.round(of * expected)} (${low} to ${high}) | ${verdict} |`;
});
writeFileSync(
  'docs/background/coverage.md',
  `# How often intervals hold the truth

${STUDIES} studies of ${REPLICATES} replicates each, of a world at one hundredth of Norway, through the real engine. The truth is the mean over
all replicates. Written by \`npx tsx scripts/coverage.ts\`; the slow tests hold the same figures (\`test/laws/coverage.slow.test.ts\`).
The last column is the exact binomial test at 1 %: whether the count lies where it would in 99 of 100 repetitions of all of this.

Under shared luck a policy that does nothing differs by exactly nothing in every measure (\`test/laws/null-effect.test.ts\`). Where
luck is not shared, by another seed in one arm, an interval of 95 % must still call it an effect in 5 of 100 studies.

| interval | count | expected | agrees |
|---|--:|--:|---|
${rows.join('\n')}

What misses the band is too narrow, not too wide. What we suppose, and have not shown: a difference in charges is made by a few
people of a hundred or so, so its values are few and skew, and Student's interval of five of them is short; and one person can
have index releases in several years, which the curves take for different people. Both should shrink with larger worlds and more
replicates. Where the last few points matter, run more replicates (\`--precision\`), not fewer.
`,
);
