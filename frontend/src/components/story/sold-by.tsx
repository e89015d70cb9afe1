import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { Picture } from "#components/ui/picture";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import styles from "./sold-by.module.css";

/** The shop that sells the jar: its name beside its own logo, and a link if it has a website. */
export function SoldBy({ retailer }: { retailer: NonNullable<Story["retailer"]> }) {
  const { name, website, logo } = retailer;
  const mark = (
    <>
      {/* The name beside it says what it shows. */}
      {logo && (
        <Picture picture={{ ...logo, alt: "" }} sizes="10rem" whole className={styles.logo} />
      )}
      <bdi>{name}</bdi>
    </>
  );
  return (
    <p className={styles.sold}>
      <Trans>Sold by</Trans>
      {website ? (
        <a href={website} target="_blank" rel="noopener" className={styles.link}>
          {mark}
          <VisuallyHidden>
            <Trans>(opens in a new tab)</Trans>
          </VisuallyHidden>
        </a>
      ) : (
        mark
      )}
    </p>
  );
}
