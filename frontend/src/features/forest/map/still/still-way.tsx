import type { MultiPolygon } from "geojson";
import coarse from "#features/forest/place/data/coarse.json";
import {
  type Box,
  boxAround,
  inSight,
  type Projection,
  svgPath,
} from "#features/forest/place/shapes";
import { type Stop, unwrapped } from "#features/forest/way/stops";
import styles from "./still-map.module.css";

/** In a degree: finer would not be seen, and travels with the page in whole numbers. */
const UNITS = 10;
/** In degrees: the least that is shown, since the land is drawn in few points. */
const LEAST_EXTENT = 30;
/** Around the way: a part of the drawing's larger side. */
const MARGIN = 0.15;

interface Props {
  way: readonly Stop[];
  className?: string | undefined;
}

/**
 * The way of a batch as a line from place to place over the land, still: until the map has come, where
 * it cannot be drawn, and on paper. Decoration only: the page says the same in words.
 */
export function StillWay({ way, className = "" }: Props) {
  const stops = unwrapped(way);
  const seen = boxOf(stops);
  const project = projectionOf(seen);
  const [left, top] = project([seen[0], seen[3]]);
  const [right, bottom] = project([seen[2], seen[1]]);
  const size = Math.round(Math.max(right - left, bottom - top) / 70);
  const line = `M${stops.map((stop) => project(stop).join(" ")).join("L")}`;
  return (
    <svg
      viewBox={[left, top, right - left, bottom - top].join(" ")}
      className={`${styles.map} ${className}`}
      aria-hidden="true"
    >
      {[-360, 0, 360].map((turn) => (
        <path key={turn} d={svgPath(landIn(seen, turn), project)} className={styles.world} />
      ))}
      <path d={line} strokeWidth={size} className={styles.way} />
      <path d={line} strokeWidth={size / 2} className={styles.wayCore} />
      {stops.map((stop) => {
        const [cx, cy] = project(stop);
        return <circle key={String(stop)} cx={cx} cy={cy} r={size} className={styles.apiary} />;
      })}
    </svg>
  );
}

function boxOf(stops: [number, number][]): Box {
  const [west, south, east, north] = boxAround(stops, LEAST_EXTENT) ?? [0, 0, 0, 0];
  const margin = MARGIN * Math.max(east - west, north - south);
  return [
    west - margin,
    Math.max(-85, south - margin),
    east + margin,
    Math.min(85, north + margin),
  ];
}

/** Degrees as they are in the drawing's middle: far north and south of it, land is stretched. */
function projectionOf([, south, , north]: Box): Projection {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return ([x = 0, y = 0]) => [Math.round(x * UNITS * narrowing), Math.round(-y * UNITS)];
}

/** The land in a box, which may reach over the date line: all of it, turned by whole turns. */
function landIn(seen: Box, turn: number): MultiPolygon {
  const coordinates = coarse.land.coordinates.map((rings) =>
    rings.map((ring) => ring.map(([x = 0, y = 0]) => [x + turn, y])),
  );
  return inSight({ coordinates }, seen);
}
