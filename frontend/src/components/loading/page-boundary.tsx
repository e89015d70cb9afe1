import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import styles from "./page-boundary.module.css";
import { Spare } from "./spare";

interface Props {
  /** Where the reader can go on. */
  menuHref: string;
  children: ReactNode;
}

/** Catches a page that breaks, or that cannot be loaded, and offers ways on. Key it by page. */
export function PageBoundary({ menuHref, children }: Props) {
  return <Spare instead={<BrokenPage menuHref={menuHref} />}>{children}</Spare>;
}

// Both ways on load a page from the server: after a release, the old code may be gone.
function BrokenPage({ menuHref }: { menuHref: string }) {
  return (
    <main id="main" className={styles.page}>
      <h1>
        <Trans>This page could not be shown</Trans>
      </h1>
      <Notice tone="alert">
        <p>
          <Trans>
            Part of it did not arrive, or something in it is broken. The rest of the story is fine.
          </Trans>
        </p>
      </Notice>
      <p className={styles.ways}>
        <Button onClick={() => window.location.reload()}>
          <Trans>Try again</Trans>
        </Button>
        <a href={menuHref}>
          <Trans>Back to the menu</Trans>
        </a>
      </p>
    </main>
  );
}
