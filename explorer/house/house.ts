/**
 * House: one replicate to watch. Time is played, paused and stepped; a dot that is clicked tells its life.
 *
 * Nothing moves unless something happened. Whoever asks for less motion sees people in their new places at once.
 */
import { formatDay } from '../../src/browser.ts';
import { byId, element } from '../dom.ts';
import type { LivesFound, Tale } from '../messages.ts';
import { stateColours } from './colours.ts';
import { Crowd } from './crowd.ts';
import { draw, type Picture } from './draw.ts';
import { Replay } from './replay.ts';
import { roomsOf } from './rooms.ts';
import { showTale } from './tale.ts';

const WEEK = 7;
/** Weeks per second. */
const SPEEDS: readonly (readonly [string, number])[] = [
  ['a week a second', 1],
  ['a month a second', 4.35],
  ['a quarter a second', 13],
];
/** The part of the way that is left behind in a sixtieth of a second. */
const HASTE = 0.14;

export class House {
  readonly #ask: (key: number) => void;
  readonly #canvas = byId<HTMLCanvasElement>('house');
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');
  #replays: Replay[] = [];
  #crowd: Crowd | undefined;
  #plan: Picture['plan'] | undefined;
  #colours: readonly string[] = [];
  #arm = 0;
  #key: number | undefined;
  #day: number | undefined;
  /** The day with its fraction while time plays; undefined while it stands. */
  #clock: number | undefined;
  #frame = 0;
  #last = 0;
  #shown = 0;

