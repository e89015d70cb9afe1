import { useId } from "react";
import { formatNumber } from "#locales/format";
import styles from "./stacked-bar.module.css";
import { lookOf } from "./stage-key";
import tones from "./tones.module.css";

interface Props {
  /** Grams per kg of each stage; null, not measured, takes no room. */
  parts: readonly (number | null)[];
  /** What fills the whole width, in grams per kg. */
  longest: number;
  convert: (gramsPerKg: number) => number;
}

/** A narrower part has no room for its figure, which the table gives. */
const NARROWEST_LABELLED = 0.1;

/** Stages laid end to end, each in its tone, with its figure inside. */
export function StackedBar({ parts, longest, convert }: Props) {
  const id = useId();
  let end = 0;
  return (
    <svg aria-hidden="true" className={styles.bar}>
      <g className={styles.stack}>
        {parts.map((grams, stage) => {
          if (!grams) return null;
          const share = grams / longest;
          const start = end;
          end += share;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its place in the order
            <g key={stage} {...lookOf(stage)} className={`${tones.tone} ${styles.part}`}>
              <Texture id={`${id}-${stage}`} />
              <rect x={`${start * 100}%`} width={`${share * 100}%`} height="100%" />
              <rect
                x={`${start * 100}%`}
                width={`${share * 100}%`}
                height="100%"
                fill={`url(#${id}-${stage})`}
                className={styles.texture}
              />
              {share >= NARROWEST_LABELLED && (
                <text x={`${(start + share / 2) * 100}%`} y="50%">
                  {formatNumber(convert(grams), 0)}
                </text>
              )}
            </g>
          );
        })}
      </g>
      <line y2="100%" className={styles.zero} />
    </svg>
  );
}

/** Stripes and dots in one pattern; the part's texture says which of them are seen. */
function Texture({ id }: { id: string }) {
  return (
    <pattern id={id} width="10" height="10" patternUnits="userSpaceOnUse">
      <path d="M-2 12 12-2M-2 2 2-2M8 12l4-4" className={styles.stripes} />
      <circle cx="5" cy="5" r="2" className={styles.dots} />
    </pattern>
  );
}
