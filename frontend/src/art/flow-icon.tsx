import type { ReactNode } from "react";
import styles from "./art.module.css";

/** The sheet on which the four flows' icons are drawn, with one line for all. */
export function FlowIcon(props: { className?: string | undefined; children: ReactNode }) {
  const { className = "", children } = props;
  return (
    <svg
      className={`${styles.art} ${styles.icon} ${className}`}
      viewBox="0 0 48 48"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
