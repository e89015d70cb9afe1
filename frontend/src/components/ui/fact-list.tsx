import type { ReactNode } from "react";
import styles from "./fact-list.module.css";

interface Fact {
  /** Also the key: unique in its list. */
  term: string;
  detail: ReactNode;
}

/** Short facts with their names, side by side where there is room. */
export function FactList({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={`${styles.facts} ${className ?? ""}`}>
      {facts.map(({ term, detail }) => (
        <div key={term} className={styles.fact}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
