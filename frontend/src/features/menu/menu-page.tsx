import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { EmptyJar } from "#art/empty-jar";
import { PageShell } from "#components/page/page-shell";
import { Picture } from "#components/ui/picture";
import { FlowCards } from "./flow-cards";
import { Greeting } from "./greeting";
import styles from "./menu-page.module.css";
import { RetiredNotice } from "./retired-notice";
import { SoldBy } from "./sold-by";

/** The first page of a jar: who and what it is, and the four parts of its story. */
export default function MenuPage({ story }: { story: Story }) {
  const { beekeeper, honey, forest, retailer } = story;
  return (
    <PageShell title={story.titles.menu ?? honey.name} code={story.code} className={styles.page}>
      <Picture
        picture={honey.jar_photo ?? beekeeper.portrait}
        sizes="(min-width: 75rem) 27rem, (min-width: 44rem) 40vw, 100vw"
        priority
        fallback={<EmptyJar className={styles.missing} />}
        className={styles.hero}
      />
      <div className={styles.words}>
        <div>
          <Greeting story={story} />
          <p className={styles.lead}>
            <Trans>
              It comes from {forest.title}, {forest.country}. Where would you like to begin?
            </Trans>
          </p>
        </div>
        {story.retired && <RetiredNotice />}
        <FlowCards story={story} />
        {retailer && <SoldBy retailer={retailer} />}
      </div>
    </PageShell>
  );
}
