import { Trans } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { EmptyJar } from "#art/empty-jar";
import { PageHeading } from "#components/page/page-heading";
import { PageShell } from "#components/page/page-shell";
import { Notice } from "#components/ui/notice";
import { Picture } from "#components/ui/picture";
import { asOpening } from "#locales/as-opening";
import { FlowCards } from "./flow-cards";
import styles from "./menu-page.module.css";
import { SoldBy } from "./sold-by";

/** The first page of a jar: who and what it is, and the four parts of its story. */
export default function MenuPage({ story }: { story: Story }) {
  const { beekeeper, honey, forest, retailer } = story;
  const harvester = asOpening(beekeeper.name);
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
          <PageHeading kicker={<Trans>Karibu! Welcome.</Trans>} className={styles.greeting}>
            <Trans>
              {harvester} harvested your {honey.name}
            </Trans>
          </PageHeading>
          <p className={styles.lead}>
            <Trans>
              It comes from {forest.title}, {forest.country}. Where would you like to begin?
            </Trans>
          </p>
        </div>
        {story.retired && (
          <Notice>
            <p>
              <Trans>This code is no longer printed on new jars. Its story stays here.</Trans>
            </p>
          </Notice>
        )}
        <FlowCards story={story} />
        {retailer && <SoldBy retailer={retailer} />}
      </div>
    </PageShell>
  );
}
