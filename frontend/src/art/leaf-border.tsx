import { useId } from "react";
import styles from "./art.module.css";

/** A garland of miombo leaves and blossom that repeats along its width. */
export function LeafBorder({ className = "" }: { className?: string }) {
  const garland = useId();
  return (
    <svg className={`${styles.art} ${className}`} width="100%" height="60" aria-hidden="true">
      <pattern id={garland} width="240" height="60" patternUnits="userSpaceOnUse">
        <path
          d="M0 30c40-16 80-16 120 0s80 16 120 0"
          fill="none"
          stroke="var(--art-sage, #a9b57a)"
          strokeWidth="2"
        />
        <path
          d="M14 26c10 -4 15 -15 10 -24c-10 3 -14 14 -10 24zM42 19c11 -3 17 -13 13 -23c-10 2 -16 12 -13 23zM70 18c11 -0 19 -9 18 -19c-10 -1 -18 8 -18 19zM98 23c11 2 20 -5 21 -16c-10 -2 -19 5 -21 16zM126 32c11 2 21 -5 21 -15c-10 -3 -19 4 -21 15zM154 39c11 1 20 -7 20 -17c-10 -2 -19 6 -20 17zM182 42c11 -1 18 -11 16 -21c-10 0 -17 10 -16 21zM210 38c11 -4 16 -14 11 -23c-10 2 -15 13 -11 23z"
          fill="var(--art-fern, #5f8a50)"
        />
        <path
          d="M24 28c2 11 12 18 22 14c-1 -10 -11 -17 -22 -14zM52 21c0 11 9 19 19 17c1 -10 -8 -18 -19 -17zM80 20c-2 11 5 21 15 21c3 -10 -4 -19 -15 -21zM108 25c-4 10 1 21 11 23c4 -9 -1 -20 -11 -23zM136 34c-4 10 0 21 10 24c5 -9 0 -20 -10 -24zM164 41c-3 11 2 21 13 23c4 -10 -2 -20 -13 -23zM192 44c-1 11 7 20 17 20c2 -10 -6 -19 -17 -20zM220 40c1 11 11 18 21 16c-0 -10 -10 -17 -21 -16z"
          fill="var(--art-leaf, #2f6b3c)"
        />
        <path
          d="M60 9h0m6-3h0m-11 0h0m5-4h0M182 52h0m6 3h0m-11 0h0m5 3h0"
          stroke="var(--art-honey, #f0b94a)"
          strokeWidth="5"
          strokeLinecap="round"
        />
      </pattern>
      <rect width="100%" height="60" fill={`url(#${garland})`} />
    </svg>
  );
}
