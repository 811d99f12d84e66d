/** Crowd: who stands in which cell. People keep their cell until something happens to them; whoever comes takes the first free one. */
import { cellAt, type Plan, type Room } from './layout.ts';
import { NOT_THERE, type Replay } from './replay.ts';

const NO_CELL = -1;

export class Crowd {
  /** Where each person is drawn now, and where to. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly toX: Float32Array;
  readonly toY: Float32Array;
  /** Those on their way. */
  readonly moving = new Set<number>();
  readonly counts: number[];
  readonly #replay: Replay;
  readonly #cells: Int32Array;
  #rooms: readonly (Room | undefined)[] = [];
  readonly #taken = new Map<Room, boolean[]>();

  constructor(replay: Replay) {
    const people = replay.states.length;
    [this.x, this.y, this.toX, this.toY] = [0, 1, 2, 3].map(() => new Float32Array(people)) as Four;
    this.#replay = replay;
    this.#cells = new Int32Array(people).fill(NO_CELL);
    this.counts = replay.most.map(() => 0);
  }

  /** Puts everybody anew into the rooms of a plan. */
  settle({ rooms }: Plan): void {
    this.#rooms = this.counts.map((_, state) => rooms.find(({ states }) => states.includes(state)));
    this.#taken.clear();
    this.moving.clear();
    this.counts.fill(0);
    this.#cells.fill(NO_CELL);
    for (const [person, state] of this.#replay.states.entries()) {
      if (state === NOT_THERE) continue;
      this.counts[state]++;
      this.#enter(person, state);
      this.x[person] = this.toX[person];
      this.y[person] = this.toY[person];
    }
  }

  /** Moves the people whose state changes until a day; with `glide` they are seen on their way. */
  advance(day: number, glide: boolean): void {
    this.#replay.advance(day, (person, from, to) => {
      const isNew = from === NOT_THERE || this.#rooms[from] === undefined;
      if (from !== NOT_THERE) {
        this.counts[from]--;
        this.#leave(person, from);
      }
      this.counts[to]++;
      this.#enter(person, to);
      if (glide && !isNew) {
        this.moving.add(person);
        return;
      }
      this.x[person] = this.toX[person];
      this.y[person] = this.toY[person];
    });
  }

  /** Brings those on their way nearer: by this part of what is left. */
  glide(part: number): void {
    for (const person of this.moving) {
      const [dx, dy] = [this.toX[person] - this.x[person], this.toY[person] - this.y[person]];
      this.x[person] += part * dx;
      this.y[person] += part * dy;
      if (Math.abs(dx) + Math.abs(dy) > 0.7) continue;
      this.x[person] = this.toX[person];
      this.y[person] = this.toY[person];
      this.moving.delete(person);
    }
  }

  /** Whether somebody is in a room. */
  isSeen(person: number): boolean {
    return this.#cells[person] !== NO_CELL;
  }

  /** Whether somebody stands beyond the places of the room. */
  isBeyond(person: number): boolean {
    const room = this.#rooms[this.#replay.states[person]];
    return room?.places !== undefined && this.#cells[person] >= room.places;
  }

  #enter(person: number, state: number): void {
    const room = this.#rooms[state];
    if (room === undefined) return;
    const taken = this.#taken.get(room) ?? [];
    this.#taken.set(room, taken);
    const free = taken.indexOf(false);
    const cell = free < 0 ? taken.length : free;
    taken[cell] = true;
    this.#cells[person] = cell;
    [this.toX[person], this.toY[person]] = cellAt(room, cell);
  }

  #leave(person: number, state: number): void {
    const room = this.#rooms[state];
    if (room === undefined) return;
    const taken = this.#taken.get(room);
    if (taken !== undefined) taken[this.#cells[person]] = false;
    this.#cells[person] = NO_CELL;
  }
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];
