import { NewTabLink } from "#components/ui/new-tab-link";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

/** Links to other sites. */
export function LinkBlocks({ blocks }: BlocksProps) {
  return (
    <ul className={styles.links}>
      {blocks.map(({ text, url }) => (
        <li key={text + url}>
          <NewTabLink href={url} className={styles.link}>
            <span dir="auto">{text}</span>
          </NewTabLink>
        </li>
      ))}
    </ul>
  );
}
