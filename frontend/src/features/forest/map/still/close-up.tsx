import { useLingui } from "@lingui/react/macro";
import type { MultiPolygon } from "geojson";
import type { Story } from "#api/types";
import { scaleBar } from "#features/forest/map/scale-bar";
import outline from "#features/forest/place/data/outline.json";
import { boxAround, KM_PER_DEGREE, type Projection, svgPath } from "#features/forest/place/shapes";
import { formatNumber } from "#locales/format";
import styles from "./close-up.module.css";

/** In degrees, some 500 m: a small forest stands in this much land. */
const LEAST_EXTENT = 0.005;
/** Around the forest, and the longest scale: parts of the drawing's larger side. */
const MARGIN = 0.12;
const LONGEST_SCALE = 0.4;

interface Props {
  forest: Story["forest"];
  boundary: MultiPolygon;
}

/** The outline of a forest near by, still, with where its hives hang and a scale. */
export function CloseUp({ forest, boundary }: Props) {
  const { t } = useLingui();
  const { project, across, along } = flatten(boundary);
  const side = Math.max(across, along);
  const margin = side * MARGIN;
  const { kilometres } = scaleBar(1, side * LONGEST_SCALE);
  const scale = formatNumber(kilometres, 2);
  const view = [-margin, -margin, across + 2 * margin, along + 3 * margin];
  return (
    <svg
      viewBox={view.map(round).join(" ")}
      role="img"
      aria-label={t`The outline of ${forest.title}. The scale bar shows ${scale} kilometres.`}
      className={styles.map}
    >
      {Object.entries(outline.lakes).map(([name, lake]) => (
        <path key={name} d={svgPath(lake as MultiPolygon, project)} className={styles.lake} />
      ))}
      <path d={svgPath(boundary, project)} className={styles.forest} />
      {forest.apiaries.map(({ name, longitude, latitude }) => {
        const [cx, cy] = project([longitude, latitude]);
        return <circle key={name} cx={cx} cy={cy} r={round(side / 60)} className={styles.apiary} />;
      })}
      <g transform={`translate(0 ${round(along + 1.4 * margin)})`}>
        <path d={`M0 0v${round(side / 30)}h${kilometres}V0`} className={styles.scale} />
        <text x={kilometres + side / 40} y={round(side / 30)} fontSize={round(side / 18)}>
          {t`${scale} km`}
        </text>
      </g>
    </svg>
  );
}

/** A map around an outline, from its north-western corner; all lengths are kilometres. */
function flatten(boundary: MultiPolygon) {
  const box = boxAround(boundary.coordinates.flat(2), LEAST_EXTENT);
  const [west, south, east, north] = box ?? [0, 0, 0, 0];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const project: Projection = ([x = 0, y = 0]) => [
    round((x - west) * KM_PER_DEGREE * narrowing),
    round((north - y) * KM_PER_DEGREE),
  ];
  const [across, along] = project([east, south]);
  return { project, across, along };
}

/** To ten metres: more would not be seen, and travels with each page. */
function round(kilometres: number): number {
  return Math.round(kilometres * 100) / 100;
}
