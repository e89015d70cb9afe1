import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { NewTabLink } from "#components/ui/new-tab-link";
import { Picture } from "#components/ui/picture";
import styles from "./sold-by.module.css";

/** The shop that sells the jar: its name beside its own logo, and a link if it has a website. */
export function SoldBy({ retailer }: { retailer: NonNullable<Story["retailer"]> }) {
  const { name, website, logo } = retailer;
  const mark = (
    <>
      {/* The name beside it says what it shows. */}
      {logo && (
        <Picture picture={{ ...logo, alt: "" }} sizes="10rem" whole small className={styles.logo} />
      )}
      <bdi>{name}</bdi>
    </>
  );
  return (
    <p className={styles.sold}>
      <Trans>Sold by</Trans>
      {website ? (
        <NewTabLink href={website} className={styles.link}>
          {mark}
        </NewTabLink>
      ) : (
        mark
      )}
    </p>
  );
}
