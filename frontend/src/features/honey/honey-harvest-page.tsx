import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { FlowPage } from "#components/page/flow-page";
import { PageHeading } from "#components/page/page-heading";
import { Prose } from "#components/ui/prose";
import { ForestCalendar } from "#features/honey/calendar/forest-calendar";
import { Gallery } from "./gallery";
import styles from "./honey-harvest-page.module.css";
import { WhereHarvested } from "./where-harvested";

/** How the honey comes out of the tree, and when in the forest's year. */
export default function HoneyHarvestPage({ story }: { story: Story }) {
  const { t } = useLingui();
  const { harvest, harvest_pictures: pictures } = story.honey;
  return (
    <FlowPage page="honey-harvest" story={story} className={styles.page}>
      <PageHeading kicker={story.honey.name}>
        <Trans>High in the tree</Trans>
      </PageHeading>
      <div className={styles.harvest} data-pictures={pictures.length > 0 || undefined}>
        {pictures.length > 0 && <Gallery label={t`Pictures of the harvest`} pictures={pictures} />}
        <div className={styles.words}>
          <Prose text={harvest} />
          <WhereHarvested story={story} />
        </div>
      </div>
      <ForestCalendar story={story} />
    </FlowPage>
  );
}
