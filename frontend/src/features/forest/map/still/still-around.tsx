import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import type { Story } from "#api/types";
import { scaleBar } from "#features/forest/map/scale-bar";
import { isInTanzania } from "#features/forest/map/steps";
import type { Around } from "#features/forest/place/around";
import outline from "#features/forest/place/data/outline.json";
import { inSight, svgLines, svgPath } from "#features/forest/place/shapes";
import { formatNumber } from "#locales/format";
import { HEIGHT, LONGEST_SCALE, layOut, sheetOf, WIDTH } from "./around-sheet";
import styles from "./still-around.module.css";

interface Props {
  forest: Story["forest"];
  around: Around;
}

/** The forest among its rivers, lakes and towns, still: what the moving map's last view shows. */
export function StillAround({ forest, around }: Props) {
  const { t } = useLingui();
  const [land, wood] = [useId(), useId()];
  const sheet = sheetOf(forest);
  if (!sheet) return null;
  const { project, seen, kilometresAcross } = sheet;
  const { kilometres, pixels } = scaleBar(kilometresAcross / WIDTH, LONGEST_SCALE);
  const scale = formatNumber(kilometres, 2);
  const [x, y, isSmall] = sheet.middle;
  const outlinePath = forest.boundary ? svgPath(forest.boundary, project) : "";
  const riversPath = around.rivers.map(({ shape }) => svgLines(shape, project)).join("");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t`What lies around ${forest.title}. The scale bar shows ${scale} kilometres.`}
      className={styles.map}
    >
      <clipPath id={land}>
        {around.land ? (
          <path d={svgPath(inSight(around.land, seen), project)} />
        ) : (
          <rect width={WIDTH} height={HEIGHT} />
        )}
      </clipPath>
      <g clipPath={`url(#${land})`}>
        <rect width={WIDTH} height={HEIGHT} className={styles.land} />
        {isInTanzania(forest) && (
          <path d={svgPath(inSight(outline.tanzania, seen), project)} className={styles.country} />
        )}
      </g>
      <path d={riversPath} className={styles.river} />
      {around.lakes.map(({ shape }) => {
        const path = svgPath(inSight(shape, seen), project);
        return <path key={path} d={path} className={styles.lake} />;
      })}
      {forest.boundary && !isSmall && (
        <>
          <clipPath id={wood}>
            <path d={outlinePath} />
          </clipPath>
          <path d={outlinePath} className={styles.forest} />
          <path d={riversPath} clipPath={`url(#${wood})`} className={styles.forestRiver} />
          <path d={outlinePath} className={styles.outline} />
        </>
      )}
      {isSmall && <circle cx={x} cy={y} r={6} className={styles.apiary} />}
      {!isSmall &&
        forest.apiaries.map(({ name, longitude, latitude }) => {
          const [cx, cy] = project([longitude, latitude]);
          return <circle key={name} cx={cx} cy={cy} r={5} className={styles.apiary} />;
        })}
      {layOut(forest, around, sheet).map(({ text, look, dot, x: left, y: top, align, turned }) => (
        <g key={text} className={styles[look]}>
          {dot && <circle cx={dot[0]} cy={dot[1]} r={3.5} />}
          <text
            transform={`translate(${left} ${top})${turned ? ` rotate(${turned})` : ""}`}
            textAnchor={align === "left" ? "start" : align === "right" ? "end" : "middle"}
          >
            {text}
          </text>
        </g>
      ))}
      <g transform={`translate(14 ${HEIGHT - 12})`} className={styles.scale}>
        <path d={`M0-7V0H${Math.round(pixels)}V-7`} />
        <text x={6} y={-9}>
          {t`${scale} km`}
        </text>
      </g>
    </svg>
  );
}
