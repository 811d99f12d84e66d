/** Draw: the house on its canvas: rooms with their places, and people as dots in the colour of where they are. */
import { OTHER, PAPER_INK } from './colours.ts';
import type { Crowd } from './crowd.ts';
import { cellAt, type Plan, type Room } from './layout.ts';
import type { Replay } from './replay.ts';

/** Everything on the picture. */
export interface Picture {
  readonly replay: Replay;
  readonly crowd: Crowd;
  readonly plan: Plan;
  /** By state. */
  readonly colours: readonly string[];
  /** The person who is marked; undefined if nobody is. */
  readonly marked: number | undefined;
}

/** Draws it in units of the page. */
export function draw(canvas: CanvasRenderingContext2D, picture: Picture, width: number): void {
  const { plan, crowd } = picture;
  canvas.clearRect(0, 0, width, plan.height);
  for (const room of plan.rooms) drawRoom(canvas, room, crowd);
  drawPeople(canvas, picture);
}

function drawRoom(canvas: CanvasRenderingContext2D, room: Room, { counts }: Crowd): void {
  const { name, states, places, x, y, rows, pitch, columns } = room;
  const people = states.reduce((sum, state) => sum + counts[state], 0);
  canvas.textBaseline = 'alphabetic';
  canvas.fillStyle = PAPER_INK.ink;
  canvas.font = '600 13px system-ui, "DejaVu Sans", sans-serif';
  canvas.fillText(name, x, y - 22);
  canvas.font = '12px system-ui, "DejaVu Sans", sans-serif';
  canvas.fillStyle = PAPER_INK.second;
  canvas.fillText(places === undefined ? `${people}` : `${people} of ${places}`, x, y - 7);
  if (places === undefined) return;
  canvas.fillStyle = PAPER_INK.place;
  const side = Math.max(1, pitch * 0.3);
  for (let at = 0; at < places; at++) {
    const [cx, cy] = cellAt(room, at);
    canvas.fillRect(cx - side / 2, cy - side / 2, side, side);
  }
  canvas.strokeStyle = PAPER_INK.wall;
  canvas.lineWidth = 1.5;
  canvas.strokeRect(x - 3, y - 3, Math.max(1, columns) * pitch + 6, rows * pitch + 6);
}

/** Dots of one colour are one path, so that thousands are drawn in a few milliseconds. */
function drawPeople(canvas: CanvasRenderingContext2D, { replay, crowd, plan, colours, marked }: Picture): void {
  const radii = colours.map((_, state) => {
    const pitch = plan.rooms.find(({ states }) => states.includes(state))?.pitch ?? 3;
    return Math.max(1, Math.min(6.2, pitch * 0.38));
  });
  const paths = new Map<string, Path2D>();
  const beyond = new Path2D();
  for (let person = 0; person < replay.states.length; person++) {
    if (!crowd.isSeen(person)) continue;
    const state = replay.states[person];
    const [x, y, radius] = [crowd.x[person], crowd.y[person], radii[state]];
    const path = paths.get(colours[state]) ?? new Path2D();
    paths.set(colours[state], path);
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, TURN);
    if (!crowd.isBeyond(person)) continue;
    beyond.moveTo(x + radius + 1.2, y);
    beyond.arc(x, y, radius + 1.2, 0, TURN);
  }
  for (const [colour, path] of paths) {
    canvas.fillStyle = colour;
    canvas.fill(path);
  }
  canvas.strokeStyle = OTHER.beyond;
  canvas.lineWidth = 1.3;
  canvas.stroke(beyond);
  if (marked === undefined || !crowd.isSeen(marked)) return;
  canvas.strokeStyle = PAPER_INK.ink;
  canvas.lineWidth = 2;
  canvas.beginPath();
  canvas.arc(crowd.x[marked], crowd.y[marked], 9, 0, TURN);
  canvas.stroke();
}

const TURN = 2 * Math.PI;
