import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { Prose } from "#components/ui/prose";
import { ForestCalendar } from "#features/honey/calendar/forest-calendar";
import styles from "./harvest.module.css";

interface Props {
  story: Story;
  /** Pictures of the harvest, as each page shows them; false without any. */
  pictures: ReactNode;
  /** Where it was, if that is not said nearby. */
  where?: ReactNode;
}

/** How the honey comes out of the tree, and when in the forest's year. */
export function Harvest({ story, pictures, where }: Props) {
  return (
    <div className={styles.page}>
      <PageHeading kicker={story.honey.name}>
        <Trans>High in the tree</Trans>
      </PageHeading>
      <div className={styles.harvest} data-pictures={pictures ? true : undefined}>
        {pictures}
        <div className={styles.words}>
          <Prose text={story.honey.harvest} />
          {where}
        </div>
      </div>
      <ForestCalendar story={story} />
    </div>
  );
}
