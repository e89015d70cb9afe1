import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { Still } from "#components/ui/still";
import type { Around } from "#features/forest/place/around";
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
  /** The enterprise's own pages in it. */
  more?: ReactNode;
}

/** What each flow's part is told of its place on the page. */
export type PlacedPart = Pick<Props, "first" | "more"> & {
  story: Story;
  /** What lies around the forest, if that is known. */
  around: Around | null;
};

/** A flow of pages as one part of the page. */
export function Part({ flow, first = false, opening, children, more }: Props) {
  return (
    <section id={flow} className={styles.part}>
      <Still depth={1} first={first}>
        {opening}
      </Still>
      <Still depth={2}>
        {children}
        {more}
      </Still>
    </section>
  );
}
