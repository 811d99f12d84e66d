/**
 * Central words: how far a forecast by parameter draws lies from the same forecast at central values, in sentences.
 */
import { formatInteger } from '../../tables/format.ts';
import { runTexts } from './columns.ts';
import type { ForecastReading } from './reading.ts';

/** What draws without members are. */
export const DRAWS_MEAN =
  'parameter draws take each uncertain number on its own, conditioned on no observed figure, so their middle run may lie far from the forecast at central values';

/** The middle run of the draws beside runs at central values, in the last period, and a warning if one lies beyond all of these. */
export function drawsBesideCentral(
  drawn: ForecastReading,
  central: ForecastReading,
  levels: readonly string[],
): readonly string[] {
  const last = drawn.periods.at(-1)!;
  const parts = [
    ['people inside, all', 'people inside', 'all'],
    ...levels.map((level) => [`people inside, ${level}`, 'people inside', level]),
    [`waiting on ${last.to}`, 'waiting on the last evening', 'all'],
  ] as const;
  return drawn.variants.flatMap((variant) => {
    const rows = parts.map(([, what, of]) => [drawn, central].map((one) => one.at(variant, what, of, last.name)!));
    const runs = rows[0][1].runs;
    const texts = runTexts(rows.map(([, row]) => row));
    const told = parts.map(
      ([name], at) =>
        `${name}: ${formatInteger(Math.round(rows[at][0].median))} by draws, ${texts[at]} at central values`,
    );
    const far = parts.filter((_, at) => {
      const [{ median }, { low95, high95 }] = rows[at];
      return median < low95 || median > high95;
    });
    const of = drawn.variants.length === 1 ? '' : ` with first charges ${variant}`;
    return [
      `Beware: ${DRAWS_MEAN}. Middle run in ${last.name}${of}, beside ${runs} runs at central values with their range: ${told.join('; ')}.`,
      ...(far.length === 0
        ? []
        : [
            `Beware: the draws are another world${of}: their middle run lies beyond all ${runs} runs at central values in ${far.map(([name]) => name).join('; ')}. Take the forecast without --draws, or one whose draws are members of a calibration.`,
          ]),
    ];
  });
}
