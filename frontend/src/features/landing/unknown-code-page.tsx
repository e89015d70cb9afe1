import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import type { UnknownCode } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { PageShell } from "#components/page/page-shell";
import { useDocumentTitle } from "#components/page/use-document-title";
import { DEFAULT_CODE, pagePath } from "#paths";
import { CodeForm } from "./code-form";
import styles from "./unknown-code-page.module.css";

/** No jar has this code: what to check, another try, and a story that everybody may open. */
export default function UnknownCodePage({ unknown }: { unknown: UnknownCode }) {
  const { t } = useLingui();
  const title = t`Code not found · Upendo Honey`;
  useDocumentTitle(title);
  return (
    <PageShell title={title} className={styles.page}>
      <PageHeading>
        <Trans>We know no jar called {unknown.code}</Trans>
      </PageHeading>
      <Meant codes={unknown.suggestions} />
      <CodeForm initialCode={unknown.code} />
      <section>
        <h2 className={styles.subtitle}>
          <Trans>What to check</Trans>
        </h2>
        <ul>
          <li>
            <Trans>Compare each letter and digit with the label on the jar.</Trans>
          </li>
          <li>
            <Trans>
              Our newer codes never use O and zero, nor I, L and one: try the sign that looks alike.
            </Trans>
          </li>
          <li>
            <Trans>If the label is damaged, scan its QR code with your camera.</Trans>
          </li>
        </ul>
      </section>
      <p>
        <Trans>
          Or <Link to={pagePath(DEFAULT_CODE, "menu")}>meet {DEFAULT_CODE}</Link>, the story that is
          open to everyone.
        </Trans>
      </p>
    </PageShell>
  );
}

function Meant({ codes }: { codes: string[] }) {
  if (codes.length === 0) return null;
  return (
    <section>
      <h2 className={styles.subtitle}>
        <Trans>Did you mean…</Trans>
      </h2>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <Link to={pagePath(code, "menu")}>{code}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
