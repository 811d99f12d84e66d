/**
 * Late policy: runs the same policy from the first and from the third year, and writes `docs/background/late-policy.md`.
 *
 *     npx tsx scripts/late-policy.ts
 */
import { writeFileSync } from 'node:fs';
import { workerThreads } from '../src/runners/worker-threads.ts';
import { differenceParts, roundedBy } from '../src/tables/estimate.ts';
import { type Found, latePolicy } from '../test/laws/late-policy.ts';
import { policy, tenthOfNorway } from '../test/tiny.ts';

const REPLICATES = 8;
const YEARS = 7;
const SHIFT = '0.3';
const from = (day: string) => tenthOfNorway(YEARS, policy('fewer', day, 'reoffending.shift', SHIFT));
const scenarios = [tenthOfNorway(YEARS), from('2012-01-01'), from('2014-01-01')] as const;
const { early, late, diluted } = await latePolicy(scenarios, REPLICATES, workerThreads({ workers: 2 }));

function row(policy: string, people: string, found: Found): string {
  const { value, interval } = differenceParts(found.difference, found);
  return `| ${policy} | ${people} | ${value} | ${interval} | ${roundedBy(found)(found.detectable)} |`;
}

writeFileSync(
  'docs/background/late-policy.md',
  `# A policy that begins late

<!-- written by scripts/late-policy.ts -->

A policy from the third year on has not touched those who came before. Counted over all people of the study its effect would be
diluted, and the later it begins, the more. So a cohort enters from the day on which two arms part ([why](../decisions/0006-fixed-cohorts.md)).

The proof: one policy that lowers the log odds of a charge (\`reoffending.shift: ${SHIFT}\`), from the first year and from the third, in a
tenth of Norway over ${YEARS} years with ${REPLICATES} replicates. Charged again within 24 months of the verdict, newly sentenced to prison,
percentage points against the baseline, 95 % intervals; the smallest detectable difference is what such a study finds with a power of 80 %.

| policy | people | difference | 95 % interval | smallest detectable |
| --- | --- | ---: | --- | ---: |
${[
  row('from 2012-01-01', 'sentenced from 2012-01-01 to 2014-12-31', early),
  row('from 2014-01-01', 'sentenced from 2014-01-01 to 2016-12-31', late),
  row('from 2014-01-01', 'sentenced from 2012-01-01 to 2014-12-31, as if it had held all the time', diluted),
].join('\n')}

The first two differ by who was sentenced in which years, and by a world that has lived under the policy for two years less. The third is
what the headline does not do. A law test holds the same in a smaller world (\`test/laws/late-policy.test.ts\`).
`,
);
