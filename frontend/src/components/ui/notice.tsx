import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface Props {
  /** "note" is part of the page; "status" is announced politely; "alert" at once. */
  tone?: "note" | "status" | "alert";
  title?: ReactNode;
  children: ReactNode;
  id?: string;
}

/** A framed message to the reader. */
export function Notice({ tone = "note", title, children, id }: Props) {
  return (
    <div id={id} role={tone} className={styles.notice} data-tone={tone}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
