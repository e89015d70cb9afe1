import type { Story } from "#api/types";
import {
  alongLine,
  amidPoints,
  besideDot,
  isFree,
  type Placed,
  type Rectangle,
  roomOfLines,
  spacesOf,
} from "#features/forest/map/label-room";
import type { Around } from "#features/forest/place/around";
import {
  type Box,
  boxAround,
  KM_PER_DEGREE,
  knownPoints,
  type Projection,
} from "#features/forest/place/shapes";

/** Of the drawing, in its own units. */
export const WIDTH = 480;
export const HEIGHT = 460;
export const LONGEST_SCALE = 130;
/** In degrees: some 50 km, as in the moving map's nearest view. */
const LEAST_EXTENT = 0.45;
/** How much more than the forest is shown. */
const SURROUNDINGS = 1.6;
/** Of a letter, on average: no server can measure a text. */
const LETTER = 9.5;
/** A smaller forest is marked by a point. */
const SMALLEST = 9;

/** A name in the drawing. */
interface Name extends Placed {
  text: string;
  look: "title" | "town" | "water" | "riverName";
  dot?: readonly [number, number];
}

/** Where a forest's still map lies on the globe, and how a place comes onto it. */
export function sheetOf(forest: Story["forest"]) {
  const box = boxAround(knownPoints(forest), LEAST_EXTENT);
  const own = boxAround(knownPoints(forest));
  if (!box || !own) return null;
  const [west, south, east, north] = box;
  const narrowing = Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const along =
    SURROUNDINGS * Math.max(north - south, ((east - west) * narrowing * HEIGHT) / WIDTH);
  const across = (along * WIDTH) / HEIGHT / narrowing;
  const [left, top] = [(west + east - across) / 2, (south + north + along) / 2];
  const units = HEIGHT / along;
  const project: Projection = ([x = 0, y = 0]) => [
    round((unturned(x, left) - left) * narrowing * units),
    round((top - y) * units),
  ];
  const seen: Box = [left, top - along, left + across, top];
  const [x, y] = project([(own[0] + own[2]) / 2, (own[1] + own[3]) / 2]);
  const size = Math.max((own[2] - own[0]) * narrowing, own[3] - own[1]) * units;
  return {
    project,
    seen,
    kilometresAcross: across * narrowing * KM_PER_DEGREE,
    middle: [x, y, size < SMALLEST] as const,
    top: project([west, own[3]])[1],
  };
}

/** A longitude on the side of the date line where the drawing is. */
function unturned(longitude: number, left: number): number {
  return longitude < left - 180 ? longitude + 360 : longitude;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The names that fit: none meets another, the forest's outline or the scale. */
export function layOut(
  forest: Story["forest"],
  around: Around,
  { project, middle, top }: NonNullable<ReturnType<typeof sheetOf>>,
): Name[] {
  const size = { width: WIDTH, height: HEIGHT };
  const rings = forest.boundary?.coordinates.flat() ?? [];
  const taken: Rectangle[] = [
    ...roomOfLines(rings.map((ring) => ring.map(project))),
    [0, HEIGHT - 44, LONGEST_SCALE + 70, HEIGHT], // the scale's
  ];
  const names: Name[] = [];
  const [x, y, isSmall] = middle;
  const titles = isSmall
    ? besideDot(x, y)
    : [
        { x, y: Math.max(14, top - 16) },
        { x, y },
      ];
  for (const [text, look, places, dot] of [
    [forest.title, "title", titles] as const,
    ...around.towns.map(({ name, at }) => {
      const spot = project(at);
      return [name, "town", besideDot(...spot), spot] as const;
    }),
    ...around.lakes.map(({ name, shape }) => {
      const points = shape.coordinates.flat(2).map(project);
      return [name, "water", amidPoints(points, size)] as const;
    }),
    ...around.rivers.map(({ name, shape }) => {
      const points = shape.coordinates.flat().map(project);
      return [name, "riverName", alongLine(points, size)] as const;
    }),
  ]) {
    const width = text.length * LETTER;
    const free = places.find((one) => isFree(spacesOf(one, width), taken, size));
    if (!text || !free || names.some((name) => name.text === text)) continue;
    taken.push(...spacesOf(free, width));
    const turned = Math.round(free.turned ?? 0);
    names.push({
      ...free,
      x: round(free.x),
      y: round(free.y),
      turned,
      text,
      look,
      ...(dot && { dot }),
    });
  }
  return names;
}
