import {
  type GeoContext,
  type GeoPermissibleObjects,
  geoDistance,
  geoOrthographic,
  geoPath,
} from "d3-geo";
import type { MultiLineString, MultiPolygon, Position } from "geojson";
import type { Story } from "#api/types";
import type { Around } from "#features/forest/place/around";
import type { Box } from "#features/forest/place/shapes";
import type { Stop } from "#features/forest/way/stops";
import type { MapLabel } from "./map-labels";
import type { Paints } from "./paints";
import { kilometresPerPixel, radiusOf, type Size, type View } from "./view";

/** The files in `place/data/`; `scripts/map-data.ts` says what is in them. */
export interface MapData {
  world: { land: MultiPolygon; borders: MultiLineString };
  region: {
    box: Box;
    tanzania: MultiPolygon;
    land: MultiPolygon;
    borders: MultiLineString;
    coast: MultiLineString;
    lakes: MultiPolygon;
  };
  outline: { tanzania: MultiPolygon; lakes: Record<string, MultiPolygon> };
}

/** What a map is of, its words in the reader's language. */
export interface Subject {
  forest: Story["forest"];
  /** The places of a batch's way, if that is what the map is about. */
  way?: readonly Stop[];
  labels: (Omit<MapLabel, "text"> & { text: string })[];
  /** What stands after the degrees of the grid. */
  compass: { north: string; east: string; south: string; west: string };
  /** In which languages numbers are written, as Intl takes them. */
  locales: string[];
}

/** What a map is about, whatever its language. */
export type Shown = Pick<Subject, "forest" | "way">;

/** Everything there is to draw. */
export interface Scene extends MapData, Subject {
  /** What lies around the forest, once it has come. */
  around?: Around;
  /** Writes "200 km". */
  kilometres: Intl.NumberFormat;
}

/** The drawing context of a canvas in the page or in a worker; they draw alike. */
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** One picture of the map: what draws it gets all it needs from here. */
export type Frame = ReturnType<typeof makeFrame>;

/** In degrees: beyond it a place is too near the globe's edge to be labelled. */
const LABELLED = 72;
/** In CSS pixels: how far lines are still drawn outside the frame. */
const MARGIN = 12;

interface Parts {
  context: Context;
  view: View;
  size: Size;
  paints: Paints;
  scene: Scene;
}

export function makeFrame(parts: Parts) {
  const { view, size } = parts;
  const middle: [number, number] = [view.longitude, view.latitude];
  const projection = geoOrthographic()
    .rotate([-view.longitude, -view.latitude])
    .scale(radiusOf(view, size))
    .translate([size.width / 2, size.height / 2])
    .clipAngle(90)
    // The data has enough points. Curving the lines between them would take most of the time.
    .precision(0)
    .clipExtent([
      [-MARGIN, -MARGIN],
      [size.width + MARGIN, size.height + MARGIN],
    ]);
  return {
    ...parts,
    radius: radiusOf(view, size),
    scale: kilometresPerPixel(view, size),
    /** A shape as it lies in the frame, to be filled and stroked as often as needed. */
    trace(shape: GeoPermissibleObjects): Path2D {
      const path = new Path2D();
      // Its type asks for beginPath, which it never calls.
      geoPath(projection, path as unknown as GeoContext)(shape);
      return path;
    },
    /** Where a place is in the frame; null near and behind the globe's edge. */
    place([longitude = 0, latitude = 0]: Position): [x: number, y: number] | null {
      const angle = (geoDistance([longitude, latitude], middle) * 180) / Math.PI;
      return angle < LABELLED ? projection([longitude, latitude]) : null;
    },
  };
}

/** Whether the frame shows nothing outside a box. */
export function isWithin({ view, size, radius }: Frame, [west, south, east, north]: Box): boolean {
  const degrees = 180 / Math.PI / radius;
  const along = (size.height / 2) * degrees;
  const across = ((size.width / 2) * degrees) / Math.cos((view.latitude * Math.PI) / 180);
  return (
    along < 20 &&
    view.longitude - across > west &&
    view.longitude + across < east &&
    view.latitude - along > south &&
    view.latitude + along < north
  );
}

/** From 0 to 1 as the map comes nearer than `far` and reaches `near`, in kilometres per pixel. */
export function appearance({ scale }: Frame, far: number, near: number): number {
  return Math.max(0, Math.min(1, (far - scale) / (far - near)));
}
