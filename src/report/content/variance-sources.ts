/**
 * Report layers: which layers of uncertainty were sampled and which were held fixed, and what each is of the spread.
 */

import { headlinesIn } from '../../measures/headlines.ts';
import { isSameMeasure } from '../../measures/measure-identity.ts';
import type { MeasureSpread, ReportInput } from '../input.ts';
import { known } from './key-figures.ts';
import type { ShownStudy } from './shown-study.ts';

/** Where the spread of the headline measures comes from, and that of their differences. */
export function spreadsOf(study: ShownStudy): Pick<ReportInput, 'spreads' | 'differenceSpreads'> {
  const { arms, measures, differences, levels, record } = study;
  const shown = headlinesIn(measures, levels);
  const rows = record.summary.layers ?? [];
  return {
    spreads: shown.flatMap((measure): MeasureSpread[] => {
      const row = rows.find((one) => isSameMeasure(one, measure));
      if (row?.scenarioLow === undefined) return [];
      const part = (layer: 'scenario' | 'parameters' | 'chance') => ({
        share: known(row[layer]),
        low: known(row[`${layer}Low`]),
        high: known(row[`${layer}High`]),
      });
      return [{ label: row.label, scenario: part('scenario'), parameters: part('parameters'), chance: part('chance') }];
    }),
    differenceSpreads: shown.flatMap((measure) =>
      arms.slice(1).flatMap((arm) => {
        const row = differences.find((one) => one.arm === arm && isSameMeasure(one, measure));
        if (row?.fromParameters === undefined) return [];
        const [share, low, high] = [row.fromParameters, row.fromParametersLow, row.fromParametersHigh].map(known);
        return [{ label: row.label, arm, parameters: { share: share!, low: low!, high: high! } }];
      }),
    ),
  };
}

/** What varied from run to run, and what was the same in all. */
export function layerNotes({ record: { manifest }, scenarios }: ShownStudy): readonly string[] {
  const { draws, replicates } = manifest;
  const { passports } = scenarios[0];
  const ranged = [...passports.values()].filter(({ uncertainty }) => uncertainty !== undefined).length;
  const fixed = 'how mechanisms work, and what each scenario sets';
  if (draws < 2) {
    const at = draws === 0 ? 'at central values' : 'of one draw of the parameters';
    return [
      `Sampled: chance alone, ${count(replicates, 'replicate')} ${at}. Frozen: the ${ranged} numbers that have a range, ${fixed}. Intervals hold no doubt about parameters; --draws does.`,
    ];
  }
  const each =
    replicates === 1
      ? `parameters, ${draws} draws, and chance with them, one replicate of each, so that they cannot be told apart`
      : `parameters, ${draws} draws, and chance, ${replicates} replicates of each`;
  return [
    `Sampled: ${each}. Frozen: ${passports.size - ranged} of ${passports.size} numbers, which have no range, ${fixed}. Intervals are of the mean over draws.`,
  ];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
