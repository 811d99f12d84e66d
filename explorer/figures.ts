/** Figures: four numbers, each as it is now, as it is under the policy, and the difference with its interval. One of them has the chart. */
import { differenceText, levelText, roundedBy } from '../src/tables/estimate.ts';
import { byId, element } from './dom.ts';
import type { GrowingEstimate, ShownFigure } from './messages.ts';

/** Shows all of them; `scale` is the share of the country simulated, of which counts show the whole. */
export function showFigures(
  figures: readonly ShownFigure[],
  chosen: string,
  scale: number,
  onChoose: (name: string) => void,
): void {
  const focused = document.activeElement?.getAttribute('data-figure');
  byId('figures').replaceChildren(
    ...figures.map((figure) => {
      const { name, definition } = figure;
      const card = element(
        'button',
        {
          type: 'button',
          class: 'figure',
          'aria-pressed': String(name === chosen),
          title: definition,
          'data-figure': name,
        },
        ...linesOf(wholeFigure(figure, scale)),
      );
      card.addEventListener('click', () => onChoose(name));
      return card;
    }),
  );
  if (focused) byId('figures').querySelector<HTMLElement>(`[data-figure="${focused}"]`)?.focus();
}

/** The figure of the whole country: what counts people or money is that many times as large. */
export function wholeFigure(figure: ShownFigure, scale: number): ShownFigure {
  if (scale === 1 || !growsWithCountry(figure.unit)) return figure;
  const { baseline, mine, difference } = figure;
  const whole = ({ mean, low, high }: GrowingEstimate): GrowingEstimate => ({
    mean: mean / scale,
    low: low / scale,
    high: high / scale,
  });
  return {
    ...figure,
    baseline: whole(baseline),
    ...(mine === undefined ? {} : { mine: whole(mine) }),
    ...(difference === undefined ? {} : { difference: whole(difference) }),
  };
}

export function growsWithCountry(unit: string): boolean {
  return /person|kroner/.test(unit);
}

function linesOf({ label, unit, better, baseline, mine, difference }: ShownFigure): readonly Node[] {
  const title = element('span', { class: 'label' }, `${label}, ${unitInWords(unit)}`);
  if (mine === undefined || difference === undefined) {
    const { mean, ...ends } = baseline;
    return [
      title,
      element('span', { class: 'big' }, roundedBy(ends)(mean)),
      element('span', { class: 'now' }, `interval ${levelText(mean, ends).replace(/^[^(]*\(?|\)$/g, '') || 'n/a'}`),
    ];
  }
  const write = roundedBy(difference);
  return [
    title,
    element('span', { class: 'big' }, element('span', { class: 'mine' }, write(mine.mean))),
    element('span', { class: 'now' }, `${write(baseline.mean)} as it is`),
    element('span', { class: 'apart' }, differenceText(difference.mean, difference, unit)),
    element('span', { class: 'now' }, better === 'neither' ? '' : `${better} is better`),
  ];
}

/** `percent` is `%`. */
export function unitInWords(unit: string): string {
  return unit === 'percent' ? '%' : unit;
}
