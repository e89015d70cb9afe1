import type { ReactNode } from "react";
import styles from "./disclosure.module.css";

/** More for those who ask for it: opens in place, without a script. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.disclosure}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
