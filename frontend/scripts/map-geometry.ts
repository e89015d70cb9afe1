import { type GeoPermissibleObjects, geoArea, geoIdentity, geoStream } from "d3-geo";
import type { MultiLineString, MultiPolygon, Polygon, Position } from "geojson";

export type Box = readonly [west: number, south: number, east: number, north: number];

/** The points of a line that are needed to stay within `tolerance` of it (Douglas and Peucker). */
export function simplifyLine(line: Position[], tolerance: number): Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (line.length < 3 || !first || !last) return line;
  const distances = line.map((point) => distanceToSegment(point, first, last));
  const farthest = Math.max(...distances);
  if (farthest <= tolerance) return [first, last];
  const at = distances.indexOf(farthest);
  const before = simplifyLine(line.slice(0, at + 1), tolerance);
  return [...before.slice(0, -1), ...simplifyLine(line.slice(at), tolerance)];
}

/** The same for a ring, whose first and last points are one: it is cut in two halves first. */
export function simplifyRing(ring: Position[], tolerance: number): Position[] {
  const middle = ring.length >> 1;
  const halves = [ring.slice(0, middle + 1), ring.slice(middle)];
  const [there = [], back = []] = halves.map((half) => simplifyLine(half, tolerance));
  return [...there.slice(0, -1), ...back];
}

function distanceToSegment([x = 0, y = 0]: Position, a: Position, b: Position): number {
  const [ax = 0, ay = 0] = a;
  const [dx, dy] = [(b[0] ?? 0) - ax, (b[1] ?? 0) - ay];
  const squared = dx * dx + dy * dy;
  const along = squared && Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** What of a shape lies in a box; long edges get points in between, as they are not great circles. */
export function clipPolygons(shape: Polygon | MultiPolygon, box: Box): MultiPolygon {
  const lines = linesWithin(shape, box).map((ring) => [...ring, ring[0] ?? []].flatMap(withSteps));
  return { type: "MultiPolygon", coordinates: lines.map((ring) => [ring]) };
}

export function clipLines(shape: MultiLineString, box: Box): MultiLineString {
  return { type: "MultiLineString", coordinates: linesWithin(shape, box) };
}

function linesWithin(shape: GeoPermissibleObjects, [west, south, east, north]: Box) {
  const lines: Position[][] = [];
  const clip = geoIdentity().clipExtent([
    [west, south],
    [east, north],
  ]);
  geoStream(
    shape,
    clip.stream({
      lineStart: () => void lines.push([]),
      point: (x, y) => void lines.at(-1)?.push([x, y]),
      lineEnd: () => undefined,
      polygonStart: () => undefined,
      polygonEnd: () => undefined,
    }),
  );
  return lines;
}

const LONGEST_EDGE = 2;

function withSteps([x = 0, y = 0]: Position, index: number, line: Position[]): Position[] {
  const [fromX = x, fromY = y] = line[index - 1] ?? [];
  const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / LONGEST_EDGE));
  return Array.from({ length: steps }, (_, i) => {
    const part = (i + 1) / steps;
    return [fromX + (x - fromX) * part, fromY + (y - fromY) * part];
  });
}

/** Rings with clockwise outlines (d3-geo fills the rest of the world otherwise), points rounded. */
export function roundRing(ring: Position[], decimals: number, clockwise = true): Position[] {
  const rounded = roundLine(ring, decimals);
  return isClockwise(rounded) === clockwise ? rounded : rounded.reverse();
}

export function roundLine(line: Position[], decimals: number): Position[] {
  const rounded = line.map((point) => point.map((value) => Number(value.toFixed(decimals))));
  return rounded.filter((point, i) => String(point) !== String(rounded[i - 1]));
}

/** On the globe, where a ring may run around a pole or over the date line. */
function isClockwise(ring: Position[]): boolean {
  return geoArea({ type: "Polygon", coordinates: [ring] }) < 2 * Math.PI;
}

/** In square units of the coordinates. */
export function ringArea(ring: Position[]): number {
  const doubled = ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = x, nextY = y] = ring[i + 1] ?? ring[0] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

export function isInside([x = 0, y = 0]: readonly number[], ring: Position[]): boolean {
  const crossings = ring.filter(([ax = 0, ay = 0], i) => {
    const [bx = ax, by = ay] = ring[i + 1] ?? [];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
  });
  return crossings.length % 2 === 1;
}
