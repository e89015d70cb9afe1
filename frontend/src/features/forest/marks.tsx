import styles from "./marks.module.css";

/** A leaf, beside the trees. */
export function LeafMark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
      <path d="M5 27C3 14 11 5 28 4c0 16-8 24-20 21" className={styles.fill} />
      <path d="M4 29c5-9 10-14 17-18M13 17l1-7m2 4 8 1M9 22l8 1" />
    </svg>
  );
}

/** The head of an antelope, beside the animals. */
export function AntelopeMark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true">
      <path d="M12 14c1-2 7-2 8 0l-1 9c-.5 4-1.500 6-3 6s-2.500-2-3-6z" className={styles.fill} />
      <path d="M12.500 14C9 11 8 7 10 3M19.500 14c3.500-3 4.500-7 2.500-11" />
      <path d="M12 16c-3 0-6-1-8-3.500 3-1 6-.5 8 1.500m8 2c3 0 6-1 8-3.500-3-1-6-.5-8 1.500" />
      <path d="M14.500 26h3" />
    </svg>
  );
}
