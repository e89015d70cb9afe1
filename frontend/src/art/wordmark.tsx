import styles from "./art.module.css";

/** The mark: a heart, half leaf and half comb, beside the name. The link around it says the name aloud. */
export function Wordmark({ className = "" }: { className?: string }) {
  return (
    <svg
      className={`${styles.art} ${styles.lettering} ${className}`}
      viewBox="0 0 160 50"
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
        d="m30 12 3.5 2v4L30 20l-3.5-2v-4zm0 12 3.5 2v4L30 32l-3.5-2v-4zm3.5-6 3.5 2v4L33.5 26"
        fill="none"
        stroke="var(--art-cream, #fbf6e9)"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <text x="56" y="29" fontSize="27" fontWeight="600" fill="currentColor">
        Upendo
      </text>
      <text x="95" y="42" fontSize="10" fontWeight="600" letterSpacing="4.6" fill="currentColor">
        HONEY
      </text>
    </svg>
  );
}
