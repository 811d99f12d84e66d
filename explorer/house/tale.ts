/** Tale: one life in sentences, and beside it the same person's under the other policy. */
import { byId, element } from '../dom.ts';
import type { Tale, TaleLine } from '../messages.ts';

const NAMES: Readonly<Record<string, string>> = {
  mine: 'under your policy',
  smaller: 'as it is',
  baseline: 'as it is',
};
/** Lines that both lives share; the last ones are told. */
const MOST_SHARED = 12;

/** Shows a tale; `arms` says how each life is headed. */
export function showTale({ who, parted, lives }: Tale): void {
  const [first] = lives;
  const shared = first.lines.filter((line) => line.shared);
  const told = parted === '' ? first.lines : shared.slice(-MOST_SHARED);
  const left = shared.length - told.length;
  const both = [
    element(
      'h3',
      {},
      lives.length === 1 ? 'the life' : parted === '' ? 'the same life under both, to the last day' : 'under both',
    ),
    ...(left > 0 && parted !== '' ? [element('p', { class: 'small' }, `after ${left} earlier turns`)] : []),
    listOf(told),
  ];
  const apart = lives.map(({ arm, lines }) =>
    element(
      'div',
      { class: 'own' },
      element('h3', {}, `then ${NAMES[arm] ?? `under ${arm}`}`),
      listOf(lines.filter((line) => !line.shared)),
    ),
  );
  const tale = byId('tale');
  tale.hidden = false;
  tale.replaceChildren(
    element('strong', {}, who),
    element('div', {}, ...both),
    ...(parted === ''
      ? []
      : [
          element('p', { class: 'parted' }, `The lives part on ${parted}.`),
          element('div', { class: 'lives' }, ...apart),
        ]),
  );
}

function listOf(lines: readonly TaleLine[]): HTMLElement {
  if (lines.length === 0) return element('p', { class: 'small' }, 'nothing more happens');
  return element(
    'ol',
    {},
    ...lines.map(({ day, text }) => element('li', {}, element('time', {}, day), element('span', {}, text))),
  );
}