  /** `ask` asks for the life of a key. */
  constructor(ask: (key: number) => void) {
    this.#ask = ask;
    byId('speed').replaceChildren(
      ...SPEEDS.map(([name, weeks]) => element('option', { value: weeks, selected: weeks > 1 && weeks < 10 }, name)),
    );
    byId('play').onclick = () => (this.#clock === undefined ? this.#play() : this.#pause());
    byId('step').onclick = () => this.#goTo((this.#day ?? 0) + WEEK);
    byId('again').onclick = () => this.#restart();
    byId('somebody').onclick = () => this.#somebody();
    byId<HTMLSelectElement>('arm').onchange = (event) => this.#show(Number((event.target as HTMLSelectElement).value));
    this.#canvas.addEventListener('click', (event) => this.#clicked(event.offsetX, event.offsetY));
    new ResizeObserver(() => this.#settle()).observe(byId('house').parentElement!);
    this.#enable(false);
  }

  /** Clears the house for the lives of another run. */
  expect(arms: readonly string[]): void {
    this.#pause();
    this.#replays = [];
    this.#shown = arms.length;
    const select = byId<HTMLSelectElement>('arm');
    select.replaceChildren(
      ...arms.map((name, at) => element('option', { value: at, selected: at === arms.length - 1 }, name)),
    );
    byId('counts').textContent = 'one replicate is lived again, to be watched';
  }

  receive(lives: LivesFound): void {
    this.#replays[lives.arm] = new Replay(lives);
    if (this.#replays.filter((one) => one !== undefined).length < this.#shown) return;
    this.#enable(true);
    this.#show(this.#shown - 1);
    if (this.#key !== undefined) this.#ask(this.#key);
  }

  tell(tale: Tale): void {
    showTale(tale);
  }

  #enable(isThere: boolean): void {
    for (const id of ['play', 'step', 'again', 'somebody']) byId<HTMLButtonElement>(id).disabled = !isThere;
  }

  #show(arm: number): void {
    this.#arm = arm;
    const replay = this.#replays[arm];
    const { start, end, levels, statesOutside } = replay.lives;
    const day = Math.min(end - 1, Math.max(start, this.#day ?? start));
    this.#colours = stateColours(levels, statesOutside);
    this.#crowd = new Crowd(replay);
    replay.rewind();
    replay.advance(day, () => {});
    this.#day = day;
    this.#settle();
  }

  #settle(): void {
    const replay = this.#replays[this.#arm];
    const width = this.#canvas.parentElement!.clientWidth;
    if (replay === undefined || this.#crowd === undefined || width === 0) return;
    const most = replay.most.map((_, state) => Math.max(...this.#replays.map((one) => one?.most[state] ?? 0)));
    this.#plan = roomsOf(replay.lives, replay.day, most, width - 4);
    this.#crowd.settle(this.#plan);
    this.#draw();
  }

  #goTo(day: number): void {
    const replay = this.#replays[this.#arm];
    if (replay === undefined || this.#crowd === undefined) return;
    const { end, places } = replay.lives;
    const next = Math.min(end - 1, day);
    const opens = places.some(({ from }) => from > replay.day && from <= next);
    this.#crowd.advance(next, !this.#still.matches);
    this.#day = next;
    if (next >= end - 1) this.#pause();
    if (opens) this.#settle();
    this.#wake();
  }

  #restart(): void {
    this.#day = undefined;
    this.#show(this.#arm);
  }

  #play(): void {
    if ((this.#day ?? 0) >= this.#replays[this.#arm].lives.end - 1) this.#restart();
    this.#clock = this.#day;
    this.#last = performance.now();
    byId('play').textContent = 'pause';
    this.#wake();
  }

  #pause(): void {
    this.#clock = undefined;
    byId('play').textContent = 'play';
  }

  #wake(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  /** One frame; the next is asked for only if time plays or somebody is on the way. */
  #tick(now: number): void {
    this.#frame = 0;
    const passed = Math.min(100, now - this.#last);
    this.#last = now;
    if (this.#clock !== undefined) {
      this.#clock += (passed / 1000) * Number(byId<HTMLSelectElement>('speed').value) * WEEK;
      if (Math.floor(this.#clock) > (this.#day ?? 0)) this.#goTo(Math.floor(this.#clock));
    }
    this.#crowd?.glide(1 - (1 - HASTE) ** ((passed * 60) / 1000));
    this.#draw();
    if (this.#clock !== undefined || (this.#crowd?.moving.size ?? 0) > 0) this.#wake();
  }

  #draw(): void {
    const [replay, crowd, plan] = [this.#replays[this.#arm], this.#crowd, this.#plan];
    if (replay === undefined || crowd === undefined || plan === undefined) return;
    const width = this.#canvas.parentElement!.clientWidth;
    const fine = devicePixelRatio;
    if (this.#canvas.width !== Math.round(width * fine) || this.#canvas.height !== Math.round(plan.height * fine)) {
      this.#canvas.width = Math.round(width * fine);
      this.#canvas.height = Math.round(plan.height * fine);
      this.#canvas.style.height = `${plan.height}px`;
    }
    const context = this.#canvas.getContext('2d')!;
    context.setTransform(fine, 0, 0, fine, 4 * fine, 0);
    const marked = this.#key === undefined ? undefined : replay.lives.keys.indexOf(this.#key);
    draw(context, { replay, crowd, plan, colours: this.#colours, marked: marked === -1 ? undefined : marked }, width);
    const date = formatDay(replay.day);
    byId('date').textContent = date;
    const words = plan.rooms.map(({ name, states, places }) => {
      const people = states.reduce((sum, state) => sum + crowd.counts[state], 0);
      return `${name} ${people}${places === undefined ? '' : ` of ${places}`}`;
    });
    this.#canvas.setAttribute('aria-label', `The house on ${date}: ${words.join(', ')}`);
    byId('counts').textContent =
      'Each dot is a person, each mark a place. Ochre: on remand. Ringed: beyond the places planned. One replicate of many.';
  }

  #clicked(x: number, y: number): void {
    const [replay, crowd] = [this.#replays[this.#arm], this.#crowd];
    if (replay === undefined || crowd === undefined) return;
    let [nearest, best] = [-1, NEAR * NEAR];
    for (let person = 0; person < replay.states.length; person++) {
      if (!crowd.isSeen(person)) continue;
      const apart = (crowd.x[person] + 4 - x) ** 2 + (crowd.y[person] - y) ** 2;
      if (apart < best) [nearest, best] = [person, apart];
    }
    if (nearest >= 0) this.#mark(replay.lives.keys[nearest]);
  }

  /** Marks the next person inside whose life is another in the other arm; anybody inside if there is none. */
  #somebody(): void {
    const replay = this.#replays[this.#arm];
    const other = this.#replays.find((_, arm) => arm !== this.#arm);
    const inside = [...replay.lives.keys.keys()].filter((person) => replay.states[person] < replay.lives.levels.length);
    const apart = inside.filter((person) => other !== undefined && !isAlike(replay, other, replay.lives.keys[person]));
    const some = apart.length > 0 ? apart : inside;
    if (some.length === 0) return;
    const at = some.findIndex((person) => replay.lives.keys[person] === this.#key);
    this.#mark(replay.lives.keys[some[(at + 1) % some.length]]);
  }

  #mark(key: number): void {
    this.#key = key;
    this.#ask(key);
    this.#draw();
  }
}

/** How near to a dot a click must be. */
const NEAR = 14;

function isAlike(one: Replay, other: Replay, key: number): boolean {
  const [mine, theirs] = [one, other].map((replay) => {
    const { days, states } = replay.spansOf(replay.lives.keys.indexOf(key));
    return `${days.join()} ${states.join()}`;
  });
  return mine === theirs;
}
