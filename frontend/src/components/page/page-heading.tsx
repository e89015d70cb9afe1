import { type ReactNode, useEffect, useRef, useState } from "react";
import { useNavigationType } from "react-router";
import { Heading, useStill } from "#components/ui/still";
import { useMovedHere } from "./moved-here";
import styles from "./page-heading.module.css";

interface Props {
  children: ReactNode;
  /** A few words above the title, read before it. */
  kicker?: ReactNode;
  className?: string | undefined;
}

/**
 * The page's one `h1`, or what a part of a still document is called. When the reader comes from another page it takes the focus, so that a
 * screen reader says where they are, and the page starts at its top (Back keeps the old place).
 */
export function PageHeading({ children, kicker, className }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const still = useStill();
  const [arrival] = useState({ moved: useMovedHere(), kind: useNavigationType() });

  useEffect(() => {
    if (!arrival.moved) return;
    heading.current?.focus({ preventScroll: true });
    if (arrival.kind !== "POP") window.scrollTo(0, 0);
  }, [arrival]);

  return (
    <div className={className}>
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <Heading level={1} ref={heading} tabIndex={still ? undefined : -1} className={styles.heading}>
        {children}
      </Heading>
    </div>
  );
}
