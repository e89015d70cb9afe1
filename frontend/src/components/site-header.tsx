import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { landingPath } from "../paths";
import { ShareButton } from "./share-button";
import styles from "./site-header.module.css";

/** Our name, leading home, and the way to share this page. */
export function SiteHeader({ title }: { title: string }) {
  const { t } = useLingui();
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link to={landingPath} className={styles.home} aria-label={t`Upendo Honey, home`}>
          <Trans>Upendo Honey</Trans>
        </Link>
        <ShareButton title={title} />
      </div>
    </header>
  );
}
