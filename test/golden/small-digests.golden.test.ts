/**
 * The recorded digests of all scenarios with a twentieth of their people and places, which a change of the program moves as it
 * moves those of `digests.golden.slow.test.ts`; `npm run golden` writes both.
 */
import { expect, test } from 'vitest';
import { cellOf } from '../../src/experiment/study.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { groups, shortened } from './recorded.ts';

test('every scenario, made small, lives the lives that it is recorded to live', async () => {
  const digests = groups.flat().map((name) => {
    const cell = cellOf(shortened(name), { draw: 0, replicate: 0 });
    return [name, digestOf(simulate(aTwentieth(cell)).summary)];
  });
  const recorded = `${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`;
  await expect(recorded).toMatchFileSnapshot('small-digests.json.golden');
});

function aTwentieth(cell: Cell): Cell {
  const parameters = cell.parameters.map(({ from, values }) => {
    const { arrivals, facility, monitoring, treatment } = values;
    return {
      from,
      values: {
        ...values,
        arrivals: { ...arrivals, perYear: arrivals.perYear / 20 },
        facility: { ...facility, places: facility.places.map((places) => Math.round(places / 20)) },
        monitoring: { ...monitoring, places: Math.round(monitoring.places / 20) },
        treatment: { ...treatment, places: Math.round(treatment.places / 20) },
      },
    };
  });
  return { ...cell, parameters };
}
