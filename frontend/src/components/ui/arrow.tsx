import styles from "./arrow.module.css";

const PATHS = {
  left: "M19 12H5m0 0 6-6m-6 6 6 6",
  right: "M5 12h14m0 0-6-6m6 6-6 6",
};

/** A small arrow beside a link's words; decoration, hidden from screen readers. */
export function Arrow({ direction }: { direction: keyof typeof PATHS }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={styles.arrow}>
      <path d={PATHS[direction]} />
    </svg>
  );
}
