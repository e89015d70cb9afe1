import styles from "./area-squares.module.css";

const SIDE = 100;

/**
 * The forest as a square of woodland, and the known area, `part` of it, as a square laid into its
 * corner: both to scale. Decoration: the words beside it say the same.
 */
export function AreaSquares({ part }: { part: number }) {
  const inner = SIDE * Math.sqrt(part);
  return (
    <svg viewBox={`-2 -2 ${SIDE + 4} ${SIDE + 4}`} className={styles.squares} aria-hidden="true">
      <pattern id="woodland" width="16" height="13" patternUnits="userSpaceOnUse">
        <path d="M4 11V8M12 5V2" className={styles.stem} />
        <path
          d="M1 8.500q0-1.500 1.500-1.600 1.500-1.700 3 0 1.500.1 1.500 1.600zM9 2.500q0-1.500 1.500-1.600 1.500-1.700 3 0 1.500.1 1.500 1.600z"
          className={styles.crown}
        />
      </pattern>
      <rect width={SIDE} height={SIDE} rx="2" className={styles.forest} />
      <rect width={SIDE} height={SIDE} rx="2" fill="url(#woodland)" />
      <rect y={SIDE - inner} width={inner} height={inner} rx="2" className={styles.known} />
    </svg>
  );
}
