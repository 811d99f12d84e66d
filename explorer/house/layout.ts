/**
 * Layout: the rooms of the house. A level has as many cells as places, all of one size; those beyond its places stand outside its wall.
 */

/** What a room must hold. */
export interface RoomWanted {
  readonly name: string;
  /** The states whose people are in it. */
  readonly states: readonly number[];
  /** The places of it; undefined if there is no limit. */
  readonly places: number | undefined;
  /** The most people who are ever in it. */
  readonly most: number;
}

/** A room where it is drawn: its cells go down each column, from left to right. */
export interface Room extends RoomWanted {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  /** The side of a cell. */
  readonly pitch: number;
  /** The columns that the wall encloses. */
  readonly columns: number;
}

/** The rooms, and the height that they need. */
export interface Plan {
  readonly rooms: readonly Room[];
  readonly height: number;
}

const LABEL = 44;
const GAP = 22;
const LARGEST = 17;
const SMALLEST = 2.5;

/** Rows of rooms above each other, each with the height of its cells. */
export function planOf(
  rows: readonly { readonly height: number; readonly rooms: readonly RoomWanted[] }[],
  width: number,
): Plan {
  let y = 0;
  const rooms = rows.flatMap(({ height, rooms: wanted }) => {
    const row = rowOf(wanted, width, height, y + LABEL);
    y += LABEL + height + GAP / 2;
    return row;
  });
  return { rooms, height: y };
}

/** The largest cells with which a row of rooms has room. */
function rowOf(wanted: readonly RoomWanted[], width: number, height: number, y: number): readonly Room[] {
  const least = Math.min(96, (width - GAP * (wanted.length - 1)) / wanted.length);
  let pitch = LARGEST;
  const rowsAt = () => Math.max(1, Math.floor(height / pitch));
  const widthOf = ({ most, places = 0 }: RoomWanted) =>
    Math.max(least, Math.ceil(Math.max(most, places, 1) / rowsAt()) * pitch);
  const total = () => wanted.reduce((sum, room) => sum + widthOf(room), GAP * (wanted.length - 1));
  while (pitch > SMALLEST && total() > width) pitch -= 0.25;
  let x = 0;
  return wanted.map((room) => {
    const columns = Math.ceil((room.places ?? room.most) / rowsAt());
    const placed = { ...room, x, y, rows: rowsAt(), pitch, columns };
    x += widthOf(room) + GAP;
    return placed;
  });
}

/** The middle of a cell of a room. */
export function cellAt({ x, y, rows, pitch }: Room, at: number): readonly [number, number] {
  return [x + (Math.floor(at / rows) + 0.5) * pitch, y + ((at % rows) + 0.5) * pitch];
}
