import styles from "./marks.module.css";

/** A leaf of the miombo, beside a plant's name. */
export function LeafMark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
      <path d="M5 27C3 14 11 5 28 4c0 16-8 24-20 21" className={styles.fill} />
      <path d="M4 29c5-9 10-14 17-18M13 17l1-7m2 4 8 1M9 22l8 1" />
    </svg>
  );
}

/** The track of an antelope in the sand, beside an animal's name. */
export function TrackMark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
      <path
        d="M14.500 27C8 28 6 24 8 17c1.500-6 4-10 6.500-13 1 7 1.500 16 0 23z"
        className={styles.fill}
      />
      <path
        d="M17.500 27c6.500 1 8.500-3 6.500-10-1.500-6-4-10-6.500-13-1 7-1.500 16 0 23z"
        className={styles.fill}
      />
    </svg>
  );
}
