import { Trans } from "@lingui/react/macro";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import type { BlocksProps } from "./blocks";
import styles from "./blocks.module.css";

/** Links to other sites. */
export function LinkBlocks({ blocks }: BlocksProps) {
  return (
    <ul className={styles.links}>
      {blocks.map(({ text, url }) => (
        <li key={text + url}>
          <a href={url} target="_blank" rel="noopener" className={styles.link}>
            <span dir="auto">{text}</span>
            <VisuallyHidden>
              {" "}
              <Trans>(opens in a new tab)</Trans>
            </VisuallyHidden>
          </a>
        </li>
      ))}
    </ul>
  );
}
