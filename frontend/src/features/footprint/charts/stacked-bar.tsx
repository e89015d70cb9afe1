import { formatNumber } from "#locales/format";
import styles from "./stacked-bar.module.css";
import { toneOf } from "./stage-key";
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
            <g key={stage} data-tone={toneOf(stage)} className={`${tones.tone} ${styles.part}`}>
              <rect x={`${start * 100}%`} width={`${share * 100}%`} height="100%" />
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
