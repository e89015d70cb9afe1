import type { MultiPolygon, Position } from "geojson";
import type { Story } from "#api/types";

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const KM_PER_DEGREE = 111.19;

type Forest = Story["forest"];

/** An outline as an SVG path in degrees: east is right and, as the drawing has it, south is down. */
export function svgPath(area: MultiPolygon): string {
  const rings = area.coordinates.flat();
  return rings.map((ring) => `M${ring.map(([x = 0, y = 0]) => `${x} ${-y}`).join("L")}Z`).join("");
}

/** What is known of where a forest is: the points of its outline, else its apiaries. */
export function knownPoints({ boundary, apiaries }: Forest): Position[] {
  if (boundary) return boundary.coordinates.flat(2);
  return apiaries.map(({ longitude, latitude }) => [longitude, latitude]);
}

/** How many kilometres an outline measures from west to east and from north to south. */
export function extentOf(area: MultiPolygon): { across: number; along: number } {
  const [west, south, east, north] = boxAround(area.coordinates.flat(2)) ?? [0, 0, 0, 0];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return {
    across: Math.round((east - west) * KM_PER_DEGREE * narrowing),
    along: Math.round((north - south) * KM_PER_DEGREE),
  };
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
