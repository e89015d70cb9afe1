import styles from "./art.module.css";

/** An empty jar with a blank tag, and one bee looking for it. */
export function EmptyJar({ className = "" }: { className?: string }) {
  return (
    <svg className={`${styles.art} ${className}`} viewBox="0 0 240 240" aria-hidden="true">
      <ellipse cx="122" cy="222" rx="84" ry="9" fill="var(--art-mist, #d9d3a0)" />
      <path
        d="M70 66c-10 8-14 17-14 30v104c0 12 8 20 20 20h88c12 0 20-8 20-20V96c0-13-4-22-14-30z"
        fill="var(--art-cream, #fbf6e9)"
        stroke="var(--art-bark, #4a2f1b)"
        strokeWidth="4"
      />
      <path
        d="M62 190c20 6 38-4 58 0s38 4 58-1v11c0 9-6 14-14 14H76c-8 0-14-5-14-14z"
        fill="var(--art-honey, #f0b94a)"
      />
      <path
        d="M72 176v-70c0-8 2-13 6-18"
        fill="none"
        stroke="var(--art-sun, #f6cf7c)"
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path
        d="M66 34c4-12 104-12 108 0 3 8 3 16 0 24 8 4 14 10 16 18-10 5-16-4-24 2-9 6-14-4-23 2-8 5-15-4-23 0-8-4-15 5-23 0-9-6-14 4-23-2-8-6-14 3-24-2 2-8 8-14 16-18-3-8-3-16 0-24z"
        fill="var(--art-leaf, #2f6b3c)"
      />
      <path
        d="M66 56c20 8 88 8 108 0"
        fill="none"
        stroke="var(--art-honey, #f0b94a)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path
        d="M82 40h0m20-5h0m20 7h0m20-7h0m18 6h0M84 68h0m22 3h0m28 0h0m22-3h0"
        stroke="var(--art-honey, #f0b94a)"
        strokeWidth="7"
        strokeLinecap="round"
      />
      <path
        d="M134 59c10 20 16 34 18 48"
        fill="none"
        stroke="var(--art-bark, #4a2f1b)"
        strokeWidth="3"
      />
      <path
        d="m140 104 24-4 12 18-4 36-44 5-5-42z"
        fill="var(--art-sun, #f6cf7c)"
        stroke="var(--art-bark, #4a2f1b)"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <path
        d="M142 124c4-8 16-7 16 1 0 7-8 7-8 13m1 8h0"
        fill="none"
        stroke="var(--art-bark, #4a2f1b)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path
        d="M206 52c-10-6-10-20-1-21 8 0 8 12 5 20 2-9 12-15 17-9 4 7-6 13-15 12z"
        fill="var(--art-cream, #fbf6e9)"
        stroke="var(--art-bark, #4a2f1b)"
        strokeWidth="2"
      />
      <path
        d="M190 62c2-9 24-12 33-4 4 6-1 13-11 15-11 2-23-1-22-11z"
        fill="var(--art-gold, #d99a1e)"
      />
      <path d="m200 54 2 18m8-20 2 20" stroke="var(--art-bark, #4a2f1b)" strokeWidth="4" />
      <path
        d="M184 70c-10 6-14 16-8 24"
        fill="none"
        stroke="var(--art-gold, #d99a1e)"
        strokeWidth="3"
        strokeDasharray="1 8"
        strokeLinecap="round"
      />
    </svg>
  );
}
