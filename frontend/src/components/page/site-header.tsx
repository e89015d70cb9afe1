import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { Wordmark } from "#art/wordmark";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import { landingPath } from "#paths";
import { ShareButton } from "./share-button";
import styles from "./site-header.module.css";

/** The header: our name, which links to the start, and the button that shares this page. */
export function SiteHeader({ title }: { title: string }) {
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link to={landingPath} className={styles.home}>
          <Wordmark className={styles.wordmark} />
          <VisuallyHidden>
            <Trans>Upendo Honey, home</Trans>
          </VisuallyHidden>
        </Link>
        <ShareButton title={title} />
      </div>
    </header>
  );
}
