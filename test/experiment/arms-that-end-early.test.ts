/** Arms that end before their scenario does: in a block they live as they do alone, and see what the whole run sees until then. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { blocksOf, cellOf, runBlock, type Study } from '../../src/experiment/study.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { readingsByYear } from '../../src/measures/year.ts';
import { policy, tinyScenario } from '../tiny.ts';

const scenario = tinyScenario();
const other = tinyScenario(policy('more', '2012-06-01', 'facility.places.low', '20'));
const study: Study = {
  arms: [
    { name: 'one year', scenario, until: parseDay('2013-01-01') },
    { name: 'whole', scenario },
    { name: 'other', scenario: other },
    { name: 'two years', scenario, until: parseDay('2014-01-01') },
    { name: 'other, ending in the week of its parting', scenario: other, until: parseDay('2012-06-03') },
  ],
  replicates: 1,
  draws: 0,
};
const [block] = blocksOf(study);
const together = runBlock(study, block!);

test('in a block as alone, whichever arm comes first, and whether they part, end, or both', () => {
  const alone = study.arms.map((_, arm) => runBlock(study, { ...block!, arms: [arm] })[0]!.digest);
  expect(together.map(({ digest }) => digest)).toEqual(alone);
  const turned = runBlock(study, { ...block!, arms: [4, 3, 2, 1, 0] });
  expect(turned.map(({ digest }) => digest)).toEqual([...alone].reverse());
  expect(turned.map(({ key }) => key.arm)).toEqual([4, 3, 2, 1, 0]);
});

test('every measure of a year lived is that of the whole run', () => {
  const cell = cellOf(scenario, { draw: 0, replicate: 0 });
  const whole = readingsByYear(cell, together[1]!.summary);
  const early = readingsByYear({ ...cell, end: parseDay('2014-01-01') }, together[3]!.summary);
  expect([...early.keys()]).toEqual([2012, 2013]);
  const compared = measuresOf(scenario.dimensions['level']).filter(({ id }) =>
    ['occupancy', 'level-share', 'releases', 'prison-sentences', 'remand-entries', 'queue-length'].includes(id),
  );
  expect(compared.length).toBeGreaterThan(10);
  for (const { label, value } of compared) {
    const values = [2012, 2013].map((year) => [value(early.get(year)!), value(whole.get(year)!)]);
    for (const [ours, theirs] of values) expect(Math.abs(ours! - theirs!), label).toBeLessThan(0.01);
  }
});
