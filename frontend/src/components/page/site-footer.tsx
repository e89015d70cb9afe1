import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { LeafBorder } from "#art/leaf-border";
import { privacyPath } from "#paths";
import styles from "./site-footer.module.css";

interface Props {
  /** The jar's code, under a jar's pages. */
  code?: string | undefined;
  /** A way on, as a paragraph. */
  children?: ReactNode;
}

/** The end of every page; under a jar's pages it names the jar. */
export function SiteFooter({ code, children }: Props) {
  return (
    <footer className={styles.footer}>
      <LeafBorder className={styles.leaves} />
      <div className={styles.inner}>
        {children}
        {code && (
          <p>
            <Trans>
              Jar code <strong>{code}</strong>
            </Trans>
          </p>
        )}
        <p className={styles.motto}>
          <Trans>Upendo is Swahili for love. Forest honey from western Tanzania.</Trans>
        </p>
        <p>
          <a href={privacyPath}>
            <Trans>Privacy</Trans>
          </a>
        </p>
      </div>
    </footer>
  );
}
