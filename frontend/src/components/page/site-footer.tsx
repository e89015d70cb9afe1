import { Trans } from "@lingui/react/macro";
import { useHref } from "react-router";
import { LeafBorder } from "#art/leaf-border";
import { readPath } from "#paths";
import styles from "./site-footer.module.css";

/** The end of every page; under a jar's pages it names the jar and links to the one-page story. */
export function SiteFooter({ code }: { code?: string | undefined }) {
  const readHref = useHref(readPath(code ?? ""));
  return (
    <footer className={styles.footer}>
      <LeafBorder className={styles.leaves} />
      <div className={styles.inner}>
        {code && (
          <p>
            <a href={readHref}>
              <Trans>Read the whole story on one page</Trans>
            </a>
          </p>
        )}
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
      </div>
    </footer>
  );
}
