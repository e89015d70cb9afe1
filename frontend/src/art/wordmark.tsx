import styles from "./art.module.css";

/** The mark: a heart, half leaf and half comb, beside the name. The link around it says the name aloud. */
export function Wordmark({ className = "" }: { className?: string }) {
  return (
    <svg
      className={`${styles.art} ${styles.lettering} ${className}`}
      viewBox="0 0 178 50"
      aria-hidden="true"
    >
      <path d="M24 43C4 32 3 8 15 7c5 0 8 4 9 9z" fill="var(--art-leaf, #2f6b3c)" />
      <path d="M24 43C44 32 45 8 33 7c-5 0-8 4-9 9z" fill="var(--art-gold, #d99a1e)" />
      <path
        d="M24 43V16m0 20-9-8m9 0-7-6"
        fill="none"
        stroke="var(--art-cream, #fbf6e9)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <path
        d="m31 15 3.5 2v4L31 23l-3.5-2v-4zm0 10 3.5 2v4L31 33l-3.5-2v-4zm5.5-5 2.5 1.5v3L36.5 27 33 25v-4z"
        fill="none"
        stroke="var(--art-cream, #fbf6e9)"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <text x="56" y="29" fontSize="27" fontWeight="600" fill="currentColor">
        Upendo
      </text>
      <text x="57" y="43" fontSize="10.5" fontWeight="600" letterSpacing="3.1" fill="currentColor">
        HONEY
      </text>
    </svg>
  );
}
