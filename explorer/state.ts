/** State: everything that the reader has chosen, and the link that holds it. */
import type { Ready, ReadyList } from './ready.ts';

export interface State {
  readonly scenario: string;
  readonly seed: string;
  readonly replicates: number;
  /** The share of the country that is simulated. */
  readonly scale: number;
  /** The first day of the reader's policy. */
  readonly from: string;
  /** New values by the path of a lever. */
  readonly changes: Readonly<Record<string, number>>;
}

/** The choices of replicates and of shares of a country. */
export const REPLICATES: readonly number[] = [8, 16, 32];
export const SCALES: readonly number[] = [1, 0.1];

/** A scenario as it is first shown. */
export function stateOf(ready: Ready): State {
  const { name, seed, scale, start } = ready;
  return { scenario: name, seed, replicates: REPLICATES[0], scale, from: start, changes: {} };
}

/** The state as the part of a link after `#`. Names stay legible. */
export function linkOf({ scenario, seed, replicates, scale, from, changes }: State, version: string): string {
  const parts = { scenario, version, seed, replicates: String(replicates), scale: String(scale), from };
  const words = [...Object.entries(parts), ...Object.entries(changes).map(([path, value]) => [path, String(value)])];
  return words.map(([name, value]) => `${name}=${encodeURIComponent(value!).replaceAll('%2F', '/')}`).join('&');
}

/** A state read from a link, and what is wrong with it in words; the first scenario if the link is empty. */
export interface Restored {
  readonly state: State;
  readonly complaints: readonly string[];
}

export function restored(link: string, { version, scenarios }: ReadyList): Restored {
  const words = new Map(
    link
      .replace(/^#/, '')
      .split('&')
      .filter((word) => word.includes('='))
      .map((word) => {
        const at = word.indexOf('=');
        return [word.slice(0, at), decoded(word.slice(at + 1))] as const;
      }),
  );
  const take = (name: string) => {
    const value = words.get(name);
    words.delete(name);
    return value;
  };
  const [wanted, made] = [take('scenario'), take('version')];
  const ready = scenarios.find(({ name }) => name === wanted) ?? scenarios[0];
  const first = stateOf(ready);
  const complaints = [
    ...(wanted !== undefined && ready.name !== wanted
      ? [`This page has no scenario "${wanted}": ${ready.name} is shown.`]
      : []),
    ...(made !== undefined && made !== version
      ? [`The link was made with version ${made}; this page is ${version}, and its numbers may differ.`]
      : []),
  ];
  const from = take('from') ?? first.from;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(from) && from >= ready.start && from < ready.end;
  const state = {
    ...first,
    seed: take('seed') || first.seed,
    replicates: oneOf(REPLICATES, take('replicates')) ?? first.replicates,
    scale: oneOf(SCALES, take('scale')) ?? first.scale,
    from: isDay ? from : first.from,
  };
  const changes = [...words].filter(
    ([path, value]) => PATH.test(path) && value !== '' && Number.isFinite(Number(value)),
  );
  return {
    state: { ...state, changes: Object.fromEntries(changes.map(([path, value]) => [path, Number(value)])) },
    complaints,
  };
}

const PATH = /^[a-z]+\.[a-z_]+(?:\.[\w-]+)?$/;

function oneOf(choices: readonly number[], written: string | undefined): number | undefined {
  return choices.find((choice) => String(choice) === written);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
