/**
 * Variance sources: which layers of uncertainty were sampled or held fixed, and the variance component of each.
 */

import type { StoppedBy } from '../../experiment/stopping.ts';
import { headlinesIn } from '../../measures/headlines.ts';
import { isSameMeasure } from '../../measures/measure-identity.ts';
import type { MeasureSpread, ReportInput } from '../input.ts';
import { known } from './key-figures.ts';
import type { ShownStudy } from './shown-study.ts';

/** Variance components of the headline measures and of their differences. */
export function spreadsOf(study: ShownStudy): Pick<ReportInput, 'spreads' | 'differenceSpreads'> {
  const { arms, measures, differences, levels, record } = study;
  const shown = headlinesIn(measures, levels, study.cohorts);
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

/** Says what ended a study whose number of replicates was not fixed. */
export function stopNotes({ record: { manifest } }: ShownStudy): readonly string[] {
  const { stoppedBy } = manifest;
  if (stoppedBy === undefined) return [];
  return [
    `Replicates were added until ${ENDS_OF_STUDIES[stoppedBy]}; neither the sign nor the size of a difference could end the study. An interval that ends its own study holds the truth a little less often than 95 times in 100.`,
  ];
}

const ENDS_OF_STUDIES: Readonly<Record<StoppedBy, string>> = {
  precision: 'intervals were narrow enough',
  budget: 'the time was used, with intervals still wider than wanted',
  'most-replicates': 'no more were allowed, with intervals still wider than wanted',
};

/** Names what varied from run to run, and what was held fixed. */
export function layerNotes({ record: { manifest }, scenarios }: ShownStudy): readonly string[] {
  const { draws, replicates } = manifest;
  const { passports } = scenarios[0];
  const ranged = [...passports.values()].filter(({ uncertainty }) => uncertainty !== undefined).length;
  const fixed = 'the workings of the mechanisms, and the settings of each scenario';
  if (draws < 2) {
    const at = draws === 0 ? 'at central values' : 'of one draw of the parameters';
    return [
      `Sampled: chance alone, ${count(replicates, 'replicate')} ${at}. Held fixed: the ${ranged} numbers that have a range, ${fixed}. Intervals leave out uncertainty about parameters; --draws adds it.`,
    ];
  }
  const each =
    replicates === 1
      ? `parameters and chance together, ${draws} draws with one replicate each, so that the two cannot be told apart`
      : `parameters, ${draws} draws, and chance, ${replicates} replicates per draw`;
  return [
    `Sampled: ${each}. Held fixed: ${passports.size - ranged} of ${passports.size} numbers, which have no range, ${fixed}. Intervals are those of the mean over draws.`,
  ];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
