import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { SiteFooter } from "#components/page/site-footer";
import { SiteHeader } from "#components/page/site-header";
import { SkipLink } from "#components/page/skip-link";
import { SoldBy } from "#components/story/sold-by";
import type { Around } from "#features/forest/place/around";
import { Greeting } from "#features/menu/greeting";
import { RetiredNotice } from "#features/menu/retired-notice";
import { chaptersOf, landingPath, pagePath } from "#paths";
import { ChapterPart } from "./chapter-part";
import { Contents } from "./contents";
import styles from "./read-page.module.css";

export interface ReadProps {
  story: Story;
  /** The page's own address, to be read on paper; empty in a preview. */
  address: string;
  /** What lies around the forest, if that is known. */
  surroundings: Around | null;
}

/** The whole story on one page, out of the parts that the pages are made of: no script runs on it. */
export function ReadPage({ story, address, surroundings }: ReadProps) {
  const { code, forest, retailer } = story;
  const chapters = chaptersOf(story);
  return (
    <>
      <SkipLink />
      <SiteHeader>
        <Link to={pagePath(code, "menu")} className={styles.pages}>
          <Trans>Open this story page by page</Trans>
        </Link>
      </SiteHeader>
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.opening}>
          <Greeting story={story} />
          <p className={styles.lead}>
            <Trans>
              It comes from {forest.title}, {forest.country}. This is the whole story of jar{" "}
              <strong>{code}</strong> on one page.
            </Trans>
          </p>
          {story.retired && <RetiredNotice />}
          {retailer && <SoldBy retailer={retailer} />}
          <Contents chapters={chapters} />
        </div>
        {chapters.map((chapter, index) => (
          <ChapterPart
            key={chapter.id}
            chapter={chapter}
            story={story}
            around={surroundings}
            first={index === 0}
          />
        ))}
      </main>
      <SiteFooter code={code}>
        <p className={styles.address}>{address}</p>
        <p className={styles.another}>
          <Link to={landingPath}>
            <Trans>Type another code</Trans>
          </Link>
        </p>
      </SiteFooter>
    </>
  );
}
