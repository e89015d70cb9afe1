import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { PageShell } from "#components/page/page-shell";
import { SoldBy } from "#components/story/sold-by";
import { FirstStep } from "./first-step";
import { Greeting } from "./greeting";
import { Likeness } from "./likeness";
import styles from "./menu-page.module.css";
import { RetiredNotice } from "./retired-notice";
import { StoryParts } from "./story-parts";

/** The first page of a jar: whose it is, their letter, and the four parts of the story in order. */
export default function MenuPage({ story }: { story: Story }) {
  const { honey, forest, retailer } = story;
  return (
    <PageShell title={story.titles.menu ?? honey.name} code={story.code} className={styles.page}>
      <Likeness story={story} />
      <div className={styles.words}>
        <div>
          <Greeting story={story} />
          <p className={styles.lead}>
            <Trans>
              It comes from {forest.title}, {forest.country}.
            </Trans>
          </p>
        </div>
        <FirstStep story={story} />
        {story.retired && <RetiredNotice />}
        <StoryParts story={story} />
        {retailer && <SoldBy retailer={retailer} />}
      </div>
    </PageShell>
  );
}
