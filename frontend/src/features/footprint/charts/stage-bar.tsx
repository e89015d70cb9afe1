import { useId } from "react";
import type { Side } from "#features/footprint/study/footprint";
import styles from "./stage-bar.module.css";

interface Props {
  side: Side;
  /** 0 to 1 of the chart's width, or null for a stage that was not measured. */
  share: number | null;
}

/** One bar of the chart; the amount stands beside it in words. */
export function StageBar({ side, share }: Props) {
  const pattern = useId();
  return (
    <svg aria-hidden="true" className={styles.bar} data-side={side}>
      {share === null ? (
        <>
          <pattern id={pattern} width="10" height="10" patternUnits="userSpaceOnUse">
            <path d="M-2 12 12-2M-2 2 2-2M8 12l4-4" className={styles.hatch} />
          </pattern>
          <rect width="100%" height="100%" fill={`url(#${pattern})`} className={styles.unknown} />
        </>
      ) : (
        <rect width={`${share * 100}%`} height="100%" className={styles.known} />
      )}
      <line y2="100%" className={styles.zero} />
    </svg>
  );
}
