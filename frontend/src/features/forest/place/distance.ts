import type { Position } from "geojson";

const KM_PER_DEGREE = 111.19;
const DEGREE = Math.PI / 180;

/** The eight winds, clockwise from north. */
const WINDS = [
  "north",
  "north-east",
  "east",
  "south-east",
  "south",
  "south-west",
  "west",
  "north-west",
] as const;
export type Wind = (typeof WINDS)[number];

export interface Distance {
  kilometres: number;
  /** From there to here: "170 km east of the lake". */
  wind: Wind;
}

/** How far a place is from the nearest point of a line, and which way; for up to some 1,000 km. */
export function distanceFromLine(place: Position, line: Position[]): Distance {
  const flat = line.map((point) => offset(place, point));
  const points = flat.map((point, i) => nearestToOrigin(flat[i - 1] ?? point, point));
  const [[east, north] = [0, 0]] = [...points].sort((a, b) => lengthOf(a) - lengthOf(b));
  const turn = Math.atan2(-east, -north) / (45 * DEGREE);
  return {
    kilometres: lengthOf([east, north]),
    wind: WINDS[(Math.round(turn) + 8) % 8] ?? "north",
  };
}

type Offset = [east: number, north: number];

/** Kilometres from the place to a point, on a map that is flat around the place. */
function offset(place: Position, point: Position): Offset {
  const [longitude = 0, latitude = 0] = place;
  const [x = 0, y = 0] = point;
  const narrowing = Math.cos(((latitude + y) / 2) * DEGREE);
  return [(x - longitude) * KM_PER_DEGREE * narrowing, (y - latitude) * KM_PER_DEGREE];
}

function lengthOf([east, north]: Offset): number {
  return Math.hypot(east, north);
}

function nearestToOrigin([ax, ay]: Offset, [bx, by]: Offset): Offset {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const along = squared && Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
  return [ax + along * dx, ay + along * dy];
}
