import { Heading } from "#components/ui/still";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

/** Headings within a page. */
export function HeadingBlocks({ blocks }: BlocksProps) {
  return blocks.map(({ text }) => (
    <Heading key={text} level={2} dir="auto" className={styles.heading}>
      {text}
    </Heading>
  ));
}
