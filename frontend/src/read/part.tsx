import type { ReactNode } from "react";
import { Still } from "#components/ui/still";
import type { FlowName } from "#paths";
import styles from "./part.module.css";

interface Props {
  flow: FlowName;
  /** Whether it is the first part of the page. */
  first?: boolean;
  /** What the first page of the flow shows: its heading is the part's. */
  opening: ReactNode;
  /** What the others show. */
  children?: ReactNode;
}

/** A flow of pages as one part of the page. */
export function Part({ flow, first = false, opening, children }: Props) {
  return (
    <section id={flow} className={styles.part}>
      <Still depth={1} first={first}>
        {opening}
      </Still>
      <Still depth={2}>{children}</Still>
    </section>
  );
}
