import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { pagePath, pagesOf } from "#paths";
import styles from "./where-harvested.module.css";

/** Where the honey was harvested: every page about honey says so, as the law asks. */
export function WhereHarvested({ story }: { story: Story }) {
  const { title, region, country } = story.forest;
  const place = [title, region, country].filter(Boolean).join(", ");
  const [firstForestPage] = pagesOf("forest", story);
  return (
    <div className={styles.where}>
      <svg aria-hidden="true" viewBox="0 0 24 24" className={styles.pin}>
        <path d="M12 22c5-6 8-9.5 8-13a8 8 0 0 0-16 0c0 3.5 3 7 8 13z" />
        <circle cx="12" cy="9" r="2.8" />
      </svg>
      <p>
        <Trans>
          Harvested in <strong>{place}</strong>
        </Trans>
      </p>
      {firstForestPage && (
        <Link to={pagePath(story.code, firstForestPage)} className={styles.link}>
          <Trans>See the forest</Trans>
        </Link>
      )}
    </div>
  );
}
