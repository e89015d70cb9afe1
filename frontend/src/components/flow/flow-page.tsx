import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useCallback, useEffect } from "react";
import { Link, useNavigate } from "react-router";
import type { Story } from "#api/types";
import { PageShell } from "#components/page/page-shell";
import { Arrow } from "#components/ui/arrow";
import { type PageName, pagePath, placeOf } from "#paths";
import { titleOf } from "./chapter-titles";
import styles from "./flow-page.module.css";
import { Pager } from "./pager";
import { markSeen } from "./seen-pages";
import { usePageKeys } from "./use-page-keys";
import { useSwipe } from "./use-swipe";

interface Props {
  page: PageName;
  story: Story;
  className?: string | undefined;
  /** The page's content, with one `PageHeading`. */
  children: ReactNode;
}

/** The frame of every page of a flow: where you are, the way back, and on by tap, key or swipe. */
export function FlowPage({ page, story, className, children }: Props) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const place = placeOf(page, story);
  const { code } = story;
  const chapter = titleOf(place.chapter, i18n);
  const previous = pagePath(code, place.previous);
  const next = pagePath(code, place.next);
  const goBack = useCallback(() => void navigate(previous), [navigate, previous]);
  const goOn = useCallback(() => void navigate(next), [navigate, next]);
  usePageKeys(goBack, goOn);
  useEffect(() => markSeen(code, page), [code, page]);

  return (
    <PageShell
      title={story.titles[page] ?? story.honey.name}
      code={code}
      before={
        <nav className={styles.trail} aria-label={chapter}>
          <Link to={pagePath(code, "menu")} className={styles.back}>
            <Arrow direction="left" />
            <Trans>All about this jar</Trans>
          </Link>
          <span className={styles.flow}>{chapter}</span>
        </nav>
      }
      after={<Pager code={code} place={place} />}
      className={`${styles.main} ${className ?? ""}`}
      {...useSwipe(goOn, goBack)}
    >
      {children}
    </PageShell>
  );
}
