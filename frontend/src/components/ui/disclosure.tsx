import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

/** A line that opens to show more below it; works without a script. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
