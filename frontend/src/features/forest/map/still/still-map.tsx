import type { Position } from "geojson";
import type { Story } from "#api/types";
import { isInTanzania } from "#features/forest/map/steps";
import outline from "#features/forest/place/data/outline.json";
import {
  type Box,
  boxAround,
  inSight,
  knownPoints,
  type Projection,
  svgPath,
} from "#features/forest/place/shapes";
import styles from "./still-map.module.css";

/** In a degree: finer would not be seen, and travels with the page in whole numbers. */
const UNITS = 25;
/** In degrees: how much is shown around Tanzania, or around a forest elsewhere. */
const ROOM = 0.8;
const SURROUNDINGS = 8;
/** In degrees: a smaller forest would not be seen, and is marked by a point. */
const SMALLEST = 0.15;

interface Props {
  forest: Story["forest"];
  className?: string | undefined;
}

/**
 * Tanzania, its coast and lakes, and the forest, still: shown until the map has come, and where it cannot be
 * drawn. Decoration only: the page says the same in words.
 */
export function StillMap({ forest, className = "" }: Props) {
  const box = isInTanzania(forest)
    ? boxAround(outline.tanzania.coordinates.flat(2))
    : boxAround(knownPoints(forest), SURROUNDINGS);
  if (!box) return null;
  const [west, south, east, north] = box;
  const seen: Box = [west - ROOM, south - ROOM, east + ROOM, north + ROOM];
  const [left, top] = project([seen[0], seen[3]]);
  const [right, bottom] = project([seen[2], seen[1]]);
  const small = middleIfSmall(forest);
  return (
    <svg
      viewBox={[left, top, right - left, bottom - top].join(" ")}
      className={`${styles.map} ${className}`}
      aria-hidden="true"
    >
      <path d={svgPath(inSight(outline.land, seen), project)} className={styles.land} />
      <path d={svgPath(inSight(outline.tanzania, seen), project)} className={styles.country} />
      {Object.entries(outline.lakes).map(([name, lake]) => (
        <path key={name} d={svgPath(inSight(lake, seen), project)} className={styles.lake} />
      ))}
      {forest.boundary && <path d={svgPath(forest.boundary, project)} className={styles.forest} />}
      {small && <Apiary at={small} radius={4} />}
      {forest.apiaries.map(({ name, longitude, latitude }) => (
        <Apiary key={name} at={[longitude, latitude]} radius={3} />
      ))}
    </svg>
  );
}

const project: Projection = ([east = 0, north = 0]) => [
  Math.round(east * UNITS),
  Math.round(-north * UNITS),
];

function Apiary({ at, radius }: { at: Position; radius: number }) {
  const [cx, cy] = project(at);
  return <circle cx={cx} cy={cy} r={radius} className={styles.apiary} />;
}

function middleIfSmall(forest: Story["forest"]): Position | null {
  const box = forest.boundary && boxAround(knownPoints(forest));
  if (!box) return null;
  const [west, south, east, north] = box;
  const isSmall = Math.max(east - west, north - south) < SMALLEST;
  return isSmall ? [(west + east) / 2, (south + north) / 2] : null;
}
