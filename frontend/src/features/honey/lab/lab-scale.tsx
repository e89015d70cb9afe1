import { useId } from "react";
import styles from "./lab-scale.module.css";

interface Props {
  /** Null draws the scale without a marker. */
  value: number | null;
  /** The values at its two ends. */
  from: number;
  to: number;
  /** Where legal limits stand; beyond the last one it is hatched. */
  limits: readonly number[];
  /** What stands below a limit. */
  label: (limit: number) => string;
}

/** A measured value between two ends, with its legal limits; the text beside it says the same. */
export function LabScale({ value, from, to, limits, label }: Props) {
  const pattern = useId();
  const place = (at: number) =>
    `${((Math.min(Math.max(at, from), to) - from) / (to - from)) * 100}%`;
  const last = limits.at(-1) ?? to;
  return (
    <svg aria-hidden="true" className={styles.scale}>
      <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 7 7-1M-1 1 1-1M5 7l2-2" className={styles.hatch} />
      </pattern>
      <rect y="14" width="100%" height="12" rx="6" className={styles.track} />
      <rect
        x={place(last)}
        y="14"
        width={place(from + to - last)}
        height="12"
        fill={`url(#${pattern})`}
      />
      {limits.map((limit) => (
        <g key={limit}>
          <line x1={place(limit)} x2={place(limit)} y1="8" y2="32" className={styles.limit} />
          <text x={place(limit)} y="50" className={styles.label}>
            {label(limit)}
          </text>
        </g>
      ))}
      {value !== null && <circle cx={place(value)} cy="20" r="9" className={styles.marker} />}
    </svg>
  );
}
