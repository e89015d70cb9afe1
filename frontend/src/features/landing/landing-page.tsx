import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { MiomboHills } from "#art/miombo-hills";
import { PageHeading } from "#components/page/page-heading";
import { PageShell } from "#components/page/page-shell";
import { useDocumentTitle } from "#components/page/use-document-title";
import { DEFAULT_CODE, pagePath } from "#paths";
import { CodeForm } from "./code-form";
import styles from "./landing-page.module.css";

/** The front door: type the code on your jar. */
export default function LandingPage() {
  const { t } = useLingui();
  const title = t`Trace your honey · Upendo Honey`;
  useDocumentTitle(title);
  return (
    <PageShell title={title} after={<MiomboHills className={styles.hills} />}>
      <div className={styles.words}>
        <PageHeading>
          <Trans>Every jar has a story</Trans>
        </PageHeading>
        <p className={styles.lead}>
          <Trans>
            Meet the person who harvested your honey, the forest it comes from and what its journey
            cost the climate.
          </Trans>
        </p>
        <CodeForm />
        <p className={styles.other}>
          <Trans>
            No jar yet? <Link to={pagePath(DEFAULT_CODE, "menu")}>Meet {DEFAULT_CODE}</Link>
          </Trans>
        </p>
      </div>
    </PageShell>
  );
}
