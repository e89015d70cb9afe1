import type { MultiPolygon, Position } from "geojson";
import type { Story } from "#api/types";
import outline from "#features/forest/place/data/outline.json";
import { type Distance, distanceFromLine } from "./distance";
import { boxAround, knownPoints } from "./shapes";
import { TOWNS } from "./towns";

export type LakeName = keyof typeof outline.lakes;

export interface Whereabouts {
  /** The middle of the forest, in degrees. */
  longitude: number;
  latitude: number;
  lake: (Distance & { name: LakeName }) | null;
  town: (Distance & { name: string }) | null;
}

/** In kilometres: farther away a landmark says nothing. */
const FARTHEST = 500;

/**
 * Where a forest lies, as the crow flies from its middle to the nearest shore of a large lake and
 * to the nearest larger town; null when neither its outline nor an apiary is known.
 *
 * Shores are simplified to 0.04 degrees, so say distances to the nearest 10 km.
 */
export function whereaboutsOf(forest: Story["forest"]): Whereabouts | null {
  const box = boxAround(knownPoints(forest));
  if (!box) return null;
  const [west, south, east, north] = box;
  const middle = [(west + east) / 2, (south + north) / 2];
  const lakes = Object.keys(outline.lakes) as LakeName[];
  return {
    longitude: middle[0] ?? 0,
    latitude: middle[1] ?? 0,
    lake: nearest(lakes.map((name) => ({ name, ...distanceFromLine(middle, shoreOf(name)) }))),
    town: nearest(TOWNS.map(({ name, at }) => ({ name, ...distanceFromLine(middle, [at]) }))),
  };
}

function shoreOf(name: LakeName): Position[] {
  return (outline.lakes[name] as MultiPolygon).coordinates.flat(2);
}

function nearest<Place extends Distance>(places: Place[]): Place | null {
  const [first] = [...places].sort((a, b) => a.kilometres - b.kilometres);
  return first && first.kilometres <= FARTHEST ? first : null;
}
