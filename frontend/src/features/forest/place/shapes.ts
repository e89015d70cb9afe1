import type { MultiLineString, MultiPolygon, Position } from "geojson";
import type { Story } from "#api/types";

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export const KM_PER_DEGREE = 111.19;

type Forest = Story["forest"];

/** Where a place stands on a drawing: to the right, and down; two decimals at most. */
export type Projection = (place: Position) => readonly [right: number, down: number];

/** An outline as an SVG path, each point counted from the one before, which is short. */
export function svgPath(area: MultiPolygon, project: Projection): string {
  return area.coordinates
    .flat()
    .map((ring) => `${openPath(ring.map(project))}z`)
    .join("");
}

/** Lines as an SVG path, likewise. */
export function svgLines(lines: MultiLineString, project: Projection): string {
  return lines.coordinates.map((line) => openPath(line.map(project))).join("");
}

function openPath([first, ...others]: ReturnType<Projection>[]): string {
  if (!first) return "";
  let [x, y] = first;
  const start = `M${x} ${y}`;
  let path = "";
  for (const [nextX, nextY] of others) {
    const [right, down] = [difference(nextX, x), difference(nextY, y)];
    if (right || down) path += `${right} ${down} `;
    [x, y] = [nextX, nextY];
  }
  return (path ? `${start}l${path.trimEnd()}` : start).replaceAll(" -", "-");
}

/** Free of what floating point adds to a difference. */
function difference(a: number, b: number): number {
  return Math.round((a - b) * 100) / 100;
}

/** Leaves out islands and lakes that lie outside a box. */
export function inSight(area: { coordinates: Position[][][] }, seen: Box): MultiPolygon {
  const [west, south, east, north] = seen;
  const coordinates = area.coordinates.filter((island) => {
    const [left, bottom, right, top] = boxAround(island.flat()) ?? seen;
    return left < east && right > west && bottom < north && top > south;
  });
  return { type: "MultiPolygon", coordinates };
}

/**
 * What is known of where a forest is: the points of its outline, else its apiaries. Of a forest on
 * both sides of the date line, those in the west come after 180 degrees.
 */
export function knownPoints({ boundary, apiaries }: Forest): Position[] {
  if (boundary) return together(boundary.coordinates.flat(2));
  return together(apiaries.map(({ longitude, latitude }) => [longitude, latitude]));
}

/** Points on both sides of the date line beside each other, where that is the shorter way. */
function together(points: Position[]): Position[] {
  const [west, , east] = boxAround(points) ?? [0, 0, 0];
  const turned = points.map(([x = 0, y = 0]) => [x < 0 ? x + 360 : x, y]);
  const [turnedWest, , turnedEast] = boxAround(turned) ?? [0, 0, 0];
  return turnedEast - turnedWest < east - west ? turned : points;
}

/** How many kilometres an outline measures from west to east and from north to south. */
export function extentOf(area: MultiPolygon): { across: number; along: number } {
  const points = together(area.coordinates.flat(2));
  const [west, south, east, north] = boxAround(points) ?? [0, 0, 0, 0];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return {
    across: rounded((east - west) * KM_PER_DEGREE * narrowing),
    along: rounded((north - south) * KM_PER_DEGREE),
  };
}

/** To whole kilometres, or to one figure where it would be none: a small forest has no 0 km. */
function rounded(kilometres: number): number {
  return kilometres >= 1 ? Math.round(kilometres) : Number(kilometres.toPrecision(1));
}

/** The box around points, at least `least` degrees wide and high; null without points. */
export function boxAround(points: Position[], least = 0): Box | null {
  if (points.length === 0) return null;
  const [west, east] = range(points, 0, least);
  const [south, north] = range(points, 1, least);
  return [west, south, east, north];
}

function range(points: Position[], axis: 0 | 1, least: number): [number, number] {
  const values = points.map((point) => point[axis] ?? 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const more = Math.max(0, least - (high - low)) / 2;
  return [low - more, high + more];
}
