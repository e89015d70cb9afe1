import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

/** What somebody said, and who. */
export function QuotationBlocks({ blocks }: BlocksProps) {
  return blocks.map(({ text, said_by }) => (
    <figure key={text} className={styles.quotation}>
      <blockquote dir="auto">{text}</blockquote>
      <figcaption dir="auto">{said_by}</figcaption>
    </figure>
  ));
}
