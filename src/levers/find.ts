/**
 * Find: finds levers by plain words: what they are called, what they mean, and what people call them.
 *
 * A synonym whose words are all typed counts most, the likelier levers before the others; then words of the name, of the meaning, of
 * the essay section, and of the passport. A rare word says more than a common one, and levers with more of the typed words come first.
 * A word that is nowhere is read as the nearest that is somewhere.
 */
import type { Catalogue, Lever } from '../evidence/catalogue.ts';
import { nearest } from '../evidence/nearest.ts';
import type { Passports } from '../evidence/passport.ts';
import { sectionOf } from './sections.ts';
import { synonyms } from './synonyms.ts';

/** What was found: levers, the best first, and words that were read as others. */
export interface FoundLevers {
  readonly levers: readonly Lever[];
  /** By the word as typed, the word as read. */
  readonly readAs: ReadonlyMap<string, string>;
  /** Words that no lever has, nor any near them. */
  readonly unread: readonly string[];
  /** If nothing was found, words that are near or begin alike. */
  readonly near: readonly string[];
}

/** The levers that these words ask for; those whose score is a third of the best or more. */
export function findLevers(typed: string, catalogue: Catalogue, passports: Passports): FoundLevers {
  const index = indexOf(catalogue, passports);
  const exact = catalogue.get(typed.trim());
  if (exact !== undefined) return { levers: [exact], readAs: new Map(), unread: [], near: [] };
  const readAs = new Map<string, string>();
  const unread: string[] = [];
  const words = wordsIn(typed).flatMap(({ root, written }) => {
    if (index.roots.has(root)) return [root];
    const close = nearestRoot(root, index);
    if (close === undefined) {
      unread.push(written);
      return [];
    }
    readAs.set(written, index.roots.get(close)!);
    return [close];
  });
  const wanted = [...new Set(words)];
  const scored = [...catalogue.values()]
    .map((lever, order) => ({ lever, order, score: scoreOf(lever.path, wanted, index) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order);
  const least = (scored[0]?.score ?? 0) * LEAST_PART;
  const levers = scored.filter(({ score }) => score >= least).map(({ lever }) => lever);
  return { levers, readAs, unread, near: levers.length > 0 ? [] : wordsNear(typed, index) };
}

/** The nearest root with the same first letter, which is seldom mistyped. */
function nearestRoot(root: string, { roots }: Index): string | undefined {
  if (root.length < SHORTEST_MENDED) return undefined;
  return nearest(
    root,
    [...roots.keys()].filter((other) => other[0] === root[0]),
  );
}

const SHORTEST_MENDED = 4;
const LEAST_PART = 1 / 3;
const MOST_NEAR = 8;
/** The weight of a word by where it stands. */
const WEIGHT = { name: 4, synonym: 3, meaning: 2, section: 1, passport: 0.3 } as const;
/** The weight of a whole synonym, and what each lever further down its list has less of it. */
const WHOLE = 40;
const STEP = 4;

interface Index {
  /** Every word that some lever has: its root, and the word as people write it. */
  readonly roots: ReadonlyMap<string, string>;
  /** The weight of each root by the path of the lever. */
  readonly weights: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** How much a root says: more, the fewer levers have it. */
  readonly rarity: (root: string) => number;
  readonly phrases: readonly { readonly roots: readonly string[]; readonly levers: readonly string[] }[];
}

function scoreOf(path: string, wanted: readonly string[], { weights, rarity, phrases }: Index): number {
  const own = weights.get(path)!;
  const there = wanted.filter((root) => own.has(root));
  const bywords = there.reduce((sum, root) => sum + own.get(root)! * rarity(root), 0);
  const whole = phrases.map(({ roots, levers }) => {
    const place = levers.indexOf(path);
    const isTyped = place >= 0 && roots.every((root) => wanted.includes(root));
    return isTyped ? (WHOLE - STEP * place) * roots.length : 0;
  });
  const part = wanted.length === 0 ? 0 : there.length / wanted.length;
  return bywords * part * part + Math.max(0, ...whole);
}

/** The latest index of each set of passports, since several questions may be asked. */
const indexes = new WeakMap<Passports, { readonly catalogue: Catalogue; readonly index: Index }>();

function indexOf(catalogue: Catalogue, passports: Passports): Index {
  const known = indexes.get(passports);
  if (known?.catalogue === catalogue) return known.index;
  const index = indexed(catalogue, passports);
  indexes.set(passports, { catalogue, index });
  return index;
}

function indexed(catalogue: Catalogue, passports: Passports): Index {
  const roots = new Map<string, string>();
  const weights = new Map([...catalogue.keys()].map((path) => [path, new Map<string, number>()]));
  const add = (path: string, text: string, weight: number) => {
    const own = weights.get(path);
    if (own === undefined) throw new Error(`a synonym means ${path}, which is no lever`);
    for (const { root, written } of wordsIn(text)) {
      own.set(root, Math.max(own.get(root) ?? 0, weight));
      if (!roots.has(root)) roots.set(root, written);
    }
  };
  for (const lever of catalogue.values()) {
    const { path, parameter } = lever;
    const passport = passports.get(path);
    add(path, path, WEIGHT.name);
    add(path, `${parameter.meaning} ${parameter.choices.join(' ')}`, WEIGHT.meaning);
    add(path, sectionOf(lever), WEIGHT.section);
    add(path, `${passport?.note ?? ''} ${passport?.population ?? ''} ${passport?.design ?? ''}`, WEIGHT.passport);
  }
  for (const { phrases, levers } of synonyms) for (const path of levers) add(path, phrases.join(' '), WEIGHT.synonym);
  const counts = new Map<string, number>();
  for (const own of weights.values()) for (const root of own.keys()) counts.set(root, (counts.get(root) ?? 0) + 1);
  return {
    roots,
    weights,
    rarity: (root) => Math.sqrt(catalogue.size / (counts.get(root) ?? catalogue.size)),
    phrases: synonyms.flatMap(({ phrases, levers }) =>
      phrases.map((phrase) => ({ roots: wordsIn(phrase).map(({ root }) => root), levers })),
    ),
  };
}

/** Words that begin as the typed ones do, or are the nearest to them. */
function wordsNear(typed: string, { roots }: Index): readonly string[] {
  const near = wordsIn(typed).flatMap(({ root }) => {
    const alike = [...roots].filter(([other]) => other.startsWith(root.slice(0, 3))).map(([, written]) => written);
    const close = nearest(root, roots.keys());
    return close === undefined ? alike : [roots.get(close)!, ...alike];
  });
  return [...new Set(near)].slice(0, MOST_NEAR);
}

/** The words of a text that carry meaning, with their roots: without the endings of plurals and of verbs. */
function wordsIn(text: string): readonly { readonly root: string; readonly written: string }[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map((written) => ({
      written,
      root: written
        .replace(/ies$/, 'y')
        .replace(/(?<=..[^s])(?:ings?|ed|es|s)$/, '')
        .replace(/e$/, ''),
    }));
}

/** Words that carry no meaning of their own here. */
const EMPTY: ReadonlySet<string> = new Set(
  'an and any are as at be by can could do does for from get give had has have how if in into is it its let like long make many me more much my not of off on or our out over people person per put set should so some than that the their them there they this to up us want was we what when where which who why will with would you your prisons change lever levers number policy'.split(
    ' ',
  ),
);
