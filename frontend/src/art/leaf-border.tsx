import { useId } from "react";
import styles from "./art.module.css";

/** A garland of miombo leaves and blossom that repeats along its width: short, as each page has it. */
export function LeafBorder({ className = "" }: { className?: string }) {
  const garland = useId();
  return (
    <svg className={`${styles.art} ${className}`} width="100%" height="60" aria-hidden="true">
      <pattern id={garland} width="120" height="60" patternUnits="userSpaceOnUse">
        <path
          d="M0 30c40 11 80 11 120 0"
          fill="none"
          stroke="var(--art-sage, #a9b57a)"
          strokeWidth="2"
        />
        <path
          d="M6 31c10 1 17-5 17-14c-9-2-16 4-17 14zM34 36c10 1 17-6 16-15c-9-1-16 5-16 15zM62 38c10-1 16-8 14-17c-9 0-15 7-14 17zM90 36c9-2 15-10 12-19c-9 1-14 9-12 19z"
          fill="var(--art-fern, #5f8a50)"
        />
        <path
          d="M16 33c-3 9 2 18 11 19c3-8-2-17-11-19zM44 38c-2 9 4 18 12 18c3-8-3-17-12-18zM72 40c-1 10 6 17 15 16c1-9-5-16-15-16zM100 38c1 10 8 16 17 14c0-9-7-15-17-14z"
          fill="var(--art-leaf, #2f6b3c)"
        />
        <path
          d="M64 42h0m5 5h0m-10 0h0m5 4h0"
          stroke="var(--art-honey, #f0b94a)"
          strokeWidth="5"
          strokeLinecap="round"
        />
      </pattern>
      <rect width="100%" height="60" fill={`url(#${garland})`} />
    </svg>
  );
}
