/** Lever panel: sliders in groups, each with its unit, the value in force, the range of its evidence and its source; and the search. */
import { synonyms } from '../../src/levers/synonyms.ts';
import { byId, element } from '../dom.ts';
import type { Knob, LeversKnown } from '../messages.ts';
import { chosen, groups } from './chosen-levers.ts';
import { slider } from './slider.ts';

/** Called with the path of a lever and its new value; undefined puts it back. */
export type OnMove = (path: string, value: number | undefined) => void;

type Changes = Readonly<Record<string, number>>;

/** Draws the groups, and keeps open those that were. Levers moved from the search stay in a group of their own. */
export function showLevers({ knobs }: LeversKnown, changes: Changes, onMove: OnMove): void {
  const panel = byId('levers');
  const open = new Set([...panel.querySelectorAll('details.group[open]')].map((group) => group.id));
  const known = (levers: readonly string[]) => levers.flatMap((lever) => knobs.filter((knob) => knob.lever === lever));
  const others = knobs.filter(({ path, lever }) => path in changes && !chosen.has(lever));
  const all = [
    ...groups.map(({ title, levers }) => ({ title, own: known(levers.map(({ lever }) => lever)) })),
    { title: 'Others that you moved', own: others },
  ];
  panel.replaceChildren(
    ...all.flatMap(({ title, own }, at) => {
      if (own.length === 0) return [];
      const moved = own.filter(({ path }) => path in changes).length;
      const id = `group-${at}`;
      const isOpen =
        open.size === 0 ? (at === 0 && innerWidth > NARROW) || moved > 0 : open.has(id) || title.startsWith('Others');
      const count = moved === 0 ? '' : ` · ${moved} moved`;
      return [
        element(
          'details',
          { class: 'group', id, open: isOpen },
          element('summary', {}, title, element('span', { class: 'count' }, count)),
          element('ul', {}, ...own.map((knob) => slider(knob, nameOf(knob), changes[knob.path], onMove))),
        ),
      ];
    }),
  );
}

/** Shows the levers that match what is typed: in their plain name, their other words, their meaning or their path. */
export function showFound(typed: string, { knobs }: LeversKnown, changes: Changes, onMove: OnMove): void {
  const list = byId('found');
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 1);
  list.hidden = words.length === 0;
  byId('levers').hidden = words.length > 0;
  if (words.length === 0) return;
  const found = knobs
    .map((knob) => ({ knob, score: scoreOf(knob, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND);
  const none = element(
    'li',
    { class: 'none' },
    `No lever is called "${typed}". Try a plainer word, such as visit, tag or parole.`,
  );
  list.replaceChildren(
    ...(found.length === 0 ? [none] : found.map(({ knob }) => slider(knob, nameOf(knob), changes[knob.path], onMove))),
  );
}

/** Pixels below which the groups begin closed, so that the results are not far below. */
const NARROW = 768;
const MOST_FOUND = 12;

/** Every word must be found; those of the plain names count more than those of the meaning. */
function scoreOf({ path, meaning, lever }: Knob, words: readonly string[]): number {
  const name = chosen.get(lever)?.name ?? '';
  const others = synonyms.flatMap(({ levers, phrases }) => (levers.includes(lever) ? phrases : [])).join(' ');
  const places: readonly (readonly [text: string, weight: number])[] = [
    [name.toLowerCase(), 4],
    [others.toLowerCase(), 3],
    [meaning.toLowerCase(), 2],
    [path, 1],
  ];
  const scores = words.map((word) => Math.max(...places.map(([text, weight]) => (text.includes(word) ? weight : 0))));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

/** `Places · closed`. */
function nameOf({ lever, member, meaning }: Knob): string {
  const plain = chosen.get(lever)?.name ?? `${meaning[0].toUpperCase()}${meaning.slice(1)}`;
  return member === '' ? plain : `${plain} · ${member.replaceAll('-', ' ')}`;
}
