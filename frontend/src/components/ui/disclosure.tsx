import type { ReactNode } from "react";
import styles from "./disclosure.module.css";
import { useStill } from "./still";

/** A line that opens to show more below it; open from the start in a still document, as on paper. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const still = useStill();
  if (still) {
    return (
      <div>
        <p className={styles.open}>{summary}</p>
        {children}
      </div>
    );
  }
  return (
    <details className={styles.disclosure}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
