import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { Wordmark } from "#art/wordmark";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import { landingPath } from "#paths";
import styles from "./site-header.module.css";

/** The header: our name, which links to the start, and beside it what else one can do here. */
export function SiteHeader({ children }: { children: ReactNode }) {
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link to={landingPath} className={styles.home}>
          <Wordmark className={styles.wordmark} />
          <VisuallyHidden>
            <Trans>Upendo Honey, home</Trans>
          </VisuallyHidden>
        </Link>
        {children}
      </div>
    </header>
  );
}
