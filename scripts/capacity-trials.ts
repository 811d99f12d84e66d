/**
 * Capacity trials: searches for places on the engine again and again, and writes `docs/background/capacity-trials.md`.
 *
 *     npx tsx scripts/capacity-trials.ts
 */
import { writeFileSync } from 'node:fs';
import { percentText } from '../src/tables/format.ts';
import { capacityTrials, HELD, STAY } from '../test/laws/capacity-trials.ts';

const TRIALS = 200;
const ASKED = { risk: 0.05, confidence: 0.8, replicates: 32, fresh: 2000 };
const { answers, trials, kept, meanRisk } = await capacityTrials(TRIALS, ASKED);
const found = answers.map(({ places, trials, risk }) => `| ${places} | ${trials} | ${percentText(risk)} |`);

writeFileSync(
  'docs/background/capacity-trials.md',
  `# Places found again and again

<!-- written by scripts/capacity-trials.ts -->

\`stepdown capacity\` promises that the number of places that it finds keeps the risk asked for in ${percentText(ASKED.confidence)} of searches, whatever the luck of
its runs. Here the search was made ${trials} times, each with a seed of its own, and each answer was judged by ${ASKED.fresh} fresh runs that no
search had seen.

The world is small enough for that: the people charged are held from that day on, some ${HELD} at once, for ${STAY} days on average, whatever the
places; whatever would make them wait, move or come back is off. Asked: a risk of at most ${percentText(ASKED.risk)} that on some evening of a quarter more people are held than there are places;
${ASKED.replicates} runs for every number of places, the fewest allowed. Nobody waits in this world, so places change nobody's stay: each run was lived once, and
its fullest evening held against every number tried.

| places found | searches | true risk |
| ---: | ---: | ---: |
${found.join('\n')}

- **The true risk was at most ${percentText(ASKED.risk)} in ${kept} of ${trials} searches, ${percentText(kept / trials)}**; ${percentText(ASKED.confidence)} are promised.
- **The mean true risk was ${percentText(meanRisk)}**, ${percentText(meanRisk / ASKED.risk)} of the risk asked: the price of being sure with so few runs. More
  runs bring it nearer.

A law test makes twenty searches at a risk of 20 % (\`test/laws/capacity-trials.slow.test.ts\`). Where people do wait the search is held against
Erlang's formula (\`test/laws/erlang.slow.test.ts\`).
`,
);
