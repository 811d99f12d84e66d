/**
 * Forecast words: what a forecast says in sentences, the same on the terminal, in its chart and on its page.
 */
import type { Study } from '../../experiment/study.ts';
import { fewestFor, mostPromised } from '../../statistics/predictive-band.ts';
import { formatInteger } from '../../tables/format.ts';
import type { ForecastReading } from './reading.ts';

/** Fewer runs than this make rough bands. */
const FEWEST_RUNS = 8;

/** The finding: people inside at the end, of each variant, and the middle run at central values if draws stand beside such runs. */
export function findingOf(reading: ForecastReading, place: string, central?: ForecastReading): string {
  const last = reading.periods.at(-1)!.name;
  const told = reading.variants.map((variant) => {
    const row = reading.at(variant, 'people inside', 'all', last)!;
    const [value, low, high] = [row.median, row.low95, row.high95].map((people) => formatInteger(Math.round(people)));
    const other = central?.at(variant, 'people inside', 'all', last);
    const beside =
      other === undefined ? '' : `, by parameter draws; ${formatInteger(Math.round(other.median))} at central values`;
    return reading.variants.length === 1
      ? `${value} people inside in ${last}; ${row.runs < fewestFor(0.95) ? `all ${row.runs} runs` : '95 % of runs'}: ${low} to ${high}${beside}`
      : `${value} with ${variant}${beside}`;
  });
  return reading.variants.length === 1
    ? `${place}: ${told[0]}`
    : `${place}: people inside in ${last}: ${told.join(central === undefined ? ', ' : '; ')}`;
}

/** What the bands hold, and how far they can be trusted. */
export function bandsInWords(study: Study, reading: ForecastReading): readonly string[] {
  const { draws, replicates, arms } = study;
  const runs = Math.max(1, draws) * replicates;
  const isDrawn = draws > 0;
  const sets = arms[0].scenario.members === undefined ? 'parameter draws' : 'draws from the members of the calibration';
  const future = arms.find(({ admissions }) => admissions !== undefined)?.admissions;
  const doubts = [
    'chance',
    ...(isDrawn ? ['doubt about parameters'] : []),
    ...(future ? ['doubt about admissions'] : []),
  ];
  const held = doubts.length === 1 ? 'chance alone' : `${doubts.slice(0, -1).join(', ')} and ${doubts.at(-1)}`;
  const layers = isDrawn
    ? `Bands hold ${held}: ${draws} ${sets} with ${replicates} ${replicates === 1 ? 'replicate' : 'replicates'} each.`
    : `Bands hold ${held}, within one set of parameters: ${runs} replicates. --draws adds doubt about parameters${arms[0].scenario.members === undefined ? ', each number on its own, which may move the middle run too' : ''}.`;
  const path = future
    ? `Every run has its own path of admissions, from the figures up to ${future.known}.`
    : 'Bands hold no doubt about admissions: all runs have those of the scenario; --admissions forecast adds it.';
  const row = reading.at(reading.variants[0], 'people inside', 'all', reading.periods.at(-1)!.name);
  const share = row === undefined || Number.isNaN(row.parameters) ? undefined : Math.round(100 * row.parameters);
  const apart =
    share === undefined
      ? isDrawn
        ? ['With one replicate per draw, or one draw, the two layers cannot be told apart; use --replicates 2.']
        : []
      : [
          `Of the variance of people inside in ${row!.period}, ${share} % is doubt about parameters, ${100 - share} % chance${future ? ' and admissions together' : ''}.`,
        ];
  const rough = runs < FEWEST_RUNS ? [`${runs} runs are fewer than ${FEWEST_RUNS}: the bands are rough.`] : [];
  const narrow =
    runs < fewestFor(0.95)
      ? [
          `A band of 95 % takes ${fewestFor(0.95)} runs; with ${runs} its ends are the lowest and the highest run, which hold the next one with ${Math.round(100 * mostPromised(runs))} %.`,
        ]
      : [];
  return [layers, path, ...apart, ...rough, ...narrow];
}
