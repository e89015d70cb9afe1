import type { ComponentProps, ReactNode } from "react";
import { useMovedHere } from "./moved-here";
import styles from "./page-shell.module.css";
import { ReadLink } from "./read-link";
import { ShareButton } from "./share-button";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";
import { SkipLink } from "./skip-link";

interface Props extends ComponentProps<"main"> {
  /** The page's title, for sharing. */
  title: string;
  /** The jar's code, on the pages of a jar. */
  code?: string;
  /** Stands between header and main. */
  before?: ReactNode;
  /** Stands between main and footer. */
  after?: ReactNode;
}

/** The frame of every page: skip link, header, main and footer. Other props go to `main`. */
export function PageShell({ title, code, before, after, className, children, ...main }: Props) {
  const moved = useMovedHere();
  return (
    <div className={styles.shell}>
      <SkipLink />
      <SiteHeader>
        <ShareButton title={title} />
      </SiteHeader>
      {before}
      <main
        id="main"
        tabIndex={-1}
        data-moved={moved || undefined}
        {...main}
        className={`${styles.main} ${className ?? ""}`}
      >
        {children}
      </main>
      {after}
      <SiteFooter code={code}>{code && <ReadLink code={code} />}</SiteFooter>
    </div>
  );
}
