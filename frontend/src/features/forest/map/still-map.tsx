import type { MultiPolygon } from "geojson";
import type { Story } from "#api/types";
import outline from "#features/forest/place/data/outline.json";
import { boxAround, knownPoints, svgPath } from "#features/forest/place/shapes";
import { isInTanzania } from "./steps";
import styles from "./still-map.module.css";

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
  const view = [west - ROOM, -north - ROOM, east - west + 2 * ROOM, north - south + 2 * ROOM];
  const small = middleIfSmall(forest);
  return (
    <svg viewBox={view.join(" ")} className={`${styles.map} ${className}`} aria-hidden="true">
      <path d={svgPath(outline.land as MultiPolygon)} className={styles.land} />
      <path d={svgPath(outline.tanzania as MultiPolygon)} className={styles.country} />
      {Object.entries(outline.lakes).map(([name, lake]) => (
        <path key={name} d={svgPath(lake as MultiPolygon)} className={styles.lake} />
      ))}
      {forest.boundary && <path d={svgPath(forest.boundary)} className={styles.forest} />}
      {small && <circle cx={small[0]} cy={-small[1]} r="0.15" className={styles.apiary} />}
      {forest.apiaries.map(({ name, longitude, latitude }) => (
        <circle key={name} cx={longitude} cy={-latitude} r="0.12" className={styles.apiary} />
      ))}
    </svg>
  );
}

function middleIfSmall(forest: Story["forest"]): [number, number] | null {
  const box = forest.boundary && boxAround(knownPoints(forest));
  if (!box) return null;
  const [west, south, east, north] = box;
  const isSmall = Math.max(east - west, north - south) < SMALLEST;
  return isSmall ? [(west + east) / 2, (south + north) / 2] : null;
}
